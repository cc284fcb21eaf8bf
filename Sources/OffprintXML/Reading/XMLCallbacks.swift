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
    sax.serror = failed
    return sax
  }

  private static func session(_ user: UnsafeMutableRawPointer) -> XMLSession {
    Unmanaged<XMLSession>.fromOpaque(user).takeUnretainedValue()
  }

  private static let start: startElementNsSAX2Func = {
    @Sendable (user, name, _, _, _, _, attributeCount, _, attributes) in
    guard let user else { return }
    let session = session(user)
    session.depth += 1
    session.textLength = 0
    if session.depth > XMLSession.depthLimit { return session.stop(.tooDeep) }
    guard let parser = session.parser, let names = session.names.baseAddress else { return }
    session.start(
      session.number(of: name),
      XMLAttributes(table: attributes, count: Int(attributeCount), names: names, parser: parser))
  }

  private static let end: endElementNsSAX2Func = { @Sendable (user, name, _, _) in
    guard let user else { return }
    let session = session(user)
    session.depth -= 1
    session.textLength = 0
    session.end(session.number(of: name))
  }

  private static let text: charactersSAXFunc = { @Sendable (user, bytes, count) in
    guard let user else { return }
    let session = session(user)
    session.textLength += Int(count)
    if session.textLength > XMLSession.textLimit { return session.stop(.textTooLong) }
    session.text(XMLBytes(UnsafeBufferPointer(start: bytes, count: Int(count))))
  }

  private static let documentType: internalSubsetSAXFunc = { @Sendable (user, _, _, _) in
    guard let user else { return }
    session(user).stop(.documentType)
  }

  static let failed: xmlStructuredErrorFunc = { @Sendable (user, error) in
    guard let user, let error else { return }
    session(user).record(error.pointee)
  }
}
