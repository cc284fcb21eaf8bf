/// One page: its words, lines and blocks as the source has them, and the reading order once a stage has found it.
///
/// A page is a value. Its records never leave it: a line that a stage drops is named in the ledger, not removed, so
/// that the index of a line means the same in every stage. Only `split` makes new lines, out of an old one.
public struct Page: Sendable {
  /// The file's name without its extensions; the first part of each line's name.
  public var name: String
  /// 1-based place in the issue.
  public var number: Int
  /// The number printed on the page or given by the source, such as `4` or `IV`.
  public var label: String?
  /// Width and height in pixels (or cells); unknown where the source has none.
  public var size: Box
  public var unit: MeasurementUnit
  /// Dots an inch that boxes were converted with; nil where the source gave pixels.
  public var resolution: Double?
  /// The image the page was read from, as the source names it.
  public var image: String?
  /// BCP 47, or nil when neither source nor pipeline says.
  public var language: String?
  /// The file the page was read from, relative to the issue's folder.
  public var file: String
  /// What is known of it if it is an ALTO file; nil for all others.
  public var alto: ALTOSource?
  /// Reading order and paragraphs; nil until a layout stage has found them.
  public var flow: Flow?
  /// Block indices in the order in which the source itself reads them (PAGE ReadingOrder); nil where it says nothing.
  /// It need not name every block.
  public var sourceOrder: [Int]?
  /// Indices of blocks that together are one table in the source, as where each cell is a block. A block of the kind
  /// `table` that is in none of them is a table by itself.
  public var tables: [[Int]] = []

  @usableFromInline var storage: PageStorage

  init(name: String, number: Int, storage: PageStorage) {
    self.name = name
    self.number = number
    self.storage = storage
    size = .unknown
    unit = .pixel
    file = name
  }

  @inlinable public var blocks: Blocks { Blocks(storage: storage) }
  @inlinable public var lines: Lines { Lines(storage: storage, indices: 0..<storage.lines.count) }
  @inlinable public var words: Words { Words(storage: storage, indices: 0..<storage.words.count) }

  /// All text of the page's records as it was read or rewritten, for scans that look at every byte.
  @inlinable public var buffer: [UInt8] { storage.text }

  /// The name by which the outputs know a line:
  /// `PAGE#BLOCK#N` (N is 0-based in its block), `PAGE@N` (1-based line of a text page), or `PAGE@N:C` (the part of
  /// a text line that starts at its 0-based code point C).
  public func lineName(_ index: Int) -> String {
    var bytes: [UInt8] = []
    appendLineName(index, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends the name of a line in UTF-8, for outputs that name every line.
  public func appendLineName(_ index: Int, to bytes: inout [UInt8]) {
    let line = storage.lines[index]
    Self.append(name, to: &bytes)
    if unit == .character {
      bytes.append(UInt8(ascii: "@"))
      Self.append(line.number, to: &bytes)
      guard line.part >= 0 else { return }
      bytes.append(UInt8(ascii: ":"))
      Self.append(UInt32(line.part), to: &bytes)
    } else {
      bytes.append(UInt8(ascii: "#"))
      Self.append(storage.blocks[Int(line.block)].id, to: &bytes)
      bytes.append(UInt8(ascii: "#"))
      Self.append(line.number, to: &bytes)
    }
  }

  private static func append(_ text: String, to bytes: inout [UInt8]) {
    var text = text
    text.withUTF8 { bytes.append(contentsOf: $0) }
  }

  private static func append(_ number: UInt32, to bytes: inout [UInt8]) {
    if number >= 10 { append(number / 10, to: &bytes) }
    bytes.append(UInt8(ascii: "0") + UInt8(number % 10))
  }

  /// How many lines of the source the page holds; parts of one line count once.
  public var sourceLineCount: Int {
    storage.lines.count { !$0.isLaterPart }
  }
}
