/// Forms that values of publications and writers must have. Each follows its standard, as far as a program can see.
public enum ValueForm {
  /// A DNS name or a mail address, a comma, and a date (RFC 4151, 2.1).
  public static func isAuthority(_ text: String) -> Bool {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty else { return false }
    let date = parts[1].utf8
    let isName = parts[0].utf8.allSatisfy { byte in
      (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || [0x2D, 0x2E, 0x40, 0x5F].contains(byte)
    }
    let isDate = date.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x2D }
    return isName && isDate && [4, 7, 10].contains(date.count)
  }

  /// An absolute URI (RFC 3986): a scheme, and no character that a URI cannot hold.
  public static func isURI(_ text: String) -> Bool {
    guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")), colon != text.startIndex else { return false }
    return text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && ![0x22, 0x3C, 0x3E, 0x5C, 0x7B, 0x7D].contains($0) }
  }

  /// Two groups of four with `-` between them, digits but for an `X` at the end (ISO 3297). Whether the last is the
  /// right one is asked of `issnCheck`.
  public static func isISSN(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard bytes.count == 9, bytes[4] == UInt8(ascii: "-") else { return false }
    return bytes.enumerated().allSatisfy { place, byte in
      place == 4 || (0x30...0x39).contains(byte) || (place == 8 && byte | 0x20 == UInt8(ascii: "x"))
    }
  }

  /// The ISSN with the check digit that its first seven digits ask for (ISO 3297: weights 8 to 2, modulus 11).
  ///
  /// - Parameter text: of the form that `isISSN` knows.
  public static func issnCheck(_ text: String) -> String {
    let digits = text.utf8.prefix(8).filter { $0 != UInt8(ascii: "-") }.map { Int($0) - 0x30 }
    let sum = zip(digits, (2...8).reversed()).reduce(0) { $0 + $1.0 * $1.1 }
    let check = (11 - sum % 11) % 11
    return text.prefix(8) + (check == 10 ? "X" : String(check))
  }

  /// A language tag by its shape (BCP 47; XML Schema part 2, 3.3.3).
  public static func isLanguageTag(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() {
      guard (1...8).contains(part.utf8.count) else { return false }
      let isGood = part.utf8.allSatisfy {
        (0x61...0x7A).contains($0 | 0x20) || (index > 0 && (0x30...0x39).contains($0))
      }
      guard isGood else { return false }
    }
    return true
  }
}
