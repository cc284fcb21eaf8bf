/// Tags and their attributes.
extension PlainXML {
  /// Bytes of one tag, as of one text: libxml2 has limits near.
  private static let longest = 1_000_000

  mutating func startTag() -> Bool {
    let start = at
    guard byte(at) == UInt8(ascii: "<"), let (element, end) = names.name(in: bytes, at: at + 1),
      depth < XMLSession.depthLimit
    else { return false }
    at = end
    open[depth] = element
    depth += 1
    used = 0
    var last = element
    var count = 0
    var hasPrefixes = false
    while true {
      let hasSpace = passSpace()
      let next = byte(at)
      if next == UInt8(ascii: ">") || next == UInt8(ascii: "/") { break }
      guard hasSpace, let (name, end) = names.name(in: bytes, at: at, behind: last) else { return false }
      at = end
      last = name
      guard let value = value() else { return false }
      if name.pointee.isDeclaration {
        guard declare(name.pointee, value) else { return false }
        continue
      }
      guard count < Self.mostAttributes else { return false }
      if name.pointee.prefix != nil { hasPrefixes = true }
      let row = table + count &* 5
      row[0] = name.pointee.local
      row[1] = name.pointee.prefix
      row[3] = value.start
      row[4] = value.end
      count &+= 1
    }
    guard at - start < Self.longest, !hasPrefixes || areDeclared(count) else { return false }
    let isEmpty = byte(at) == UInt8(ascii: "/")
    guard !isEmpty || byte(at + 1) == UInt8(ascii: ">"), begin(element, count) else { return false }
    at += isEmpty ? 2 : 1
    if isEmpty { self.end(element) }
    return session.fault == nil
  }

  mutating func endTag() -> Bool {
    guard let element = open[depth - 1] else { return false }
    let start = at + 2
    let end = start + element.pointee.count
    guard end < bytes.count, PlainNames.isSame(element, bytes, at: start) else { return false }
    at = end
    passSpace()
    guard byte(at) == UInt8(ascii: ">") else { return false }
    at += 1
    self.end(element)
    return session.fault == nil
  }

  /// Tells of an element; false if its prefix was never declared, or two of its attributes may be the same.
  private mutating func begin(_ element: UnsafeMutablePointer<PlainNames.Name>, _ count: Int) -> Bool {
    let name = element.pointee
    let uri = name.prefix == nil ? namespaces.byDefault : name.prefix.flatMap(namespaces.uri)
    guard name.prefix == nil || uri != nil else { return false }
    let base = count > 0 ? table : nil
    guard let places = session.names.placesOfUnlike(in: name.number, base, count: count) else { return false }
    session.textLength = 0
    lines.pointee.place = at
    session.start(
      name.number,
      XMLAttributes(
        table: base, count: count, places: places, names: session.names, lines: .counted(lines),
        element: (name.local, uri)))
    return true
  }

  private mutating func end(_ element: UnsafeMutablePointer<PlainNames.Name>) {
    depth -= 1
    namespaces.end(depth: depth)
    session.textLength = 0
    session.end(element.pointee.number)
  }

  // MARK: Namespaces

  private mutating func declare(
    _ name: PlainNames.Name, _ value: (start: UnsafePointer<UInt8>, end: UnsafePointer<UInt8>)
  ) -> Bool {
    guard let uri = names.interned(value.start, value.end - value.start) else { return false }
    return namespaces.declare(name.prefix == nil ? nil : name.local, uri, depth: depth - 1)
  }

  /// True if all prefixes of the attributes are declared.
  private func areDeclared(_ count: Int) -> Bool {
    (0..<count).allSatisfy { place in
      table[place * 5 + 1].map { PlainNamespaces.isXML($0) || namespaces.uri(of: $0) != nil } ?? true
    }
  }

  // MARK: Values

  /// The value behind the name of an attribute (XML 1.0, section 3.3.3): where it stands, or a copy with its references
  /// and its white space replaced.
  private mutating func value() -> (start: UnsafePointer<UInt8>, end: UnsafePointer<UInt8>)? {
    guard let base = bytes.baseAddress else { return nil }
    passSpace()
    guard byte(at) == UInt8(ascii: "=") else { return nil }
    at += 1
    passSpace()
    let quote = byte(at)
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return nil }
    at += 1
    let start = at
    while true {
      while at < bytes.count, kinds.isKind(PlainBytes.inValue, base[at]) { at &+= 1 }
      switch byte(at) {
      case quote:
        at += 1
        return (base + start, base + at - 1)
      // The other quotes.
      case UInt8(ascii: "\""), UInt8(ascii: "'"): at += 1
      case UInt8(ascii: "<"): return nil
      default: return at < bytes.count ? madeValue(from: start, until: quote) : nil
      }
    }
  }

  private mutating func madeValue(
    from start: Int, until quote: UInt8
  ) -> (start: UnsafePointer<UInt8>, end: UnsafePointer<UInt8>)? {
    let made = room + used
    at = start
    while at < bytes.count {
      let byte = bytes[at]
      switch byte {
      case quote:
        at += 1
        return (UnsafePointer(made), UnsafePointer(room + used))
      case UInt8(ascii: "<"): return nil
      case UInt8(ascii: "&"): guard addReference() else { return nil }
      case 0x0D where self.byte(at + 1) == 0x0A: at += 1
      default:
        room[used] = byte < 0x20 ? 0x20 : byte
        used += 1
        at += 1
      }
    }
    return nil
  }
}
