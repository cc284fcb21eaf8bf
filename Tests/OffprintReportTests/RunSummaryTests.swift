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
        "pages: 4, articles: 12",
        "lines: 110 read = 90 exported + 7 furniture + 1 merged + 2 dropped + 10 held back in failed documents, 0 lost",
        "characters: 1080 read - 4 by stages = 900 exported + 70 furniture + 10 merged + 16 dropped + 80 held back, 0 lost",
        "written: 12 files newsml-g2 in o/x; 12 records jsonl kept for the next run, not yet in o/articles.jsonl",
        "record: o/run.json",
        "next: run the same command again: it goes on from here",
      ])
  }

  @Test func `what failed says what to do next`() {
    let failed = RunReportTests.record {
      $0.ending = .completed
      $0.found = 2
    }
    #expect(
      RunSummary(failed, reportPath: "x").lines.last
        == "next: the messages of failed documents are in the record; mend the cause, then offprint retry o")
    #expect(RunSummary(failed, reportPath: nil).lines.last?.contains("documents are above;") == true)
    var unwritten = RunReportTests.bad
    unwritten.diagnostics = [Diagnostic(.cannotWrite, "'x' cannot be written")]
    let refused = RunReportTests.record(of: [RunReportTests.good, unwritten]) { $0.ending = .completed }
    #expect(RunSummary(refused, reportPath: nil).lines.last?.contains("OP401") == true)
    var aside = RunReportTests.bad
    aside.outcome = .quarantined
    let quarantined = RunReportTests.record(of: [RunReportTests.good, aside]) { $0.ending = .completed }
    #expect(RunSummary(quarantined, reportPath: nil).lines.last?.hasPrefix("next: look into o/quarantine") == true)
    let stopped = RunReportTests.record { $0.ending = .stopped }
    let next = RunSummary(stopped, reportPath: "x").lines.last
    #expect(next?.hasPrefix("next: mend the cause of what failed, then") == true)
    let retried = RunReportTests.record(of: [RunReportTests.good]) {
      $0.ending = .completed
      $0.found = 3
    }
    let others = "next: offprint run paper.yaml, as before, does the 2 not reached"
    #expect(RunSummary(retried, reportPath: "x").lines.last == others)
    let well = RunReportTests.record(of: [RunReportTests.good]) {
      $0.ending = .completed
      $0.found = 1
    }
    #expect(RunSummary(well, reportPath: nil).lines.count == 6)
  }

  @Test func `what ended the run says what to do about it`() {
    for (refusal, step) in [
      (13, "get the right to write there, or write to another folder"), (28, "make room on the disk"),
    ] {
      var unwritten = RunReportTests.bad
      unwritten.diagnostics = [FileSystem.Fault(path: "x", code: Int32(refusal)).message]
      let record = RunReportTests.record(of: [unwritten]) { $0.ending = .cannotWrite }
      let next = "next: \(step), then run again: it goes on from here"
      #expect(RunSummary(record, reportPath: nil).lines.last == next)
    }
  }

  @Test func `what an earlier run has done is named`() {
    var before = RunReportTests.good
    before.isAsBefore = true
    let record = RunReportTests.record(of: [before]) { $0.found = 1 }
    #expect(RunSummary(record, reportPath: nil).lines[0].hasPrefix("documents: 1 done, 0 failed of 1 (1 of all as"))
  }

  @Test(arguments: [
    RunRecord.Ending.completed, .stopped, .interrupted, .cannotWrite, .nothingMatched, .inputUnusable, .inUse,
  ])
  func `never more than eight lines`(ending: RunRecord.Ending) {
    for documents in [[], [RunReportTests.good], [RunReportTests.good, RunReportTests.bad]] {
      let record = RunReportTests.record(of: documents) { $0.ending = ending }
      #expect(RunSummary(record, reportPath: "x").lines.count <= 8)
    }
  }
}
