import OffprintKit

/// An article to be: a run of units with their roles.
struct ArticleDraft: JoinablePiece {
  private(set) var parts: [(role: Role, unit: ReadingUnit)]
  private let shape: ArticleShape
  private let headlineShare: Double

  init(units: [ReadingUnit], run: ArticleChain.Run) {
    shape = run.shape
    headlineShare = shape.headline.map(shape.share) ?? 0
    let isAdvertisement = units[run.units.lowerBound].isAdvertisement
    var head: [(Role, ReadingUnit)] = []
    var rest: [(Role, ReadingUnit)] = []
    let firstText = run.units.first { units[$0].isText } ?? run.units.upperBound
    for index in run.units {
      let unit = units[index]
      if index == shape.headline {
        continue
      } else if shape.overlines.contains(index) {
        head.append((.overline, unit))
      } else if shape.decks.contains(index) {
        continue
      } else if case .jump = unit.kind {
        rest.append((.jumpLine, unit))
      } else if unit.isByline, index < firstText {
        continue
      } else if unit.isByline {
        rest.append((.byline, unit))
      } else if shape.captions.contains(index) {
        rest.append((.caption, unit))
      } else if shape.crossheads.contains(index) {
        rest.append((.crosshead, unit))
      } else if unit.isHeading {
        rest.append((shape.hasText ? .crosshead : .subheadline, unit))
      } else {
        rest.append((isAdvertisement ? .advertisementText : unit.isTable ? .table : .paragraph, unit))
      }
    }
    if let headline = shape.headline { head.append((.headline, units[headline])) }
    head += shape.decks.map { (.subheadline, units[$0]) }
    head += run.units.filter { units[$0].isByline && $0 < firstText }.map { (.byline, units[$0]) }
    parts = head + rest
  }

  /// Headings alone, and few: the label of a section, not an article.
  var isLabel: Bool {
    !shape.hasText && parts.allSatisfy { $0.unit.isHeading || $0.unit.isCaption } && length <= 60
      && parts.allSatisfy { !$0.unit.isAdvertisement }
  }

  var labelComponents: [Component] { parts.map { Component(.sectionLabel, lines: $0.unit.lines) } }

  private var length: Int { parts.reduce(0) { $0 + $1.unit.length } }

  /// What speaks for it, for an operator.
  var reason: String {
    var signs: [String] = []
    if let headline = parts.first(where: { $0.role == .headline })?.unit {
      var look = shape.headlineIsLast ? "a headline after its text" : "a headline"
      if headline.isUpperCase { look += " in capitals" }
      if headline.relativeSize >= 1.15 { look += ", \(Phrase.percent(headline.relativeSize)) of the text's size" }
      signs.append(look)
      if headlineShare > 0 { signs.append("\(Phrase.percent(headlineShare)) of its words recur in the text") }
    } else {
      signs.append("no headline")
    }
    if parts.contains(where: { $0.role == .byline }) { signs.append("a byline") }
    if parts.contains(where: { $0.unit.opensReport }) { signs.append("a dateline") }
    return signs.joined(separator: "; ")
  }

  /// How strong the signs of its beginning are, 0...1.
  var confidence: Double {
    guard let headline = parts.first(where: { $0.role == .headline })?.unit else { return 0.2 }
    let isSigned = parts.contains { $0.role == .byline || $0.unit.opensReport }
    return min(0.99, 0.25 + 0.25 * headline.strength + 0.4 * headlineShare + (isSigned ? 0.15 : 0))
  }

  var article: Article {
    var components: [Component] = []
    for (role, unit) in parts {
      if continued, role == .paragraph, let index = components.lastIndex(where: { $0.role == .paragraph }),
        joins.contains(unit.lines[0])
      {
        components[index].lines += unit.lines
        continue
      }
      components.append(Component(role, lines: unit.lines))
    }
    let isAdvertisement = parts.contains { $0.unit.isAdvertisement }
    return Article(type: isAdvertisement ? .advertisement : .article, components: components)
  }

  // MARK: Going on elsewhere

  private var joins: Set<LineRef> = []
  private var continued: Bool { !joins.isEmpty }

  var firstPage: Int { parts.first?.unit.page ?? 0 }
  var lastPage: Int { parts.map(\.unit.page).max() ?? 0 }
  var hasHeadline: Bool { parts.contains { $0.role == .headline } }
  var firstText: ReadingUnit? { parts.first { $0.role == .paragraph }?.unit }
  var lastText: ReadingUnit? { parts.last { $0.role == .paragraph }?.unit }
  var startsWithText: Bool { parts.first?.role == .paragraph }

  func notice(_ direction: JumpNotice.Direction) -> JumpNotice? {
    parts.lazy.compactMap(\.unit.jump).first { $0.direction == direction }
  }

  var firstLine: LineRef? { parts.first?.unit.lines.first }
  var endsMidSentence: Bool { lastText.map { !$0.endsSentence } ?? false }

  func likeness(to other: ArticleDraft) -> Double {
    let heading = WordSet(union: parts.lazy.filter { $0.role == .headline }.map(\.unit.words))
    return (heading.hashes.isEmpty ? words : heading).share(in: other.words)
  }

  private var words: WordSet { WordSet(union: parts.lazy.map(\.unit.words)) }

  /// Adds what stands on a later page. Its repeated headline only leads the reader there, so it is a jump line.
  mutating func append(_ other: ArticleDraft) {
    if let last = lastText, !last.endsSentence, let next = other.firstText, let line = next.lines.first {
      joins.insert(line)
    }
    parts += other.parts.map { part in
      part.role == .headline || part.role == .overline || part.role == .subheadline ? (.jumpLine, part.unit) : part
    }
    joins.formUnion(other.joins)
  }
}

extension ReadingUnit {
  /// Set by a reader that found a table.
  var isTable: Bool { blockKind == .table }
}
