import CLibXML2

/// Reads XML files that hold nothing out of the ordinary, as nearly all do, in a fraction of the time of a parser for
/// everything that XML allows.
///
/// It knows elements and attributes with names in ASCII, namespaces, text, comments, processing instructions, references
/// to characters and to the five entities that XML itself declares; and a DOCTYPE without declarations of its own, where
/// one is allowed. For all else, and for whatever is not well-formed, it answers false, and the file is libxml2's from
/// its first byte on: what a file means, and what is wrong with it, is never decided here.
///
/// The events are those that libxml2 gives, but for where a text is cut into pieces.
struct PlainXML {
  /// The file, in UTF-8 and without what XML forbids, as `XMLScrubbing` leaves it.
  let bytes: UnsafeBufferPointer<UInt8>
  let session: XMLSession
  var at = 0
  var names: PlainNames
  var namespaces = PlainNamespaces()
  let kinds: PlainBytes
  /// The names of the elements that are open, and how many there are.
  let open: UnsafeMutablePointer<UnsafeMutablePointer<PlainNames.Name>?>
  var depth = 0
  /// Five pointers for each attribute of a tag, as libxml2 has them.
  let table: UnsafeMutablePointer<UnsafePointer<UInt8>?>
  /// More attributes than any element of a format has.
  static let mostAttributes = 64
  /// For what values and texts become once their references are replaced: never more bytes than were written.
  let room: UnsafeMutablePointer<UInt8>
  var used = 0
  let lines: UnsafeMutablePointer<LineCount>

  /// - Returns: true if the whole file was read. If not, the handler has got a part of it, and is of no more use.
  static func read<Handler: XMLHandler>(
    _ clean: [UInt8], allowsDocumentType: Bool, into handler: inout Handler
  ) -> Bool {
    guard let dictionary = xmlDictCreate() else { return false }
    defer { xmlDictFree(dictionary) }
    return withUnsafeMutablePointer(to: &handler) { handler in
      clean.withUnsafeBufferPointer { bytes in
        let session = HandlerSession(dictionary: dictionary, handler)
        var reading = PlainXML(bytes, session, dictionary)
        defer { reading.deallocate() }
        return withExtendedLifetime(session) { reading.readDocument(allowsDocumentType: allowsDocumentType) }
      }
    }
  }

  private init(_ bytes: UnsafeBufferPointer<UInt8>, _ session: XMLSession, _ dictionary: OpaquePointer) {
    self.bytes = bytes
    self.session = session
    kinds = PlainBytes()
    names = PlainNames(dictionary: dictionary, vocabulary: session.names, kinds)
    // Memory that is never written to is never given by the system.
    room = .allocate(capacity: max(1, bytes.count))
    lines = .allocate(capacity: 1)
    lines.initialize(to: LineCount(bytes))
    open = .allocate(capacity: XMLSession.depthLimit)
    open.initialize(repeating: nil, count: XMLSession.depthLimit)
    table = .allocate(capacity: 5 * Self.mostAttributes)
    table.initialize(repeating: nil, count: 5 * Self.mostAttributes)
  }

  private func deallocate() {
    names.deallocate()
    kinds.deallocate()
    room.deallocate()
    lines.deallocate()
    open.deallocate()
    table.deallocate()
  }

  private mutating func readDocument(allowsDocumentType: Bool) -> Bool {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { at = 3 }
    guard passDeclaration(), passBetween() else { return false }
    if allowsDocumentType, starts(with: "<!DOCTYPE") {
      guard passDocumentType(), passBetween() else { return false }
    }
    guard startTag() else { return false }
    while depth > 0 {
      guard text(), markup() else { return false }
    }
    return passBetween() && at == bytes.count
  }

  /// What begins with `<` inside of an element.
  private mutating func markup() -> Bool {
    guard at + 1 < bytes.count else { return false }
    switch bytes[at + 1] {
    case UInt8(ascii: "/"): return endTag()
    case UInt8(ascii: "!"): return passComment()
    case UInt8(ascii: "?"): return passInstruction()
    default: return startTag()
    }
  }

  // MARK: Small steps

  /// The byte at a place; 0, which no file holds here, behind the end.
  @inline(__always)
  func byte(_ place: Int) -> UInt8 { place < bytes.count ? bytes[place] : 0 }

  func starts(with text: StaticString) -> Bool {
    text.withUTF8Buffer { text in
      at + text.count <= bytes.count && text.indices.allSatisfy { bytes[at + $0] == text[$0] }
    }
  }

  /// Goes on behind a text that must stand here.
  mutating func pass(_ text: StaticString) -> Bool {
    guard starts(with: text) else { return false }
    at += text.utf8CodeUnitCount
    return true
  }

  /// Goes on behind white space; false if there is none.
  @discardableResult @inline(__always)
  mutating func passSpace() -> Bool {
    let start = at
    while at < bytes.count, Self.isSpace(bytes[at]) { at += 1 }
    return at > start
  }

  @inline(__always)
  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }
}
