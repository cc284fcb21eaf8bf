import OffprintModel
import OffprintXML

/// The order in which the lines of a page are read, as ALTO has it: groups of references.
struct ALTOReadingOrder {
  private struct Group {
    var id: String
    /// The tag of the article; nil where there are no articles.
    var tag: (id: String, type: String, label: String)?
    /// Ids of blocks and lines, each with an id for the reference.
    var references: [(id: String, to: String)]
  }

  private var groups: [Group] = []
  private var id = ""

  init(of issue: Issue, page index: Int, _ identifiers: inout ALTOIdentifiers) {
    let page = issue.pages[index]
    if issue.hasArticles {
      for article in issue.articles {
        let lines = article.lines.filter { $0.page == index }.map(\.line)
        guard !lines.isEmpty else { continue }
        let number = groups.count + 1
        let tag = (identifiers.fresh("article\(number)"), article.type.rawValue, article.id)
        add(lines, tag, of: page, &identifiers)
      }
    } else if let flow = page.flow, !flow.lines.isEmpty {
      add(flow.lines, nil, of: page, &identifiers)
    }
    if !groups.isEmpty { id = identifiers.fresh("order") }
  }

  private mutating func add(
    _ lines: [Int], _ tag: (id: String, type: String, label: String)?, of page: Page,
    _ identifiers: inout ALTOIdentifiers
  ) {
    let id = identifiers.fresh("order_\(groups.count + 1)")
    let references = Self.targets(of: lines, on: page, identifiers).enumerated().map { number, target in
      (id: identifiers.fresh("\(id)_\(number + 1)"), to: target)
    }
    groups.append(Group(id: id, tag: tag, references: references))
  }

  /// Blocks whose lines all follow each other are meant as a whole.
  private static func targets(of lines: [Int], on page: Page, _ identifiers: ALTOIdentifiers) -> [String] {
    var targets: [String] = []
    var rest = lines[...]
    while let line = rest.first {
      let block = page.lines[line].block
      let all = block.lines.indices
      if rest.prefix(all.count).elementsEqual(all) {
        targets.append(identifiers.blocks[block.index])
        rest = rest.dropFirst(all.count)
      } else {
        targets.append(identifiers.lines[line])
        rest = rest.dropFirst()
      }
    }
    return targets
  }

  /// The tags that the groups refer to.
  func writeTags(_ xml: XMLWriter) {
    for case let tag? in groups.map(\.tag) {
      xml.element("StructureTag", ["ID": tag.id, "TYPE": tag.type, "LABEL": tag.label])
    }
  }

  var hasTags: Bool { groups.contains { $0.tag != nil } }

  func write(_ xml: XMLWriter) {
    guard !groups.isEmpty else { return }
    xml.element("ReadingOrder") {
      xml.element("OrderedGroup", ["ID": id]) {
        for group in groups {
          xml.element("OrderedGroup", ["ID": group.id, "TAGREFS": group.tag?.id]) {
            for reference in group.references {
              xml.element("ElementRef", ["ID": reference.id, "REF": reference.to])
            }
          }
        }
      }
    }
  }
}
