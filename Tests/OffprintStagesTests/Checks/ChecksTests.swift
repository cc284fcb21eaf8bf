import OffprintKit
import OffprintModel
import OffprintStages
import Testing

@Suite struct ChecksTests {
  private func issue(_ articles: [Article]) -> OffprintModel.Issue {
    var issue = ExampleRun.document(.text("a\nb\nc\nd"), language: nil)
    issue.articles = articles
    issue.hasArticles = true
    return issue
  }

  private func component(_ role: Role, _ lines: Int...) -> Component {
    Component(role, lines: lines.map { LineRef(page: 0, line: $0) })
  }

  @Test func `lines that are nowhere or twice are counted`() {
    let check = LinesAccountedFor(NoSettings())
    #expect(check.measure(issue([Article(components: [component(.paragraph, 0, 1, 2, 3)])])) == 0)
    #expect(check.measure(issue([Article(components: [component(.paragraph, 0, 1, 1)])])) == 3)
  }

  @Test func `headlines are counted over articles alone`() {
    let check = HeadlinesFound(NoSettings())
    let articles = [
      Article(components: [component(.headline, 0), component(.paragraph, 1)]),
      Article(components: [component(.paragraph, 2)]),
      Article(type: .advertisement, components: [component(.advertisementText, 3)]),
    ]
    #expect(check.measure(issue(articles)) == 0.5)
    #expect(check.measure(issue([])) == 1)
  }
}
