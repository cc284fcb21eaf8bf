import OffprintDiagnostics
import OffprintEngine
import OffprintJSON
import OffprintKit

/// `run.json`: what became of a run, for scripts and for whoever asks a year later. Documents that are done are summed
/// up; each of them has its line in the journal beside it.
///
/// Keys stand in a fixed order, a document on a line of its own. All that depends on the clock, on the machine or on
/// earlier runs is under `timing`, the last key: without it two runs over the same input give the same bytes, but for
/// `surveys`, which says whether a run has built a file or found it.
public struct RunReport: Sendable {
  /// Raised when a key changes its meaning or goes.
  public static let schema = 2

  private let record: RunRecord
  private let exitCode: Int32

  /// - Parameter exitCode: what the command ends with.
  public init(_ record: RunRecord, exitCode: Int32) {
    self.record = record
    self.exitCode = exitCode
  }

  /// Where it belongs.
  public var path: String { "\(record.folder)/run.json" }

  /// Writes it into the run's folder, which is there; it appears whole or not at all.
  ///
  /// - Throws: `OP401`.
  public func write() throws { try WholeFile.write(Array(json.utf8), to: path, below: record.folder) }

  /// The text of the file.
  public var json: String {
    let members: [(String, String)] = [
      ("schema", String(Self.schema)),
      ("offprint", JSONText.string(offprintVersion)),
      ("pipeline", object([("name", record.pipeline), ("file", record.file)])),
      ("vars", object(record.variables.sorted { $0.key < $1.key })),
      ("ending", JSONText.string(record.ending.rawValue)),
      ("exit_code", String(exitCode)),
      ("documents", documentCounts),
      ("pages", String(record.pages)),
      ("articles", String(record.articles)),
      ("lines", Self.lines(record.lines, heldBack: record.linesHeldBack)),
      ("characters", Self.characters(record.characters, heldBack: record.charactersHeldBack)),
      ("surveys", Self.listed(record.surveys.map(survey))),
      ("outputs", Self.listed(record.outputs.map(output))),
      ("diagnostics", Self.listed(record.diagnostics.map(JSONRenderer().render))),
      (
        "messages_of_documents",
        JSONText.object(record.messages.sorted { $0.key < $1.key }.map { ($0.key, String($0.value)) })
      ),
      ("documents_not_done", Self.listed(record.notDone.map(document))),
      ("timing", timing),
    ]
    return "{\n" + members.map { "  \(JSONText.string($0.0)): \($0.1)" }.joined(separator: ",\n") + "\n}\n"
  }

  private var documentCounts: String {
    JSONText.object([
      ("found", String(record.found)), ("done", String(record.done)),
      ("without_a_stage", String(record.passedOver)), ("failed", String(record.failed)),
      ("quarantined", String(record.quarantined)), ("not_reached", String(record.found - record.reached)),
    ])
  }

  private func output(_ output: RunRecord.Output) -> String {
    JSONText.object([
      ("writer", JSONText.string(output.writer)), ("format", JSONText.string(output.format)),
      ("to", JSONText.string(output.place)), ("files", String(output.files)), ("records", String(output.records)),
    ])
  }

  private func survey(_ survey: RunRecord.Survey) -> String {
    var members = [
      ("name", JSONText.string(survey.name)), ("stage", JSONText.string(survey.stage)),
      ("file", JSONText.string(survey.file)), ("built", survey.isBuilt ? "true" : "false"),
    ]
    if survey.isBuilt { members.append(("size", JSONText.string(survey.size))) }
    if survey.documents + survey.skipped > 0 {
      members += [("documents", String(survey.documents)), ("skipped", String(survey.skipped))]
    }
    return JSONText.object(members)
  }

  private func document(_ document: DocumentRecord) -> String {
    JSONText.object([
      ("name", JSONText.string(document.name)),
      ("id", document.id.map(JSONText.string) ?? "null"),
      ("outcome", JSONText.string(document.outcome.rawValue)),
      ("failed_at", document.failedAt.map(JSONText.string) ?? "null"),
      ("pages", String(document.pages)),
      ("lines", Self.lines(document.lines)),
      ("diagnostics", JSONText.array(document.diagnostics.map(JSONRenderer().render))),
    ])
  }

  private var timing: String {
    JSONText.object([
      ("seconds", Self.seconds(record.seconds)),
      ("jobs", String(record.jobs)),
      ("documents_as_before", String(record.asBefore)),
      ("files_removed", String(record.removed)),
      ("parts", JSONText.array(record.effort.map(effort))),
    ])
  }

  private func effort(_ effort: DocumentRecord.Effort) -> String {
    JSONText.object([
      ("part", JSONText.string(effort.part)), ("seconds", Self.seconds(effort.seconds)),
      ("bytes", String(effort.bytes)),
    ])
  }

  private static func seconds(_ value: Double) -> String {
    let thousandths = Int((value * 1000).rounded())
    return "\(thousandths / 1000).\(String(thousandths % 1000 + 1000).dropFirst())"
  }

  /// - Parameter heldBack: lines of documents that failed, which are read too; nil for one document.
  private static func lines(_ lines: LineFigures, heldBack: Int? = nil) -> String {
    let figures = [
      ("read", lines.read + (heldBack ?? 0)), ("exported", lines.exported), ("furniture", lines.furniture),
      ("merged", lines.merged),
      ("dropped", lines.dropped), ("lost", lines.lost),
    ]
    return JSONText.object((figures + (heldBack.map { [("held_back", $0)] } ?? [])).map { ($0.0, String($0.1)) })
  }

  private static func characters(_ characters: CharacterFigures, heldBack: Int) -> String {
    let figures = [
      ("read", characters.read + heldBack), ("changed", characters.changed), ("exported", characters.exported),
      ("furniture", characters.furniture), ("merged", characters.merged), ("dropped", characters.dropped),
      ("lost", characters.lost), ("held_back", heldBack),
    ]
    return JSONText.object(figures.map { ($0.0, String($0.1)) })
  }

  private func object(_ members: [(key: String, value: String)]) -> String {
    JSONText.object(members.map { ($0.key, JSONText.string($0.value)) })
  }

  /// One value a line, so that two runs can be compared line by line.
  private static func listed(_ values: [String]) -> String {
    values.isEmpty ? "[]" : "[\n    " + values.joined(separator: ",\n    ") + "\n  ]"
  }
}
