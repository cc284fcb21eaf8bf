import OffprintDiagnostics
import OffprintEngine
import OffprintKit

/// The end of a run in at most eight lines: what was done, where it is, and what to do next.
public struct RunSummary: Sendable {
  private let record: RunRecord
  private let reportPath: String?

  /// - Parameter reportPath: where `run.json` is; nil if it could not be written.
  public init(_ record: RunRecord, reportPath: String?) {
    self.record = record
    self.reportPath = reportPath
  }

  public var lines: [String] {
    var lines = [documents]
    let surveys = Self.lines(of: record.surveys)
    if !surveys.isEmpty { lines.append(surveys.joined(separator: "; ")) }
    if record.done > 0 {
      lines.append("pages: \(record.pages)" + (record.articles > 0 ? ", articles: \(record.articles)" : ""))
      lines.append(lineAccount)
      lines.append(characterAccount)
      lines.append("written: " + outputs + takenAway)
    } else if record.found > 0 {
      lines.append("written: nothing")
    }
    if let reportPath { lines.append("record: \(reportPath)") }
    if let next { lines.append("next: \(next)") }
    return lines
  }

  private var documents: String {
    let before = record.asBefore > 0 ? " (\(record.asBefore) of all as they were)" : ""
    let incomplete = record.passedOver > 0 ? " (\(record.passedOver) without a stage that failed)" : ""
    var parts = ["\(record.done) done\(incomplete)", "\(record.failed) failed"]
    if record.quarantined > 0 { parts.append("\(record.quarantined) quarantined") }
    let open = record.found - record.reached
    if open > 0 { parts.append("\(open) not reached") }
    return "documents: " + parts.joined(separator: ", ") + (record.found > 0 ? " of \(record.found)" : "") + before
      + ending
  }

  private var ending: String {
    switch record.ending {
    case .completed: ""
    case .stopped: "; stopped early, as the pipeline asks"
    case .interrupted: "; interrupted"
    case .cannotWrite: "; ended, nothing more can be written"
    case .nothingMatched: "; there was nothing to work on"
    case .inputUnusable: "; the input could not be used"
    case .inUse: "; another run is at work there"
    }
  }

  private var lineAccount: String {
    let lines = record.lines
    let heldBack = record.linesHeldBack
    return "lines: \(lines.read + heldBack) read = \(lines.exported) exported + \(lines.furniture) furniture"
      + " + \(lines.merged) merged + \(lines.dropped) dropped"
      + (heldBack > 0 ? " + \(heldBack) held back in failed documents" : "") + ", \(lines.lost) lost"
  }

  private var characterAccount: String {
    let characters = record.characters
    let heldBack = record.charactersHeldBack
    return "characters: \(characters.read + heldBack) read"
      + (characters.changed != 0 ? " \(characters.changed < 0 ? "-" : "+") \(abs(characters.changed)) by stages" : "")
      + " = \(characters.exported) exported + \(characters.furniture) furniture"
      + " + \(characters.merged) merged + \(characters.dropped) dropped"
      + (heldBack > 0 ? " + \(heldBack) held back" : "") + ", \(characters.lost) lost"
  }

  /// What a run has learnt of its whole batch, and where it is kept; each once.
  public static func lines(of surveys: [RunRecord.Survey]) -> [String] {
    var lines: [String] = []
    for survey in surveys {
      let skipped = survey.skipped > 0 ? " (\(survey.skipped) left out)" : ""
      let line =
        if survey.isBuilt {
          "\(survey.name): \(survey.size) built from \(PlainText.counted(survey.documents, "document"))\(skipped)"
            + " into \(survey.file)"
        } else if survey.skipped > 0 {
          "\(survey.name): not built, no document could be read"
        } else {
          "\(survey.name): \(survey.file), as it was"
        }
      if !lines.contains(line) { lines.append(line) }
    }
    return lines
  }

  private var outputs: String {
    record.outputs.map { output in
      let count =
        output.files > 0 ? PlainText.counted(output.files, "file") : PlainText.counted(output.records, "record")
      // What documents share has its name once all are in it.
      if record.ending != .completed, output.files == 0 {
        return "\(count) \(output.format) kept for the next run, not yet in \(output.place)"
      }
      return "\(count) \(output.format) in \(output.place)"
    }.joined(separator: "; ")
  }

  private var takenAway: String {
    record.removed > 0 ? "; \(PlainText.counted(record.removed, "file")) written no more taken away" : ""
  }

  /// What to do about the refusal that ended the run, as its message says.
  private var stepOfRefusal: String? {
    let messages = (record.notDone.last?.diagnostics ?? []) + record.diagnostics
    return messages.last { $0.code == .cannotWrite }?.fix
  }

  private var next: String? {
    switch record.ending {
    case .nothingMatched: return "look at `from` in \(record.file), or at the value of its var"
    case .inputUnusable: return "mend the input and run again"
    case .cannotWrite:
      return "\(stepOfRefusal ?? "see above what could not be written and why (OP401)"), then run again:"
        + " it goes on from here"
    case .stopped where record.failed + record.quarantined > 0:
      return "mend the cause of what failed, then run the same command again: it goes on from here"
    case .interrupted, .stopped: return "run the same command again: it goes on from here"
    case .inUse: return "wait for the other run, or let this one write elsewhere"
    case .completed: break
    }
    if record.has(.cannotWrite) { return "see what could not be written and why (OP401), then run again" }
    if record.quarantined > 0 {
      return "look into \(record.folder)/quarantine, mend the cause, then offprint retry \(record.folder)"
    }
    let open = record.found - record.reached
    guard record.failed > 0 else {
      if open > 0 { return "offprint run \(record.file), as before, does the \(open) not reached" }
      return record.passedOver > 0
        ? "the warnings say why a stage was passed over; mend the cause, then offprint retry \(record.folder)" : nil
    }
    return "the messages of failed documents are \(reportPath == nil ? "above" : "in the record");"
      + " mend the cause, then offprint retry \(record.folder)"
  }
}
