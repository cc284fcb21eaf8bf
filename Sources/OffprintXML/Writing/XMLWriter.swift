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
  public private(set) var replaced = 0

  private let buffer: xmlBufferPtr?
  private var writer: xmlTextWriterPtr?
  private var hasFailed = false
  private var escaped: [UInt8] = []
  /// How many mixed elements are open.
  private var mixedDepth = 0
  /// The prefixes that the names of the program stand for in the document; others are written as they are.
  private let prefixes: [String: String]
  private let isASCII: Bool

  public convenience init() {
    self.init(prefixes: [:], isASCII: false)
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
    let writer = XMLWriter(prefixes: prefixes, isASCII: isASCII)
    // libxml2's writer indents by depth, so the elements are written inside of others, which are cut off again.
    for _ in 0..<depth { writer.start("x", [:]) }
    content(writer)
    let bytes = try writer.finish()
    // `<x>` and `</x>` on lines of their own, each set in by its depth.
    let open = (0..<depth).reduce(0) { $0 + $1 + 4 } - 1
    let close = (0..<depth).reduce(0) { $0 + $1 + 5 } + 1
    return (Array(bytes.dropFirst(open).dropLast(close)), writer.replaced)
  }

  private init(prefixes: [String: String], isASCII: Bool) {
    self.prefixes = prefixes
    self.isASCII = isASCII
    buffer = xmlBufferCreateSize(1 << 14)
    writer = xmlNewTextWriterMemory(buffer, 0)
    if let writer {
      xmlTextWriterSetIndent(writer, 1)
      xmlTextWriterSetIndentString(writer, " ")
    }
  }

  deinit {
    if let writer { xmlFreeTextWriter(writer) }
    if let buffer { xmlBufferFree(buffer) }
  }

  /// An element that holds elements, or nothing.
  public func element(_ name: StaticString, _ attributes: Attributes = [:], _ content: () -> Void = {}) {
    start(name, attributes)
    content()
    note(xmlTextWriterEndElement(writer))
  }

  /// An element that holds text.
  public func leaf(_ name: StaticString, _ attributes: Attributes = [:], text: some Sequence<UInt8>) {
    start(name, attributes)
    write(text, inAttribute: false)
    note(xmlTextWriterEndElement(writer))
  }

  /// An element that holds text; nothing at all if there is no text.
  public func leaf(_ name: StaticString, _ attributes: Attributes = [:], text: String?) {
    guard let text, !text.isEmpty else { return }
    leaf(name, attributes, text: text.utf8)
  }

  /// An element that holds text and elements mixed.
  public func mixed(_ name: StaticString, _ attributes: Attributes = [:], _ content: () -> Void) {
    start(name, attributes)
    // An empty text ends the start tag, and before the end tag says that no line was begun.
    raw("")
    mixedDepth += 1
    if mixedDepth == 1, let writer { xmlTextWriterSetIndent(writer, 0) }
    content()
    mixedDepth -= 1
    if mixedDepth == 0, let writer { xmlTextWriterSetIndent(writer, 1) }
    raw("")
    note(xmlTextWriterEndElement(writer))
  }

  /// Text within a mixed element.
  public func text(_ text: some Sequence<UInt8>) {
    assert(mixedDepth > 0, "text stands in leaves and mixed elements")
    write(text, inAttribute: false)
  }

  /// A whole document that another writer has made, its root element on a line of its own within a mixed element.
  public func document(_ bytes: [UInt8]) {
    assert(mixedDepth > 0, "documents stand in mixed elements")
    let declaration = bytes.starts(with: "<?xml".utf8) ? bytes.firstIndex(of: UInt8(ascii: ">")) : nil
    let root = bytes[(declaration.map { $0 + 1 } ?? 0)...].drop { $0 == 0x0A || $0 == 0x0D }
    raw("\n")
    note(root.withUnsafeBufferPointer { xmlTextWriterWriteRawLen(writer, $0.baseAddress, Int32(clamping: $0.count)) })
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
    Self.demandName(name)
    note(withName(name) { xmlTextWriterStartElement(writer, $0) })
    for (name, value) in attributes {
      guard let value else { continue }
      Self.demandName(name)
      note(withName(name) { xmlTextWriterStartAttribute(writer, $0) })
      write(value.utf8, inAttribute: true)
      note(xmlTextWriterEndAttribute(writer))
    }
  }

  /// Lends a name with the prefix that the document has for it.
  private func withName(_ name: StaticString, _ body: (UnsafePointer<UInt8>?) -> Int32) -> Int32 {
    guard !prefixes.isEmpty else { return name.withUTF8Buffer { body($0.baseAddress) } }
    let parts = name.description.split(separator: ":", maxSplits: 1).map(String.init)
    guard parts.count == 2, let own = prefixes[parts[0]] else { return name.withUTF8Buffer { body($0.baseAddress) } }
    let written = own.isEmpty ? parts[1] : "\(own):\(parts[1])"
    return Array(written.utf8 + [0]).withUnsafeBufferPointer { body($0.baseAddress) }
  }

  private func write(_ text: some Sequence<UInt8>, inAttribute: Bool) {
    let plain: Void? = text.withContiguousStorageIfAvailable { pass($0, inAttribute) }
    if plain == nil { Array(text).withUnsafeBufferPointer { pass($0, inAttribute) } }
  }

  /// Text that needs no change is handed over as it is.
  private func pass(_ bytes: UnsafeBufferPointer<UInt8>, _ inAttribute: Bool) {
    guard let base = bytes.baseAddress, !bytes.isEmpty else { return }
    let (plain, faults) = XMLEscape.look(at: bytes)
    if plain, !isASCII {
      note(xmlTextWriterWriteRawLen(writer, base, Int32(clamping: bytes.count)))
      return
    }
    escaped.removeAll(keepingCapacity: true)
    if faults > 0 {
      replaced += faults
      XMLText.cleaned(bytes).bytes.withUnsafeBufferPointer {
        XMLEscape.append($0, to: &escaped, inAttribute: inAttribute)
      }
    } else {
      XMLEscape.append(bytes, to: &escaped, inAttribute: inAttribute)
    }
    if isASCII { XMLEscape.makeASCII(&escaped) }
    let count = Int32(clamping: escaped.count)
    note(escaped.withUnsafeBufferPointer { xmlTextWriterWriteRawLen(writer, $0.baseAddress, count) })
  }

  private func raw(_ text: StaticString) {
    note(text.withUTF8Buffer { xmlTextWriterWriteRawLen(writer, $0.baseAddress, Int32($0.count)) })
  }

  private func note(_ result: Int32) {
    if result < 0 { hasFailed = true }
  }

  /// Names are literals, so a bad one is a fault of the program and ends it at its first use.
  private static func demandName(_ name: StaticString) {
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
