import OffprintModel
import OffprintXML

/// Collects the pages of a PAGE file of any version.
///
/// A region's place and a line's text stand behind what they are needed for, and regions stand inside each other, so
/// that a page is collected whole and made into blocks at its end.
struct PAGEHandler: XMLHandler {
  static let vocabulary = PAGEName.allCases.map(\.written)

  let name: String
  var pages: [PAGEPage] = []
  var page = PAGEPageData()
  var content = PAGEContent()
  var findings = PAGEFindings()
  var creator: String?
  var created: String?
  var lastChange: String?

  /// Elements that are open; nil for one that is not known.
  var open: [PAGEName?] = []
  var regions: [Int] = []
  var cell: PAGECell?
  var line: PAGELine?
  var word: PAGEWord?
  var glyph = PAGEText()
  /// The letters of the open word, by its glyphs.
  var letters: [UInt8] = []
  var reading: PAGEReading?
  /// The element whose text is being collected, and where it begins in the bytes of the content.
  private var textOf: PAGEName?
  private var textStart = 0
  /// Where Coords or a Baseline with Point elements stands.
  var place: PAGEPlace?

  init(name: String) { self.name = name }

  mutating func start(_ element: Int, _ attributes: XMLAttributes) {
    let name = PAGEName.byNumber.indices.contains(element) ? PAGEName.byNumber[element] : nil
    defer { open.append(name) }
    guard let name else { return }
    if isInUnknown(name) { findings.count(.unknownElement, attributes.line) }
    switch name {
    case .unicode, .plainText, .creator, .created, .lastChange:
      textOf = name
      textStart = content.bytes.count
    case .textEquiv: reading = PAGEReading(attributes)
    case .coords, .baseline: place = place(attributes)
    case .point: place?.add(attributes.value(.x)?.double, attributes.value(.y)?.double)
    case .word: beginWord(attributes)
    case .textLine: beginLine(attributes)
    case .tableCell:
      cell = PAGECell(
        cell: TableCell(attributes, row: .row, column: .col),
        firstLine: regions.last.map { page.regions[$0].lines.count } ?? 0)
    case .tableCellRole:
      if let region = regions.last {
        page.regions[region].cell = TableCell(attributes, row: .rowIndex, column: .columnIndex)
      }
    case .textStyle: style(attributes)
    case .page:
      // What stands in the page around it, or outside of all pages, is a page of its own.
      finish()
      page = PAGEPageData(attributes)
    case .readingOrder, .orderedGroup, .orderedGroupIndexed, .unorderedGroup, .unorderedGroupIndexed,
      .regionRefIndexed, .regionRefElement:
      page.order.begin(name, attributes)
    default: if name.blockKind != nil { beginRegion(name, attributes) }
    }
  }

  mutating func end(_ element: Int) {
    guard let name = open.popLast() ?? nil else { return }
    switch name {
    case .unicode, .plainText: endText(name)
    case .textEquiv: endReading()
    case .coords, .baseline: endPlace(name)
    case .glyph: endGlyph()
    case .word: endWord()
    case .textLine: endLine()
    case .tableCell: endCell()
    case .readingOrder, .orderedGroup, .orderedGroupIndexed, .unorderedGroup, .unorderedGroupIndexed:
      page.order.end(name)
    case .page: endPage()
    case .creator: creator = creator ?? collectedLine
    case .created: created = created ?? collectedLine
    case .lastChange: lastChange = lastChange ?? collectedLine
    default: if name.blockKind != nil { _ = regions.popLast() }
    }
    if name == textOf { textOf = nil }
  }

  mutating func text(_ text: XMLBytes) {
    if textOf != nil { content.bytes.append(contentsOf: text.bytes) }
  }

  /// True for a region or a line inside of an element that is not known; what it is part of is lost then.
  private func isInUnknown(_ name: PAGEName) -> Bool {
    guard name == .textLine || name == .word || name.blockKind != nil, let last = open.last else { return false }
    return last == nil
  }

  private mutating func endText(_ name: PAGEName) {
    let text = collected
    if name == .unicode { reading?.text = text } else { reading?.plain = text }
  }

  private var collected: Range<Int> { textStart..<content.bytes.count }

  /// The first line of what was collected.
  private var collectedLine: String? {
    let text = String(decoding: content.bytes[collected], as: UTF8.self)
    return text.split(whereSeparator: \.isNewline).lazy.map { $0.split { $0.isWhitespace }.joined(separator: " ") }
      .first { !$0.isEmpty }
  }
}
