import CLibXML2
import OffprintDiagnostics

/// Reads HTML files as a stream of events, those that are no XML too.
///
/// HTML that is also XML is read as such, which takes a quarter of the time. All other HTML is read by libxml2's HTML
/// parser, which refuses nothing; what looks like markup and cannot be any is text, so that no character of a page is
/// lost in a comment that never ends. As with `XMLReader` nothing is fetched and no DTD is read.
public enum HTMLReader {
  /// What became of a file.
  public struct Outcome<Handler: XMLHandler> {
    public var handler: Handler
    /// What had to be replaced.
    public var scrubbing: XMLScrubbing
    /// True if the end tag of `html` stands at the end, as in every file that is whole.
    public var isEnded: Bool
    /// How many `<` were found that begin no markup; they are text.
    public var strayMarks: Int
  }

  /// Reads a whole file.
  ///
  /// - Parameters:
  ///   - bytes: the file, in the encoding that a byte order mark, its declaration or its `meta` says; else in UTF-8.
  ///   - file: its name in messages.
  ///   - make: makes an empty handler. It is called again if a file turns out to be no XML half-way.
  /// - Throws: a `Diagnostic`: OP203 for an unknown encoding, OP209 if the file is empty, OP210 if it breaks a limit.
  public static func read<Handler: XMLHandler>(
    _ bytes: [UInt8], file: String, _ make: () -> Handler
  ) throws -> Outcome<Handler> {
    guard !bytes.isEmpty else {
      throw Diagnostic(.inputEmpty, "'\(file)' is empty", at: SourcePlace(file: file))
    }
    let charset = HTMLCharset(of: bytes)
    let (clean, scrubbing) = try clean(bytes, charset, file)
    var outcome = Outcome(handler: make(), scrubbing: scrubbing, isEnded: isEnded(clean), strayMarks: 0)
    if charset.other == nil, XMLSniff.rootElement(clean.prefix(4096)) == "html" {
      guard let fault = XMLReader.fault(in: clean, allowsDocumentType: true, into: &outcome.handler) else {
        return outcome
      }
      if fault.isLimit { throw fault.diagnostic(file: file, text: nil) }
      outcome.handler = make()
    }
    let repaired = HTMLRepair.repaired(clean)
    outcome.strayMarks = repaired.marks
    let fault = withUnsafeMutablePointer(to: &outcome.handler) { handler in
      repaired.bytes.withUnsafeBufferPointer { parse($0) { HTMLSession($0, handler) } }
    }
    if let fault { throw fault.diagnostic(file: file, text: nil) }
    return outcome
  }

  /// The file in UTF-8, with what no text may hold replaced. libxml2 would end without a word where a byte means
  /// nothing in the file's encoding.
  private static func clean(
    _ bytes: [UInt8], _ charset: HTMLCharset, _ file: String
  ) throws -> (bytes: [UInt8], found: XMLScrubbing) {
    guard let other = charset.other else { return XMLScrubbing.scrub(utf8: bytes) }
    let text = bytes.dropFirst(charset.markLength)
    guard let clean = XMLScrubbing.scrub(text, from: other.name, unit: other.unit) else {
      let words = "the encoding '\(charset.name)' is not known"
      throw XMLFault(reason: .malformed(code: 0, words: words), line: 1, column: 0).diagnostic(file: file, text: nil)
    }
    return clean
  }

  private static func parse(
    _ bytes: UnsafeBufferPointer<UInt8>, _ session: (htmlParserCtxtPtr) -> XMLSession
  ) -> XMLFault? {
    let noMemory = XMLFault(reason: .malformed(code: 0, words: "no memory for a parser"), line: 0, column: 0)
    let parser = bytes.withMemoryRebound(to: CChar.self) { text in
      text.count <= Int(Int32.max) ? htmlCreateMemoryParserCtxt(text.baseAddress, Int32(text.count)) : nil
    }
    guard let parser else { return noMemory }
    defer { htmlFreeParserCtxt(parser) }
    guard let handler = xmlFindCharEncodingHandler("UTF-8") else { return noMemory }
    return withExtendedLifetime(session(parser)) { session in
      let user = Unmanaged.passUnretained(session).toOpaque()
      // Faults of HTML are mended by the parser and not told of; those of encodings would be printed.
      let (oldFunction, oldContext) = (offprint_xml_structured_error(), offprint_xml_structured_error_context())
      xmlSetStructuredErrorFunc(user, HTMLCallbacks.ignored)
      defer { xmlSetStructuredErrorFunc(oldContext, oldFunction) }
      htmlCtxtUseOptions(parser, Int32(HTML_PARSE_NONET.rawValue | HTML_PARSE_NOERROR.rawValue))
      xmlSwitchToEncoding(parser, handler)
      // With an encoding of its own the input heeds no `meta` on its way.
      parser.pointee.input?.pointee.encoding = UnsafePointer(xmlStrdup("UTF-8"))
      parser.pointee.sax?.pointee = HTMLCallbacks.handler()
      parser.pointee.userData = user
      htmlParseDocument(parser)
      return session.fault
    }
  }

  /// True if `</html>` stands among the last characters.
  private static func isEnded(_ bytes: [UInt8]) -> Bool {
    let end = String(decoding: bytes.suffix(256).filter { $0 != 0 }, as: UTF8.self).lowercased()
    return end.contains("</html")
  }
}

extension XMLFault {
  /// True if a file breaks a limit, which another parser must not be tried on.
  fileprivate var isLimit: Bool {
    switch reason {
    case .tooDeep, .textTooLong: true
    case .malformed, .documentType, .unknownEntity: false
    }
  }
}
