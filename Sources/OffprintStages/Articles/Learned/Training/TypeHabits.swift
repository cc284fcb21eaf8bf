/// Ways of setting type that other papers have: the same page with headings less large, without bold type, with
/// capitals where there were none. Issues are few; what is learned from them should hold for papers set otherwise.
struct TypeHabits {
  var enlargement = 1.0
  var hasStyles = true
  var hasBold = true
  var capitals = Capitals.kept
  var spread = 1.0
  var isCentred = true

  enum Capitals { case kept, small, large }

  static let asPrinted = TypeHabits()

  /// Habits of chance, the same for the same number.
  init(number: Int) {
    func pick<T>(_ place: Int, _ values: [T]) -> T {
      var z = UInt64(bitPattern: Int64(number)) &* 0x9E37_79B9_7F4A_7C15 &+ UInt64(place) &* 0xD1B5_4A32_D192_ED03
      z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
      return values[Int((z ^ z >> 31) % UInt64(values.count))]
    }
    enlargement = pick(1, [0.35, 0.6, 0.8, 1, 1, 1.25])
    hasStyles = pick(2, [true, true, true, false, false])
    hasBold = pick(3, [true, true, true, false, false])
    capitals = pick(4, [.kept, .kept, .kept, .small, .large])
    spread = pick(5, [0.6, 1, 1, 1.3])
    isCentred = pick(6, [true, true, true, true, true, true, false])
  }

  private init() {}

  func apply(to units: inout [MeasuredUnit]) {
    for index in units.indices {
      units[index].height = scaled(units[index].height)
      units[index].styleSize = hasStyles ? scaled(units[index].styleSize) : 0
      units[index].letterWidth = scaled(units[index].letterWidth)
      if !hasBold { units[index].isBold = false }
      if !units[index].isTextPage {
        units[index].gapAbove = min(UnitPlaces.open, units[index].gapAbove * spread)
        units[index].gapBelow = min(UnitPlaces.open, units[index].gapBelow * spread)
      }
      if !isCentred, units[index].isCentred { units[index].leftMargin = 0 }
      if units[index].textLines <= 4 { setCapitals(&units[index]) }
    }
  }

  private func scaled(_ size: Double) -> Double { size > 1 ? 1 + (size - 1) * enlargement : size }

  private func setCapitals(_ unit: inout MeasuredUnit) {
    switch capitals {
    case .kept: break
    case .small: if unit.isUpperCase { unit.text.capitals = unit.text.letters / 5 }
    case .large: if unit.size > 1.3 { unit.text.capitals = unit.text.letters }
    }
  }
}
