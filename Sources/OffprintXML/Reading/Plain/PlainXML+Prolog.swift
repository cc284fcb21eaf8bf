/// What stands around the elements of a file, and tells nothing of them.
extension PlainXML {
  /// More bytes than any declaration or comment has; libxml2 has limits of its own.
  private static let longest = 1_000_000

  /// `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>`; true if there is none (XML 1.0, production 23).
  mutating func passDeclaration() -> Bool {
    guard starts(with: "<?xml"), at + 5 < bytes.count, Self.isSpace(bytes[at + 5]) else { return true }
    at += 5
    guard passSpace(), pass("version"), let version = passQuoted(behindEqualsSign: true), equals(version, "1.0") else {
      return false
    }
    var hasSpace = passSpace()
    if hasSpace, pass("encoding") {
      guard let encoding = passQuoted(behindEqualsSign: true), equals(encoding, "utf-8") else { return false }
      hasSpace = passSpace()
    }
    if hasSpace, pass("standalone") {
      guard let value = passQuoted(behindEqualsSign: true), equals(value, "yes") || equals(value, "no") else {
        return false
      }
      passSpace()
    }
    return pass("?>")
  }

  /// White space, comments and processing instructions before and behind the root element.
  mutating func passBetween() -> Bool {
    while true {
      passSpace()
      if byte(at) == UInt8(ascii: "<"), byte(at + 1) == UInt8(ascii: "?") {
        guard passInstruction() else { return false }
      } else if starts(with: "<!--") {
        guard passComment() else { return false }
      } else {
        return true
      }
    }
  }

  mutating func passComment() -> Bool {
    guard pass("<!--") else { return false }
    let start = at
    while at < bytes.count, at - start < Self.longest {
      if bytes[at] == UInt8(ascii: "-"), byte(at + 1) == UInt8(ascii: "-") { return pass("-->") }
      at += 1
    }
    return false
  }

  mutating func passInstruction() -> Bool {
    at += 2
    guard let (name, end) = names.name(in: bytes, at: at), name.pointee.prefix == nil else { return false }
    // `xml` itself is a declaration in the wrong place, in whatever letters.
    if name.pointee.count == 3, byte(at) | 0x20 == UInt8(ascii: "x"), byte(at + 1) | 0x20 == UInt8(ascii: "m") {
      return false
    }
    at = end
    let start = at
    guard Self.isSpace(byte(at)) || byte(at) == UInt8(ascii: "?") else { return false }
    if byte(at) == UInt8(ascii: "?") { return pass("?>") }
    while at < bytes.count, at - start < Self.longest {
      if bytes[at] == UInt8(ascii: "?"), byte(at + 1) == UInt8(ascii: ">") { return pass("?>") }
      at += 1
    }
    return false
  }

  /// `<!DOCTYPE html PUBLIC "…" "…">`: nothing of it is read or heeded.
  mutating func passDocumentType() -> Bool {
    guard pass("<!DOCTYPE"), passSpace(), let (_, end) = names.name(in: bytes, at: at) else { return false }
    at = end
    if passSpace() {
      let isPublic = pass("PUBLIC")
      if isPublic || pass("SYSTEM") {
        guard passSpace(), let first = passQuoted(behindEqualsSign: false) else { return false }
        if isPublic {
          // An identifier of a public text has few characters that are allowed (production 13).
          guard first.allSatisfy({ byte in Self.isSpace(byte) && byte != 0x09 || Self.isPublic(byte) }), passSpace(),
            passQuoted(behindEqualsSign: false) != nil
          else { return false }
        }
        passSpace()
      }
    }
    return pass(">")
  }

  private static func isPublic(_ byte: UInt8) -> Bool {
    byte & 0xDF &- 0x41 < 26 || byte &- 0x30 < 10 || "-()+,./:=?;!*#@$_%".utf8.contains(byte)
  }

  /// What stands between two quotes of the same kind.
  private mutating func passQuoted(behindEqualsSign: Bool) -> Slice<UnsafeBufferPointer<UInt8>>? {
    if behindEqualsSign {
      passSpace()
      guard pass("=") else { return nil }
      passSpace()
    }
    let quote = byte(at)
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return nil }
    let start = at + 1
    var end = start
    while end < bytes.count, bytes[end] != quote {
      guard end - start < 1000, bytes[end] < 0x80 else { return nil }
      end += 1
    }
    guard end < bytes.count else { return nil }
    at = end + 1
    return bytes[start..<end]
  }

  /// True for the same letters, in any case.
  private func equals(_ text: Slice<UnsafeBufferPointer<UInt8>>, _ other: String) -> Bool {
    text.elementsEqual(other.utf8) { $0 == $1 || $0 | 0x20 == $1 && $0 &- 0x41 < 26 }
  }
}
