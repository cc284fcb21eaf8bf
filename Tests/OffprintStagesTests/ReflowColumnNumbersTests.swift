import OffprintKit
import OffprintStages
import Testing

@Suite("Numbers of columns")
struct ReflowColumnNumbersTests {
  @Test("a line over the columns is in none of them; columns count from 0")
  func spanning() throws {
    let text = """
                  A HEADLINE OVER BOTH OF THE COLUMNS

      The ferry was late        owner was asked to
      again on Tuesday,         mend it. He said
      because a cow stood       that the cow did
      in the wheelhouse         not read notices,
      and could not be          and that he could
      moved by day. The         not read either.
      """
    var issue = ExampleRun.document(.text(text), language: "en")
    try #require(BuiltinStages.registry.stages["reflow-columns"]).make([:]).run(on: &issue)
    let flow = try #require(issue.pages[0].flow)
    #expect(flow.paragraphs.first?.column == nil)
    #expect(flow.paragraphs.dropFirst().allSatisfy { $0.column == 0 || $0.column == 1 })
  }
}
