import OffprintDiagnostics
import Testing

@testable import OffprintCLI
@testable import OffprintEngine

@Suite struct ExitStatusTests {
  /// - Parameter code: that of a message of the last document.
  private func record(
    _ ending: RunRecord.Ending, _ outcomes: [DocumentRecord.Outcome], code: DiagnosticCode? = nil
  ) -> RunRecord {
    var record = RunRecord(pipeline: "", file: "", variables: [:], folder: "", jobs: 1, outputs: [])
    record.ending = ending
    for (index, outcome) in outcomes.enumerated() {
      var document = DocumentRecord(index: index, name: "")
      document.outcome = outcome
      if let code, index == outcomes.count - 1 { document.diagnostics = [Diagnostic(code, "")] }
      record.add(document)
    }
    return record
  }

  @Test(arguments: [
    (RunRecord.Ending.completed, [DocumentRecord.Outcome.done], 0), (.completed, [.done, .failed], 1),
    (.completed, [.done, .quarantined], 1), (.completed, [.failed, .quarantined], 65), (.stopped, [.failed], 75),
    (.interrupted, [.done], 130), (.interrupted, [.failed], 130), (.cannotWrite, [.done, .failed], 73),
    (.nothingMatched, [], 66), (.inputUnusable, [], 65), (.inUse, [], 75),
  ])
  func `how a run ended is its status`(ending: RunRecord.Ending, outcomes: [DocumentRecord.Outcome], status: Int) {
    #expect(ExitStatus(record(ending, outcomes)).rawValue == Int32(status))
  }

  @Test func `faults of ours and of the disk come before failed documents`() {
    #expect(ExitStatus(record(.completed, [.done, .failed], code: .cannotWrite)) == .cannotWrite)
    #expect(ExitStatus(record(.completed, [.done, .failed], code: .internalFault)) == .fault)
  }
}
