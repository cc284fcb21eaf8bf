import OffprintKit
import OffprintReport
import OffprintTesting
import Testing

@testable import OffprintEvaluation

@Suite struct LineReportTests {
  /// One issue of two blocks in the wrong order, with a broken word; one without any truth; one that failed.
  private func report(worst: Int = 2) throws -> LineReport {
    var builder = PageBuilder(name: "0001")
    builder.beginBlock(id: "TB2")
    for (number, line) in ["Die Zei", "tung ist da", "und mehr"].enumerated() {
      builder.beginLine()
      for word in line.split(separator: " ") { builder.addWord(word.utf8) }
      if number == 0 {
        builder.addMark("-".utf8)
        builder.addHalf(.first, wholeWord: "Zeitung".utf8)
      }
      if number == 1 { builder.addHalf(.second) }
    }
    builder.beginBlock(id: "TB1")
    builder.beginLine()
    builder.addWord("Überschrift".utf8)
    var told = OffprintModel.Issue(id: "told")
    told.pages = [builder.finish()]
    told.pages[0].sourceOrder = [1, 0]
    told.markup = PublisherMarkup(
      source: "METS",
      articles: [
        Article(components: [
          Component(.headline, lines: [LineRef(page: 0, line: 3)]),
          Component(.paragraph, lines: (0...2).map { LineRef(page: 0, line: $0) }),
        ])
      ], marksParagraphs: true)
    var untold = OffprintModel.Issue(id: "untold")
    untold.pages = [PageBuilder.textPage(name: "page", text: Array("nur Text".utf8))]
    let evaluation = LineEvaluation(blind: .none)
    var report = LineReport(pipeline: "paper", evaluation: evaluation, worst: worst)
    let stages: (inout OffprintModel.Issue) -> Void = { issue in
      issue.decisions = [
        Decision(stage: "mend", subject: .line(LineRef(page: 0, line: 0)), choice: "left", reason: "it \"ends\" here")
      ]
    }
    report.add(
      try evaluation.result(for: told, stages: stages), of: "a/mets.xml", id: "told", format: "mets-alto",
      to: "a collection of a very long name")
    report.add(
      try evaluation.result(for: untold, stages: stages), of: "b.txt", id: "untold", format: "text-pages", to: "b")
    report.addFailure(of: "c.txt", format: "text-pages", to: "b")
    return report
  }

  @Test func `the table is for people`() throws {
    let lines = LineReportTable(try report()).lines
    #expect(Snapshot.failure(of: lines.joined(separator: "\n") + "\n", named: "lines-table") == nil)
    for line in lines { #expect(line.count <= 100, "\(line)") }
  }

  @Test func `the JSON is for scripts`() throws {
    #expect(Snapshot.failure(of: LineReportJSON(try report()).text, named: "lines-json") == nil)
  }

  @Test func `without faults to show the table ends with the figures`() throws {
    let lines = LineReportTable(try report(worst: 0)).lines
    #expect(!lines.contains { $0.contains("expected") })
  }
}
