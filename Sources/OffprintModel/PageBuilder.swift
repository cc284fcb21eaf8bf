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
  private var storage = PageStorage()
  private var openBlock = false
  private var openLine = false
  private var blockIDs: [String: Int] = [:]
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
    if let known = storage.styles.firstIndex(of: style) { return known }
    guard storage.styles.count < Int(UInt16.max) else { return 0 }
    storage.styles.append(style)
    return storage.styles.count - 1
  }

  /// The style that a number stands for.
  public func style(numbered number: Int) -> TextStyle {
    storage.styles.indices.contains(number) ? storage.styles[number] : TextStyle()
  }

  public var blockCount: Int { storage.blocks.count }

  public mutating func beginBlock(
    id: String, kind: BlockKind = .text, region: PageRegion = .printSpace, box: Box = .unknown, style: Int = 0,
    language: String? = nil, label: String? = nil
  ) {
    endBlock()
    let unique = uniqueID(id)
    let from = UInt32(storage.lines.count)
    storage.blocks.append(
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

  /// Begins a line of the open block. `number` is needed for text pages only; else lines count from 0 in a block.
  public mutating func beginLine(
    box: Box = .unknown, style: Int = 0, number: Int? = nil, sourceID: (some Sequence<UInt8>)? = [UInt8]?.none,
    emptyLinesBefore: Int = 0
  ) {
    endLine()
    if !openBlock { beginBlock(id: "_anon\(storage.blocks.count)") }
    let block = storage.blocks.count - 1
    let inBlock = storage.lines.count - Int(storage.blocks[block].lines.lowerBound)
    let id = sourceID.map { storage.append($0) } ?? .empty
    let word = UInt32(storage.words.count)
    storage.lines.append(
      LineRecord(
        text: TextSpan(start: UInt32(storage.text.count), count: 0), words: word..<word, box: box,
        block: UInt32(block), number: UInt32(number ?? inBlock), part: -1, isLaterPart: false,
        style: UInt16(clamping: style), markLength: 0, halves: [], wholeWord: .empty, sourceID: id,
        emptyLinesBefore: UInt8(clamping: emptyLinesBefore)))
    openLine = true
  }

  /// Sets the style of the open line, for sources in which it follows from the words.
  public mutating func setLineStyle(_ style: Int) {
    guard openLine else { return }
    storage.lines[storage.lines.count - 1].style = UInt16(clamping: style)
  }

  /// Adds a word to the open line, after a space unless it is the first. Empty words are not added.
  ///
  /// - Parameter spaces: how many spaces to put before it; text pages keep their own.
  public mutating func addWord(
    _ bytes: some Sequence<UInt8>, box: Box = .unknown, confidence: Double? = nil, style: Int = 0, spaces: Int = 1
  ) {
    if !openLine { beginLine() }
    let line = storage.lines.count - 1
    let before = storage.text.count
    let isFirst = storage.lines[line].words.isEmpty
    if !isFirst { storage.text.append(contentsOf: repeatElement(0x20, count: spaces)) }
    let span = storage.append(bytes)
    guard span.count > 0 else {
      storage.text.removeLast(storage.text.count - before)
      return
    }
    storage.words.append(
      WordRecord(
        text: span, box: box,
        confidence: confidence.map { $0.isFinite ? UInt8(max(0, min(1, $0)) * 100 + 0.5) : 255 } ?? 255,
        style: UInt16(clamping: style)))
    if isFirst { storage.lines[line].text.start = span.start }
    storage.lines[line].text.count = UInt32(storage.text.count) - storage.lines[line].text.start
    storage.lines[line].words = storage.lines[line].words.lowerBound..<UInt32(storage.words.count)
    // A mark that a word follows does not stand at the line's end.
    storage.lines[line].markLength = 0
  }

  /// Sets the break mark of the open line, as an element of its own has it (ALTO HYP). A mark that the last word
  /// ends with already is not set twice: either way the source vouches for it.
  public mutating func addMark(_ mark: some Collection<UInt8>) {
    guard openLine, !mark.isEmpty, let last = storage.words.indices.last else { return }
    let line = storage.lines.count - 1
    guard !storage.lines[line].words.isEmpty, mark.count < 256 else { return }
    let word = storage.text[storage.words[last].text.range]
    let there = BreakMark.length(atEndOf: word)
    if there > 0 {
      storage.lines[line].markLength = UInt8(clamping: there)
      return
    }
    let added = storage.append(mark)
    storage.words[last].text.count += added.count
    storage.lines[line].text.count += added.count
    storage.lines[line].markLength = UInt8(added.count)
  }

  /// What the source says of broken words in the open line.
  public mutating func addHalf(_ half: SourceHalves, wholeWord: (some Sequence<UInt8>)? = [UInt8]?.none) {
    guard openLine else { return }
    let line = storage.lines.count - 1
    storage.lines[line].halves.insert(half)
    guard half.contains(.first), let wholeWord else { return }
    // Kept behind the line's text, so the next word must not follow directly: it never does, the half is the last.
    pendingWholeWord = Array(wholeWord)
  }

  private var pendingWholeWord: [UInt8] = []

  private mutating func endLine() {
    guard openLine else { return }
    let line = storage.lines.count - 1
    if !pendingWholeWord.isEmpty {
      storage.lines[line].wholeWord = storage.append(pendingWholeWord)
      pendingWholeWord = []
    }
    if !storage.lines[line].box.isKnown {
      storage.lines[line].box = storage.lines[line].words.reduce(.unknown) { $0.union(storage.words[Int($1)].box) }
    }
    openLine = false
  }

  private mutating func endBlock() {
    endLine()
    guard openBlock else { return }
    let block = storage.blocks.count - 1
    let from = storage.blocks[block].lines.lowerBound
    storage.blocks[block].lines = from..<UInt32(storage.lines.count)
    if !storage.blocks[block].box.isKnown {
      storage.blocks[block].box = storage.lines[Int(from)...].reduce(.unknown) { $0.union($1.box) }
    }
    openBlock = false
  }

  /// The page. The builder is empty afterwards, so that nothing added later can reach into the page.
  public mutating func finish(number: Int = 1) -> Page {
    endBlock()
    var page = Page(name: name, number: number, storage: storage)
    storage = PageStorage()
    blockIDs = [:]
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
