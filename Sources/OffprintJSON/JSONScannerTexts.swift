/// Texts, with all that may be escaped in them (RFC 8259, section 7).
extension JSONScanner {
  /// A text. Bytes that are not UTF-8 become U+FFFD.
  public mutating func string() throws -> String {
    try pass("\"")
    let start = at
    try passPlain()
    if at < bytes.count, bytes[at] == 0x22 {
      at += 1
      return String(decoding: bytes[start..<at - 1], as: UTF8.self)
    }
    return String(decoding: try rest(of: start), as: UTF8.self)
  }

  /// A text as its bytes, whether they are UTF-8 or not.
  public mutating func text() throws -> [UInt8] {
    try pass("\"")
    let start = at
    try passPlain()
    if at < bytes.count, bytes[at] == 0x22 {
      at += 1
      return Array(bytes[start..<at - 1])
    }
    return try rest(of: start)
  }

  /// Goes to the next quote or backslash.
  private mutating func passPlain() throws {
    while at < bytes.count, bytes[at] != 0x22, bytes[at] != 0x5C {
      if bytes[at] < 0x20 { throw fault("a control character stands in a text; it is written as an escape") }
      at += 1
    }
  }

  /// A text that has escapes, from its first byte.
  private mutating func rest(of start: Int) throws -> [UInt8] {
    var text = Array(bytes[start..<at])
    while at < bytes.count, bytes[at] == 0x5C {
      at += 1
      try passEscape(into: &text)
      let plain = at
      try passPlain()
      text += bytes[plain..<at]
    }
    guard at < bytes.count, bytes[at] == 0x22 else { throw fault("a text does not end") }
    at += 1
    return text
  }

  private mutating func passEscape(into text: inout [UInt8]) throws {
    guard at < bytes.count else { throw fault("a text does not end") }
    let sign = bytes[at]
    at += 1
    switch sign {
    case 0x22, 0x5C, 0x2F: text.append(sign)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"): text.append(contentsOf: String(Character(try scalar())).utf8)
    default: throw fault("an escape that is not known")
    }
  }

  /// What stands after `\u`, with a second `\u` where it takes two.
  private mutating func scalar() throws -> Unicode.Scalar {
    let first = try fourDigits()
    guard (0xD800...0xDBFF).contains(first) else {
      guard let scalar = Unicode.Scalar(first) else { throw fault("half a pair of surrogates") }
      return scalar
    }
    guard at + 1 < bytes.count, bytes[at] == 0x5C, bytes[at + 1] == UInt8(ascii: "u") else {
      throw fault("half a pair of surrogates")
    }
    at += 2
    let second = try fourDigits()
    guard (0xDC00...0xDFFF).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { throw fault("half a pair of surrogates") }
    return scalar
  }

  private mutating func fourDigits() throws -> UInt32 {
    guard at + 4 <= bytes.count else { throw fault("four hexadecimal digits are wanted") }
    var value: UInt32 = 0
    for byte in bytes[at..<at + 4] {
      switch byte {
      case 0x30...0x39: value = value << 4 + UInt32(byte - 0x30)
      case 0x41...0x46: value = value << 4 + UInt32(byte - 0x41 + 10)
      case 0x61...0x66: value = value << 4 + UInt32(byte - 0x61 + 10)
      default: throw fault("four hexadecimal digits are wanted")
      }
    }
    at += 4
    return value
  }
}
