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
}
