/// Which words what comes before a unit, and what it begins, have in common.
struct WordFeatures: FeatureGroup {
  private let measures: [(common: Double, recurring: Double)]

  static let features: [Feature] = [
    .init("common-words", "words that text before and after have in common"),
    .init("heading-words", "share of its words that recur in the text after it"),
  ]

  init(units: [MeasuredUnit]) {
    var window = WordWindow(units)
    measures = units.indices.map { index in
      window.move(to: index)
      let own = window.words[index]
      let recurring = own.count { window.countAfter[Int($0)] > 1 }
      let share = units[index].mayBeHeading && !own.isEmpty ? Double(recurring) / Double(own.count) : -1
      return (Double(window.common) / Double(max(1, min(window.before, window.after))), share)
    }
  }

  func add(_ index: Int, to row: inout [Float]) {
    row.add(measures[index].common)
    row.add(measures[index].recurring)
  }
}

/// Counts the words of the units before and after a border that moves on from unit to unit.
private struct WordWindow {
  /// For each unit the numbers of its words, each once.
  let words: [[Int32]]
  private var countBefore: [Int32]
  private(set) var countAfter: [Int32]
  /// How many different words stand before the border, after it, and on both sides.
  private(set) var before = 0
  private(set) var after = 0
  private(set) var common = 0
  private var border = -1

  private static let reach = 6

  init(_ units: [MeasuredUnit]) {
    var numbers: [WordKey: Int32] = [:]
    words = units.map { unit in
      unit.text.stems.map { stem in
        let number = numbers[stem] ?? Int32(numbers.count)
        if number == numbers.count { numbers[stem] = number }
        return number
      }
    }
    countBefore = Array(repeating: 0, count: numbers.count)
    countAfter = countBefore
  }

  /// Moves on by one unit.
  mutating func move(to index: Int) {
    if border < 0 {
      for unit in words.prefix(Self.reach) { unit.forEach { add($0) } }
    } else {
      for word in words[border] {
        remove(word)
        enter(word)
      }
      if border >= Self.reach { words[border - Self.reach].forEach { leave($0) } }
      if index + Self.reach - 1 < words.count { words[index + Self.reach - 1].forEach { add($0) } }
    }
    border = index
  }

  private mutating func add(_ word: Int32) {
    countAfter[Int(word)] += 1
    guard countAfter[Int(word)] == 1 else { return }
    after += 1
    if countBefore[Int(word)] > 0 { common += 1 }
  }

  private mutating func remove(_ word: Int32) {
    countAfter[Int(word)] -= 1
    guard countAfter[Int(word)] == 0 else { return }
    after -= 1
    if countBefore[Int(word)] > 0 { common -= 1 }
  }

  private mutating func enter(_ word: Int32) {
    countBefore[Int(word)] += 1
    guard countBefore[Int(word)] == 1 else { return }
    before += 1
    if countAfter[Int(word)] > 0 { common += 1 }
  }

  private mutating func leave(_ word: Int32) {
    countBefore[Int(word)] -= 1
    guard countBefore[Int(word)] == 0 else { return }
    before -= 1
    if countAfter[Int(word)] > 0 { common -= 1 }
  }
}
