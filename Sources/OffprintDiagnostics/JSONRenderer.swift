import OffprintJSON

/// Writes messages for scripts: one JSON object a line, keys in a fixed order.
public struct JSONRenderer: Sendable {
  public init() {}

  public func render(_ diagnostic: Diagnostic) -> String {
    var members = [
      ("severity", JSONText.string(diagnostic.severity.rawValue)),
      ("code", JSONText.string(diagnostic.code.id)),
      ("summary", JSONText.string(diagnostic.summary)),
    ]
    if let place = diagnostic.place {
      members.append(("file", JSONText.string(place.file)))
      if let line = place.line { members.append(("line", String(line))) }
      if let column = place.column { members.append(("column", String(column))) }
    }
    if let fix = diagnostic.fix { members.append(("fix", JSONText.string(fix))) }
    if !diagnostic.notes.isEmpty {
      let notes = diagnostic.notes.map {
        JSONText.object([("label", JSONText.string($0.label)), ("text", JSONText.string($0.text))])
      }
      members.append(("notes", JSONText.array(notes)))
    }
    return JSONText.object(members)
  }
}
