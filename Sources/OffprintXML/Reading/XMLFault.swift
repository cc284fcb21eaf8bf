import CLibXML2
import OffprintDiagnostics

/// Why a parse ended, and where.
struct XMLFault {
  enum Reason {
    /// libxml2's code, and what it means in plain words.
    case malformed(code: Int32, words: String)
    case documentType
    case unknownEntity(String)
    case tooDeep
    case textTooLong
  }

  var reason: Reason
  var line: Int
  var column: Int

  /// The message for an operator. `text` is the line at fault, if it is short enough to be shown.
  func diagnostic(file: String, text: String?) -> Diagnostic {
    let place = SourcePlace(
      file: file, line: line > 0 ? line : nil, column: line > 0 && column > 0 ? column : nil, text: text)
    switch reason {
    case .documentType:
      return Diagnostic(
        .xmlRefused, "a DOCTYPE is not allowed in '\(file)'", at: place, fix: "remove the DOCTYPE",
        notes: [.init("kept", "nothing of the document it belongs to is exported")])
    case .unknownEntity(let name):
      return Diagnostic(
        .xmlBroken, "'\(file)' is not well-formed XML: the entity '&\(name);' is not one of XML's own", at: place,
        notes: [.init("kept", "nothing of the document it belongs to is exported")])
    case .tooDeep:
      return Diagnostic(
        .pageTooLarge, "'\(file)' has more than \(XMLSession.depthLimit) elements inside each other", at: place,
        notes: [.init("kept", "nothing of the document it belongs to is exported")])
    case .textTooLong:
      return Diagnostic(
        .pageTooLarge, "'\(file)' has a text of more than \(XMLSession.textLimit / 1_000_000) MB", at: place,
        notes: [.init("kept", "nothing of the document it belongs to is exported")])
    case .malformed(let code, let words):
      let isLimit = code == Int32(XML_ERR_INTERNAL_ERROR.rawValue) || code == Int32(XML_ERR_NAME_TOO_LONG.rawValue)
      return Diagnostic(
        isLimit ? .pageTooLarge : .xmlBroken, "'\(file)' is not well-formed XML: \(words)", at: place,
        notes: [.init("kept", "nothing of the document it belongs to is exported")])
    }
  }

  /// libxml2's message made plain.
  static func words(of error: xmlError, in parser: xmlParserCtxtPtr?) -> String {
    let first = error.str1.map { String(cString: $0) } ?? "?"
    let second = error.str2.map { String(cString: $0) } ?? "?"
    switch xmlParserErrors(rawValue: UInt32(bitPattern: error.code)) {
    case XML_ERR_TAG_NAME_MISMATCH:
      return "'\(first)', opened on line \(error.int1), is closed by '\(second)'"
    case XML_ERR_TAG_NOT_FINISHED, XML_ERR_DOCUMENT_END:
      guard let open = parser?.pointee.name else { return "more follows after the end of the document" }
      return "the file ends inside '\(String(cString: open))'"
    case XML_ERR_DOCUMENT_EMPTY: return "it does not begin with a tag"
    case XML_ERR_UNDECLARED_ENTITY, XML_WAR_UNDECLARED_ENTITY:
      return "the entity '&\(first);' is not one of XML's own"
    case XML_ERR_ENTITYREF_SEMICOL_MISSING, XML_ERR_ENTITYREF_NO_NAME, XML_ERR_NAME_REQUIRED:
      return "a '&' or '<' stands where it must be written '&amp;' or '&lt;'"
    case XML_ERR_INVALID_CHAR, XML_ERR_INVALID_CHARREF: return "a character that XML does not allow"
    case XML_ERR_INVALID_ENCODING: return "bytes that are not of the encoding the file says it has"
    case XML_ERR_UNKNOWN_ENCODING, XML_ERR_UNSUPPORTED_ENCODING:
      return "the encoding '\(first)' is not known"
    case XML_ERR_LT_IN_ATTRIBUTE: return "a '<' inside the value of an attribute"
    case XML_ERR_ATTRIBUTE_NOT_STARTED: return "the value of an attribute is not in quotes"
    case XML_ERR_ATTRIBUTE_NOT_FINISHED: return "the value of an attribute does not end"
    case XML_ERR_ATTRIBUTE_WITHOUT_VALUE: return "the attribute '\(first)' has no value"
    case XML_ERR_ATTRIBUTE_REDEFINED: return "the attribute '\(first)' stands twice in one tag"
    case XML_ERR_GT_REQUIRED: return "a tag is not closed with '>'"
    case XML_ERR_LTSLASH_REQUIRED: return "a closing tag is missing"
    case XML_ERR_COMMENT_NOT_FINISHED: return "a comment does not end"
    case XML_ERR_HYPHEN_IN_COMMENT: return "'--' inside a comment"
    default:
      return error.message.map { plain(String(cString: $0)) } ?? "libxml2 says no more than \(error.code)"
    }
  }

  /// One line without the line end and full stop that libxml2 puts there.
  private static func plain(_ message: String) -> String {
    var words = message.split { $0 == "\n" || $0 == "\r" }.first.map(String.init) ?? message
    while words.hasSuffix(".") || words.hasSuffix(" ") { words.removeLast() }
    return words
  }
}
