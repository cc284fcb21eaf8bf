import OffprintModel

/// The units of an issue as a logical structure has them: what is written under which heading, with its areas.
struct METSUnits {
  /// Lines that make one leaf: components of one role, put together where they share a block.
  struct Leaf {
    var role: Role
    var areas: [METSPointers.Area]
    /// The picture that a caption belongs to.
    var picture: METSPointers.Area?
  }

  struct Unit {
    /// Index in the issue's articles.
    var article: Int
    /// What stands at the head, and what follows.
    var heading: [Leaf]
    var body: [Leaf]

    var areas: [METSPointers.Area] {
      (heading + body).flatMap { leaf in (leaf.picture.map { [$0] } ?? []) + leaf.areas }
    }
  }

  /// A section with its units, or a unit that stands in none.
  enum Entry {
    case unit(Unit)
    /// `own` is the text of the section itself.
    case section(String, own: Unit?, [Unit])
  }

  /// Mastheads and furniture that come before all articles.
  private(set) var front: [Unit] = []
  private(set) var content: [Entry] = []
  /// Those that come later.
  private(set) var back: [Unit] = []
  /// Blocks and lines that are in no unit: pictures without a caption, empty blocks, lines that a stage dropped.
  private(set) var leftovers: [(isPicture: Bool, area: METSPointers.Area)] = []

  private let pointers: METSPointers
  private var issue: Issue { pointers.issue }

  /// - Parameter joinsParagraphs: whether paragraphs that share a block are one leaf.
  init(_ pointers: METSPointers, joinsParagraphs: Bool) {
    self.pointers = pointers
    let issue = pointers.issue
    var pictures: Set<METSPointers.Area> = []
    for (place, article) in issue.articles.enumerated() {
      let unit = Self.unit(article, place, pointers, joinsParagraphs, &pictures)
      if !article.type.isOfPage {
        add(unit, of: article)
      } else if content.isEmpty {
        front.append(unit)
      } else {
        back.append(unit)
      }
    }
    leftovers = rest(besides: pictures)
  }

  /// The name of a section opens it if units of it follow; else it is a unit like others.
  private mutating func add(_ unit: Unit, of article: Article) {
    if let name = issue.articles[unit.article].section {
      if case .section(name, let own, let units)? = content.last {
        content[content.count - 1] = .section(name, own: own, units + [unit])
        return
      }
      if case .unit(let last)? = content.last, isName(last, of: name) {
        content[content.count - 1] = .section(name, own: last, [unit])
        return
      }
      content.append(.section(name, own: nil, [unit]))
    } else {
      content.append(.unit(unit))
    }
  }

  private func isName(_ unit: Unit, of section: String) -> Bool {
    let article = issue.articles[unit.article]
    return article.type == .article && article.components.first?.role == .sectionLabel
  }

  private static func unit(
    _ article: Article, _ place: Int, _ pointers: METSPointers, _ joins: Bool,
    _ pictures: inout Set<METSPointers.Area>
  ) -> Unit {
    let end = article.components.firstIndex { !isHeading($0.role) } ?? article.components.count
    var parts: [(role: Role, lines: [LineRef], component: Int)] = []
    for (index, component) in article.components.enumerated() {
      if joins, index > end, let last = parts.last, last.role == component.role, isRunning(component.role),
        let before = last.lines.last, let next = component.lines.first, before.page == next.page,
        pointers.issue[line: before].block.index == pointers.issue[line: next].block.index
      {
        parts[parts.count - 1].lines += component.lines
      } else {
        parts.append((component.role, component.lines, index))
      }
    }
    var unit = Unit(article: place, heading: [], body: [])
    for part in parts {
      var leaf = Leaf(role: part.role, areas: pointers.areas(of: part.lines))
      if part.role == .caption { leaf.picture = picture(of: article.components[part.component], pointers, &pictures) }
      if part.component < end { unit.heading.append(leaf) } else { unit.body.append(leaf) }
    }
    return unit
  }

  /// A picture belongs to the first caption that asks for it.
  private static func picture(
    of caption: Component, _ pointers: METSPointers, _ taken: inout Set<METSPointers.Area>
  ) -> METSPointers.Area? {
    guard let (page, block) = ScanReference.illustration(of: caption, in: pointers.issue),
      let place = pointers.issue.pages.firstIndex(where: { $0.number == page.number && $0.name == page.name }),
      let area = pointers.area(ofBlock: block, onPage: place), block.lines.isEmpty
    else { return nil }
    return taken.insert(area).inserted ? area : nil
  }

  private func rest(besides pictures: Set<METSPointers.Area>) -> [(isPicture: Bool, area: METSPointers.Area)] {
    var named = issue.pages.map { [Bool](repeating: false, count: $0.lines.count) }
    for ref in issue.articles.flatMap(\.lines) { named[ref.page][ref.line] = true }
    var rest: [(isPicture: Bool, area: METSPointers.Area)] = []
    for (place, page) in issue.pages.enumerated() {
      for block in page.blocks {
        let free = block.lines.indices.filter { !named[place][$0] }
        if free.count == block.lines.count {
          guard block.kind != .separator || !block.lines.isEmpty,
            let area = pointers.area(ofBlock: block, onPage: place), !pictures.contains(area)
          else { continue }
          rest.append((block.kind == .illustration && block.lines.isEmpty, area))
        } else {
          rest += pointers.areas(of: free.map { LineRef(page: place, line: $0) }).map { (false, $0) }
        }
      }
    }
    return rest
  }

  private static func isHeading(_ role: Role) -> Bool {
    switch role {
    case .overline, .headline, .subheadline, .byline, .dateline, .sectionLabel: true
    default: false
    }
  }

  private static func isRunning(_ role: Role) -> Bool {
    switch role {
    case .paragraph, .advertisementText, .table, .masthead, .furniture: true
    default: false
    }
  }

  /// All units in the order in which they stand in the structure.
  var all: [Unit] { front + described + back }

  /// The same without those of the page.
  var described: [Unit] {
    content.flatMap { entry in
      switch entry {
      case .unit(let unit): [unit]
      case .section(_, let own, let units): (own.map { [$0] } ?? []) + units
      }
    }
  }

  /// Blocks that more than one unit has lines of, and how many of them are told apart by rectangles alone.
  var shared: (blocks: Int, byRectangle: Int) {
    var owners: [[Int]: Set<Int>] = [:]
    var byRectangle: Set<[Int]> = []
    for unit in all {
      for area in unit.areas {
        owners[[area.page, area.block], default: []].insert(unit.article)
        if area.coordinates != nil { byRectangle.insert([area.page, area.block]) }
      }
    }
    return (owners.values.count { $0.count > 1 }, byRectangle.count)
  }
}
