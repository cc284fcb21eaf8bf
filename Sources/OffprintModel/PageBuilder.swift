/// Builds a page as a reader meets its parts: blocks, their lines, their words, in the order of the file.
///
/// ```swift
/// var builder = PageBuilder(name: "0001")
/// builder.beginBlock(id: "TB1", box: box)
/// builder.beginLine(box: box)
/// builder.addWord("Reichs-".utf8, box: box, confidence: 0.93)
/// let page = builder.finish()
/// ```
public struct PageBuilder {
  // Kept here and not in a `PageStorage`, so that no access to an object is paid for each word.
  private var text: [UInt8] = []
  private var words: [WordRecord] = []
  private var lines: [LineRecord] = []
  private var blocks: [BlockRecord] = []
  private var styles = [TextStyle()]
  private var cells: [TableCell] = []
  /// Index of the cell that lines are begun in; -1 outside of all.
  private var cell: Int32 = -1
  private var blockIDs: [String: Int] = [:]
  private var openBlock = false
  private var openLine = false
  /// The line that words are added to; it joins the others when it ends. It means nothing while none is open.
  private var line = LineRecord.blank
  private var pendingWholeWord: [UInt8] = []
  private let name: String

  public var size = Box.unknown
  public var unit = MeasurementUnit.pixel
  public var resolution: Double?
  public var image: String?
  public var label: String?
  public var language: String?
  public var file: String
  /// Ids that stood more than once in the file; all but the first were given a suffix `~2`, `~3`, ….
  public private(set) var repeatedIDs: [String] = []

  public init(name: String) {
    self.name = name
    file = name
  }

  /// Adds a style and gives the number to use for it; equal styles share one.
  public mutating func style(_ style: TextStyle) -> Int {
    if let known = styles.firstIndex(of: style) { return known }
    guard styles.count < Int(UInt16.max) else { return 0 }
    styles.append(style)
    return styles.count - 1
  }

  /// The style that a number stands for.
  public func style(numbered number: Int) -> TextStyle {
    styles.indices.contains(number) ? styles[number] : TextStyle()
  }

  public var blockCount: Int { blocks.count }

  public mutating func beginBlock(
    id: String, kind: BlockKind = .text, region: PageRegion = .printSpace, box: Box = .unknown, style: Int = 0,
    language: String? = nil, label: String? = nil
  ) {
    endBlock()
    cell = -1
    let unique = uniqueID(id)
    let from = UInt32(lines.count)
    blocks.append(
      BlockRecord(
        id: unique, kind: kind, region: region, lines: from..<from, box: box,
        style: UInt16(clamping: style), language: language, label: label))
    openBlock = true
  }

  /// The id itself, or with the first suffix that no id of the file has.
  private mutating func uniqueID(_ id: String) -> String {
    let seen = blockIDs[id, default: 0] + 1
    blockIDs[id] = seen
    guard seen > 1 else { return id }
    repeatedIDs.append(id)
    var suffix = seen
    while blockIDs["\(id)~\(suffix)"] != nil { suffix += 1 }
    blockIDs["\(id)~\(suffix)"] = 1
    return "\(id)~\(suffix)"
  }

  /// Says in which cell of a table the lines stand that are begun from now on, until the block ends.
  ///
  /// - Parameter cell: nil, or one that is not possible, for lines in none.
  public mutating func setCell(_ cell: TableCell?) {
    guard let cell, cell.isPossible else {
      self.cell = -1
      return
    }
    if self.cell >= 0, cells[Int(self.cell)] == cell { return }
    self.cell = Int32(cells.count)
    cells.append(cell)
  }

  /// Begins a line of the open block. `number` is needed for text pages only; else lines count from 0 in a block.
  @inlinable
  public mutating func beginLine(
    box: Box = .unknown, style: Int = 0, number: Int? = nil, sourceID: (some Sequence<UInt8>)? = [UInt8]?.none,
    emptyLinesBefore: Int = 0
  ) {
    let inOne: Void? = sourceID?.withContiguousStorageIfAvailable {
      begin(box, style, number, id: $0, emptyLinesBefore)
    }
    if inOne == nil {
      (sourceID.map { Array($0) } ?? []).withUnsafeBufferPointer {
        begin(box, style, number, id: $0, emptyLinesBefore)
      }
    }
  }

  @usableFromInline
  mutating func begin(
    _ box: Box, _ style: Int, _ number: Int?, id: UnsafeBufferPointer<UInt8>, _ emptyLinesBefore: Int
  ) {
    endLine()
    if !openBlock { beginBlock(id: "_anon\(blocks.count)") }
    let block = blocks.count - 1
    let inBlock = lines.count - Int(blocks[block].lines.lowerBound)
    let id = append(id)
    let word = UInt32(words.count)
    openLine = true
    line = LineRecord(
      text: TextSpan(start: UInt32(text.count), count: 0), words: word..<word, box: box,
      block: UInt32(block), number: UInt32(number ?? inBlock), part: -1, isLaterPart: false,
      style: UInt16(clamping: style), markLength: 0, halves: [], wholeWord: .empty,
      sourceID: id.count == 0 ? .empty : id, emptyLinesBefore: UInt8(clamping: emptyLinesBefore),
      cell: cell)
  }

  /// Says the place of the open block, for files that give it behind its beginning. A place that is known stays.
  public mutating func setBlockBox(_ box: Box) {
    guard openBlock, let last = blocks.indices.last, !blocks[last].box.isKnown else { return }
    blocks[last].box = box
  }

  /// Says the place of the open line in the same way.
  public mutating func setLineBox(_ box: Box) {
    if openLine, !line.box.isKnown { line.box = box }
  }

  /// Says the place of the last word in the same way.
  public mutating func setWordBox(_ box: Box) {
    guard openLine, !line.words.isEmpty, let last = words.indices.last, !words[last].box.isKnown else { return }
    words[last].box = box
  }

  /// Sets the style of the open line, for sources in which it follows from the words.
  public mutating func setLineStyle(_ style: Int) { line.style = UInt16(clamping: style) }

  /// Adds a word to the open line, after a space unless it is the first. Empty words are not added.
  ///
  /// - Parameter spaces: how many spaces to put before it; text pages keep their own.
  @inlinable
  public mutating func addWord(
    _ bytes: some Sequence<UInt8>, box: Box = .unknown, confidence: Double? = nil, style: Int = 0, spaces: Int = 1
  ) {
    let inOne: Void? = bytes.withContiguousStorageIfAvailable { add(word: $0, box, confidence, style, spaces) }
    if inOne == nil {
      Array(bytes).withUnsafeBufferPointer { add(word: $0, box, confidence, style, spaces) }
    }
  }

  @usableFromInline
  mutating func add(
    word bytes: UnsafeBufferPointer<UInt8>, _ box: Box, _ confidence: Double?, _ style: Int, _ spaces: Int
  ) {
    if !openLine { begin(.unknown, 0, nil, id: UnsafeBufferPointer(start: nil, count: 0), 0) }
    guard !bytes.isEmpty else { return }
    let isFirst = line.words.isEmpty
    if !isFirst {
      if spaces == 1 { text.append(0x20) } else { text.append(contentsOf: repeatElement(0x20, count: spaces)) }
    }
    let span = append(bytes)
    words.append(
      WordRecord(
        text: span, box: box,
        confidence: confidence.map { $0.isFinite ? UInt8(max(0, min(1, $0)) * 100 + 0.5) : 255 } ?? 255,
        style: UInt16(clamping: style)))
    if isFirst { line.text.start = span.start }
    line.text.count = UInt32(text.count) - line.text.start
    line.words = line.words.lowerBound..<UInt32(words.count)
    // A mark that a word follows does not stand at the line's end.
    line.markLength = 0
  }

  /// Sets the break mark of the open line, as an element of its own has it (ALTO HYP). The very mark that the last word
  /// ends with already is not set twice; behind other ones it is set, and all are the line's mark, since the source has
  /// all.
  ///
  /// - Parameter isAssumed: true if the source says that there is a mark and not which; any that is there is it.
  public mutating func addMark(_ mark: some Collection<UInt8>, isAssumed: Bool = false) {
    guard openLine, !line.words.isEmpty, !mark.isEmpty, let last = words.indices.last else { return }
    let (isThere, length) = fit(of: mark, in: words[last].text, isAssumed: isAssumed)
    if !isThere {
      let added = append(mark)
      words[last].text.count += added.count
      line.text.count += added.count
    }
    // What is longer is no mark, but it is text.
    line.markLength = isThere ? UInt8(clamping: length) : UInt8(exactly: length) ?? 0
  }

  /// True if a word ends with a mark already, and the bytes of all marks at its end once it has this one.
  ///
  /// In a method of its own: with a slice of the text at hand, adding to the text would copy all of it.
  private func fit(
    of mark: some Collection<UInt8>, in span: TextSpan, isAssumed: Bool
  ) -> (isThere: Bool, length: Int) {
    let word = text[span.range]
    let marks = BreakMark.marks(atEndOf: word)
    let isEnd = word.suffix(mark.count).elementsEqual(mark) && Self.isSign(mark)
    if isEnd || isAssumed && !marks.isEmpty || marks.contains(where: { $0.elementsEqual(mark) }) {
      return (true, max(marks.first?.count ?? 0, isEnd ? mark.count : 0))
    }
    return (false, marks.reduce(mark.count) { $0 + $1.count })
  }

  /// A letter in the place of a mark is never taken for the one before it.
  private static func isSign(_ mark: some Collection<UInt8>) -> Bool {
    String(decoding: mark, as: UTF8.self).unicodeScalars
      .allSatisfy { !$0.properties.isAlphabetic && $0.properties.numericType == nil }
  }

  /// Vouches for the mark that the open line ends with, if it is one that only ever means a broken word: for sources
  /// in which an OCR program sets it as part of the word.
  public mutating func vouchForSoftMark() {
    guard openLine, !line.words.isEmpty, let last = words.indices.last else { return }
    let word = text[words[last].text.range]
    if BreakMark.isSoft(atEndOf: word) { line.markLength = UInt8(clamping: BreakMark.length(atEndOf: word)) }
  }

  /// What the source says of broken words in the open line.
  public mutating func addHalf(_ half: SourceHalves, wholeWord: (some Sequence<UInt8>)? = [UInt8]?.none) {
    guard openLine else { return }
    line.halves.insert(half)
    guard half.contains(.first), let wholeWord else { return }
    // Kept behind the line's text, so the next word must not follow directly: it never does, the half is the last.
    pendingWholeWord = Array(wholeWord)
  }

  private mutating func append(_ bytes: some Sequence<UInt8>) -> TextSpan {
    let start = text.count
    text.append(contentsOf: bytes)
    return TextSpan(start: UInt32(start), count: UInt32(text.count - start))
  }

  private mutating func endLine() {
    guard openLine else { return }
    if !pendingWholeWord.isEmpty {
      line.wholeWord = append(pendingWholeWord)
      pendingWholeWord = []
    }
    if !line.box.isKnown {
      line.box = line.words.reduce(.unknown) { $0.union(words[Int($1)].box) }
    }
    lines.append(line)
    openLine = false
  }

  private mutating func endBlock() {
    endLine()
    guard openBlock else { return }
    let block = blocks.count - 1
    let from = blocks[block].lines.lowerBound
    blocks[block].lines = from..<UInt32(lines.count)
    if !blocks[block].box.isKnown {
      blocks[block].box = lines[Int(from)...].reduce(.unknown) { $0.union($1.box) }
    }
    openBlock = false
  }

  /// The page. The builder is empty afterwards, so that nothing added later can reach into the page.
  public mutating func finish(number: Int = 1) -> Page {
    endBlock()
    var page = Page(
      name: name, number: number,
      storage: PageStorage(text: text, words: words, lines: lines, blocks: blocks, styles: styles, cells: cells))
    (text, words, lines, blocks, styles, blockIDs) = ([], [], [], [], [TextStyle()], [:])
    (cells, cell) = ([], -1)
    page.size = size
    page.unit = unit
    page.resolution = resolution
    page.image = image
    page.label = label
    page.language = language
    page.file = file
    return page
  }
}
