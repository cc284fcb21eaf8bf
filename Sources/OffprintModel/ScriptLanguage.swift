/// The language of a text, as far as its writing system alone says it.
extension Script {
  /// `zh` for text that is mostly Chinese characters, `ja` if kana stand among them, `ko` for hangul; else nil.
  ///
  /// At least half of the letters must be of that script, and 20 in all. One character of kana in twenty makes it
  /// Japanese: Chinese papers print a few in advertisements.
  public static func language(of texts: [[UInt8]]) -> String? {
    var (han, kana, hangul, others, seen) = (0, 0, 0, 0, 0)
    scan: for text in texts {
      for scalar in String(decoding: text.prefix(sample), as: UTF8.self).unicodeScalars {
        if Script.isHan(scalar) {
          han += 1
        } else if Script.isKana(scalar) {
          kana += 1
        } else if isHangul(scalar) {
          hangul += 1
        } else if isLetter(scalar) {
          others += 1
        }
        seen += 1
        if seen >= sample { break scan }
      }
    }
    let all = han + kana + hangul + others
    guard all >= 20 else { return nil }
    if hangul * 2 >= all { return "ko" }
    guard (han + kana) * 2 >= all else { return nil }
    return kana * 20 >= han + kana ? "ja" : "zh"
  }

  /// Enough to know the script of an issue by.
  private static let sample = 30_000

  /// The table of all letters takes its time, and most are of ASCII.
  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x80 ? (scalar.value | 0x20) &- 0x61 < 26 : scalar.properties.isAlphabetic
  }

  private static func isHangul(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x11FF, 0x3130...0x318F, 0xA960...0xA97F, 0xAC00...0xD7FF: true
    default: false
    }
  }
}
