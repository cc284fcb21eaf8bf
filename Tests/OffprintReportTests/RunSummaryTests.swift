import OffprintDiagnostics
import OffprintReport
import Testing

@testable import OffprintEngine

@Suite struct RunSummaryTests {
  @Test func `a run in a few lines`() {
    let lines = RunSummary(RunReportTests.record(), reportPath: "o/run.json").lines
    #expect(
      lines == [
        "documents: 1 done, 1 failed, 1 not reached of 3; interrupted",
        "vocabulary: 9 words built from 2 documents (1 left out) into o/words.tsv",
        "pages: 4",
        "lines: 110 read = 90 exported + 7 furniture + 1 merged + 2 dropped + 10 held back in failed documents, 0 lost",
        "written: 12 files newsml-g2 in o/x; 12 records jsonl in o/articles.jsonl",
        "record: o/run.json",
        "next: run the same command again to do all documents",
      ])
  }

  @Test func `what failed says what to do next`() {
    let failed = RunReportTests.record {
      $0.ending = .completed
      $0.found = 2
    }
    #expect(
      RunSummary(failed, reportPath: "x").lines.last
        == "next: the messages of failed documents are in the record; mend the cause, run again")
    #expect(RunSummary(failed, reportPath: nil).lines.last?.contains("documents are above;") == true)
    var unwritten = failed
    unwritten.documents[1].diagnostics = [Diagnostic(.cannotWrite, "'x' cannot be written")]
    #expect(RunSummary(unwritten, reportPath: nil).lines.last?.contains("OP401") == true)
    let quarantined = RunReportTests.record {
      $0.ending = .completed
      $0.documents[1].outcome = .quarantined
    }
    #expect(RunSummary(quarantined, reportPath: nil).lines.last?.hasPrefix("next: look into o/quarantine") == true)
    let well = RunReportTests.record {
      $0.ending = .completed
      $0.documents.removeLast()
      $0.found = 1
    }
    #expect(RunSummary(well, reportPath: nil).lines.count == 5)
  }

  @Test(arguments: [
    RunRecord.Ending.completed, .stopped, .interrupted, .cannotWrite, .nothingMatched, .inputUnusable,
  ])
  func `never more than eight lines`(ending: RunRecord.Ending) {
    for documents in 0...2 {
      let record = RunReportTests.record {
        $0.ending = ending
        $0.documents = Array($0.documents.prefix(documents))
      }
      #expect(RunSummary(record, reportPath: "x").lines.count <= 8)
    }
  }
}
