import CLibXML2
import OffprintDiagnostics

/// What the C callbacks of one parse work on. A class without type parameters, since a C function cannot have any;
/// `HandlerSession` passes the events on to the handler.
class XMLSession {
  /// Elements inside each other; no page or METS file of a newspaper has more than some twenty.
  static let depthLimit = 256
  /// Bytes of one text between two tags, as libxml2 has it for attributes.
  static let textLimit = 10_000_000

  /// Nil where a file is read without libxml2's parser.
  let parser: xmlParserCtxtPtr?
  let names: XMLNames
  var depth = 0
  /// Bytes since the last tag.
  var textLength = 0
  /// True if a DOCTYPE may stand in the file; even so nothing of it is read or heeded.
  var allowsDocumentType = false
  /// The first thing that ends the parse.
  var fault: XMLFault?

  init(_ parser: xmlParserCtxtPtr, vocabulary: [String]) {
    self.parser = parser
    names = XMLNames(vocabulary, in: parser.pointee.dict)
  }

  /// - Parameter dictionary: libxml2's table of names, which lives longer than the session.
  init(dictionary: OpaquePointer?, vocabulary: [String]) {
    parser = nil
    names = XMLNames(vocabulary, in: dictionary)
  }

  deinit { names.deallocate() }

  func start(_ element: Int, _ attributes: XMLAttributes) {}
  func end(_ element: Int) {}
  func text(_ text: XMLBytes) {}

  /// Ends the parse at the place where the parser stands.
  final func stop(_ reason: XMLFault.Reason) {
    guard fault == nil else { return }
    let input = parser?.pointee.input
    fault = XMLFault(
      reason: reason, line: Int(input?.pointee.line ?? 0), column: Int(input?.pointee.col ?? 0))
    if let parser { xmlStopParser(parser) }
  }

  final func record(_ error: xmlError) {
    // An entity of a DTD that is not read would be left out of the value of an attribute.
    let isUnknownEntity = error.code == Int32(XML_WAR_UNDECLARED_ENTITY.rawValue)
    guard let parser, fault == nil, error.level == XML_ERR_FATAL || isUnknownEntity else { return }
    fault = XMLFault(
      reason: .malformed(code: error.code, words: XMLFault.words(of: error, in: parser)),
      line: Int(error.line), column: Int(error.int2))
  }
}

/// Passes the events of a parse on to a handler, which stands outside so that no access check is paid for each event.
final class HandlerSession<Handler: XMLHandler>: XMLSession {
  private let handler: UnsafeMutablePointer<Handler>

  init(_ parser: xmlParserCtxtPtr, _ handler: UnsafeMutablePointer<Handler>) {
    self.handler = handler
    super.init(parser, vocabulary: Handler.vocabulary)
  }

  init(dictionary: OpaquePointer?, _ handler: UnsafeMutablePointer<Handler>) {
    self.handler = handler
    super.init(dictionary: dictionary, vocabulary: Handler.vocabulary)
  }

  override func start(_ element: Int, _ attributes: XMLAttributes) { handler.pointee.start(element, attributes) }
  override func end(_ element: Int) { handler.pointee.end(element) }
  override func text(_ text: XMLBytes) { handler.pointee.text(text) }
}
