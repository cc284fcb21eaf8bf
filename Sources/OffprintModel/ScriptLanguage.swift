/// The language of a text, as far as its writing system alone says it.
extension Script {
  /// `zh` for text that is mostly Chinese characters, `ja` if kana stand among them, `ko` for hangul; else nil.
  ///
  /// At least half of the letters must be of that script, and 20 in all. One character of kana in twenty makes it
  /// Japanese: Chinese papers print a few in advertisements.
  public static func language(of texts: [[UInt8]]) -> String? {
    var (han, kana, hangul, others, seen) = (0, 0, 0, 0, 0)
    for text in texts where seen < sample {
      let end = min(text.count, sample - seen)
      var at = 0
      while at < end {
        if text[at] < 0x80 {
          if isLetter(text[at]) { others += 1 }
          seen += 1
          at += 1
          continue
        }
        let run = text[at..<end].prefix { $0 >= 0x80 }
        at = run.endIndex
        for scalar in String(decoding: run, as: UTF8.self).unicodeScalars {
          if Script.isHan(scalar) {
            han += 1
          } else if Script.isKana(scalar) {
            kana += 1
          } else if isHangul(scalar) {
            hangul += 1
          } else if scalar.properties.isAlphabetic {
            others += 1
          }
          seen += 1
        }
      }
    }
    let all = han + kana + hangul + others
    guard all >= 20 else { return nil }
    if hangul * 2 >= all { return "ko" }
    guard (han + kana) * 2 >= all else { return nil }
    return kana * 20 >= han + kana ? "ja" : "zh"
  }

  /// Bytes and characters that are looked at, at most: enough to know the script of an issue by.
  private static let sample = 30_000

  /// A letter of ASCII: most are, and the table of all letters takes its time.
  private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  private static func isHangul(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x1100...0x11FF, 0x3130...0x318F, 0xA960...0xA97F, 0xAC00...0xD7FF: true
    default: false
    }
  }
}
