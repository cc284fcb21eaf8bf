import OffprintModel

/// What an article's NITF body says, before it is written: its length stands in front of it.
struct NITFBody {
  enum Block {
    case crosshead(String)
    case paragraph(String, class: String?, isLede: Bool)
    case table([[TableRows.Cell]])
    case picture(source: String?, name: String, size: Box, caption: String)
  }

  /// The main headline and what else stands in the head.
  var main: String?
  /// What the main headline is, if it is none: an article may have nothing but an overline.
  var mainKind: Role?
  var decks: [(text: String, kind: Role)] = []
  var bylines: [String] = []
  var datelines: [String] = []
  var blocks: [Block] = []

  init(_ article: Article, _ text: ArticleText, in issue: Issue) {
    let heads = text.parts.filter { [.headline, .overline, .subheadline].contains($0.role) }
    let first = heads.first { $0.role == .headline } ?? heads.first
    main = first?.text.string
    mainKind = first.flatMap { $0.role == .headline ? nil : $0.role }
    decks = heads.filter { $0.component != first?.component }.map { ($0.text.string, $0.role) }
    var needsLede = true
    for part in text.parts {
      let own = part.text.string
      switch part.role {
      case .headline, .overline, .subheadline: continue
      case .byline: bylines.append(own)
      case .dateline: datelines.append(own)
      case .crosshead: blocks.append(.crosshead(own))
      case .table: blocks.append(.table(part.rows ?? []))
      case .caption: blocks.append(Self.caption(own, article.components[part.component], in: issue))
      case .paragraph, .advertisementText:
        let kind = part.role == .paragraph ? nil : part.role.rawValue
        blocks.append(.paragraph(own, class: kind, isLede: needsLede))
        needsLede = false
      case .jumpLine, .sectionLabel, .masthead, .furniture:
        blocks.append(.paragraph(own, class: part.role.rawValue, isLede: false))
      }
    }
  }

  private static func caption(_ text: String, _ component: Component, in issue: Issue) -> Block {
    guard let found = ScanReference.illustration(of: component, in: issue) else {
      return .paragraph(text, class: Role.caption.rawValue, isLede: false)
    }
    return .picture(
      source: found.page.image.map(ScanReference.uri), name: found.block.id, size: found.block.box, caption: text)
  }

  /// Words and characters of all texts, each by itself.
  var count: TextCount {
    var count = TextCount()
    for text in ([main].compactMap { $0 } + decks.map(\.text) + bylines + datelines) { count.add(text) }
    for block in blocks {
      switch block {
      case .crosshead(let text), .paragraph(let text, _, _), .picture(_, _, _, let text): count.add(text)
      case .table(let rows): for row in rows { for cell in row { count.add(cell.text.string) } }
      }
    }
    return count
  }
}
