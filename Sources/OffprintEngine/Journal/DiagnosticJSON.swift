import OffprintDiagnostics
import OffprintJSON

/// Messages read back from the journal, so that a later run can tell them again.
extension Diagnostic {
  /// Nil if it says nothing. A code that is no longer known has its number and no page.
  init?(_ json: JSONValue) {
    guard let id = json["code"]?.text(), let summary = json["summary"]?.text() else { return nil }
    let place = json["file"]?.text().map {
      SourcePlace(file: $0, line: json["line"]?.whole(), column: json["column"]?.whole())
    }
    self.init(
      CodeCatalogue.code(id) ?? DiagnosticCode(id, "", ""), summary,
      severity: json["severity"]?.text().flatMap(Severity.init) ?? .error, at: place, fix: json["fix"]?.text(),
      notes: json["notes"]?.all { note in
        note["label"]?.text().flatMap { label in note["text"]?.text().map { Note(label, $0) } }
      } ?? [])
  }
}

extension JSONValue {
  /// The text that it is; nil if it is none.
  func text() -> String? { if case .string(let text) = self { text } else { nil } }

  /// The whole number that it is; nil if it is none.
  func whole() -> Int? { if case .number(let value) = self { Int(exactly: value) } else { nil } }

  /// Every element, made into something; nil if this is no array, or an element could not be made.
  func all<Made>(_ make: (JSONValue) -> Made?) -> [Made]? {
    guard case .array(let values) = self else { return nil }
    let made = values.compactMap(make)
    return made.count == values.count ? made : nil
  }
}
