import OffprintKit
import Testing

@testable import OffprintEvaluation

@Suite struct TextPageTruthTests {
  /// A text page of three runs of lines; the first two runs are one article.
  private func issue(printedPages: [Int: Int]) -> Issue {
    let text = "eins\nzwei\n\ndrei\n\nvier\nf\u{FC}nf"
    var issue = Issue(id: "t", pages: [PageBuilder.textPage(name: "t", text: Array(text.utf8))])
    issue.markup = PublisherMarkup(
      source: "test",
      articles: [[0, 1, 2], [3, 4]].map { lines in
        Article(components: [Component(.paragraph, lines: lines.map { LineRef(page: 0, line: $0) })])
      }, printedPages: printedPages)
    return issue
  }

  private let found = ArticleAssignment(articles: [[0, 0, 0, 1, 1]], headlines: ["", ""])

  @Test func emptyLinesPartTheBlocks() {
    let scores = ArticleEvaluation().compare(issue(printedPages: [:]), found).scores
    #expect(scores.ofBlocks.things == 3)
    #expect(scores.ofBlocks.pairsInTruth == 1 && scores.ofBlocks.pairsInBoth == 1)
  }

  @Test func thePrintedPagesAreThoseThatTheSourceSays() {
    #expect(ArticleEvaluation().compare(issue(printedPages: [:]), found).scores.exact.overPages.of == 0)
    #expect(ArticleEvaluation().compare(issue(printedPages: [0: 2, 1: 1]), found).scores.exact.overPages.of == 1)
  }
}
