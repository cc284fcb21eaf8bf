import OffprintModel
import OffprintXML

/// A block of a page as FineReader has it.
struct ABBYYBlock {
  var id: String
  var kind: BlockKind
  var box: Box
  /// Paragraphs are blocks of the page, but for those of tables, which are parts of one thing.
  var isWhole: Bool
  /// Where the cells of a table are met.
  var table = TableCursor()
  /// True if each rule in it is a block of the page.
  var holdsSeparators = false
  var separators = 0
  var paragraphs = 0
  /// What the style of the open paragraph says it is.
  var label: String?
  /// True if a block of the page was made of what is open.
  var isBegun = false
  /// True if one was made of any part.
  var hasAny = false
}

/// A rule between two points.
struct ABBYYSeparator {
  var thickness = 1
  private var points: [(x: Double, y: Double)] = []

  init(thickness: Int = 1) { self.thickness = max(1, min(1000, thickness)) }

  mutating func add(_ x: Double?, _ y: Double?) {
    if let x, let y, abs(x) <= 1e9, abs(y) <= 1e9, points.count < 2 { points.append((x, y)) }
  }

  var box: Box {
    guard points.count == 2 else { return .unknown }
    let (left, right) = (min(points[0].x, points[1].x), max(points[0].x, points[1].x))
    let (top, bottom) = (min(points[0].y, points[1].y), max(points[0].y, points[1].y))
    let isUpright = bottom - top > right - left
    return Box(
      x: Int(left), y: Int(top), width: max(Int(right - left), isUpright ? thickness : 1),
      height: max(Int(bottom - top), isUpright ? 1 : thickness))
  }
}

extension ABBYYHandler {
  mutating func beginPage(_ attributes: XMLAttributes) {
    finish()
    isInPage = true
    builder.label = nil
    if let width = attributes[abbyy: .width]?.double, let height = attributes[abbyy: .height]?.double, width > 0,
      height > 0,
      max(width, height) <= 1e9
    {
      builder.size = Box(x: 0, y: 0, width: Int(width.rounded()), height: Int(height.rounded()))
    }
  }

  mutating func endPage() {
    endLine()
    endBlock()
    var page = builder.finish(number: pages.count + 1)
    if !page.size.isKnown {
      let all = page.blocks.reduce(Box.unknown) { $0.union($1.box) }
      if all.isKnown { page.size = Box(left: 0, top: 0, right: all.right, bottom: all.bottom) }
    }
    languages.apply(to: &page, main: mainLanguage)
    pages.append(page)
    isInPage = false
    builder = PageBuilder(name: "\(name)-\(pages.count + 1)")
    blocks = 0
  }

  /// Makes a page of what stands outside of all pages, so that no line of it is lost.
  mutating func finish() {
    endLine()
    endBlock()
    if isInPage || builder.blockCount > 0 { endPage() }
  }

  mutating func beginBlock(_ attributes: XMLAttributes) {
    endLine()
    endBlock()
    blocks += 1
    if !isInPage { findings.count(.outsidePage, attributes.line) }
    let type = attributes.filled(abbyy: .blockType) ?? ""
    let kind: BlockKind
    switch type {
    case "Text", "Checkmark", "GroupCheckmark", "CheckmarkGroup": kind = .text
    case "Table": kind = .table
    case "Picture", "RasterPicture", "VectorPicture", "Barcode": kind = .illustration
    case "Separator", "SeparatorsBox": kind = .separator
    default:
      kind = .text
      findings.count(.unknownBlock, attributes.line, name: type)
    }
    block = ABBYYBlock(
      id: attributes.filled(abbyy: .pageElemId) ?? attributes.filled(abbyy: .id) ?? "b\(blocks)", kind: kind,
      box: box(attributes),
      isWhole: kind != .text, holdsSeparators: type == "SeparatorsBox")
  }

  /// A picture, a rule or a table is a block without lines too.
  mutating func endBlock() {
    endLine()
    if let block, !block.hasAny, block.kind != .text { beginModelBlock() }
    block = nil
  }

  mutating func beginRow() {
    endLine()
    block?.table.beginRow()
  }

  mutating func beginCell(_ attributes: XMLAttributes) {
    endLine()
    block?.table.beginCell(
      rowSpan: attributes[abbyy: .rowSpan]?.int ?? 1, columnSpan: attributes[abbyy: .colSpan]?.int ?? 1)
  }

  mutating func beginParagraph(_ attributes: XMLAttributes) {
    endLine()
    guard block?.isWhole == false else { return }
    block?.paragraphs += 1
    block?.isBegun = false
    block?.label = attributes[abbyy: .style].flatMap { styles.role($0) }
  }

  /// Begins the block of the page that lines go to: the open paragraph, or the whole of what holds it.
  mutating func beginModelBlock() {
    if block == nil {
      blocks += 1
      block = ABBYYBlock(id: "b\(blocks)", kind: .text, box: .unknown, isWhole: true)
    }
    guard let own = block else { return }
    let isParagraph = !own.isWhole && own.paragraphs > 0
    builder.beginBlock(
      id: isParagraph ? "\(own.id)p\(own.paragraphs)" : own.id, kind: own.kind,
      box: isParagraph ? .unknown : own.box, label: own.label)
    block?.isBegun = true
    block?.hasAny = true
  }

  mutating func endSeparator() {
    guard block?.holdsSeparators == true, separator.box.isKnown else { return }
    block?.separators += 1
    block?.hasAny = true
    block?.isBegun = false
    builder.beginBlock(
      id: "\(block?.id ?? "b")s\(block?.separators ?? 1)", kind: .separator, box: separator.box)
  }
}
