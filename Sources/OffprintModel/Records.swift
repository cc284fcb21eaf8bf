/// The flat records that a page keeps its words, lines and blocks in. Not visible outside: views show them. They and
/// what the views do are `@usableFromInline` so that a look at a word costs other modules no call.

/// A run of bytes in the page's text.
@usableFromInline
struct TextSpan: Sendable {
  @usableFromInline var start: UInt32
  @usableFromInline var count: UInt32

  static let empty = TextSpan(start: 0, count: 0)
  @inlinable var range: Range<Int> { Int(start)..<Int(start) + Int(count) }
}

@usableFromInline
struct WordRecord: Sendable {
  @usableFromInline var text: TextSpan
  @usableFromInline var box: Box
  /// 0...100, or 255 for unknown.
  @usableFromInline var confidence: UInt8
  /// Index in the page's styles; 0 is the unknown style.
  @usableFromInline var style: UInt16
}

@usableFromInline
struct LineRecord: Sendable {
  /// The words with one space between them (or as printed, for text pages); the marks of HYP elements included.
  @usableFromInline var text: TextSpan
  @usableFromInline var words: Range<UInt32>
  @usableFromInline var box: Box
  @usableFromInline var block: UInt32
  /// 0-based place in the block, or the 1-based line of a text page.
  @usableFromInline var number: UInt32
  /// The 0-based code point at which a column's part of a text line starts; -1 for a whole line.
  @usableFromInline var part: Int32
  /// True for all but the first part of a text line that was cut.
  @usableFromInline var isLaterPart: Bool
  @usableFromInline var style: UInt16
  /// Bytes of the break mark at the end that the source itself set (HYP element, U+00AD, `¬`); 0 if none.
  @usableFromInline var markLength: UInt8
  /// What the source says of a word broken at the end of the line, and of one continued at its start.
  @usableFromInline var halves: SourceHalves
  /// SUBS_CONTENT of the broken word at the line's end.
  @usableFromInline var wholeWord: TextSpan
  /// The line's id in the source, if it has one.
  @usableFromInline var sourceID: TextSpan
  /// Empty lines before the line in a text page, at most 255.
  @usableFromInline var emptyLinesBefore: UInt8
  /// Index in the page's cells; -1 for a line that stands in none.
  @usableFromInline var cell: Int32 = -1

  /// A line of nothing.
  static let blank = LineRecord(
    text: .empty, words: 0..<0, box: .unknown, block: 0, number: 0, part: -1, isLaterPart: false, style: 0,
    markLength: 0, halves: [], wholeWord: .empty, sourceID: .empty, emptyLinesBefore: 0)
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

@usableFromInline
struct BlockRecord: Sendable {
  @usableFromInline var id: String
  @usableFromInline var kind: BlockKind
  @usableFromInline var region: PageRegion
  @usableFromInline var lines: Range<UInt32>
  @usableFromInline var box: Box
  @usableFromInline var style: UInt16
  @usableFromInline var language: String?
  /// What the source calls the block or the composed block around it, such as `Advertisement`.
  @usableFromInline var label: String?
}
