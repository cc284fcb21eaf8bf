import Foundation

/// How the headings that are set like a unit's are used in the issue: one style of heading mostly means one thing.
struct StyleFeatures: FeatureGroup {
  private let headings: [Int: Int]
  private let styles: [[Double]]
  /// Lines of text under each heading up to one as strong; whether text follows it.
  private let textUnder: [Double]
  private let hasText: [Double]
  private let allText: Double

  static let features: [Feature] = [
    .init("style-count", "headings set alike"), .init("style-text", "text for each heading set alike"),
    .init("style-followed", "share of headings set alike over text"),
    .init("style-length", "text under headings set alike"),
  ]

  init(units: [MeasuredUnit]) {
    let first = units.indices.filter { units[$0].run.isFirst }
    headings = Dictionary(uniqueKeysWithValues: first.enumerated().map { ($1, $0) })
    styles = first.map { Self.style(of: units[$0]) }
    hasText = first.map { units[$0].run.hasText ? 1 : 0 }
    let before = units.textLinesBefore
    let all = before[units.count]
    allText = Double(all)
    textUnder = first.enumerated().map { rank, index in
      let next = first[(rank + 1)...].first { units[$0].run.look >= units[index].run.look - 0.2 }
      return Double(min(200, (next.map { before[$0] } ?? all) - before[index]))
    }
  }

  /// Places in a space in which headings set alike are near each other.
  private static func style(of unit: MeasuredUnit) -> [Double] {
    [
      min(3, unit.size) * 1.6, unit.isBold ? 0.8 : 0, unit.isUpperCase ? 1 : 0, unit.isCentred ? 0.7 : 0,
      min(2, max(0, unit.gapAbove)) * 0.4, min(2, max(0, unit.gapBelow)) * 0.3, unit.isWholeBlock ? 0.8 : 0,
      min(2, unit.letterWidth) * 0.8, min(2.5, max(-0.5, unit.run.look)) * 0.8,
    ]
  }

  func add(_ index: Int, to row: inout [Float]) {
    guard let own = headings[index] else {
      for _ in Self.features { row.add(-1) }
      return
    }
    var likeness = 0.0
    var followed = 0.0
    var length = 0.0
    for other in styles.indices {
      var distance = 0.0
      for (a, b) in zip(styles[own], styles[other]) { distance += (a - b) * (a - b) }
      // Farther ones count less than one in a thousand.
      guard distance < 4.2 else { continue }
      let weight = exp(-distance / 0.6)
      likeness += weight
      followed += weight * hasText[other]
      length += weight * textUnder[other]
    }
    row.add(min(40, likeness - 1))
    row.add(min(400, allText / max(1, likeness)))
    row.add(followed / likeness)
    row.add(length / likeness)
  }
}
