/// The writing systems that matter for how lines are joined and spaced.
public enum Script {
  /// Chinese characters, kana, bopomofo and the punctuation and full-width forms set with them: writing without
  /// spaces between words. Ranges are those of the Unicode blocks (Unicode 15, Blocks.txt). Hangul is not among them.
  @inlinable
  public static func isUnspaced(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    // Nearly all text is one of these.
    case 0..<0x2E80: false
    case 0x4E00...0x9FFF: true
    case 0x2E80...0x303F, 0x3040...0x30FF, 0x3100...0x312F, 0x31A0...0x31FF, 0x3200...0x4DBF, 0xF900...0xFAFF,
      0xFE30...0xFE4F, 0xFF01...0xFF9F, 0xFFE0...0xFFE6, 0x20000...0x3FFFF:
      true
    default: false
    }
  }

  /// A Chinese character itself, without punctuation.
  @inlinable
  public static func isHan(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3005...0x3007, 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF: true
    default: false
    }
  }

  /// Hiragana and katakana: a text that has them is Japanese. The middle dot U+30FB and the length mark U+30FC are
  /// not among them (Unicode: Script=Common), since Chinese texts have the dot between the parts of foreign names.
  @inlinable
  public static func isKana(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3041...0x3096, 0x309D...0x309F, 0x30A1...0x30FA, 0x30FD...0x30FF, 0x31F0...0x31FF, 0xFF66...0xFF6F,
      0xFF71...0xFF9D:
      true
    default: false
    }
  }
}
