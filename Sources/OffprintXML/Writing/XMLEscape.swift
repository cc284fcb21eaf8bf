/// Writes the characters that mean something to XML as references.
enum XMLEscape {
  /// Whether text may be handed over as it is, and how many of its characters XML cannot hold.
  static func look(at bytes: UnsafeBufferPointer<UInt8>) -> (isPlain: Bool, faults: Int) {
    // Most are words of ASCII, so short that one step a byte is the fastest.
    var at = 0
    while at < bytes.count, bytes[at] < 0x80, !isSpecial(bytes[at]) { at += 1 }
    if at == bytes.count { return (true, 0) }
    let faults = XMLText.faults(in: UnsafeBufferPointer(rebasing: bytes[at...]))
    if faults > 0 { return (false, faults) }
    for byte in bytes[at...] where isSpecial(byte) { return (false, 0) }
    return (true, 0)
  }

  /// `>` is always written as a reference, so `]]>` cannot stand in text. Line ends and tabs of attributes, and
  /// carriage returns anywhere, are references too: a parser would turn them into other white space (XML 1.0, 2.11
  /// and 3.3.3).
  static func append(_ bytes: UnsafeBufferPointer<UInt8>, to out: XMLBuffer, inAttribute: Bool) {
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "&"): out.append("&amp;")
      case UInt8(ascii: "<"): out.append("&lt;")
      case UInt8(ascii: ">"): out.append("&gt;")
      case UInt8(ascii: "\"") where inAttribute: out.append("&quot;")
      case 0x09 where inAttribute: out.append("&#9;")
      case 0x0A where inAttribute: out.append("&#10;")
      case 0x0D: out.append("&#13;")
      default: out.append(byte)
      }
    }
  }

  /// Writes characters beyond ASCII from a place on as references, in place of the UTF-8 they are appended in.
  static func makeASCII(_ out: XMLBuffer, from start: Int) {
    guard out.bytes(from: start).contains(where: { $0 >= 0x80 }) else { return }
    let text = String(decoding: out.bytes(from: start), as: UTF8.self)
    out.remove(from: start)
    for scalar in text.unicodeScalars {
      if scalar.isASCII {
        out.append(UInt8(scalar.value))
      } else {
        Array("&#\(scalar.value);".utf8).withUnsafeBufferPointer(out.append)
      }
    }
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case 0..<0x20, UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""): true
    default: false
    }
  }
}
