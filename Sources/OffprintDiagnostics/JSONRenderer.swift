import OffprintJSON

/// Writes messages for scripts: one JSON object a line, keys in a fixed order.
public struct JSONRenderer: Sendable {
  public init() {}

  public func render(_ diagnostic: Diagnostic) -> String { diagnostic.json.text }
}

extension Diagnostic {
  /// The message as scripts, run.json and the journal have it; what it does not say is left out.
  public var json: JSONValue {
    .members(
      ("severity", .string(severity.rawValue)), ("code", .string(code.id)), ("summary", .string(summary)),
      ("file", place.map { .string($0.file) }), ("line", place?.line.map(JSONValue.integer)),
      ("column", place?.column.map(JSONValue.integer)), ("fix", fix.map(JSONValue.string)),
      (
        "notes",
        notes.isEmpty ? nil : .array(notes.map { .members(("label", .string($0.label)), ("text", .string($0.text))) })
      ))
  }
}
