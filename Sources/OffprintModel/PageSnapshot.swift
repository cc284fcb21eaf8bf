/// All that a page is made of, as plain values: to be stored, sent elsewhere, and made a page again.
///
/// Ranges of text are bytes of `text`; ranges of words and lines, and numbers of blocks and styles, are indices.
public struct PageSnapshot: Hashable, Sendable {
  public var name: String
  public var number: Int
  public var label: String?
  public var size = Box.unknown
  public var unit = MeasurementUnit.pixel
  public var resolution: Double?
  public var image: String?
  public var language: String?
  public var file: String
  public var flow: Flow?
  public var sourceOrder: [Int]?
  public var tables: [[Int]] = []
  public var cells: [TableCell] = []
  public var text: [UInt8] = []
  /// The first is the unknown style.
  public var styles = [TextStyle()]
  public var words: [Word] = []
  public var lines: [Line] = []
  public var blocks: [Block] = []

  public init(name: String, number: Int) {
    self.name = name
    self.number = number
    file = name
  }

  public struct Word: Hashable, Sendable {
    public var text: Range<Int>
    public var box: Box
    /// Hundredths; nil if the engine gave none.
    public var confidence: Int?
    public var style: Int

    public init(text: Range<Int>, box: Box = .unknown, confidence: Int? = nil, style: Int = 0) {
      self.text = text
      self.box = box
      self.confidence = confidence
      self.style = style
    }
  }

  public struct Line: Hashable, Sendable {
    public var text: Range<Int>
    public var words: Range<Int>
    public var box = Box.unknown
    public var block: Int
    public var number: Int
    /// The code point at which a part of a cut line starts; nil for a whole line.
    public var part: Int?
    /// True for all but the first part of a line that was cut.
    public var isLaterPart = false
    public var style = 0
    public var markLength = 0
    public var halves: SourceHalves = []
    public var wholeWord = 0..<0
    public var sourceID = 0..<0
    public var emptyLinesBefore = 0
    /// An index in the page's cells; nil for a line that stands in none.
    public var cell: Int?

    public init(text: Range<Int>, words: Range<Int>, block: Int, number: Int) {
      self.text = text
      self.words = words
      self.block = block
      self.number = number
    }
  }

  public struct Block: Hashable, Sendable {
    public var id: String
    public var kind = BlockKind.text
    public var region = PageRegion.printSpace
    public var lines: Range<Int>
    public var box = Box.unknown
    public var style = 0
    public var language: String?
    public var label: String?

    public init(id: String, lines: Range<Int>) {
      self.id = id
      self.lines = lines
    }
  }

  /// Why a snapshot is no page.
  public struct Fault: Error, Hashable {
    /// A sentence without a full stop, such as `word 3 names text that is not there`.
    public var reason: String

    public init(_ reason: String) { self.reason = reason }
  }
}
