import OffprintModel

/// How long a text is, as outputs state it.
struct TextCount {
  var words = 0
  /// Code points.
  var characters = 0

  /// Adds a text that stands by itself. A word is a run of characters between spaces, tabs and line ends; in Chinese and
  /// Japanese each character is one, and their punctuation is none.
  mutating func add(_ text: String) {
    var text = text
    text.withUTF8 { add($0) }
  }

  /// The same for a text in well-formed UTF-8.
  mutating func add(_ utf8: UnsafeBufferPointer<UInt8>) {
    var inWord = false
    var at = 0
    while at < utf8.count {
      let byte = utf8[at]
      characters += 1
      if byte < 0x80 {
        if byte <= 0x20 { inWord = false } else if !inWord { (inWord, words) = (true, words + 1) }
        at += 1
        continue
      }
      let scalar = Self.scalar(in: utf8, at: &at)
      if Script.isUnspaced(scalar) {
        inWord = false
        if Script.isHan(scalar) || Script.isKana(scalar) { words += 1 }
      } else if !inWord {
        (inWord, words) = (true, words + 1)
      }
    }
  }

  /// The character that begins at a byte, and moves on to the next one.
  private static func scalar(in utf8: UnsafeBufferPointer<UInt8>, at: inout Int) -> Unicode.Scalar {
    let lead = utf8[at]
    var value = UInt32(lead & (lead < 0xE0 ? 0x1F : lead < 0xF0 ? 0x0F : 0x07))
    at += 1
    while at < utf8.count, utf8[at] & 0xC0 == 0x80 {
      value = value << 6 | UInt32(utf8[at] & 0x3F)
      at += 1
    }
    return Unicode.Scalar(value) ?? "\u{FFFD}"
  }
}
