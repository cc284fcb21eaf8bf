import OffprintModel
import OffprintXML

extension TEIHandler {
  mutating func beginBlock(_ name: TEIName, _ attributes: XMLAttributes) -> Int? {
    // A paragraph in a cell or an item is part of it, but for its own lines.
    endLine()
    let type = attributes[tei: .type]
    var block = TEIReadBlock(id: attributes[tei: .id])
    if let facs = attributes[tei: .facs], facs.hasPrefix("#") {
      block.box = zones[key(String(facs.dropFirst()))] ?? .unknown
    }
    block.language = attributes[tei: .lang].flatMap(LanguageCode.bcp47) ?? language
    if name == .table || isInside(.table) { block.kind = .table }
    if isInside(.figure) { block.label = "caption" }
    switch name {
    case .head: block.label = block.label ?? "heading"
    case .fw:
      block.label = type ?? "furniture"
      let place = attributes[tei: .place] ?? ""
      block.region = place.hasPrefix("top") ? .topMargin : place.hasPrefix("bot") ? .bottomMargin : .printSpace
    default: if article.map({ articles[$0].type == .advertisement }) == true { block.label = "advertisement" }
    }
    blocks.append(block)
    let role = TEIRoles.role(
      name, type: type, isInFigure: isInside(.figure), isInTable: isInside(.table), isInList: isInside(.list),
      depth: depthInArticle, hasHead: divisions.last?.hasHead ?? false, unit: article.map { articles[$0].type })
    if role == .headline, let last = divisions.indices.last {
      divisions[last].hasHead = true
    }
    if let article {
      articles[article].components.append(TEIReadComponent(role: role, block: blocks.count - 1))
    }
    loose = nil
    return blocks.count - 1
  }

  func isInside(_ name: TEIName) -> Bool { open.contains { $0.name == name } }

  /// The innermost article that is open.
  var article: Int? { divisions.last { $0.article != nil }?.article }

  /// Divisions that are open inside of the article and are none.
  private var depthInArticle: Int { divisions.reversed().prefix { $0.article == nil }.count }

  private var language: String? { divisions.last { $0.language != nil }?.language }

  mutating func beginDivision(_ attributes: XMLAttributes) {
    endLine()
    loose = nil
    var division = TEIDivisionRead(language: attributes[tei: .lang].flatMap(LanguageCode.bcp47))
    if let written = attributes[tei: .type] {
      if let type = TEIRoles.type(written) {
        if let around = article { articles[around].isSection = true }
        division.article = articles.count
        articles.append(
          TEIReadArticle(
            id: attributes[tei: .n] ?? attributes[tei: .id] ?? "\(written)-\(articles.count + 1)", type: type,
            language: division.language ?? language))
      } else if written != "section" {
        findings.count(.unknownType, fileLine, name: written)
      }
    }
    divisions.append(division)
  }

  mutating func endDivision() {
    endLine()
    loose = nil
    _ = divisions.popLast()
  }

  mutating func beginPage(_ attributes: XMLAttributes) {
    if attributes[tei: .break] == "no" { isGoingOn = true }
    endLine()
    registerPage()
    let label = attributes[tei: .n]
    let facs = attributes[tei: .facs]
    let surface = facs.flatMap { $0.hasPrefix("#") ? key(String($0.dropFirst())) : nil }
    pageBreaks += 1
    page = TEIReadPage(key: surface ?? "\(file)@\(facs ?? label ?? "-\(pageBreaks)")", label: label)
    page?.image = surface == nil ? facs : surface.flatMap { images[$0] }
    if let size = surface.flatMap({ zones[$0] }), size.right > 0 {
      page?.size = Box(left: 0, top: 0, right: size.right, bottom: size.bottom)
    }
    isPageUsed = false
  }

  /// A page without lines is a page too, unless it is one that was open before.
  mutating func registerPage() {
    guard let page, !isPageUsed else { return }
    _ = index(of: page)
  }

  private mutating func index(of page: TEIReadPage) -> Int {
    if let found = pageNumbers[page.key] { return found }
    pageNumbers[page.key] = pages.count
    pages.append(page)
    return pages.count - 1
  }

  mutating func beginLine(_ attributes: XMLAttributes) {
    if attributes[tei: .break] == "no" { isGoingOn = true }
    endLine()
    let isFirst = tables.last.map { $0.cell != lines.last?.cell } ?? false
    open(attributes[tei: .n], attributes[tei: .facs], attributes[tei: .id])
    if isFirst, let line { lines[line].mayHoldCells = true }
  }

  /// Begins a line: on the page that its own name says, or the one that is open. It goes on with a word that a break
  /// before it has left open, be it one of the line or of the page alone.
  private mutating func open(_ name: String? = nil, _ facs: String? = nil, _ id: String? = nil) {
    var here = page ?? TEIReadPage(key: "\(file)@@")
    let named = name.flatMap(TEIReadLine.Name.init)
    if let named {
      here.key = "=\(named.page)"
      here.name = named.page
    }
    isPageUsed = true
    let block = open.last { $0.block != nil }?.block
    var box = Box.unknown
    if let facs, facs.hasPrefix("#") {
      box = zones[key(String(facs.dropFirst()))] ?? .unknown
      if !box.isKnown { findings.count(.brokenReference, fileLine, name: facs) }
    }
    line = lines.count
    lines.append(
      TEIReadLine(page: index(of: here), name: named, block: block ?? looseBlock(), box: box, id: id ?? name))
    lines[lines.count - 1].isSecondHalf = isGoingOn
    lines[lines.count - 1].cell = tables.last?.cell
    isGoingOn = false
    wantsLine = false
    guard let article else { return }
    if block == nil {
      if articles[article].components.last?.block != lines[lines.count - 1].block {
        articles[article].components.append(
          TEIReadComponent(role: .paragraph, block: lines[lines.count - 1].block))
      }
    }
    let owner = articles[article].components.lastIndex { $0.block == lines[lines.count - 1].block }
    guard let owner else { return }
    articles[article].components[owner].lines.append(lines.count - 1)
  }

  /// The block for text that is in none.
  private mutating func looseBlock() -> Int {
    if let block = loose { return block }
    findings.count(.outsideBlock, fileLine)
    blocks.append(TEIReadBlock(language: language))
    loose = blocks.count - 1
    return blocks.count - 1
  }

  mutating func endLine() {
    if let line, isGoingOn { lines[line].isFirstHalf = true }
    line = nil
  }

  /// Text of a line; white space before the first word of a block begins none.
  mutating func add(_ text: XMLBytes) {
    guard text.bytes.contains(where: { $0 > 0x20 }) else { return addSpace() }
    if wantsLine { endLine() }
    if line == nil { open() }
    guard let line else { return }
    if let cell = tables.last?.cell { lines[line].reach(cell) }
    if let raised = open.last(where: { $0.raised != nil })?.raised {
      lines[line].bytes.append(contentsOf: raised.written(text.bytes))
    } else {
      lines[line].bytes.append(contentsOf: text.bytes)
    }
    isGoingOn = false
    if let look = open.last(where: { $0.look != nil })?.look, lines[line].look == nil { lines[line].look = look }
  }

  mutating func addSpace() {
    if let line { lines[line].bytes.append(0x20) }
  }
}
