import OffprintDiagnostics
import OffprintKit
import OffprintModel
import OffprintPipeline

/// Takes one document through stages and adds up its lines after each.
struct StageSequence: Sendable {
  var steps: [StageStep]
  var deadline = Deadline(seconds: nil)
  var keepsDecisions = false

  /// - Throws: `DocumentFailure`.
  func run(on issue: inout Issue) throws {
    let check = LedgerCheck(of: issue)
    if let fault = check.fault(after: "read", in: issue) { throw DocumentFailure(at: "read", [fault]) }
    try deadline.check(after: "read")
    for step in steps where step.isWanted(issue) {
      do {
        try step.stage.run(
          on: &issue, as: step.id, selection: step.selection, keepsDecisions: keepsDecisions,
          deadline: deadline.moment)
      } catch {
        throw DocumentFailure(at: step.id, "stage", threw: error)
      }
      if let fault = check.fault(after: step.id, in: issue) { throw DocumentFailure(at: step.id, [fault]) }
      try deadline.check(after: step.id)
    }
  }
}

/// The time that a document may take, looked at between stages; those that wait for another process look themselves.
struct Deadline: Sendable {
  private let seconds: Double?
  private let start = ContinuousClock.now

  init(seconds: Double?) { self.seconds = seconds }

  /// When it is over; nil if there is no limit.
  var moment: ContinuousClock.Instant? { seconds.map { start + .seconds($0) } }

  func check(after stage: String) throws {
    guard let seconds, start.duration(to: .now) > .seconds(seconds) else { return }
    throw DocumentFailure(
      at: stage,
      [
        Diagnostic(
          .timeLimit, "more than \(SettingDuration(seconds: seconds).written) had gone by after '\(stage)'",
          notes: [.init("stage", stage), .init("kept", "nothing of the document is exported")])
      ])
  }
}
