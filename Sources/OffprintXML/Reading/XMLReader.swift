import CLibXML2
import OffprintDiagnostics

/// Reads XML files as a stream of events, with libxml2's SAX2 interface and nothing of its tree. Files that hold nothing
/// out of the ordinary, as nearly all do, are read by `PlainXML`, which gives the same events sooner.
///
/// Nothing is fetched, no DTD is read, no entity of the file's own is expanded, and nothing is ever printed: a file
/// that is broken or asks for such a thing ends in a `Diagnostic` with its place.
public enum XMLReader {
  private static let chunk = 1 << 16
  private static let isReady: Bool = {
    xmlInitParser()
    return true
  }()

  /// Reads a whole file into a handler.
  ///
  /// - Parameters:
  ///   - bytes: the file, in any encoding that libxml2 knows.
  ///   - file: its name in messages.
  /// - Returns: how many characters had to be replaced, since no XML may hold them.
  /// - Throws: a `Diagnostic`: OP203 if the file is broken, OP204 for a DOCTYPE, OP209 if it is empty, OP210 if it
  ///   breaks a limit.
  @discardableResult
  public static func read<Handler: XMLHandler>(
    _ bytes: [UInt8], file: String, into handler: inout Handler
  ) throws -> XMLScrubbing {
    guard isReady, !bytes.isEmpty else {
      throw Diagnostic(.inputEmpty, "'\(file)' is empty", at: SourcePlace(file: file))
    }
    let (clean, scrubbing) = XMLScrubbing.scrub(bytes)
    let fault = fault(in: clean, allowsDocumentType: false, into: &handler)
    if let fault { throw fault.diagnostic(file: file, text: line(fault.line, of: clean)) }
    return scrubbing
  }

  /// What `read` would refuse a file for, as far as its beginning tells.
  ///
  /// - Parameters:
  ///   - bytes: the first bytes of the file.
  ///   - isWhole: true if they are all.
  ///   - file: its name in messages.
  public static func fault(inBeginning bytes: [UInt8], isWhole: Bool, file: String) -> Diagnostic? {
    guard !bytes.isEmpty else { return nil }
    let clean = XMLScrubbing.scrub(bytes).bytes
    var handler = NoHandler()
    let fault = fault(in: clean, isWhole: isWhole, allowsDocumentType: false, into: &handler)
    return fault?.diagnostic(file: file, text: line(fault?.line ?? 0, of: clean))
  }

  /// Reads bytes that hold nothing which XML forbids.
  ///
  /// - Parameter isWhole: false for the beginning of a file, of which no end is expected.
  ///
  /// - Returns: why the parse ended before its end; nil if the file is sound.
  static func fault<Handler: XMLHandler>(
    in clean: [UInt8], isWhole: Bool = true, allowsDocumentType: Bool, into handler: inout Handler
  ) -> XMLFault? {
    guard isReady else { return nil }
    if isWhole, InputEncoding(of: clean) == .utf8 {
      var first = handler
      if PlainXML.read(clean, allowsDocumentType: allowsDocumentType, into: &first) {
        handler = first
        return nil
      }
    }
    return parserFault(in: clean, isWhole: isWhole, allowsDocumentType: allowsDocumentType, into: &handler)
  }

  /// The same by libxml2 alone.
  static func parserFault<Handler: XMLHandler>(
    in clean: [UInt8], isWhole: Bool = true, allowsDocumentType: Bool, into handler: inout Handler
  ) -> XMLFault? {
    withUnsafeMutablePointer(to: &handler) { handler in
      clean.withUnsafeBufferPointer { bytes in
        parse(bytes, isWhole: isWhole) { parser in
          let session = HandlerSession(parser, handler)
          session.allowsDocumentType = allowsDocumentType
          return session
        }
      }
    }
  }

  /// - Parameter whenDone: gets the session when nothing more comes.
  static func parse(
    _ bytes: UnsafeBufferPointer<UInt8>, isWhole: Bool = true, _ session: (xmlParserCtxtPtr) -> XMLSession,
    whenDone: (XMLSession) -> Void = { _ in }
  ) -> XMLFault? {
    var sax = XMLCallbacks.handler()
    guard let parser = xmlCreatePushParserCtxt(&sax, nil, nil, 0, nil) else {
      return XMLFault(reason: .malformed(code: 0, words: "no memory for a parser"), line: 0, column: 0)
    }
    defer { xmlFreeParserCtxt(parser) }
    // NOENT only makes `&amp;` in attributes arrive as `&`: entities of the file's own stay unknown.
    xmlCtxtUseOptions(parser, Int32(XML_PARSE_NONET.rawValue | XML_PARSE_NOENT.rawValue))
    return withExtendedLifetime(session(parser)) { session in
      let user = Unmanaged.passUnretained(session).toOpaque()
      parser.pointee.userData = user
      // Faults of encodings have no parser and would be printed; they come to the session by the thread's handler.
      let (oldFunction, oldContext) = (offprint_xml_structured_error(), offprint_xml_structured_error_context())
      xmlSetStructuredErrorFunc(user, XMLCallbacks.failed)
      defer { xmlSetStructuredErrorFunc(oldContext, oldFunction) }
      feed(bytes, isWhole: isWhole, to: parser, session)
      whenDone(session)
      return session.fault
    }
  }

  private static func feed(
    _ bytes: UnsafeBufferPointer<UInt8>, isWhole: Bool, to parser: xmlParserCtxtPtr, _ session: XMLSession
  ) {
    guard let base = bytes.baseAddress else { return }
    var at = 0
    while at < bytes.count, session.fault == nil {
      let count = min(chunk, bytes.count - at)
      let code = (base + at).withMemoryRebound(to: CChar.self, capacity: count) {
        xmlParseChunk(parser, $0, Int32(count), 0)
      }
      if code != 0, session.fault == nil, parser.pointee.wellFormed == 0 { break }
      at += count
    }
    guard session.fault == nil else { return }
    if isWhole { xmlParseChunk(parser, nil, 0, 1) }
    if session.fault == nil, parser.pointee.wellFormed == 0 { session.record(parser.pointee.lastError) }
  }

  /// The text of a line, unless it is so long that it would not help.
  static func line(_ number: Int, of bytes: [UInt8]) -> String? {
    guard number > 0 else { return nil }
    var start = 0
    for _ in 1..<max(1, number) {
      guard let end = bytes[start...].firstIndex(of: 0x0A) else { return nil }
      start = end + 1
    }
    let line = bytes[start...].prefix { $0 != 0x0A && $0 != 0x0D }
    return line.count <= 160 ? String(decoding: line, as: UTF8.self) : nil
  }
}

/// Takes nothing of a file.
private struct NoHandler: XMLHandler {
  static let vocabulary: [String] = []
  mutating func start(_ element: Int, _ attributes: XMLAttributes) {}
}
