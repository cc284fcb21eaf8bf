import OffprintModel
import OffprintXML

/// A block that may have lines or further blocks in it.
struct HOCRArea {
  var id: String?
  var kind: BlockKind
  var label: String?
  var region: PageRegion
  var box: Box
  var language: String?
  var style: Int
  /// True if a block was made of it; what stands behind a block inside of it makes another one.
  var hasBlock = false
  /// True if a block was made of something inside of it.
  var hasOthersInside = false
  /// How many blocks the page had before it.
  var firstBlock: Int
}

extension HOCRHandler {
  mutating func beginPage(_ title: HOCRTitle, _ attributes: XMLAttributes) {
    finishPage()
    isInPage = true
    areas = []
    if title.box.isKnown, title.box.right > 0, title.box.bottom > 0 {
      builder.size = Box(left: 0, top: 0, right: title.box.right, bottom: title.box.bottom)
    }
    builder.image = title.image
    builder.label = title.printedNumber
    builder.language = title.language ?? language(attributes)
  }

  mutating func endPage() {
    endLine()
    areas = []
    var page = builder.finish(number: pages.count + 1)
    if !page.size.isKnown {
      let all = page.blocks.reduce(Box.unknown) { $0.union($1.box) }
      if all.isKnown { page.size = Box(left: 0, top: 0, right: all.right, bottom: all.bottom) }
    }
    page.tables = page.tables(of: tables)
    pages.append(page)
    isInPage = false
    tables = []
    builder = PageBuilder(name: "\(name)-\(pages.count + 1)")
    fonts = HOCRFonts()
    for index in open.indices { open[index].style = nil }
    elements = 0
    repeated = 0
  }

  /// Makes a page of what stands outside of all pages, so that no line of it is lost.
  mutating func finishPage() {
    endLine()
    if isInPage || builder.blockCount > 0 { endPage() }
  }

  mutating func beginArea(
    _ kind: BlockKind, _ label: String?, _ title: HOCRTitle, _ attributes: XMLAttributes
  ) {
    endLine()
    let around = areas.last
    let region: PageRegion =
      label == "header" ? .topMargin : label == "footer" ? .bottomMargin : around?.region ?? .printSpace
    areas.append(
      HOCRArea(
        id: attributes.filled(html: .id), kind: kind == .text ? around?.kind ?? .text : kind,
        label: label ?? around?.label, region: region, box: title.box,
        language: title.language ?? language(attributes) ?? around?.language, style: style,
        firstBlock: builder.blockCount))
  }

  /// A picture or a rule is a block without lines too; an area of text without any is none.
  mutating func endArea() {
    endLine()
    guard let area = areas.last else { return }
    if area.kind != .text, !area.hasBlock, !area.hasOthersInside, areas.dropLast().last?.kind != area.kind {
      beginBlock(label: area.label, id: nil)
    }
    areas.removeLast()
    if area.kind == .table, areas.last?.kind != .table { tables.append(Array(area.firstBlock..<builder.blockCount)) }
  }

  /// Begins a block for the innermost area.
  ///
  /// - Parameter id: that of its first line, which names it if the area's own name is taken by a block of its own.
  mutating func beginBlock(label: String?, id: String?) {
    elements += 1
    var area =
      areas.last
      ?? HOCRArea(kind: .text, region: .printSpace, box: .unknown, style: style, firstBlock: builder.blockCount)
    let isFirst = !area.hasBlock
    let isWhole = isFirst && !area.hasOthersInside
    if !areas.isEmpty {
      areas[areas.count - 1].hasBlock = true
      for index in areas.indices.dropLast() { areas[index].hasOthersInside = true }
    }
    if !isFirst { area.id = id ?? area.id.map { "\($0)-\(elements)" } }
    builder.beginBlock(
      id: area.id ?? "_anon\(elements - 1)", kind: area.kind, region: area.region,
      box: isWhole ? area.box : .unknown, style: area.style, language: area.language, label: label)
    line.blockLabel = label
    line.block = areas.count
    if builder.repeatedIDs.count > repeated {
      repeated = builder.repeatedIDs.count
      findings.count(.repeatedID, fileLine, name: area.id)
    }
  }

  /// Nearly all paragraphs have the language of the one before.
  mutating func language(_ attributes: XMLAttributes) -> String? {
    guard let written = attributes[html: .lang], !written.isEmpty else { return nil }
    if let known = lastLanguage, written.equals(known.written) { return known.language }
    let language = HOCRLanguage.bcp47(written.string)
    lastLanguage = (Array(written.bytes), language)
    return language
  }
}
