import OffprintDiagnostics
import OffprintModel

/// Makes articles of the logical structure of a METS file: of its divisions that point at blocks, or that structLink
/// joins with areas of pages.
struct METSMarkup {
  private let document: METSDocument
  private let issue: Issue
  private var index: ALTOBlockIndex
  private var divsByID: [String: Int] = [:]
  private var claimed: [[Bool]]
  private var articles: [Article] = []
  /// Titles of articles that stand in the metadata, and which are sections; by the article's index.
  private var titles: [Int: String] = [:]
  private var sections: Set<Int> = []
  private var usesLinks = false
  /// True for a structure that Offprint added, whose rectangles part the lines of a block.
  private var isOwn = false

  /// Pointers of units at whole page files, with the unit and the role that its lines have.
  private var wholePages: [(item: Int, area: METSArea, role: Role?)] = []

  /// Pointers that led to no block, and the line of the METS file with the first.
  private(set) var unresolved = 0
  private(set) var firstUnresolved: Int?
  /// Pointers to blocks that an earlier division has, and the line with the first.
  private(set) var doubled = 0
  private(set) var firstDoubled: Int?

  /// Types of divisions that mean nothing here though they have lines or stand in an article: how often each is met,
  /// and the line with the first.
  private(set) var unknown: [(type: String, count: Int, line: Int)] = []

  /// Where the walk through the divisions is.
  private struct Context {
    /// The article that lines go to.
    var item: Int?
    /// True while only a section is open: a picture in it stands by itself.
    var isSection = false
    var role: Role?
    var section: String?
    /// The component of the article that the next lines belong to; nil if they begin one.
    var component: Int?
  }

  init(_ document: METSDocument, issue: Issue, index: ALTOBlockIndex) {
    self.document = document
    self.issue = issue
    self.index = index
    claimed = issue.pages.map { Array(repeating: false, count: $0.lines.count) }
    for (number, div) in document.divs.enumerated() {
      if let id = div.id, divsByID[id] == nil { divsByID[id] = number }
    }
  }

  /// The articles that have lines, in the order of the METS file; nil if it marks none.
  mutating func build() -> PublisherMarkup? {
    let logical = document.maps.filter { $0.type == "logical" }
    let unnamed = document.maps.filter { $0.type.isEmpty }
    // What Offprint added to a file is another account of the same blocks, and the later one.
    let own = logical.last { METSIdentifiers.isOwn($0.id) }
    isOwn = own != nil
    for map in own.map({ [$0] }) ?? (logical.isEmpty ? unnamed : logical) {
      guard document.all(below: map.roots).contains(where: { isUnit(document.divs[$0].kind) }) else { continue }
      for root in map.roots { walk(root, Context()) }
    }
    addWholePages()
    let filled = articles.indices.filter { !articles[$0].components.isEmpty }
    guard !filled.isEmpty || unresolved > 0 else { return nil }
    articles = filled.map { articles[$0] }
    var markup = PublisherMarkup(
      source: usesLinks ? "METS structLink" : "METS structMap LOGICAL", articles: articles, unresolved: unresolved,
      marksParagraphs: document.pointsAtParagraphs && PrintedParagraphs.areWhole(articles, in: issue))
    for (index, old) in filled.enumerated() {
      markup.titles[index] = titles[old]
      if sections.contains(old) { markup.sections.insert(index) }
    }
    return markup
  }

  private func isUnit(_ kind: String) -> Bool { METSRoles.itemType(kind) != nil || METSRoles.isSection(kind) }

  private mutating func walk(_ number: Int, _ around: Context) {
    let div = document.divs[number]
    if METSRoles.isLeftOver(div.kind) { return }
    var here = around
    if METSRoles.isSection(div.kind) {
      beginSection(number, &here)
    } else if let type = unitType(div, around) {
      begin(type, number, &here)
    } else if METSRoles.role(div.kind) != nil, let role = METSRoles.role(div.kind, inside: around.role) {
      here.role = role == .headline && around.isSection ? .sectionLabel : role
      here.component = nil
    }
    if !METSRoles.isKnown(div.kind), around.item != nil || div.areas.contains(where: { $0.begin != nil }) {
      if let known = unknown.firstIndex(where: { $0.type == div.type }) {
        unknown[known].count += 1
      } else {
        unknown.append((div.type, 1, div.line))
      }
    }
    addLines(of: div, &here)
    for child in div.children {
      let isText = document.divs[child].kind == "TEXT"
      var inside = here
      if !isText { inside.component = nil }
      walk(child, inside)
      // The texts of one paragraph are its pieces in several columns: they make one component.
      if isText, let item = here.item { here.component = articles[item].components.indices.last }
    }
  }

  /// The type of the unit that begins with a division; nil if none does.
  private func unitType(_ div: METSDiv, _ around: Context) -> ArticleType? {
    let kind = div.kind
    // What is marked as a unit in a title section is one: the imprint, an advertisement beside the name.
    if let type = METSRoles.itemType(kind) { return type }
    if around.role == .masthead { return nil }
    let isAlone = around.item == nil || around.isSection
    if isAlone, let type = METSRoles.loneType(kind) { return type }
    return around.item == nil && !div.areas.isEmpty && div.areas.contains { $0.begin != nil } ? .article : nil
  }

  private mutating func begin(_ type: ArticleType, _ number: Int, _ here: inout Context) {
    let div = document.divs[number]
    let language = div.descriptions.compactMap { document.descriptions[$0]?.languages.first }.first
    articles.append(
      Article(
        type: type, components: [], language: language.flatMap(LanguageCode.bcp47),
        origin: .publisher(id: div.descriptions.first ?? div.id ?? "div\(number + 1)"), section: here.section))
    here.item = articles.count - 1
    titles[articles.count - 1] = div.label ?? title(of: div)
    here.isSection = false
    here.component = nil
    here.role =
      switch type {
      case .article, .notice: .paragraph
      case .advertisement: .advertisementText
      case .table: .table
      case .illustration: .caption
      case .masthead: .masthead
      case .furniture: .furniture
      }
  }

  /// A section that holds units keeps only its name and what stands loose in it; one that holds none is an article.
  private mutating func beginSection(_ number: Int, _ here: inout Context) {
    let div = document.divs[number]
    let hasUnits = document.all(below: div.children).contains { isUnit(document.divs[$0].kind) }
    begin(.article, number, &here)
    here.isSection = hasUnits
    sections.insert(articles.count - 1)
    here.section = div.label ?? title(of: div) ?? here.section
  }

  private func title(of div: METSDiv) -> String? {
    div.descriptions.lazy.compactMap { document.descriptions[$0]?.title }.first
  }

  private mutating func addLines(of div: METSDiv, _ here: inout Context) {
    guard let item = here.item else { return }
    var pointers = div.areas.compactMap { area in area.begin.map { (area, [$0]) } }
    for target in div.id.flatMap({ document.links[$0] }) ?? [] {
      guard let number = divsByID[target] else { continue }
      usesLinks = true
      // A page area is often a block of the same id; else it says which words or blocks it spans.
      for area in document.divs[number].areas where index.isPage(area.fileID) {
        pointers.append((area, [target] + (area.begin.map { [$0] } ?? [])))
      }
    }
    if !here.isSection {
      for area in div.areas where area.begin == nil && index.isPage(area.fileID) {
        wholePages.append((item, area, here.role))
      }
    }
    let gathers = METSRoles.role(div.kind) != nil || div.kind == "TEXT" || METSRoles.itemType(div.kind) != .article
    for (area, ids) in pointers where index.isPage(area.fileID) {
      guard let lines = resolve(area, ids) else { continue }
      if !gathers { here.component = nil }
      add(lines, to: item, &here)
    }
  }

  /// A unit that points at the file of a page, as full-page advertisements do, has all its lines if no other unit has
  /// any of them or points at it too. Of one that has lines besides, it only says on which page they are.
  private mutating func addWholePages() {
    let owners = Dictionary(grouping: wholePages) { $0.area.fileID }.mapValues { Set($0.map(\.item)) }
    var own: Set<Int> = []
    for (item, area, role) in wholePages where articles[item].components.isEmpty || own.contains(item) {
      let lines = index.lines(area.fileID, in: issue)
      guard owners[area.fileID]?.count == 1, !lines.contains(where: { claimed[$0.page][$0.line] }) else {
        unresolved += 1
        firstUnresolved = firstUnresolved ?? area.line
        continue
      }
      own.insert(item)
      for line in lines { claimed[line.page][line.line] = true }
      var here = Context(item: item, role: role)
      add(lines, to: item, &here)
    }
  }

  private mutating func resolve(_ area: METSArea, _ ids: [String]) -> [LineRef]? {
    for id in ids {
      guard var lines = index.lines(area.fileID, from: id, to: id == area.begin ? area.end : nil, in: issue) else {
        continue
      }
      if isOwn, let rectangle = area.rectangle { lines = lines.filter { METSPlaces.holds(rectangle, $0, in: issue) } }
      let free = lines.filter { !claimed[$0.page][$0.line] }
      if free.count < lines.count {
        doubled += 1
        firstDoubled = firstDoubled ?? area.line
      }
      for line in free { claimed[line.page][line.line] = true }
      return free
    }
    unresolved += 1
    firstUnresolved = firstUnresolved ?? area.line
    return nil
  }

  private mutating func add(_ lines: [LineRef], to item: Int, _ here: inout Context) {
    guard !lines.isEmpty else { return }
    if let component = here.component, articles[item].components.indices.contains(component) {
      articles[item].components[component].lines += lines
      return
    }
    let role = here.role ?? .paragraph
    let isAdvertisement = articles[item].type == .advertisement && role == .paragraph
    articles[item].components.append(Component(isAdvertisement ? .advertisementText : role, lines: lines))
    here.component = articles[item].components.count - 1
  }
}
