/// The beginning of a file as text, and in which encoding it was.
struct GlanceText {
  var text: [UInt8]
  private(set) var encoding = TextEncoding.utf8
  private(set) var isSure = true
  /// Bytes that mean nothing in the encoding.
  private(set) var replaced = 0
  private(set) var hasMark = false
  private(set) var hasControls = false

  init(_ bytes: [UInt8]) {
    hasMark = TextEncoding.mark(of: bytes) != nil
    // A character that the glance cuts through at its end is no fault.
    var whole = bytes
    if whole.count == FileIdentifier.headSize {
      whole.removeLast(whole.reversed().prefix(4).prefix { $0 & 0xC0 == 0x80 }.count + 1)
    }
    text = whole
    if let made = try? TextPageBytes(whole, file: "") {
      (text, encoding, isSure, replaced) = (made.text, made.encoding, made.isSure, made.replaced)
      // The sign that ends a file of DOS is none to tell of.
      hasControls = made.controlCharacters > whole.count { $0 == 0x1A }
    } else {
      hasControls = text.prefix(4096).contains { $0 < 0x20 && ![0x09, 0x0A, 0x0C, 0x0D, 0x1A].contains($0) }
    }
  }

  /// What is unusual of an XML file's encoding and beginning.
  func oddities(_ glance: XMLGlance) -> [String] {
    var oddities: [String] = []
    if let named = glance.encoding?.lowercased(), !["utf-8", "utf8", "us-ascii"].contains(named) {
      oddities.append("in \(named)")
    } else if encoding != .utf8 {
      oddities.append("in \(encoding.rawValue)" + (glance.encoding == nil ? "" : ", though it says UTF-8"))
    } else if replaced > 0 {
      oddities.append("bytes that are not UTF-8")
    }
    if hasMark, encoding == .utf8 { oddities.append("byte order mark") }
    if glance.startsLate { oddities.append("something before the XML declaration") }
    if glance.hasDoctype { oddities.append("DOCTYPE") }
    if hasControls { oddities.append("control characters") }
    return oddities
  }
}
