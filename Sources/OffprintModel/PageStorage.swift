/// What a page is made of: one buffer of UTF-8 and flat arrays of small records, not one object per word.
///
/// `@unchecked Sendable`: instances are shared only behind `Page`, which copies before it writes unless it is the
/// only owner (`isKnownUniquelyReferenced`), and views only read.
final class PageStorage: @unchecked Sendable {
  var text: [UInt8]
  var words: [WordRecord]
  var lines: [LineRecord]
  var blocks: [BlockRecord]
  var styles: [TextStyle]

  init() {
    text = []
    words = []
    lines = []
    blocks = []
    styles = [TextStyle()]
  }

  init(copying other: PageStorage) {
    text = other.text
    words = other.words
    lines = other.lines
    blocks = other.blocks
    styles = other.styles
  }

  func string(_ span: TextSpan) -> String {
    guard span.count > 0 else { return "" }
    return String(decoding: text[span.range], as: UTF8.self)
  }

  /// Appends bytes to the buffer and says where they are.
  func append(_ bytes: some Sequence<UInt8>) -> TextSpan {
    let start = text.count
    // Callers of other modules come here unspecialised; bytes that lie together are then copied as one.
    if bytes.withContiguousStorageIfAvailable({ text.append(contentsOf: $0) }) == nil {
      text.append(contentsOf: bytes)
    }
    return TextSpan(start: UInt32(start), count: UInt32(text.count - start))
  }
}
