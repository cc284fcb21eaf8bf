/// Text for people without anything that would steer their terminal: names of files and words of a page may hold it.
///
/// One code point becomes one, so that columns stay where they are.
public enum PrintableText {
  /// One line: what ends lines is shown, too.
  public static func line(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { scalar($0) != $0 }) else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.map(scalar)))
  }

  /// A tab is a space, other control characters are shown by their pictures (U+2400 to U+2421), and what turns the
  /// direction of writing by U+FFFD.
  static func scalar(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0x09: " "
    case 0..<0x20: Unicode.Scalar(0x2400 + scalar.value) ?? "\u{FFFD}"
    case 0x7F: "\u{2421}"
    case 0x80..<0xA0, 0x202A...0x202E, 0x2066...0x2069, 0x2028, 0x2029: "\u{FFFD}"
    default: scalar
    }
  }
}
