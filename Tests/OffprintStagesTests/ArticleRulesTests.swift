import OffprintKit
import Testing

@testable import OffprintStages

@Suite("Which issues are read by rules")
struct ArticleRulesTests {
  private func suit(_ input: Example.Input, language: String? = nil) throws -> Bool {
    var issue = ExampleRun.document(input, language: language)
    try #require(BuiltinStages.registry.stages["reflow-columns"]).make([:]).run(on: &issue)
    return ArticleRules.suit(issue)
  }

  @Test("clean texts whose articles and headings stand between empty lines")
  func clean() throws {
    #expect(
      try suit(
        .text(
          """
          THE FLOOD

          The water of the river rose in the night.

          A COW ON THE ROOF

          Nobody could say how it came there.
          """)))
  }

  @Test("text without empty lines is not, nor are pages with boxes")
  func others() throws {
    #expect(try !suit(.text("THE FLOOD\nThe water rose.\nA COW\nNobody saw it come.\n")))
    let line = Example.PlacedLine("The water of the river", x: 0, y: 0, width: 600, height: 40)
    #expect(try !suit(.blocks([[line], [line]])))
    #expect(!ArticleRules.suit(OffprintKit.Issue(id: "empty")))
  }

  @Test("Chinese and Japanese, with boxes too", arguments: ["昨日云溪县召开春季植树动员会", "昨日の会議で市長が"])
  func unspaced(text: String) throws {
    let lines = (0..<3).map { Example.PlacedLine(text, x: 0, y: 50 * $0, width: 600, height: 40) }
    #expect(try suit(.blocks([lines])))
  }
}
