import OffprintDiagnostics
import OffprintModel
import OffprintPipeline
import Testing

@testable import OffprintEngine

/// A stage that loses, doubles or invents a line is found out and named.
@Suite struct LedgerTests {
  private func record(_ text: String) -> (FakeRun, [String: String]) {
    let sandbox = Sandbox()
    sandbox.write(text, to: "in/a.txt")
    let stages = [Pipeline.stage(FakeReflow.self), Pipeline.stage(CarelessSegmenter.self)]
    return (Pipeline.fake(in: sandbox, stages: stages).run(), sandbox.files(below: "out"))
  }

  @Test(arguments: [
    ("forget it\ntwo\nthree\nfour", "careless", "stage 'careless' lost 1 line"),
    ("double it\ntwo\nthree\nfour", "careless", "stage 'careless' put 1 line in more than one place"),
    ("invent it\ntwo\nthree\nfour", "careless", "'careless' names a line that the document does not have"),
    ("lead on\ntwo\nthree\nfour", "careless", "'careless' names a line that the document does not have"),
    ("skip it\ntwo\nthree\nfour", "fake-reflow", "stage 'fake-reflow' lost 1 line"),
    ("hush it\ntwo\nthree\nfour", "careless", "stage 'careless' dropped 1 line without a reason"),
    (
      "lean on\ntwo\nthree\nfour", "careless",
      "stage 'careless' merged 1 line into what is no other line of the document"
    ),
    (
      "turn it\ntwo\nthree\nfour", "careless",
      "stage 'careless' merged 1 line into what is no other line of the document"
    ),
    ("dream it\ntwo\nthree\nfour", "careless", "stage 'careless' named 1 line that the document does not have"),
  ])
  func `the stage at fault is named`(text: String, stage: String, summary: String) {
    let (record, written) = record(text)
    #expect(record.documents.first?.outcome == .failed)
    #expect(record.documents.first?.failedAt == stage)
    let message = record.documents.first?.diagnostics.first
    #expect(message?.code == .linesLost)
    #expect(message?.summary == summary)
    #expect(message?.notes.contains(.init("stage", stage)) == true)
    #expect(written.isEmpty)
  }

  @Test func `lost lines are named, the first five of them`() {
    let lines = (1...9).map { LineRef(page: 0, line: $0 - 1) }
    var issue = Issue(id: "x")
    issue.pages = [PageBuilder.textPage(name: "page1", text: Array("1\n2\n3\n4\n5\n6\n7\n8\n9".utf8))]
    let check = LedgerCheck(of: issue)
    issue.hasArticles = true
    issue.articles = [Article(components: [Component(.paragraph, lines: [lines[0]])])]
    let notes = check.fault(after: "s", in: issue)?.notes ?? []
    #expect(
      notes.contains(.init("lost", "page1@2, page1@3, page1@4, page1@5, page1@6 and 3 more")))
    #expect(notes.contains(.init("figures", "9 lines; 1 exported + 0 furniture + 0 merged + 0 dropped")))
  }

  @Test func `a dropped line is accounted for`() {
    let (record, written) = record("drop it\ntwo\nthree\nfour")
    #expect(record.done == 1)
    #expect(record.lines.dropped == 1)
    #expect(record.lines.exported == 2)
    #expect(record.lines.furniture == 1)
    #expect(record.lines.read == 4)
    #expect(!written.isEmpty)
  }

  @Test func `a merged line is accounted for, by the name that the other line had then`() {
    let (record, _) = record("merge it\ntwo\nthree\nfour")
    #expect(record.done == 1)
    #expect(record.lines.merged == 1)
    var issue = Issue(id: "x")
    issue.pages = [PageBuilder.textPage(name: "page1", text: Array("a\nb".utf8))]
    let check = LedgerCheck(of: issue)
    issue.ledger.record(LineRef(page: 0, line: 0), stage: "s", .merged(into: "page1@9"))
    #expect(check.fault(after: "s", in: issue)?.notes.contains(.init("merged", "page1@1")) == true)
    #expect(check.fault(after: "later", in: issue, entriesBefore: 1) == nil)
  }

  @Test func `an error of a plugin is its failure, not ours`() {
    let (record, _) = record("throw it\ntwo")
    let message = record.documents.first?.diagnostics.first
    #expect(message?.code == .stageFailed)
    #expect(message?.summary == "stage 'careless' failed: Surprise()")
    #expect(message?.notes.contains(.init("document", "a.txt")) == true)
  }

  @Test func `a page that is swapped or grown is noticed`() {
    var issue = Issue(id: "x")
    issue.pages = [PageBuilder.textPage(name: "page1", text: Array("a\nb".utf8))]
    let check = LedgerCheck(of: issue)
    issue.pages = [PageBuilder.textPage(name: "page1", text: Array("a".utf8))]
    #expect(check.fault(after: "s", in: issue)?.code == .linesLost)
    issue.pages = [PageBuilder.textPage(name: "page2", text: Array("a\nb".utf8))]
    #expect(check.fault(after: "s", in: issue)?.code == .linesLost)
  }
}
