import OffprintModel
import Testing

@Suite("Languages of articles and lines")
struct IssueLanguagesTests {
  /// Blocks of one line each.
  private func issue(_ blocks: [(language: String?, text: String)]) -> Issue {
    var builder = PageBuilder(name: "p")
    for (number, block) in blocks.enumerated() {
      builder.beginBlock(id: "B\(number)", language: block.language)
      builder.beginLine()
      builder.addWord(block.text.utf8)
    }
    return Issue(id: "i", pages: [builder.finish()])
  }

  private func article(_ lines: Range<Int>, _ language: String? = nil) -> Article {
    Article(
      components: [Component(.paragraph, lines: lines.map { LineRef(page: 0, line: $0) })], language: language)
  }

  @Test("an article is in the language of most of its text")
  func most() {
    var issue = issue([
      ("de", "kurz"), ("fr", "beaucoup-de-texte"), (nil, "unbekannt-und-sehr-sehr-lang"), ("de", "auch"),
    ])
    #expect(issue.language(of: article(0..<4)) == "fr")
    #expect(issue.language(of: article(0..<1)) == "de")
    #expect(issue.language(of: article(2..<3)) == nil)
    issue.language = "lb"
    #expect(issue.language(of: article(2..<3)) == "lb")
    #expect(issue.language(of: article(0..<4, "en")) == "en")
    #expect(issue.language(of: article(0..<0)) == "lb")
  }

  @Test("a line in a block that says nothing is in the language of its article")
  func lines() {
    var issue = issue([("fr", "beaucoup-de-texte"), (nil, "court"), (nil, "autre"), (nil, "reste")])
    issue.language = "de"
    issue.articles = [article(0..<2, "de"), article(2..<3, "en")]
    let languages = LineLanguages(issue)
    #expect((0..<4).map { languages[LineRef(page: 0, line: $0)] } == ["fr", "fr", "en", "de"])
  }
}
