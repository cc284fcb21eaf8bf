/// What the part of the page around a unit is like: text, or a field of advertisements or figures.
struct SurroundingFeatures: FeatureGroup {
  private let parts: [Part]

  static let features: [Feature] = [
    .init("around-text", "share of running text around"), .init("around-sizes", "spread of type sizes around"),
    .init("around-figures", "share of figures around"), .init("around-offers", "offers and prices around"),
    .init("around-centred", "share of centred lines around"),
  ]

  /// What counts of a unit.
  private struct Part {
    var page: Int
    var lines: Int
    var size: Double
    var figures: Double
    var offers: Int
    var isCentred: Bool

    init(_ unit: MeasuredUnit) {
      page = unit.page
      lines = unit.textLines
      size = min(4, unit.size)
      let signs = unit.text.signs
      figures = signs > 0 ? Double(unit.text.figures * unit.textLines) / Double(signs) : 0
      offers = unit.text.signals.prices + min(1, unit.text.signals.offers)
      isCentred = unit.isCentred
    }
  }

  init(units: [MeasuredUnit]) { parts = units.map(Part.init) }

  private static let reach = 8

  func add(_ index: Int, to row: inout [Float]) {
    let page = parts[index].page
    var lines = 0
    var long = 0
    var figures = 0.0
    var offers = 0
    var centred = 0
    var sum = 0.0
    var squares = 0.0
    var count = 0
    for part in parts[max(0, index - Self.reach)..<min(parts.count, index + Self.reach + 1)] where part.page == page {
      count += 1
      sum += part.size
      squares += part.size * part.size
      lines += part.lines
      if part.lines >= 4 { long += part.lines }
      figures += part.figures
      offers += part.offers
      if part.isCentred { centred += 1 }
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
