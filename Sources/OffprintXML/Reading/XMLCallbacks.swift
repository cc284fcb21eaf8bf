import CLibXML2

/// The functions that libxml2 calls. None of them may belong to an actor: they run on whatever thread parses.
///
/// There is no `entityDecl`, `getEntity` nor any of libxml2's own handlers among them. With those absent, and a user
/// pointer that is not the parser, an entity that a file declares is unknown and ends the parse: nothing is expanded
/// and no other file is opened.
enum XMLCallbacks {
  static func handler() -> xmlSAXHandler {
    var sax = xmlSAXHandler()
    offprint_xml_sax2(&sax)
    sax.startElementNs = start
    sax.endElementNs = end
    sax.characters = text
    sax.ignorableWhitespace = text
    sax.internalSubset = documentType
    sax.reference = unknownEntity
    sax.serror = failed
    return sax
  }

  /// Lends the session to `body` without retaining it: `XMLReader` keeps it for as long as the parse takes.
  @inline(__always)
  private static func with(_ user: UnsafeMutableRawPointer?, _ body: (XMLSession) -> Void) {
    guard let user else { return }
    Unmanaged<XMLSession>.fromOpaque(user)._withUnsafeGuaranteedRef(body)
  }

  private static let start: startElementNsSAX2Func = {
    @Sendable (user, name, _, namespace, _, _, attributeCount, _, attributes) in
    with(user) { session in
      session.depth &+= 1
      session.textLength = 0
      if session.depth > XMLSession.depthLimit { return session.stop(.tooDeep) }
      let names = session.names
      let element = names.number(of: name)
      session.start(
        element,
        XMLAttributes(
          table: attributes, count: Int(attributeCount),
          places: names.places(in: element, attributes, count: Int(attributeCount)), names: names,
          lines: .parser(session.parser), element: (name, namespace)))
    }
  }

  private static let end: endElementNsSAX2Func = { @Sendable (user, name, _, _) in
    with(user) { session in
      session.depth &-= 1
      session.textLength = 0
      session.end(session.names.number(of: name))
    }
  }

  private static let text: charactersSAXFunc = { @Sendable (user, bytes, count) in
    with(user) { session in
      session.textLength &+= Int(count)
      if session.textLength > XMLSession.textLimit { return session.stop(.textTooLong) }
      session.text(XMLBytes(UnsafeBufferPointer(start: bytes, count: Int(count))))
    }
  }

  private static let documentType: internalSubsetSAXFunc = { @Sendable (user, _, _, _) in
    with(user) { session in if !session.allowsDocumentType { session.stop(.documentType) } }
  }

  /// With a DOCTYPE that names a DTD libxml2 thinks that the entity may be declared there, and goes on without it.
  private static let unknownEntity: referenceSAXFunc = { @Sendable (user, name) in
    with(user) { $0.stop(.unknownEntity(name.map { String(cString: $0) } ?? "?")) }
  }

  static let failed: xmlStructuredErrorFunc = { @Sendable (user, error) in
    guard let error else { return }
    with(user) { $0.record(error.pointee) }
  }
}
