import OffprintKit
import Testing

@testable import OffprintReport

@Suite struct ArticleRunsTests {
  /// A page of lines at the given boxes, and one more page.
  private func issue(_ boxes: [Box]) -> OffprintModel.Issue {
    var issue = OffprintModel.Issue(id: "x")
    for boxes in [boxes, [Box(x: 0, y: 0, width: 10, height: 10)]] {
      var builder = PageBuilder(name: "p")
      for box in boxes {
        builder.beginLine(box: box)
        builder.addWord("x".utf8)
      }
      issue.pages.append(builder.finish())
    }
    return issue
  }

  private func runs(_ boxes: [Box], _ lines: [LineRef]) -> [ArticleRuns.Run] {
    ArticleRuns.runs(of: lines, on: 0, in: issue(boxes))
  }

  private func refs(_ lines: Int...) -> [LineRef] { lines.map { LineRef(page: 0, line: $0) } }
  private func box(_ x: Int, _ y: Int, _ width: Int = 100) -> Box { Box(x: x, y: y, width: width, height: 20) }

  @Test func `lines under each other are one run, whose box is around all`() {
    let runs = runs([box(0, 0), box(10, 30, 50), box(0, 60)], refs(0, 1, 2))
    #expect(runs.map(\.lines) == [refs(0, 1, 2)])
    #expect(runs.first?.box == Box(left: 0, top: 0, right: 100, bottom: 80))
    #expect(runs.first?.isFirst == true)
  }

  @Test func `the next column begins another`() {
    let runs = runs([box(0, 0), box(0, 30), box(200, 0)], refs(0, 1, 2))
    #expect(runs.map(\.lines) == [refs(0, 1), refs(2)])
    #expect(runs.map(\.isFirst) == [true, false])
  }

  @Test func `a line of another article between begins another`() {
    let runs = runs([box(0, 0), box(0, 30), box(0, 60)], refs(0, 2))
    #expect(runs.map(\.lines) == [refs(0), refs(2)])
  }

  @Test func `a headline over two columns does not cover the second`() {
    let runs = runs([box(0, 0, 300), box(0, 30), box(200, 30)], refs(0, 1))
    #expect(runs.map(\.lines) == [refs(0), refs(1)])
  }

  @Test func `a line aside and lower begins another, a cell of a table does not`() {
    #expect(runs([box(0, 0), box(400, 25)], refs(0, 1)).count == 2)
    #expect(runs([box(0, 0), box(400, 5), box(0, 30), box(400, 35)], refs(0, 1, 2, 3)).count == 1)
  }

  @Test func `what came on another page before goes on here`() {
    let lines = [LineRef(page: 1, line: 0)] + refs(0)
    #expect(runs([box(0, 0)], lines).map(\.isFirst) == [false])
  }

  @Test func `lines without a place are in no run`() {
    let runs = runs([box(0, 0), .unknown, box(0, 30)], refs(0, 1, 2))
    #expect(runs.map(\.lines) == [refs(0, 2)])
  }
}
