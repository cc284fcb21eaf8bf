import OffprintKit
import OffprintStages
import Testing

@Suite("Short texts")
struct SegmentShortTextTests {
  @Test("a single short sentence under a headline is its text")
  func shortText() throws {
    var issue = ExampleRun.document(.text("THE TIDE\n\nThe tide rose again.\n"), language: "en")
    for name in ["reflow-columns", "segment-articles"] {
      try #require(BuiltinStages.registry.stages[name]).make([:]).run(on: &issue)
    }
    let wanted = Expectation(articles: "headline: THE TIDE\nparagraph: The tide rose again.")
    #expect(wanted.differences(from: issue) == [])
  }

  @Test("where all that there is looks like headings, they are the text, and not furniture")
  func headingsAlone() throws {
    let text = "THE FIRE\n\nThe harbour was burning last night.\nfirst and second here\n"
    var issue = ExampleRun.document(.text(text), language: "en")
    for name in ["reflow-columns", "segment-articles"] {
      try #require(BuiltinStages.registry.stages[name]).make([:]).run(on: &issue)
    }
    #expect(issue.articles.map(\.type) == [.article] && issue.articles[0].lines.count == 3)
    #expect(issue.headline(of: issue.articles[0]) == "THE FIRE")
  }
}
