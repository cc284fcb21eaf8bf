import CLibXML2
import OffprintDiagnostics

/// Writes one XML document into memory, through libxml2.
///
/// What would break a file cannot be said with it: text goes through `XMLText`; names are literals of the program
/// and never data; an element has text or elements, or where it has both nothing in it is indented, so indentation
/// never changes a text; there are no comments and no processing instructions.
///
/// ```swift
/// let writer = XMLWriter()
/// writer.element("list", ["kind": "short"]) {
///   writer.leaf("item", text: "Fisch & Brot")
/// }
/// let bytes = try writer.finish()
/// ```
///
/// A class, not a struct, so that the closures of nested elements may use it. It belongs to one thread.
public final class XMLWriter {
  /// Names and values in the order in which they are written; a nil value is left out.
  public typealias Attributes = KeyValuePairs<StaticString, String?>

  /// How many characters that XML cannot hold were replaced by U+FFFD.
  public var replaced: Int { content.buffer.replaced + piece.value.buffer.replaced }

  private let buffer: xmlBufferPtr?
  private var writer: xmlTextWriterPtr?
  // No access to these lasts while another begins; to have that checked took a tenth of a page's time.
  @exclusivity(unchecked) private var hasFailed = false
  /// How many elements are open, and how many of them are mixed.
  @exclusivity(unchecked) private var depth = 0
  @exclusivity(unchecked) private var mixedDepth = 0
  /// True if the last thing written was an element, behind which a line ends.
  @exclusivity(unchecked) private var isBehindElement = false
  private let prefixes: XMLPrefixes
  /// What is on its way to libxml2: the attributes of an element, or a text.
  private let content: XMLValue
  /// Elements that are put together, and whether they are.
  @exclusivity(unchecked) private var piece: XMLPiece
  @exclusivity(unchecked) private var isInPiece = false

  public convenience init() {
    self.init(prefixes: XMLPrefixes(written: [:]), isASCII: false)
    raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
  }

  /// Elements that are to stand inside another document, each on a line of its own.
  ///
  /// - Parameters:
  ///   - prefixes: what the prefixes in names are in that document; the empty one stands for none.
  ///   - depth: how many elements are around them, which is how far they are set in.
  ///   - isASCII: whether characters beyond ASCII are written as references, for any encoding.
  /// - Returns: the bytes, a line feed before each element, and how many characters had to be replaced.
  /// - Throws: as `finish`.
  public static func fragment(
    prefixes: [String: String], depth: Int = 1, isASCII: Bool, _ content: (XMLWriter) -> Void
  ) throws -> (bytes: [UInt8], replaced: Int) {
    let writer = XMLWriter(prefixes: XMLPrefixes(written: prefixes), isASCII: isASCII)
    // Elements are set in by their depth, so they are written inside of others, which are cut off again.
    for _ in 0..<depth { writer.start("x", [:]) }
    content(writer)
    for _ in 0..<depth { writer.end() }
    let bytes = try writer.finish()
    // `<x>` and `</x>` on lines of their own, each set in by its depth.
    let open = (0..<depth).reduce(0) { $0 + $1 + 4 } - 1
    let close = (0..<depth).reduce(0) { $0 + $1 + 5 } + 1
    return (Array(bytes.dropFirst(open).dropLast(close)), writer.replaced)
  }

  private init(prefixes: XMLPrefixes, isASCII: Bool) {
    self.prefixes = prefixes
    content = XMLValue(buffer: XMLBuffer(), isASCII: isASCII)
    piece = XMLPiece(isASCII: isASCII)
    buffer = xmlBufferCreateSize(1 << 14)
    writer = xmlNewTextWriterMemory(buffer, 0)
  }

  deinit {
    if let writer { xmlFreeTextWriter(writer) }
    if let buffer { xmlBufferFree(buffer) }
  }

  /// An element that holds elements, or nothing.
  public func element(_ name: StaticString, _ attributes: Attributes = [:], _ content: () -> Void = {}) {
    start(name, attributes)
    content()
    end()
  }

  /// An element that holds elements, or nothing, with attributes that are not texts already.
  ///
  /// - Parameter tag: adds the attributes. It must not use the writer.
  public func element(_ name: StaticString, tag: (inout XMLTag) -> Void, _ content: () -> Void = {}) {
    start(name, tag)
    content()
    end()
  }

  /// An element that holds text.
  public func leaf(_ name: StaticString, _ attributes: Attributes = [:], text: some Sequence<UInt8>) {
    start(name, attributes)
    write(text)
    end()
  }

  /// An element that holds text; nothing at all if there is no text.
  public func leaf(_ name: StaticString, _ attributes: Attributes = [:], text: String?) {
    guard let text, !text.isEmpty else { return }
    leaf(name, attributes, text: text.utf8)
  }

  /// An element that holds text and elements mixed.
  public func mixed(_ name: StaticString, _ attributes: Attributes = [:], _ content: () -> Void) {
    start(name, attributes)
    mix(content)
  }

  /// An element that holds text and elements mixed, with attributes that are not texts already.
  ///
  /// - Parameter tag: adds the attributes. It must not use the writer.
  public func mixed(_ name: StaticString, tag: (inout XMLTag) -> Void, _ content: () -> Void) {
    start(name, tag)
    mix(content)
  }

  /// Elements that libxml2 gets in one piece: for the many small ones in a line. They are written as any others.
  public func piece(_ content: () -> Void) {
    guard !isInPiece else { return content() }
    isInPiece = true
    content()
    isInPiece = false
    if !piece.value.buffer.isEmpty { raw(piece.value.buffer.bytes()) }
    piece.value.buffer.removeAll()
  }

  /// Ends the element that begins with its content.
  private func mix(_ content: () -> Void) {
    // An empty text ends the start tag, so that an element without content has an end tag too.
    raw("")
    mixedDepth += 1
    content()
    isBehindElement = false
    mixedDepth -= 1
    end()
  }

  /// Text within a mixed element.
  public func text(_ text: some Sequence<UInt8>) {
    assert(mixedDepth > 0, "text stands in leaves and mixed elements")
    write(text)
  }

  /// A whole document that another writer has made, its root element on a line of its own within a mixed element.
  public func document(_ bytes: [UInt8]) {
    assert(mixedDepth > 0, "documents stand in mixed elements")
    let declaration = bytes.starts(with: "<?xml".utf8) ? bytes.firstIndex(of: UInt8(ascii: ">")) : nil
    let root = bytes[(declaration.map { $0 + 1 } ?? 0)...].drop { $0 == 0x0A || $0 == 0x0D }
    raw("\n")
    root.withUnsafeBufferPointer(raw)
  }

  /// Ends the document and gives its bytes. The writer is spent.
  ///
  /// - Throws: `OP901` if libxml2 refused something, which only happens when there is no memory left.
  public func finish() throws -> [UInt8] {
    note(xmlTextWriterEndDocument(writer))
    note(xmlTextWriterFlush(writer))
    guard let buffer, let content = xmlBufferContent(buffer), writer != nil, !hasFailed else {
      throw Diagnostic(.internalFault, "an XML document could not be built in memory")
    }
    return Array(UnsafeBufferPointer(start: content, count: Int(xmlBufferLength(buffer))))
  }

  private func start(_ name: StaticString, _ attributes: Attributes) {
    start(name) { tag in
      for (name, value) in attributes { tag.attribute(name, value) }
    }
  }

  private func start(_ name: StaticString, _ attributes: (inout XMLTag) -> Void) {
    Self.demandName(name)
    if depth > 0 { indent() }
    depth += 1
    isBehindElement = false
    if isInPiece {
      piece.start(name, prefixes)
      var tag = XMLTag(piece.value, prefixes: prefixes)
      return attributes(&tag)
    }
    note(prefixes.withName(name) { xmlTextWriterStartElement(writer, $0.baseAddress) })
    content.buffer.removeAll()
    var tag = XMLTag(content, prefixes: prefixes)
    attributes(&tag)
    guard let first = tag.first else { return }
    note(prefixes.withName(first) { xmlTextWriterStartAttribute(writer, $0.baseAddress) })
    // The last quotation mark comes with the attribute's end.
    raw(UnsafeBufferPointer(rebasing: content.buffer.bytes(from: tag.valueStart).dropLast()))
    note(xmlTextWriterEndAttribute(writer))
  }

  private func end() {
    depth -= 1
    if isBehindElement { indent() }
    isBehindElement = true
    if isInPiece { return piece.end(prefixes) }
    note(xmlTextWriterEndElement(writer))
  }

  /// Begins a line, unless white space would be part of a text. libxml2's own indentation writes one space a time.
  private func indent() {
    guard mixedDepth == 0 else { return }
    let margin: StaticString = "\n                                                                "
    let count = min(depth + 1, margin.utf8CodeUnitCount)
    margin.withUTF8Buffer { raw(UnsafeBufferPointer(rebasing: $0.prefix(count))) }
  }

  private func write(_ text: some Sequence<UInt8>) {
    if isInPiece { return piece.add(text) }
    content.buffer.removeAll()
    content.add(text, in: .content)
    if !content.buffer.isEmpty { raw(content.buffer.bytes()) }
  }

  private func raw(_ text: StaticString) { text.withUTF8Buffer(raw) }

  private func raw(_ bytes: UnsafeBufferPointer<UInt8>) {
    if isInPiece {
      piece.endTag()
      return piece.value.buffer.append(bytes)
    }
    note(xmlTextWriterWriteRawLen(writer, bytes.baseAddress, Int32(clamping: bytes.count)))
  }

  private func note(_ result: Int32) {
    if result < 0 { hasFailed = true }
  }

  /// Names are literals, so a bad one is a fault of the program and ends it at its first use.
  static func demandName(_ name: StaticString) {
    assert(name.hasPointerRepresentation && isName(name.description), "'\(name)' is no XML name")
  }

  /// True for what may name an element or attribute here: a prefix and a local part in letters of ASCII, digits,
  /// `-`, `.` and `_` (a subset of Namespaces in XML 1.0, production 7).
  static func isName(_ text: String) -> Bool {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count <= 2 else { return false }
    return parts.allSatisfy { part in
      guard let first = part.utf8.first, isLetter(first) || first == UInt8(ascii: "_") else { return false }
      return part.utf8.allSatisfy { isLetter($0) || (0x30...0x39).contains($0) || [0x2D, 0x2E, 0x5F].contains($0) }
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
