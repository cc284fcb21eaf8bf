import OffprintModel

/// Puts the articles together whose lines are tagged.
struct TaggedMarkup {
  private struct Unit {
    var type: ArticleType
    var components: [Component] = []
    var pages: Set<String> = []
    var headlines = 0
    /// The component of the paragraph that was numbered last.
    var numbered: (number: String, component: Int)?
    var lastLine: Int?

    /// True if a line belongs to the part before it. Text without a number goes on as far as no empty line and no line
    /// of another unit parts it.
    func goesOn(_ role: Role, at line: Line) -> Bool {
      guard let last = components.last, last.role == role else { return false }
      guard role == .paragraph else { return true }
      return numbered?.component != components.count - 1 && line.emptyLinesBefore == 0 && lastLine == line.index - 1
    }
  }

  private var units: [Unit] = []
  private var byID: [String: Int] = [:]
  private var ids: [String] = []
  private var hasParagraphs = false

  /// How many lines of headlines make the headline of an article; those after them are beneath it.
  static let headlineLines = 3

  /// Adds a line of the page, after all that stand before it.
  mutating func add(_ tag: TaggedLine, _ line: Line) {
    guard let (id, type) = tag.unit else { return }
    let number = byID[id] ?? units.count
    if number == units.count {
      byID[id] = number
      ids.append(id)
      units.append(Unit(type: type))
    }
    let ref = LineRef(page: 0, line: line.index)
    let role = Self.role(tag.function, in: &units[number])
    if role == .paragraph, let paragraph = tag.paragraph {
      hasParagraphs = true
      if let last = units[number].numbered, last.number == paragraph {
        units[number].components[last.component].lines.append(ref)
      } else {
        units[number].numbered = (paragraph, units[number].components.count)
        units[number].components.append(Component(role, lines: [ref]))
      }
    } else if units[number].goesOn(role, at: line) {
      units[number].components[units[number].components.count - 1].lines.append(ref)
    } else {
      units[number].components.append(Component(role, lines: [ref]))
    }
    if !tag.page.isEmpty, tag.page != "0" { units[number].pages.insert(tag.page) }
    units[number].lastLine = line.index
  }

  private static func role(_ function: String, in unit: inout Unit) -> Role {
    switch function {
    case "HL":
      unit.headlines += 1
      if unit.headlines <= headlineLines { return .headline }
      let isBeneath = unit.components.last.map { $0.role == .headline || $0.role == .subheadline } ?? false
      return isBeneath ? .subheadline : .crosshead
    case "AT": return .advertisementText
    case "BL": return .byline
    case "JL", "JH": return .jumpLine
    case "NP", "PI", "MH": return unit.type == .masthead ? .masthead : .furniture
    default: return .paragraph
    }
  }

  /// nil if no line is part of anything.
  var markup: PublisherMarkup? {
    guard !units.isEmpty else { return nil }
    return PublisherMarkup(
      source: "tagged lines",
      articles: zip(ids, units).map { id, unit in
        Article(type: unit.type, components: unit.components, origin: .publisher(id: id))
      },
      marksParagraphs: hasParagraphs,
      printedPages: Dictionary(uniqueKeysWithValues: units.enumerated().map { ($0.offset, $0.element.pages.count) }))
  }
}
