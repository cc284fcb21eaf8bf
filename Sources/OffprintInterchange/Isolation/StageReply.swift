import OffprintJSON
import OffprintKit

/// What a child process of Offprint itself answers: the document after the stage, or why it failed.
public enum StageReply: Sendable {
  case document(Issue)
  case failure([Diagnostic])

  public func encode(to number: Int) -> [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("offprint", 1)
      json.member("request", number)
      switch self {
      case .document(let issue):
        json.key("document")
        json.issue(issue)
      case .failure(let messages):
        json.key("failure")
        json.array { json in
          for message in messages { json.raw(Array(JSONRenderer().render(message).utf8)) }
        }
      }
    }
    return json.bytes
  }

  /// - Parameter number: that of the request.
  /// - Throws: a `Diagnostic` (`OP607`) for anything that is no reply to it.
  public static func decode(_ bytes: [UInt8], to number: Int) throws -> StageReply {
    var scanner = JSONScanner(bytes)
    var answered: Int?
    var reply: StageReply?
    do {
      try scanner.members { scanner, key in
        switch key {
        case "offprint": try scanner.skip()
        case "request": answered = try scanner.integer()
        case "document": reply = .document(try scanner.issue())
        case "failure":
          var messages: [Diagnostic] = []
          try scanner.array { messages.append(try $0.message()) }
          reply = .failure(messages)
        default: throw scanner.unknown(key, in: "a reply")
        }
      }
      guard answered == number else { throw scanner.fault("it is not to request \(number)") }
      return try scanner.required(reply, "document' or 'failure", of: "a reply")
    } catch let fault as JSONScanner.Fault {
      throw Diagnostic(.storedDocument, "the reply of a child process cannot be read: \(fault.reason)")
    }
  }
}

extension JSONScanner {
  /// A message as `JSONRenderer` writes it.
  fileprivate mutating func message() throws -> Diagnostic {
    var message = Diagnostic(.stageFailed, "")
    var (file, line, column): (String?, Int?, Int?)
    try members { scanner, key in
      switch key {
      case "severity": message.severity = Severity(rawValue: try scanner.string()) ?? .error
      case "code":
        let id = try scanner.string()
        // A plugin may have codes of its own; they have no page here.
        message.code = CodeCatalogue.code(id) ?? DiagnosticCode(id, id, "")
      case "summary": message.summary = try scanner.string()
      case "fix": message.fix = try scanner.string()
      case "file": file = try scanner.string()
      case "line": line = try scanner.integer()
      case "column": column = try scanner.integer()
      case "notes": try scanner.array { message.notes.append(try $0.note()) }
      default: throw scanner.unknown(key, in: "a message")
      }
    }
    message.place = file.map { SourcePlace(file: $0, line: line, column: column) }
    return message
  }

  private mutating func note() throws -> Diagnostic.Note {
    var note = Diagnostic.Note("", "")
    try members { scanner, key in
      switch key {
      case "label": note.label = try scanner.string()
      case "text": note.text = try scanner.string()
      default: throw scanner.unknown(key, in: "a note")
      }
    }
    return note
  }
}
