import CLibXML2

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The qualified names of a file as they are written, each with what it stands for.
///
/// Names are told by their bytes where they stand; a name met before costs a comparison and no look into libxml2's
/// table, in which each has the address that `XMLNames` knows it by.
struct PlainNames {
  /// A name of the file.
  struct Name {
    /// As written, in libxml2's table.
    var written: UnsafePointer<UInt8>?
    var count = 0
    /// The first eight bytes of it as a number, and which of them count: most names have no more.
    var head: UInt64 = 0
    var headMask: UInt64 = 0
    var local: UnsafePointer<UInt8>?
    /// Nil if it has none.
    var prefix: UnsafePointer<UInt8>?
    /// In the vocabulary; -1 for what is not in it.
    var number = -1
    /// True for `xmlns` and `xmlns:…`.
    var isDeclaration = false
    /// The name of the attribute that stood behind this one, or behind the element's own name, the last time.
    var next: UnsafeMutablePointer<Name>?
  }

  /// True if a name stands at a place that more than its bytes follow.
  @inline(__always)
  static func isSame(_ name: UnsafeMutablePointer<Name>, _ bytes: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    guard let written = name.pointee.written, let base = bytes.baseAddress else { return false }
    guard start &+ 8 <= bytes.count else { return memcmp(written, base + start, name.pointee.count) == 0 }
    let head = UnsafeRawPointer(base + start).loadUnaligned(as: UInt64.self)
    return head & name.pointee.headMask == name.pointee.head
      && (name.pointee.count <= 8 || memcmp(written, base + start, name.pointee.count) == 0)
  }

  /// More names than any format has, and letters that any has.
  private static let (slotCount, mostNames, longest) = (1024, 512, 200)

  private let dictionary: OpaquePointer
  private let vocabulary: XMLNames
  private let kinds: PlainBytes
  private let slots: UnsafeMutablePointer<Name>
  private var count = 0

  init(dictionary: OpaquePointer, vocabulary: XMLNames, _ kinds: PlainBytes) {
    self.dictionary = dictionary
    self.vocabulary = vocabulary
    self.kinds = kinds
    slots = .allocate(capacity: Self.slotCount)
    slots.initialize(repeating: Name(), count: Self.slotCount)
  }

  func deallocate() { slots.deallocate() }

  /// The name of an attribute, which mostly is the one that stood behind the same name before.
  @inline(__always)
  mutating func name(
    in bytes: UnsafeBufferPointer<UInt8>, at start: Int, behind last: UnsafeMutablePointer<Name>
  ) -> (name: UnsafeMutablePointer<Name>, end: Int)? {
    if let likely = last.pointee.next {
      let end = start &+ likely.pointee.count
      if end < bytes.count, !kinds.isKind(PlainBytes.inName, bytes[end]), Self.isSame(likely, bytes, at: start) {
        return (likely, end)
      }
    }
    guard let found = name(in: bytes, at: start) else { return nil }
    last.pointee.next = found.name
    return found
  }

  /// The name that begins at a place, with the place behind it; nil for what is none, or none that is plain.
  mutating func name(
    in bytes: UnsafeBufferPointer<UInt8>, at start: Int
  ) -> (name: UnsafeMutablePointer<Name>, end: Int)? {
    guard let base = bytes.baseAddress else { return nil }
    var end = start
    while end < bytes.count, kinds.isKind(PlainBytes.inName, base[end]) { end += 1 }
    let length = end - start
    guard length > 0, length <= Self.longest else { return nil }
    let text = base + start
    var hash = UInt(length) &* 31 &+ UInt(text[0])
    hash = (hash &* 31 &+ UInt(text[length / 2])) &* 31 &+ UInt(text[length - 1])
    var slot = Int((hash &* 0x9E37_79B9_7F4A_7C15) >> 54)
    while slots[slot].written != nil {
      if slots[slot].count == length, Self.isSame(slots + slot, bytes, at: start) { return (slots + slot, end) }
      slot = (slot + 1) % Self.slotCount
    }
    guard count < Self.mostNames, let made = made(text, length) else { return nil }
    slots[slot] = made
    count += 1
    return (slots + slot, end)
  }

  /// A name met for the first time; nil if it is no qualified name (Namespaces in XML 1.0, production 7).
  private func made(_ text: UnsafePointer<UInt8>, _ length: Int) -> Name? {
    let colon = (0..<length).first { text[$0] == UInt8(ascii: ":") }
    let start = colon.map { $0 + 1 } ?? 0
    guard isFirst(text[0]), start < length, isFirst(text[start]),
      !(start..<length).contains(where: { text[$0] == UInt8(ascii: ":") })
    else { return nil }
    var name = Name()
    name.written = interned(text, length)
    name.count = length
    for place in 0..<min(8, length) {
      name.head |= UInt64(text[place]) << UInt64(8 * place)
      name.headMask |= 0xFF << UInt64(8 * place)
    }
    (name.head, name.headMask) = (UInt64(littleEndian: name.head), UInt64(littleEndian: name.headMask))
    name.local = interned(text + start, length - start)
    name.prefix = colon.flatMap { interned(text, $0) }
    guard name.written != nil, name.local != nil, (name.prefix == nil) == (colon == nil) else { return nil }
    name.number = vocabulary.number(of: name.local)
    name.isDeclaration = Self.isXMLNS(text, colon ?? length)
    return name
  }

  /// The same text in libxml2's table, which ends with a zero.
  func interned(_ text: UnsafePointer<UInt8>, _ length: Int) -> UnsafePointer<UInt8>? {
    xmlDictLookup(dictionary, text, Int32(length))
  }

  private func isFirst(_ byte: UInt8) -> Bool { kinds.isKind(PlainBytes.first, byte) }

  private static func isXMLNS(_ text: UnsafePointer<UInt8>, _ length: Int) -> Bool {
    length == 5 && memcmp(text, "xmlns", 5) == 0
  }
}
