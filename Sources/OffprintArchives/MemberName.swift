/// A member's name as a path inside its archive.
enum MemberName {
  enum Reading: Equatable {
    case path(String)
    /// With what is wrong with it, to follow the name in a message.
    case refused(shown: String, why: String)
  }

  /// - Parameters:
  ///   - name: as it is in the archive; `\` parts folders if `hasBackslashes`.
  static func reading(_ name: String, hasBackslashes: Bool = false) -> Reading {
    let path = hasBackslashes ? name.replacing("\\", with: "/") : name
    if path.hasPrefix("/") { return .refused(shown: name, why: "begins at the root of the machine") }
    if isDrive(path) { return .refused(shown: name, why: "names a drive") }
    if path.utf8.contains(0) { return .refused(shown: name, why: "has a zero byte in its name") }
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part == ".." { return .refused(shown: name, why: "leads out of the archive") }
      parts.append(part)
    }
    if parts.isEmpty { return .refused(shown: name, why: "has no name") }
    return .path(parts.joined(separator: "/"))
  }

  /// `C:` and the like.
  private static func isDrive(_ path: String) -> Bool {
    let start = path.utf8.prefix(2)
    guard start.count == 2, start.last == UInt8(ascii: ":"), let letter = start.first else { return false }
    return (0x41...0x5A).contains(letter & 0xDF)
  }

  /// Names are UTF-8, or else in an old character set of which each byte is a character.
  static func text(_ bytes: some Collection<UInt8>, else table: [Unicode.Scalar]?) -> String {
    if let text = String(validating: bytes, as: UTF8.self) { return text }
    var text = String.UnicodeScalarView()
    for byte in bytes {
      text.append(byte < 0x80 || table == nil ? Unicode.Scalar(byte) : table?[Int(byte) - 0x80] ?? "?")
    }
    return String(text)
  }

  /// The upper half of IBM's code page 437, which is what names in a zip are if nothing else is said
  /// (APPNOTE.TXT, appendix D).
  static let codePage437 = Array(
    """
    ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀\
    αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{A0}
    """.unicodeScalars)
}
