import OffprintDiagnostics
import OffprintEngine

/// What the command ends with. Scripts of operators rely on these; most are those of BSD's sysexits.
public enum ExitStatus: Int32, Sendable {
  case done = 0
  /// Done, and the answer is no: documents failed, a test failed.
  case answerIsNo = 1
  case usage = 64
  /// No document could be done, or the input could not be read at all.
  case inputUnusable = 65
  /// Nothing matched, or what was named is not there or cannot be read: the input, or the pipeline file itself.
  case nothingToDo = 66
  /// Our own fault.
  case fault = 70
  case cannotWrite = 73
  /// Stopped early; the same command goes on with it.
  case stoppedEarly = 75
  case pipelineWrong = 78
  case interrupted = 130

  /// The one to end with where several files were looked at: a pipeline that is wrong is more than one that is missing.
  func worse(_ other: ExitStatus) -> ExitStatus { rawValue >= other.rawValue ? self : other }

  /// The status of a run: the most serious of what happened.
  init(_ record: RunRecord) {
    let bad = record.failed + record.quarantined
    self =
      if record.ending == .interrupted {
        .interrupted
      } else if record.has(.internalFault) {
        .fault
      } else if record.ending == .inUse {
        .stoppedEarly
      } else if record.ending == .cannotWrite || record.has(.cannotWrite) {
        .cannotWrite
      } else if record.ending == .nothingMatched {
        .nothingToDo
      } else if record.ending == .inputUnusable {
        .inputUnusable
      } else if record.ending == .stopped {
        .stoppedEarly
      } else if bad > 0 {
        record.done == 0 ? .inputUnusable : .answerIsNo
      } else if record.hasUnreadInput {
        .answerIsNo
      } else {
        .done
      }
  }

  /// The same where something that was said could not be written: only what is worse stays.
  var afterLoss: ExitStatus { self == .interrupted || self == .fault ? self : .cannotWrite }

  /// The status of a verb that could not find or read the marked issues it was given, or write what it made of them.
  init(whereTruthFailed messages: [Diagnostic]) {
    let codes = Set(messages.map(\.code))
    self =
      if codes.contains(.unknownName) {
        .usage
      } else if codes.contains(.cannotWrite) {
        .cannotWrite
      } else if codes.isDisjoint(with: [.inputMissing, .inputEmpty, .nothingMatched]) {
        .inputUnusable
      } else {
        .nothingToDo
      }
  }
}
