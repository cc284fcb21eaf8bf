import OffprintKit

/// Says what each unit of an article is to it.
struct ArticleRoles {
  struct Part {
    var role: Role
    /// Among the units of the article.
    var unit: Int
    var confidence: Double
  }

  /// In the order of an article: what stands over it, then its text.
  let parts: [Part]

  /// - Parameters:
  ///   - units: those of the article, in reading order.
  ///   - headline: how likely each is part of a headline.
  init(_ units: [MeasuredUnit], headline: [Double], isAdvertisement: Bool) {
    let firstText = units.indices.first { !Self.mayStandOver($0, units, headline) } ?? units.count
    let title = Self.title(units, 0..<firstText, headline)
    var over: [Part] = []
    var rest: [Part] = []
    for index in units.indices {
      let unit = units[index]
      if title.contains(index) { continue }
      let role: Role
      if let own = Self.ownRole(of: unit, isOver: index < firstText, headline: headline[index]) {
        role = own
      } else if index < firstText, let first = title.first {
        role = index < first ? .overline : .subheadline
      } else if index > 0, index + 1 < units.count, Self.isCrosshead(unit) {
        role = .crosshead
      } else {
        role = isAdvertisement ? .advertisementText : .paragraph
      }
      let part = Part(role: role, unit: index, confidence: Self.confidence(role, unit, headline[index]))
      if role == .overline { over.append(part) } else { rest.append(part) }
    }
    let headlines = title.map { Part(role: .headline, unit: $0, confidence: headline[$0]) }
    parts = over + headlines + rest
  }

  /// It is no running text, or the model knows better. What an article begins with is its headline more often than
  /// its setting shows.
  private static func mayStandOver(_ index: Int, _ units: [MeasuredUnit], _ headline: [Double]) -> Bool {
    let unit = units[index]
    if !unit.isText || unit.textLines == 0 || headline[index] > sure || isDateAlone(unit) { return true }
    return index == 0 && units.count > 1 && unit.textLines <= 3 && headline[index] > doubtful
  }

  /// From which probability on a unit is part of the headline, whatever it looks like.
  private static let sure = 0.5
  /// The same for what stands next to the headline and is set nearly as large.
  private static let alsoLikely = 0.25
  /// The size of type of what is part of a headline, against its largest.
  private static let leastOfTitle = 0.8
  /// What a unit counts by its size alone.
  private static let leastRank = 0.2
  /// Under this none of the units is a headline, unless it is set like one.
  private static let doubtful = 0.05

  /// The units of the headline among those that stand over the text: neighbours that the model is sure of; else the
  /// likeliest one. A date that stands over a text by itself is what that text is called.
  private static func title(_ units: [MeasuredUnit], _ over: Range<Int>, _ headline: [Double]) -> [Int] {
    let withText = over.filter { units[$0].textLines > 0 }
    func role(_ index: Int) -> Role? { ownRole(of: units[index], isOver: true, headline: headline[index]) }
    let candidates = withText.filter { role($0) == nil }
    if candidates.isEmpty, units.count > 1, let first = withText.first, role(first) == .dateline { return [first] }
    // The largest type is the headline, where the model does not know better.
    func rank(_ index: Int) -> Double { (headline[index] + leastRank) * min(3, units[index].size) }
    guard let best = candidates.max(by: { (rank($0), $1) < (rank($1), $0) }) else { return [] }
    guard headline[best] >= doubtful || units[best].look > 0.3 else { return [] }
    var first = best
    var last = best
    // A deck is set smaller, and so is the title of an item under that of its section: the model tells them apart.
    func isOfTitle(_ index: Int) -> Bool {
      headline[index] > sure
        || headline[index] >= alsoLikely && units[index].size >= leastOfTitle * units[best].size
    }
    while let next = candidates.first(where: { $0 == last + 1 }), isOfTitle(next) { last = next }
    while let before = candidates.last(where: { $0 == first - 1 }), isOfTitle(before) { first = before }
    return Array(first...last)
  }

  /// What a unit is by its own signs, unless the model is sure that it is the headline. What the source marks as a table
  /// is one. Only under a text is a line at the right a signature.
  private static func ownRole(of unit: MeasuredUnit, isOver: Bool, headline: Double) -> Role? {
    if unit.isTable { return .table }
    if unit.jump != nil { return .jumpLine }
    if isOver, headline > sure { return nil }
    if unit.isCaption || (unit.hasPictureAbove && unit.textLines <= 4 && !unit.mayBeHeading) { return .caption }
    if unit.isByline || (unit.signature > 0 && !isOver) { return .byline }
    return isDateAlone(unit) ? .dateline : nil
  }

  /// A place and a date in a line of their own.
  private static func isDateAlone(_ unit: MeasuredUnit) -> Bool {
    unit.textLines == 1 && unit.text.signs <= 45 && unit.text.startsWithDate
  }

  private static func isCrosshead(_ unit: MeasuredUnit) -> Bool {
    !unit.isText && unit.mayBeHeading && unit.look > 0.2
  }

  private static func confidence(_ role: Role, _ unit: MeasuredUnit, _ headline: Double) -> Double {
    switch role {
    case .jumpLine, .table: 0.95
    case .caption: unit.isCaption ? 0.9 : 0.6
    case .byline: unit.isByline ? 0.9 : min(0.9, 0.4 + 0.2 * unit.signature)
    case .dateline: 0.8
    case .crosshead, .subheadline, .overline: min(0.9, 0.5 + 0.2 * max(0, unit.look))
    default: 1 - headline
    }
  }
}
