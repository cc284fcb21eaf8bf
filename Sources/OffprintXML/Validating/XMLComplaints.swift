import CLibXML2

/// What libxml2 says of a document while one thread compiles or validates.
final class XMLComplaints {
  private(set) var faults: [XMLGrammar.Fault] = []
  private let limit: Int

  init(limit: Int = 10) { self.limit = limit }

  /// For calls that take the complaints as their user data, while this object lives.
  var pointer: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }

  /// Carries out `body`; what libxml2 says outside of any context, as while it reads a file that a schema includes,
  /// comes here too and not to the terminal. The thread's own setting is put back.
  func gathering<Result>(_ body: () -> Result) -> Result {
    let (before, context) = (offprint_xml_structured_error(), offprint_xml_structured_error_context())
    xmlSetStructuredErrorFunc(pointer, Self.take)
    defer { xmlSetStructuredErrorFunc(context, before) }
    return withExtendedLifetime(self, body)
  }

  static let take: xmlStructuredErrorFunc = { @Sendable (user, error) in
    guard let user, let error, error.pointee.level != XML_ERR_WARNING else { return }
    Unmanaged<XMLComplaints>.fromOpaque(user).takeUnretainedValue().note(error.pointee)
  }

  private func note(_ error: xmlError) {
    guard faults.count < limit else { return }
    var words = error.message.map { String(cString: $0) } ?? "error \(error.code)"
    words = words.split { $0 == "\n" || $0 == "\r" }.joined(separator: " ")
    while words.hasSuffix(".") || words.hasSuffix(" ") { words.removeLast() }
    let fault = XMLGrammar.Fault(line: error.line > 0 ? Int(error.line) : nil, words: words)
    if faults.last != fault { faults.append(fault) }
  }
}
