import CLibXML2

/// Passes the events of the HTML parser on to a handler, as those of the XML parser come.
final class HTMLSession<Handler: XMLHandler>: XMLSession {
  private let handler: UnsafeMutablePointer<Handler>

  init(_ parser: htmlParserCtxtPtr, _ handler: UnsafeMutablePointer<Handler>) {
    self.handler = handler
    super.init(parser, vocabulary: Handler.vocabulary)
  }

  override func start(_ element: Int, _ attributes: XMLAttributes) { handler.pointee.start(element, attributes) }
  override func end(_ element: Int) { handler.pointee.end(element) }
  override func text(_ text: XMLBytes) { handler.pointee.text(text) }
}

/// The functions that libxml2's HTML parser calls. None of them may belong to an actor.
enum HTMLCallbacks {
  static func handler() -> xmlSAXHandler {
    var sax = xmlSAXHandler()
    sax.startElement = start
    sax.endElement = end
    sax.characters = text
    sax.ignorableWhitespace = text
    return sax
  }

  @inline(__always)
  private static func with(_ user: UnsafeMutableRawPointer?, _ body: (XMLSession) -> Void) {
    guard let user else { return }
    Unmanaged<XMLSession>.fromOpaque(user)._withUnsafeGuaranteedRef(body)
  }

  /// Attributes come as names and values in turn, the values as C strings.
  private static let start: startElementSAXFunc = { @Sendable (user, name, attributes) in
    with(user) { session in
      guard session.fault == nil else { return }
      session.depth &+= 1
      session.textLength = 0
      if session.depth > XMLSession.depthLimit { return session.stop(.tooDeep) }
      var table: [UnsafePointer<xmlChar>?] = []
      var at = 0
      while let attributes, let name = attributes[at] {
        let value = attributes[at + 1]
        table += [name, nil, nil, value, value.map { $0 + Int(xmlStrlen($0)) }]
        at += 2
      }
      let count = table.count / 5
      table.withUnsafeMutableBufferPointer { table in
        let element = session.names.number(of: name)
        session.start(
          element,
          XMLAttributes(
            table: table.baseAddress, count: count,
            places: session.names.places(in: element, table.baseAddress, count: count), names: session.names,
            lines: .parser(session.parser), element: (name, nil)))
      }
    }
  }

  private static let end: endElementSAXFunc = { @Sendable (user, name) in
    with(user) { session in
      guard session.fault == nil else { return }
      session.depth &-= 1
      session.textLength = 0
      session.end(session.names.number(of: name))
    }
  }

  private static let text: charactersSAXFunc = { @Sendable (user, bytes, count) in
    with(user) { session in
      guard session.fault == nil else { return }
      session.textLength &+= Int(count)
      if session.textLength > XMLSession.textLimit { return session.stop(.textTooLong) }
      session.text(XMLBytes(UnsafeBufferPointer(start: bytes, count: Int(count))))
    }
  }

  static let ignored: xmlStructuredErrorFunc = { @Sendable (_, _) in }
}
