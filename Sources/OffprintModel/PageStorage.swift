/// What a page is made of: one buffer of UTF-8 and flat arrays of small records, not one object per word.
///
/// `@unchecked Sendable`: instances are shared only behind `Page`, which copies before it writes unless it is the
/// only owner (`isKnownUniquelyReferenced`), and views only read. For the same reason no access needs to be checked
/// for another one at the same time.
@usableFromInline
final class PageStorage: @unchecked Sendable {
  @exclusivity(unchecked) @usableFromInline var text: [UInt8]
  @exclusivity(unchecked) @usableFromInline var words: [WordRecord]
  @exclusivity(unchecked) @usableFromInline var lines: [LineRecord]
  @exclusivity(unchecked) @usableFromInline var blocks: [BlockRecord]
  @exclusivity(unchecked) @usableFromInline var styles: [TextStyle]
  @exclusivity(unchecked) @usableFromInline var cells: [TableCell]

  init(
    text: [UInt8], words: [WordRecord], lines: [LineRecord], blocks: [BlockRecord], styles: [TextStyle],
    cells: [TableCell]
  ) {
    self.text = text
    self.words = words
    self.lines = lines
    self.blocks = blocks
    self.styles = styles
    self.cells = cells
  }

  init(copying other: PageStorage) {
    text = other.text
    words = other.words
    lines = other.lines
    blocks = other.blocks
    styles = other.styles
    cells = other.cells
  }

  @inlinable
  func string(_ span: TextSpan) -> String {
    guard span.count > 0 else { return "" }
    return String(decoding: text[span.range], as: UTF8.self)
  }

  /// Appends bytes to the buffer and says where they are.
  func append(_ bytes: some Sequence<UInt8>) -> TextSpan {
    let start = text.count
    text.append(contentsOf: bytes)
    return TextSpan(start: UInt32(start), count: UInt32(text.count - start))
  }
}
