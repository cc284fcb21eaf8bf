import CLibXML2
import OffprintDiagnostics

/// Where the outermost elements of an XML file stand in its bytes, for those who add to a file and leave every other
/// byte of it as it is.
public struct XMLPlaces: Sendable {
  public struct Element: Sendable {
    /// Local name and prefix as written; the prefix is empty if there is none.
    public var name: String
    public var prefix: String
    /// 0 for the root.
    public var depth: Int
    /// From `<` to behind `>`.
    public var startTag: Range<Int>
    /// The start tag, the content and the end tag.
    public var range: Range<Int>
    /// Attributes as written, with the place of the value between its quotes.
    public var attributes: [(name: String, value: Range<Int>)]

    /// True for `<a/>`.
    public var isSelfClosed: Bool { startTag.upperBound == range.upperBound }
    /// The place before the end tag; that of the end for a self-closed element.
    public internal(set) var contentEnd: Int
  }

  /// In the order of the file, down to the depth that was asked for.
  public private(set) var elements: [Element] = []
  /// All values of attributes called `ID`, `id` or `xml:id`, at any depth.
  public private(set) var ids: Set<String> = []
  /// False if characters beyond ASCII must be written as references, since the file has another encoding.
  public let isUTF8: Bool

  /// - Parameters:
  ///   - depth: how deep elements are told of; the root is 0.
  ///   - file: for messages.
  /// - Throws: what `XMLReader` throws for a broken file, and `OP205` for UTF-16 and the like, whose bytes cannot be
  ///   added to one by one.
  public init(of bytes: [UInt8], depth: Int, file: String) throws {
    let encoding = InputEncoding(of: bytes)
    if case .untouchable = encoding { throw Self.untouchable(file) }
    if case .utf8 = encoding { isUTF8 = true } else { isUTF8 = false }
    let shadow = Self.shadow(of: bytes)
    var found: (elements: [Element], ids: Set<String>) = ([], [])
    let fault = shadow.withUnsafeBufferPointer { buffer in
      XMLReader.parse(buffer) { parser in
        PlacesSession(parser, buffer, limit: depth + 1)
      } whenDone: { session in
        if let session = session as? PlacesSession { found = (session.elements, session.ids) }
      }
    }
    if let fault { throw fault.diagnostic(file: file, text: nil) }
    elements = found.elements
    ids = found.ids
  }

  /// The file in plain ASCII with each byte in its place, so that the parser's count of bytes is that of the file
  /// whatever the encoding: what is beyond ASCII is a letter, and the declaration is white space.
  private static func shadow(of bytes: [UInt8]) -> [UInt8] {
    var shadow = bytes.map { byte -> UInt8 in
      if byte >= 0x80 { return UInt8(ascii: "x") }
      return byte < 0x20 && ![0x09, 0x0A, 0x0D].contains(byte) ? 0x20 : byte
    }
    var at = 0
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      for index in 0..<3 { shadow[index] = 0x20 }
      at = 3
    }
    if shadow[at...].starts(with: "<?xml".utf8), let end = shadow[at...].firstIndex(of: UInt8(ascii: ">")) {
      for index in at...end { shadow[index] = 0x20 }
    }
    return shadow
  }

  fileprivate static func untouchable(_ file: String) -> Diagnostic {
    Diagnostic(
      .formatUnexpected, "'\(file)' is not in UTF-8 or another encoding that begins as ASCII does",
      at: SourcePlace(file: file), fix: "convert it to UTF-8")
  }
}

/// Notes the places of tags while libxml2 reads.
private final class PlacesSession: XMLSession {
  private(set) var elements: [XMLPlaces.Element] = []
  private(set) var ids: Set<String> = []
  private let bytes: UnsafeBufferPointer<UInt8>
  private let limit: Int
  private var open: [Int] = []

  init(_ parser: xmlParserCtxtPtr, _ bytes: UnsafeBufferPointer<UInt8>, limit: Int) {
    self.bytes = bytes
    self.limit = limit
    super.init(parser, vocabulary: [])
  }

  /// The parser stands somewhere in the start tag. A value cannot hold `<`, so the last one before begins the tag.
  override func start(_ element: Int, _ attributes: XMLAttributes) {
    let here = min(max(0, Int(xmlByteConsumed(parser))), bytes.count - 1)
    guard let start = bytes[...here].lastIndex(of: UInt8(ascii: "<")) else { return }
    let tag = StartTag(bytes, from: start)
    for (name, value) in tag.attributes where name == "ID" || name == "id" || name == "xml:id" {
      ids.insert(String(decoding: bytes[value], as: UTF8.self))
    }
    guard depth <= limit else { return }
    let parts = tag.name.split(separator: ":", maxSplits: 1).map(String.init)
    open.append(elements.count)
    elements.append(
      XMLPlaces.Element(
        name: parts.last ?? "", prefix: parts.count == 2 ? parts[0] : "", depth: depth - 1, startTag: start..<tag.end,
        range: start..<tag.end, attributes: tag.attributes, contentEnd: tag.end))
  }

  /// The parser stands behind the end tag, which holds no other `<`.
  override func end(_ element: Int) {
    guard depth < limit, let index = open.popLast() else { return }
    let here = min(max(0, Int(xmlByteConsumed(parser))), bytes.count)
    let start = elements[index].range.lowerBound
    guard here > elements[index].startTag.upperBound else { return }
    elements[index].range = start..<here
    elements[index].contentEnd = bytes[..<here].lastIndex(of: UInt8(ascii: "<")) ?? here
  }
}

/// A start tag, looked at byte by byte. It is known to be well-formed.
private struct StartTag {
  private(set) var name = ""
  private(set) var attributes: [(name: String, value: Range<Int>)] = []
  /// Behind the `>`.
  private(set) var end: Int

  init(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) {
    var at = start + 1
    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }
    func word() -> String {
      let from = at
      while at < bytes.count, !isSpace(bytes[at]), ![0x2F, 0x3D, 0x3E].contains(bytes[at]) { at += 1 }
      return String(decoding: bytes[from..<at], as: UTF8.self)
    }
    name = word()
    while at < bytes.count, bytes[at] != UInt8(ascii: ">") {
      guard !isSpace(bytes[at]), bytes[at] != UInt8(ascii: "/") else {
        at += 1
        continue
      }
      let key = word()
      while at < bytes.count, bytes[at] != UInt8(ascii: "\""), bytes[at] != UInt8(ascii: "'") { at += 1 }
      guard at < bytes.count, let close = bytes[(at + 1)...].firstIndex(of: bytes[at]) else { break }
      attributes.append((key, at + 1..<close))
      at = close + 1
    }
    end = min(at + 1, bytes.count)
  }
}
