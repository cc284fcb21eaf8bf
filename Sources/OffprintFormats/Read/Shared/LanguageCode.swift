import OffprintModel

/// Languages as deliveries write them, made BCP 47 (RFC 5646).
enum LanguageCode {
  /// `fre`, `fra`, `fr`, `FR`, `fr_FR` and `French` give `fr`; nil for what names no language, such as `und`.
  ///
  /// A three-letter code becomes the two-letter one where ISO 639-1 has it (RFC 5646, 2.2.1); any other code of two or
  /// three letters is kept as it is.
  static func bcp47(_ written: String) -> String? {
    let trimmed = written.filter { !$0.isWhitespace }
    let subtags = trimmed.split { $0 == "-" || $0 == "_" }.map(String.init)
    guard let first = subtags.first.map({ $0.utf8.allSatisfy { $0 < 0x80 } ? $0 : Issue.identifier($0) })?.lowercased(),
      first.utf8.allSatisfy({ (0x61...0x7A).contains($0) })
    else {
      return nil
    }
    if nothing.contains(first) { return nil }
    guard let primary = LanguageTable.codes[first] ?? (2...3 ~= first.utf8.count ? first : nil) else { return nil }
    return ([primary] + subtags.dropFirst().compactMap(subtag)).joined(separator: "-")
  }

  /// A script is written `Latn`, a region `LU`; others are not kept.
  private static func subtag(_ text: String) -> String? {
    switch text.utf8.count {
    case 4: text.prefix(1).uppercased() + text.dropFirst().lowercased()
    case 2: text.uppercased()
    default: nil
    }
  }

  private static let nothing: Set<String> = ["und", "mul", "zxx", "mis", "unknown", "none", "xx", "qaa"]
}
