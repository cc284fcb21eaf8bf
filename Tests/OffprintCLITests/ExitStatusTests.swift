import OffprintDiagnostics
import Testing

@testable import OffprintCLI
@testable import OffprintEngine

@Suite struct ExitStatusTests {
  private func record(_ ending: RunRecord.Ending, _ outcomes: [DocumentRecord.Outcome]) -> RunRecord {
    var record = RunRecord(pipeline: "", file: "", variables: [:], folder: "", jobs: 1)
    record.ending = ending
    record.documents = outcomes.enumerated().map { index, outcome in
      var document = DocumentRecord(index: index, name: "")
      document.outcome = outcome
      return document
    }
    return record
  }

  @Test(arguments: [
    (RunRecord.Ending.completed, [DocumentRecord.Outcome.done], 0), (.completed, [.done, .failed], 1),
    (.completed, [.done, .quarantined], 1), (.completed, [.failed, .quarantined], 65), (.stopped, [.failed], 75),
    (.interrupted, [.done], 130), (.interrupted, [.failed], 130), (.cannotWrite, [.done, .failed], 73),
    (.nothingMatched, [], 66), (.inputUnusable, [], 65),
  ])
  func `how a run ended is its status`(ending: RunRecord.Ending, outcomes: [DocumentRecord.Outcome], status: Int) {
    #expect(ExitStatus(record(ending, outcomes)).rawValue == Int32(status))
  }

  @Test func `faults of ours and of the disk come before failed documents`() {
    var run = record(.completed, [.done, .failed])
    run.documents[1].diagnostics = [Diagnostic(.cannotWrite, "")]
    #expect(ExitStatus(run) == .cannotWrite)
    run.documents[1].diagnostics = [Diagnostic(.internalFault, "")]
    #expect(ExitStatus(run) == .fault)
  }
}
