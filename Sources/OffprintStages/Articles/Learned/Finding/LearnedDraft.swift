import OffprintKit

/// An article to be, as the model found it: the units of it with their roles.
struct LearnedDraft {
  private(set) var units: [MeasuredUnit]
  private(set) var parts: [ArticleRoles.Part]
  var type: ArticleType
  /// How likely an article begins with its first unit.
  var confidence: Double
  /// Parts that go on with the paragraph before them.
  private var joins: Set<Int> = []

  init(_ units: [MeasuredUnit], _ roles: ArticleRoles, type: ArticleType, confidence: Double) {
    self.units = units
    parts = roles.parts
    self.type = type
    self.confidence = confidence
  }

  var article: Article {
    var components: [Component] = []
    for (index, part) in parts.enumerated() {
      let lines = units[part.unit].lines
      // A headline of several lines is one; a paragraph goes on overleaf.
      let isJoined = part.role == .headline || joins.contains(index)
      if isJoined, let last = components.lastIndex(where: { $0.role == part.role }) {
        components[last].lines += lines
        components[last].confidence = min(components[last].confidence ?? 1, part.confidence)
      } else {
        components.append(Component(part.role, lines: lines, confidence: rounded(part.confidence)))
      }
    }
    return Article(type: type, components: components)
  }

  /// What it is made of, for an operator.
  var reason: String {
    var signs: [String] = []
    let headlines = parts.filter { $0.role == .headline }
    if let headline = headlines.first {
      let unit = units[headline.unit]
      var look = "a headline"
      if unit.isUpperCase { look += " in capitals" }
      if unit.size >= 1.15 { look += ", \(Phrase.percent(unit.size)) of the text's size" }
      signs.append(look)
    } else {
      signs.append("no headline")
    }
    if parts.contains(where: { $0.role == .byline }) { signs.append("a byline") }
    if units.contains(where: \.text.startsWithDate) { signs.append("a place and a date") }
    let pages = Set(units.map(\.page)).count
    if pages > 1 { signs.append("\(pages) pages") }
    return signs.joined(separator: "; ")
  }

  private func rounded(_ value: Double) -> Double { (min(0.99, max(0.01, value)) * 100).rounded() / 100 }
}

extension LearnedDraft: JoinablePiece {
  var firstLine: LineRef? { units.first?.lines.first }
  var firstPage: Int { units.first?.page ?? 0 }
  var lastPage: Int { units.map(\.page).max() ?? 0 }
  var hasHeadline: Bool { parts.contains { $0.role == .headline } }
  var startsWithText: Bool { parts.first.map { $0.role == .paragraph && units[$0.unit].isText } ?? false }

  var endsMidSentence: Bool {
    guard let last = parts.last(where: { $0.role == .paragraph }) else { return false }
    let end = units[last.unit].text.end
    return end != .fullStop && end != .mark
  }

  func notice(_ direction: JumpNotice.Direction) -> JumpNotice? {
    units.lazy.compactMap(\.jump).first { $0.direction == direction }
  }

  func likeness(to other: LearnedDraft) -> Double {
    let titles = parts.lazy.filter { $0.role == .headline }.map { self.units[$0.unit].text.stems }
    var own = titles.reduce(into: Set<WordKey>()) { $0.formUnion($1) }
    if own.isEmpty { own = words }
    guard !own.isEmpty else { return 0 }
    let others = other.words
    return Double(own.count(where: others.contains)) / Double(own.count)
  }

  private var words: Set<WordKey> { units.reduce(into: []) { $0.formUnion($1.text.stems) } }

  mutating func append(_ other: LearnedDraft) {
    if endsMidSentence, let next = other.parts.firstIndex(where: { $0.role == .paragraph }) {
      joins.insert(parts.count + next)
    }
    joins.formUnion(other.joins.map { $0 + parts.count })
    let shift = units.count
    parts += other.parts.map { part in
      var part = part
      part.unit += shift
      // Its headline, repeated, only leads the reader there.
      if part.role == .headline || part.role == .overline || part.role == .subheadline { part.role = .jumpLine }
      return part
    }
    units += other.units
  }
}
