import OffprintModel
import Testing

@Suite("Running text")
struct IssueTextTests {
  private func text(_ lines: String, _ joins: [(Int, Seam, Int, String?)]) -> String {
    var issue = Issue(id: "i", pages: [PageBuilder.textPage(name: "p", text: Array(lines.utf8))])
    let refs = issue.pages[0].lines.indices.map { LineRef(page: 0, line: $0) }
    for (line, seam, mark, replacement) in joins {
      issue.joins[refs[line]] = Join(
        first: refs[line], second: refs[line + 1], seam: seam, markLength: mark, replacement: replacement, confidence: 1
      )
    }
    return issue.text(ofLines: refs)
  }

  @Test("lines of which nobody spoke meet with a space")
  func space() { #expect(text("one\ntwo\nthree", []) == "one two three") }

  @Test("each seam")
  func seams() {
    #expect(text("die Zei-\ntung ist", [(0, .joined, 1, nil)]) == "die Zeitung ist")
    #expect(text("die Zei¬\ntung ist", [(0, .joined, 2, nil)]) == "die Zeitung ist")
    #expect(text("Saint-\nDenis", [(0, .hyphenKept, 1, nil)]) == "Saint-Denis")
    #expect(text("Reichs-\nund Staatsanzeiger", [(0, .suspended, 1, nil)]) == "Reichs- und Staatsanzeiger")
    #expect(text("茂名\n日报", [(0, .closed, 0, nil)]) == "茂名日报")
  }

  @Test("a replacement takes the place of both halves")
  func replacement() {
    #expect(text("der Zuk-\nker, und", [(0, .joined, 1, "Zucker,")]) == "der Zucker, und")
    #expect(text("Zuk-\nker\nund", [(0, .joined, 1, "Zucker")]) == "Zucker und")
    #expect(text("Zuk-\nker", [(0, .joined, 1, "Zucker")]) == "Zucker")
  }

  @Test("a word over three lines")
  func threeLines() {
    #expect(text("An-\nge-\nlegenheit", [(0, .joined, 1, nil), (1, .joined, 1, nil)]) == "Angelegenheit")
    #expect(
      text("Zuk-\nker-\nrübe", [(0, .joined, 1, "Zucker-"), (1, .joined, 1, nil)]) == "Zuckerrübe",
      "the second mark stands in the replacement")
  }

  @Test("a join with a line that is not the next one has no effect")
  func strayJoin() {
    var issue = Issue(id: "i", pages: [PageBuilder.textPage(name: "p", text: Array("Zei-\nx\ntung".utf8))])
    let refs = (0..<3).map { LineRef(page: 0, line: $0) }
    issue.joins[refs[0]] = Join(first: refs[0], second: refs[2], seam: .joined, markLength: 1, confidence: 1)
    #expect(issue.text(ofLines: refs) == "Zei- x tung")
    #expect(issue.text(ofLines: [refs[0], refs[2]]) == "Zeitung")
    #expect(issue.text(ofLines: [refs[0]]) == "Zei-")
  }

  @Test("empty lines add nothing, also between the halves of a word and at the end")
  func emptyLines() {
    var issue = Issue(id: "i", pages: [PageBuilder.textPage(name: "p", text: Array("Zei-\nx\ntung\ny".utf8))])
    issue.pages[0].rewriteLine(1, text: [])
    issue.pages[0].rewriteLine(3, text: [])
    let refs = (0..<4).map { LineRef(page: 0, line: $0) }
    issue.joins[refs[0]] = Join(first: refs[0], second: refs[2], seam: .joined, markLength: 1, confidence: 1)
    #expect(issue.text(ofLines: refs) == "Zeitung")
    #expect(issue.text(ofLines: []) == "")
  }

  @Test("the nearest language is an article's language")
  func languages() {
    var builder = PageBuilder(name: "p")
    builder.beginBlock(id: "A", language: "fr")
    builder.addWord("un".utf8)
    builder.beginBlock(id: "B")
    builder.addWord("ein".utf8)
    var issue = Issue(id: "i", pages: [builder.finish()])
    let first = Article(components: [Component(.paragraph, lines: [LineRef(page: 0, line: 0)])])
    let second = Article(components: [Component(.paragraph, lines: [LineRef(page: 0, line: 1)])])
    #expect(issue.language(of: second) == nil)
    issue.language = "lb"
    #expect(issue.language(of: second) == "lb")
    issue.pages[0].language = "de"
    #expect(issue.language(of: second) == "de")
    #expect(issue.language(of: first) == "fr")
    #expect(issue.pageNumbers(of: first) == [1])
  }
}
