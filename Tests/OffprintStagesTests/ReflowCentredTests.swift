import OffprintKit
import OffprintStages
import Testing

@Suite("Headings that nothing but their place tells")
struct ReflowCentredTests {
  private typealias Placed = Example.PlacedLine

  private func paragraphs(_ lines: [Placed]) throws -> [Int] {
    var issue = ExampleRun.document(.blocks([lines]), language: nil)
    try #require(BuiltinStages.registry.stages["reflow-columns"]).make([:]).run(on: &issue)
    return try #require(issue.pages[0].flow).paragraphs.map(\.lines.count)
  }

  /// A text of four lines, and after it a line and three lines of text.
  private func under(_ heading: Placed, _ next: Placed) -> [Placed] {
    func text(_ row: Int, _ text: String, width: Int = 400) -> Placed {
      Placed(text, x: 100, y: 100 + 40 * row, width: width, height: 30)
    }
    var (heading, next) = (heading, next)
    (heading.box, next.box) = (moved(heading.box, 4), moved(next.box, 5))
    return [
      text(0, "The water rose all night, and the old"), text(1, "bridge went at five in the morning and"),
      text(2, "the mayor was told of it when he woke"), text(3, "in his bed.", width: 110), heading, next,
      text(6, "went back to his bed, as mayors do on"), text(7, "such days.", width: 110),
    ]
  }

  private func moved(_ box: Box, _ row: Int) -> Box {
    Box(x: box.left, y: 100 + 40 * row, width: box.width, height: 30)
  }

  @Test("a long centred line stands alone over the text under it")
  func centred() throws {
    let lines = under(
      Placed("A Reply to what was said of the", x: 145, y: 0, width: 310, height: 30),
      Placed("The mayor heard of it and he at once", x: 100, y: 0, width: 400, height: 30))
    #expect(try paragraphs(lines) == [4, 1, 3])
  }

  @Test("two centred lines stand together")
  func two() throws {
    let lines = under(
      Placed("A Reply to what was said of the", x: 145, y: 0, width: 310, height: 30),
      Placed("Mayor and of his bed in town", x: 155, y: 0, width: 290, height: 30))
    #expect(try paragraphs(lines)[1] >= 2)
  }

  @Test("two lines in capitals are one heading, however they are set")
  func capitals() throws {
    let lines = under(
      Placed("A REPLY TO WHAT WAS SAID OF", x: 145, y: 0, width: 310, height: 30),
      Placed("THE MAYOR AND HIS BED IN TOWN, OR", x: 100, y: 0, width: 400, height: 30))
    #expect(try paragraphs(lines) == [4, 2, 2])
  }

  @Test("what goes on with a small letter is no text under a heading")
  func small() throws {
    let lines = under(
      Placed("A Reply to what was said of the", x: 145, y: 0, width: 310, height: 30),
      Placed("mayor heard of it and he at once was", x: 100, y: 0, width: 400, height: 30))
    #expect(try paragraphs(lines) == [4, 4])
  }
}
