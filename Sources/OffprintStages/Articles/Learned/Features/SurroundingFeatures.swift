/// What the part of the page around a unit is like: text, or a field of advertisements or figures.
struct SurroundingFeatures: FeatureGroup {
  let units: [MeasuredUnit]

  static let features: [Feature] = [
    .init("around-text", "share of running text around"), .init("around-sizes", "spread of type sizes around"),
    .init("around-figures", "share of figures around"), .init("around-offers", "offers and prices around"),
    .init("around-centred", "share of centred lines around"),
  ]

  private static let reach = 8

  func add(_ index: Int, to row: inout [Float]) {
    let page = units[index].page
    var lines = 0
    var long = 0
    var figures = 0.0
    var offers = 0
    var centred = 0
    var sum = 0.0
    var squares = 0.0
    var count = 0
    for unit in units[max(0, index - Self.reach)..<min(units.count, index + Self.reach + 1)] where unit.page == page {
      let size = min(4, unit.size)
      count += 1
      sum += size
      squares += size * size
      lines += unit.textLines
      if unit.textLines >= 4 { long += unit.textLines }
      if unit.text.signs > 0 { figures += Double(unit.text.figures * unit.textLines) / Double(unit.text.signs) }
      offers += unit.text.signals.prices + min(1, unit.text.signals.offers)
      if unit.isCentred { centred += 1 }
    }
    let all = Double(max(1, lines))
    let mean = sum / Double(count)
    row.add(Double(long) / all)
    row.add(max(0, squares / Double(count) - mean * mean).squareRoot())
    row.add(figures / all)
    row.add(Double(offers) / all)
    row.add(Double(centred) / Double(count))
  }
}
