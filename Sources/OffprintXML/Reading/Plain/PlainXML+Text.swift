/// Text between tags, and references.
extension PlainXML {
  /// Hands over the text up to the next `<`; false if there is none, or something that is not plain.
  mutating func text() -> Bool {
    guard let base = bytes.baseAddress else { return false }
    var start = at
    while at < bytes.count {
      while at < bytes.count, kinds.isKind(PlainBytes.inText, base[at]) { at &+= 1 }
      switch byte(at) {
      case UInt8(ascii: "<"): return give(start)
      case UInt8(ascii: "&"):
        guard give(start) else { return false }
        used = 0
        guard addReference(), give(room, used) else { return false }
        start = at
      case 0x0D:
        // The end of a line is one line feed, however it is written (XML 1.0, section 2.11).
        guard give(start) else { return false }
        if byte(at + 1) == 0x0A {
          start = at + 1
          at += 2
        } else {
          room[0] = 0x0A
          at += 1
          guard give(room, 1) else { return false }
          start = at
        }
      case UInt8(ascii: "]") where byte(at + 1) == UInt8(ascii: "]") && byte(at + 2) == UInt8(ascii: ">"): return false
      default: at += 1
      }
    }
    return false
  }

  /// Hands over what stands between a place and this one.
  private mutating func give(_ start: Int) -> Bool {
    guard start < at, let base = bytes.baseAddress else { return true }
    return give(base + start, at - start)
  }

  private mutating func give(_ start: UnsafePointer<UInt8>, _ count: Int) -> Bool {
    session.textLength &+= count
    guard session.textLength <= XMLSession.textLimit else { return false }
    session.text(XMLBytes(UnsafeBufferPointer(start: start, count: count)))
    return true
  }

  /// Adds the character that a reference stands for; false for entities of the file's own and for what no XML may
  /// hold. What is written is longer than the character, so that there is always room.
  mutating func addReference() -> Bool {
    let start = at + 1
    var end = start
    while byte(end) != UInt8(ascii: ";") {
      guard end < bytes.count, end - start < 12 else { return false }
      end += 1
    }
    guard let scalar = scalar(start, end) else { return false }
    for unit in Unicode.UTF8.encode(scalar) ?? .init() {
      room[used] = unit
      used += 1
    }
    at = end + 1
    return true
  }

  private func scalar(_ start: Int, _ end: Int) -> Unicode.Scalar? {
    let name = bytes[start..<end]
    guard name.first == UInt8(ascii: "#") else {
      return Self.entities.first { name.elementsEqual($0.name.utf8) }?.scalar
    }
    let isHex = name.dropFirst().first == UInt8(ascii: "x")
    let digits = name.dropFirst(isHex ? 2 : 1)
    guard !digits.isEmpty, digits.count <= 8, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
      let number = UInt32(String(decoding: digits, as: UTF8.self), radix: isHex ? 16 : 10),
      number >= 0x20 || number == 0x09 || number == 0x0A || number == 0x0D, number & 0xFFFE != 0xFFFE
    else { return nil }
    return Unicode.Scalar(number)
  }

  private static let entities: [(name: String, scalar: Unicode.Scalar)] = [
    ("amp", "&"), ("quot", "\""), ("apos", "'"), ("lt", "<"), ("gt", ">"),
  ]
}
