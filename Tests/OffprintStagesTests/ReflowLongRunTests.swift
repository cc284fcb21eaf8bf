import OffprintKit
import OffprintStages
import Testing

/// Text without empty lines, as plain dumps have it: a page in one run.
@Suite("Text pages without empty lines")
struct ReflowLongRunTests {
  /// The first words of each paragraph.
  private func beginnings(_ lines: [String]) throws -> [String] {
    var issue = ExampleRun.document(.text(lines.joined(separator: "\n")), language: "en")
    try #require(BuiltinStages.registry.stages["reflow-columns"]).make(["columns": .scalar("1")]).run(on: &issue)
    let page = issue.pages[0]
    return try #require(page.flow).paragraphs.compactMap { $0.lines.first.map { page.lines[$0].text } }
  }

  /// So many lines of one sentence that fill their measure; the last is short and ends it.
  private func text(_ count: Int, measure: Int = 40, first: String) -> [String] {
    let words = String(repeating: "and the old river rose on over it all ", count: 3)
    let middle = (1..<count - 1).map { _ in String(words.prefix(measure)) }
    return [String((first + " " + words).prefix(measure))] + middle + ["and so it ended."]
  }

  @Test("a line far from full ends a heading, though it has no full stop")
  func heading() throws {
    let page = text(30, first: "First") + ["A Reply"] + text(30, first: "Second")
    #expect(try beginnings(page).map { $0.split(separator: " ")[0] } == ["First", "A", "Second"])
  }

  @Test("what follows must begin anew, and the line must not be open", arguments: ["A Reply,", "A Reply of"])
  func goesOn(line: String) throws {
    let next = line.hasSuffix(",") ? "Second" : "second"
    let page = text(30, first: "First") + [line] + text(30, first: next)
    #expect(try beginnings(page).map { $0.split(separator: " ")[0] } == ["First", "A"])
  }

  @Test("in a short run of lines a short line ends nothing")
  func shortRun() throws {
    let page = text(8, first: "First") + ["A Reply"] + text(8, first: "Second")
    #expect(try beginnings(page).map { $0.split(separator: " ")[0] } == ["First", "A"])
  }

  @Test("lines of a narrow column after a wide one are full by the measure around them", arguments: ["", "."])
  func localMeasure(end: String) throws {
    let wide = text(45, measure: 60, first: "First")
    let narrow = (10..<70).map { "Line \($0) that ends with words\(end)" }
    let found = try beginnings(wide + narrow)
    #expect(found.first?.hasPrefix("First") == true)
    // Near the border the measure is between the two.
    #expect(narrow.dropFirst(20).allSatisfy { !found.contains($0) })
  }

  @Test("a line that runs over now and then does not change the measure")
  func overlong() throws {
    let lines = (10..<70).map { "Line \($0) that ends with words" + ($0 % 10 == 5 ? " and then runs on and on" : "") }
    #expect(try beginnings(lines) == [lines[0]])
  }
}
