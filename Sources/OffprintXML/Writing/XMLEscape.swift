/// Writes the characters that mean something to XML as references.
enum XMLEscape {
  /// Whether text may be handed over as it is, and how many of its characters XML cannot hold.
  static func look(at bytes: UnsafeBufferPointer<UInt8>) -> (isPlain: Bool, faults: Int) {
    let faults = XMLText.faults(in: bytes)
    if faults > 0 { return (false, faults) }
    for byte in bytes where isSpecial(byte) { return (false, 0) }
    return (true, 0)
  }

  /// `>` is always written as a reference, so `]]>` cannot stand in text. Line ends and tabs of attributes, and
  /// carriage returns anywhere, are references too: a parser would turn them into other white space (XML 1.0, 2.11
  /// and 3.3.3).
  static func append(_ bytes: UnsafeBufferPointer<UInt8>, to out: inout [UInt8], inAttribute: Bool) {
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "&"): out.append(contentsOf: "&amp;".utf8)
      case UInt8(ascii: "<"): out.append(contentsOf: "&lt;".utf8)
      case UInt8(ascii: ">"): out.append(contentsOf: "&gt;".utf8)
      case UInt8(ascii: "\"") where inAttribute: out.append(contentsOf: "&quot;".utf8)
      case 0x09 where inAttribute: out.append(contentsOf: "&#9;".utf8)
      case 0x0A where inAttribute: out.append(contentsOf: "&#10;".utf8)
      case 0x0D: out.append(contentsOf: "&#13;".utf8)
      default: out.append(byte)
      }
    }
  }

  /// The same with characters beyond ASCII as references, in place of the UTF-8 they are appended in.
  static func makeASCII(_ bytes: inout [UInt8]) {
    guard bytes.contains(where: { $0 >= 0x80 }) else { return }
    var out: [UInt8] = []
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      if scalar.isASCII { out.append(UInt8(scalar.value)) } else { out += "&#\(scalar.value);".utf8 }
    }
    bytes = out
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case 0..<0x20, UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""): true
    default: false
    }
  }
}
