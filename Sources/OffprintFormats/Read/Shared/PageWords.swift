import OffprintModel

/// Places for words that a file gives only the line's place for.
enum PageWords {
  /// A box shared out in proportion to letters, with one more between words for the space.
  static func shares(_ texts: [ArraySlice<UInt8>], _ box: Box) -> [Box] {
    guard box.isKnown, texts.count != 1 else { return texts.map { _ in box } }
    let counts = texts.map(letters)
    let total = counts.reduce(0, +) + counts.count - 1
    var at = 0
    return counts.map { count in
      defer { at += count + 1 }
      return share(of: box, from: at, to: at + count, of: total)
    }
  }

  /// Characters of a text in UTF-8, by the bytes that begin one.
  static func letters(_ text: ArraySlice<UInt8>) -> Int { text.count { $0 & 0xC0 != 0x80 } }

  /// The part of a box between two of the letters that share it.
  static func share(of box: Box, from start: Int, to end: Int, of total: Int) -> Box {
    guard box.isKnown, total > 0 else { return box }
    return Box(
      left: box.left + box.width * start / total, top: box.top, right: box.left + box.width * end / total,
      bottom: box.bottom)
  }
}
