import OffprintDiagnostics
import OffprintKit
import OffprintModel
import OffprintPipeline

/// Takes one document through stages and adds up its lines and characters after each.
struct StageSequence: Sendable {
  var steps: [StageStep]
  var deadline = Deadline(seconds: nil)
  var keepsDecisions = false
  /// What becomes of a document whose stage fails, where the stage does not say.
  var usual = RunPolicy.OnError.skip
  /// Told of each stage before it begins.
  var begins: @Sendable (_ stage: String) -> Void = { _ in }

  /// What is known of the stages that were gone through, also when one fails.
  struct Log: Sendable {
    var effort: [DocumentRecord.Effort] = []
    var characters: CharacterAccount?
    /// Stages that failed and were passed over, as the pipeline says.
    var passedOver: [DocumentFailure] = []
  }

  /// - Throws: `DocumentFailure`.
  func run(on issue: inout Issue) throws {
    var log = Log()
    try run(on: &issue, &log)
  }

  /// - Throws: `DocumentFailure`.
  func run(on issue: inout Issue, _ log: inout Log) throws {
    let check = LedgerCheck(of: issue)
    var characters = CharacterAccount(of: issue)
    defer { log.characters = characters }
    if let fault = check.fault(after: "read", in: issue) { throw DocumentFailure(at: "read", [fault]) }
    try deadline.check(after: "read")
    for step in steps where step.isWanted(issue) {
      begins(step.id)
      let policy = step.onError ?? usual
      let before = policy == .keepInput ? (issue, characters) : nil
      do {
        let start = ContinuousClock.now
        defer { log.effort.append(.init(part: step.id, since: start, bytes: issue.textBytes)) }
        try run(step, on: &issue, check, &characters)
      } catch let failure as DocumentFailure {
        guard let before else { throw failure }
        (issue, characters) = before
        log.passedOver.append(failure)
      }
      try deadline.check(after: step.id)
    }
  }

  private func run(
    _ step: StageStep, on issue: inout Issue, _ check: LedgerCheck, _ characters: inout CharacterAccount
  ) throws {
    let entries = issue.ledger.entries.count
    do {
      try step.stage.run(
        on: &issue, as: step.id, selection: step.selection, keepsDecisions: keepsDecisions, deadline: deadline.moment)
    } catch {
      var failure = DocumentFailure(at: step.id, "stage", threw: error)
      failure.policy = step.onError
      throw failure
    }
    if let fault = check.fault(after: step.id, in: issue, entriesBefore: entries)
      ?? characters.fault(after: step.id, step.stage.kind, in: issue)
    {
      throw DocumentFailure(at: step.id, [fault], policy: step.onError)
    }
  }
}

extension Issue {
  /// Bytes of the text of all pages.
  var textBytes: Int { pages.reduce(0) { $0 + $1.buffer.count } }
}

extension DocumentRecord.Effort {
  init(part: String, since start: ContinuousClock.Instant, bytes: Int) {
    self.init(part: part, seconds: start.duration(to: .now) / .seconds(1), bytes: bytes)
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
