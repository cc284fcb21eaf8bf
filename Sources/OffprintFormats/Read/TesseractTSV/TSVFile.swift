import OffprintModel
import OffprintXML

/// Builds pages from the rows of a table of words, as Tesseract writes it.
///
/// Rows of the levels 1 to 4 are pages, blocks, paragraphs and lines, those of 5 are words. Tables that were filtered
/// may have words alone; their numbers tell the same.
struct TSVFile {
  private let name: String
  private var builder: PageBuilder
  private(set) var pages: [Page] = []
  private(set) var findings = ReadFindings<TSVFinding>()

  private var open: Place?
  private var isBlockOpen = false
  private var isLineOpen = false
  private var row = 0
  /// The place of the open paragraph as its row gives it.
  private var paragraph = Box.unknown

  /// The numbers of a row.
  private struct Place: Equatable {
    var page = 1
    var block = 0
    var paragraph = 0
    var line = 0
  }

  init(_ text: [UInt8], name: String) {
    self.name = name
    builder = PageBuilder(name: name)
    var columns: TSVColumns?
    for rowText in text.split(separator: 0x0A, omittingEmptySubsequences: false) {
      row += 1
      let bare = rowText.last == 0x0D ? rowText.dropLast() : rowText
      guard !bare.isEmpty else { continue }
      let fields = bare.split(separator: 0x09, omittingEmptySubsequences: false)
      if let known = columns, !Self.isHead(fields) {
        take(fields, known)
      } else {
        // A file may be several tables, one behind the other; each is of pages of its own.
        if columns != nil { endPage() }
        let found = TSVColumns(fields)
        columns = found
        if !found.areNamed { take(fields, found) }
      }
    }
    endPage()
  }

  private static func isHead(_ fields: [ArraySlice<UInt8>]) -> Bool {
    fields.first?.elementsEqual("level".utf8) == true && TSVColumns(fields).areNamed
  }

  private mutating func take(_ fields: [ArraySlice<UInt8>], _ columns: TSVColumns) {
    func number(_ name: TSVColumns.Name) -> Double? {
      columns.field(name, fields)?.withUnsafeBufferPointer { XMLBytes($0).double }
    }
    // The last column may be missing where it would be empty.
    guard fields.count >= columns.count - 1, let level = number(.level),
      let page = number(.page), let block = number(.block), let paragraph = number(.paragraph),
      let line = number(.line)
    else { return takeBroken(fields) }
    let place = Place(
      page: Self.whole(page), block: Self.whole(block), paragraph: Self.whole(paragraph), line: Self.whole(line))
    let box = box(number(.left), number(.top), number(.width), number(.height))
    switch level {
    case 1:
      endPage()
      open = Place(page: place.page)
      if box.isKnown, box.width > 0 { builder.size = Box(left: 0, top: 0, right: box.right, bottom: box.bottom) }
    case 2: beginBlock(place, .unknown)
    case 3: beginBlock(place, box)
    case 4: beginLine(place, box)
    default:
      if level != 5 { findings.count(.unknownLevel, row) }
      addWord(columns.field(.text, fields) ?? [], place, box, number(.confidence))
      // A text with tabs inside.
      if fields.dropFirst(columns.count).contains(where: { !$0.isEmpty }) { findings.count(.tabInText, row) }
      for more in fields.dropFirst(columns.count) { addWord(more, place, .unknown, nil) }
    }
  }

  private mutating func beginBlock(_ place: Place, _ box: Box) {
    turn(to: place)
    isBlockOpen = false
    isLineOpen = false
    paragraph = box
    open = place
  }

  private mutating func beginLine(_ place: Place, _ box: Box) {
    if !isBlockOpen || !isSameBlock(place) {
      turn(to: place)
      builder.beginBlock(id: "b\(place.block)p\(place.paragraph)", box: isSameBlock(place) ? paragraph : .unknown)
      isBlockOpen = true
    }
    builder.beginLine(box: box)
    isLineOpen = true
    open = place
  }

  private mutating func addWord(_ text: ArraySlice<UInt8>, _ place: Place, _ box: Box, _ confidence: Double?) {
    if !isLineOpen || open != place { beginLine(place, .unknown) }
    let texts = WhiteSpace.parts(of: Array(text))
    let share = confidence.flatMap { (0...100).contains($0) ? $0 / 100 : nil }
    for (part, box) in zip(texts, PageWords.shares(texts, box)) {
      builder.addWord(part, box: box, confidence: share)
    }
    builder.vouchForSoftMark()
  }

  /// The text of a row with other columns, or of a text with a line end inside.
  private mutating func takeBroken(_ fields: [ArraySlice<UInt8>]) {
    findings.count(.brokenRow, row)
    let texts = fields.filter { $0.withUnsafeBufferPointer { XMLBytes($0).double == nil } }
      .flatMap { WhiteSpace.parts(of: Array($0)) }
    guard !texts.isEmpty else { return }
    if !isLineOpen { beginLine(open ?? Place(), .unknown) }
    for part in texts { builder.addWord(part) }
  }

  private func isSameBlock(_ place: Place) -> Bool {
    open?.page == place.page && open?.block == place.block && open?.paragraph == place.paragraph
  }

  /// Ends the page if a row is of another one.
  private mutating func turn(to place: Place) {
    if let page = open?.page, page != place.page { endPage() }
  }

  private mutating func endPage() {
    guard open != nil || builder.blockCount > 0 else { return }
    var page = builder.finish(number: pages.count + 1)
    if !page.size.isKnown {
      let all = page.blocks.reduce(Box.unknown) { $0.union($1.box) }
      if all.isKnown { page.size = Box(left: 0, top: 0, right: all.right, bottom: all.bottom) }
    }
    pages.append(page)
    builder = PageBuilder(name: "\(name)-\(pages.count + 1)")
    open = nil
    isBlockOpen = false
    isLineOpen = false
    paragraph = .unknown
  }

  private mutating func box(_ left: Double?, _ top: Double?, _ width: Double?, _ height: Double?) -> Box {
    guard let left, let top, let width, let height, width >= 0, height >= 0,
      max(abs(left), abs(top), width, height) <= 1e9
    else {
      findings.count(.badPlace, row)
      return .unknown
    }
    return Box(
      left: Int(left.rounded()), top: Int(top.rounded()), right: Int((left + width).rounded()),
      bottom: Int((top + height).rounded()))
  }

  private static func whole(_ value: Double) -> Int { Int(max(-1e9, min(1e9, value))) }
}
