import OffprintModel

/// Places for words that a file gives only the line's place for.
enum PageWords {
  /// A box shared out in proportion to letters, with one more between words for the space.
  static func shares(_ texts: [ArraySlice<UInt8>], _ box: Box) -> [Box] {
    guard box.isKnown, texts.count != 1 else { return texts.map { _ in box } }
    // The bytes that begin a character of UTF-8.
    let counts = texts.map { $0.count { $0 & 0xC0 != 0x80 } }
    let total = counts.reduce(0, +) + counts.count - 1
    guard total > 0 else { return texts.map { _ in box } }
    var at = 0
    return counts.map { count in
      defer { at += count + 1 }
      return Box(
        left: box.left + box.width * at / total, top: box.top, right: box.left + box.width * (at + count) / total,
        bottom: box.bottom)
    }
  }
}
