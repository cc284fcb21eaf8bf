/// The flat records that a page keeps its words, lines and blocks in. Not visible outside: views show them.

/// A run of bytes in the page's text.
struct TextSpan: Sendable {
  var start: UInt32
  var count: UInt32

  static let empty = TextSpan(start: 0, count: 0)
  var range: Range<Int> { Int(start)..<Int(start) + Int(count) }
}

struct WordRecord: Sendable {
  var text: TextSpan
  var box: Box
  /// 0...100, or 255 for unknown.
  var confidence: UInt8
  /// Index in the page's styles; 0 is the unknown style.
  var style: UInt16
}

struct LineRecord: Sendable {
  /// The words with one space between them (or as printed, for text pages); the marks of HYP elements included.
  var text: TextSpan
  var words: Range<UInt32>
  var box: Box
  var block: UInt32
  /// 0-based place in the block, or the 1-based line of a text page.
  var number: UInt32
  /// The 0-based code point at which a column's part of a text line starts; -1 for a whole line.
  var part: Int32
  /// True for all but the first part of a text line that was cut.
  var isLaterPart: Bool
  var style: UInt16
  /// Bytes of the break mark at the end that the source itself set (HYP element, U+00AD, `¬`); 0 if none.
  var markLength: UInt8
  /// What the source says of a word broken at the end of the line, and of one continued at its start.
  var halves: SourceHalves
  /// SUBS_CONTENT of the broken word at the line's end.
  var wholeWord: TextSpan
  /// The line's id in the source, if it has one.
  var sourceID: TextSpan
  /// Empty lines before the line in a text page, at most 255.
  var emptyLinesBefore: UInt8
}

/// Which halves of broken words the source marks in a line (ALTO SUBS_TYPE HypPart1 and HypPart2).
public struct SourceHalves: OptionSet, Hashable, Sendable {
  public let rawValue: UInt8
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// The last word is the first half of a broken word.
  public static let first = SourceHalves(rawValue: 1)
  /// The first word is the second half of a broken word.
  public static let second = SourceHalves(rawValue: 2)
}

struct BlockRecord: Sendable {
  var id: String
  var kind: BlockKind
  var region: PageRegion
  var lines: Range<UInt32>
  var box: Box
  var style: UInt16
  var language: String?
  /// What the source calls the block or the composed block around it, such as `Advertisement`.
  var label: String?
}
