import CLibXML2
import OffprintDiagnostics

/// A compiled schema, XML Schema or RELAX NG. It is compiled once and may be used by several threads at the same time.
public final class XMLGrammar: @unchecked Sendable {
  // libxml2 only reads a compiled schema; what a validation writes to is a context of its own.
  private let xsd: xmlSchemaPtr?
  private let relaxNG: xmlRelaxNGPtr?

  /// What does not hold, in the validator's words.
  public struct Fault: Hashable, Sendable {
    /// 1-based; nil if the validator does not say.
    public var line: Int?
    /// Without a full stop.
    public var words: String
  }

  /// A schema by its text, XML Schema or RELAX NG. What it includes is looked for in files and catalogs, never in a
  /// network.
  ///
  /// - Parameters:
  ///   - text: the schema as XML.
  ///   - base: the path that its own relative addresses start from, or the name for messages.
  /// - Throws: `OP121` if it cannot be compiled, with the compiler's words.
  public init(_ text: [UInt8], base: String) throws {
    XMLCatalog.prepare()
    let complaints = XMLComplaints()
    let isRelaxNG = Self.isRelaxNG(text)
    (xsd, relaxNG) = complaints.gathering {
      guard let document = Self.document(text, base) else { return (nil, nil) }
      return isRelaxNG ? (nil, Self.relaxNG(document, complaints)) : (Self.schema(document, complaints), nil)
    }
    if xsd == nil, relaxNG == nil { throw Self.broken(base, complaints) }
  }

  deinit {
    xmlSchemaFree(xsd)
    xmlRelaxNGFree(relaxNG)
  }

  /// What does not hold in a document, in its order; the first `limit` of it.
  public func faults(in bytes: [UInt8], atMost limit: Int = 10) -> [Fault] {
    let complaints = XMLComplaints(limit: limit)
    return complaints.gathering {
      guard let document = Self.document(bytes, nil) else {
        return complaints.faults.isEmpty
          ? [Fault(line: nil, words: "the document is not well-formed XML")] : complaints.faults
      }
      defer { xmlFreeDoc(document) }
      let isValid = xsd.map { validate(document, $0, complaints) } ?? validate(document, complaints)
      if isValid { return [] }
      return complaints.faults.isEmpty ? [Fault(line: nil, words: "the document is not valid")] : complaints.faults
    }
  }

  private func validate(_ document: xmlDocPtr, _ schema: xmlSchemaPtr, _ complaints: XMLComplaints) -> Bool {
    guard let context = xmlSchemaNewValidCtxt(schema) else { return false }
    defer { xmlSchemaFreeValidCtxt(context) }
    xmlSchemaSetValidStructuredErrors(context, XMLComplaints.take, complaints.pointer)
    return xmlSchemaValidateDoc(context, document) == 0
  }

  private func validate(_ document: xmlDocPtr, _ complaints: XMLComplaints) -> Bool {
    guard let relaxNG, let context = xmlRelaxNGNewValidCtxt(relaxNG) else { return false }
    defer { xmlRelaxNGFreeValidCtxt(context) }
    xmlRelaxNGSetValidStructuredErrors(context, XMLComplaints.take, complaints.pointer)
    return xmlRelaxNGValidateDoc(context, document) == 0
  }

  // MARK: Compiling

  private static func schema(_ document: xmlDocPtr, _ complaints: XMLComplaints) -> xmlSchemaPtr? {
    guard let context = xmlSchemaNewDocParserCtxt(document) else {
      xmlFreeDoc(document)
      return nil
    }
    xmlSchemaSetParserStructuredErrors(context, XMLComplaints.take, complaints.pointer)
    defer { xmlSchemaFreeParserCtxt(context) }
    // The document belongs to the schema from here on, also where it is refused.
    return xmlSchemaParse(context)
  }

  private static func relaxNG(_ document: xmlDocPtr, _ complaints: XMLComplaints) -> xmlRelaxNGPtr? {
    // The compiler takes a copy of the document.
    defer { xmlFreeDoc(document) }
    guard let context = xmlRelaxNGNewDocParserCtxt(document) else { return nil }
    xmlRelaxNGSetParserStructuredErrors(context, XMLComplaints.take, complaints.pointer)
    defer { xmlRelaxNGFreeParserCtxt(context) }
    return xmlRelaxNGParse(context)
  }

  private static func document(_ bytes: [UInt8], _ base: String?) -> xmlDocPtr? {
    let options = Int32(bitPattern: XML_PARSE_NONET.rawValue | XML_PARSE_BIG_LINES.rawValue)
    return bytes.withUnsafeBytes {
      xmlReadMemory($0.bindMemory(to: CChar.self).baseAddress, Int32(clamping: $0.count), base, nil, options)
    }
  }

  /// True for a grammar of RELAX NG, by its namespace.
  private static func isRelaxNG(_ text: [UInt8]) -> Bool {
    String(decoding: text.prefix(1 << 16), as: UTF8.self).contains("http://relaxng.org/ns/structure/1.0")
  }

  private static func broken(_ base: String, _ complaints: XMLComplaints) -> Diagnostic {
    let first = complaints.faults.first
    let words = first.map { ": \($0.words)" } ?? ""
    return Diagnostic(
      .schemaBroken, "the schema '\(base)' cannot be used\(words)", at: SourcePlace(file: base, line: first?.line),
      fix: "look whether all that it includes is in the catalog")
  }
}
