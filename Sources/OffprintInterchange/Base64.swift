/// Bytes as text that JSON can hold (RFC 4648, section 4).
enum Base64 {
  private static let signs = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  static func encode(_ bytes: [UInt8]) -> String {
    var out: [UInt8] = []
    out.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let three = bytes[start..<min(start + 3, bytes.count)]
      var value = 0
      for byte in three { value = value << 8 | Int(byte) }
      value <<= (3 - three.count) * 8
      for place in 0..<4 {
        out.append(place <= three.count ? signs[value >> (18 - place * 6) & 63] : UInt8(ascii: "="))
      }
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// nil if the text is no base64.
  static func decode(_ text: String) -> [UInt8]? {
    let signs = Array(text.utf8)
    guard signs.count % 4 == 0 else { return nil }
    let padding = signs.suffix(2).count { $0 == UInt8(ascii: "=") }
    var out: [UInt8] = []
    out.reserveCapacity(signs.count / 4 * 3)
    var value = 0
    for (index, sign) in signs.enumerated() {
      let isPadding = index >= signs.count - padding
      guard let six = isPadding ? 0 : six(sign), !isPadding || sign == UInt8(ascii: "=") else { return nil }
      value = value << 6 | six
      if index % 4 == 3 {
        out += [UInt8(value >> 16 & 255), UInt8(value >> 8 & 255), UInt8(value & 255)]
        value = 0
      }
    }
    out.removeLast(padding)
    return out
  }

  private static func six(_ sign: UInt8) -> Int? {
    switch sign {
    case 0x41...0x5A: Int(sign) - 0x41
    case 0x61...0x7A: Int(sign) - 0x61 + 26
    case 0x30...0x39: Int(sign) - 0x30 + 52
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }
}
