import OffprintDiagnostics
import OffprintEngine
import OffprintJSON

/// What happens in a run as JSON lines, for programs that watch it: one object an event, with the version of their
/// form, what happened, and when.
///
/// Version 1: `found` (documents, files), `going-on` (journal, documents), `surveying` (survey, documents, of),
/// `surveyed`, `started` and `finished` (document), `ended`. Keys are only ever added within a version.
public enum EventLine {
  public static let version = 1
  /// What each line begins with, in whatever version.
  public static let beginning = #"{"version":"#

  /// - Parameter seconds: since the run began.
  public static func text(of event: RunEvent, at seconds: Double) -> String {
    let (name, members) = parts(of: event)
    let milliseconds = (seconds * 1000).rounded() / 1000
    let head: [JSONValue.Member] = [
      .init("version", .integer(version)), .init("event", .string(name)), .init("at", .number(milliseconds)),
    ]
    return JSONValue.object(head + members.map { .init($0.0, $0.1) }).text
  }

  private static func parts(of event: RunEvent) -> (String, [(String, JSONValue)]) {
    switch event {
    case .found(let documents, let files, let messages):
      (
        "found",
        [
          ("documents", .integer(documents)), ("files", .integer(files.reduce(0, +))),
          ("messages", .integer(messages.count)),
        ]
      )
    case .goesOn(let journal, let documents, let damaged):
      (
        "going-on",
        [("journal", .string(journal)), ("documents", .integer(documents)), ("damaged_lines", .integer(damaged))]
      )
    case .surveyed(let survey, let documents, let all):
      ("surveying", [("survey", .string(survey)), ("documents", .integer(documents)), ("of", .integer(all))])
    case .surveyEnded(let survey, _):
      ("surveyed", [("survey", .string(survey.name)), ("file", .string(survey.file))])
    case .started(let index, let name): ("started", [("index", .integer(index)), ("document", .string(name))])
    case .finished(let document, _): ("finished", members(of: document))
    case .ended(let record):
      (
        "ended",
        [
          ("ending", .string(record.ending.rawValue)), ("found", .integer(record.found)),
          ("done", .integer(record.done)), ("as_before", .integer(record.asBefore)),
          ("without_a_stage", .integer(record.passedOver)), ("failed", .integer(record.failed)),
          ("quarantined", .integer(record.quarantined)),
          ("pages", .integer(record.pages)),
        ]
      )
    }
  }

  private static func members(of document: DocumentRecord) -> [(String, JSONValue)] {
    [
      ("index", .integer(document.index)), ("document", .string(document.name)),
      ("id", document.id.map(JSONValue.string) ?? .null), ("outcome", .string(document.outcome.rawValue)),
      ("as_before", .boolean(document.isAsBefore)), ("failed_at", document.failedAt.map(JSONValue.string) ?? .null),
      ("passed_over", .strings(document.passedOver)),
      ("pages", .integer(document.pages)), ("articles", .integer(document.articles)),
      ("lines", .integer(document.lines.read)), ("files", .integer(document.files)),
      ("records", .integer(document.records)), ("codes", .strings(document.diagnostics.map(\.code.id))),
    ]
  }
}
