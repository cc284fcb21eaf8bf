import OffprintKit
import Testing

@testable import OffprintEvaluation

@Suite struct ParagraphScoreTests {
  /// Paragraphs 0-1, 2-3-4 and 5; the last goes on on the next page.
  private func marked(_ marksParagraphs: Bool = true) -> MarkedIssue {
    var marked = MarkedIssue()
    marked.page([["a", "b", "c", "d", "e", "f"]])
    marked.page([["g"]])
    marked.article(
      [[ref(0), ref(1)], [ref(2), ref(3), ref(4)], [ref(5), ref(0, page: 1)]], marksParagraphs: marksParagraphs)
    return marked
  }

  @Test func `breaks and joins are counted apart`() throws {
    // Found: 0-1-2, 3-4, 5: one break missed, one made; the rest is right, the page's end too.
    let score = try marked().result {
      $0.read([0, 1, 2], [3, 4], [5])
      $0.pages[1].flow = Flow(paragraphs: [Paragraph(lines: [0], continuesFromPageBefore: true)])
    }.scores.paragraphs
    #expect(score.breaks == Share(1, of: 2))
    #expect(score.breakPrecision == Share(1, of: 2))
    #expect(score.joins == Share(3, of: 4))
    #expect(score.joinPrecision == Share(3, of: 4))
  }

  @Test func `components count once articles were found`() throws {
    let result = try marked().result { issue in
      issue.read([0], [1], [2], [3], [4], [5])
      issue.articles = [
        Article(components: [
          Component(.paragraph, lines: [ref(0), ref(1)]), Component(.paragraph, lines: [ref(2), ref(3), ref(4)]),
          Component(.paragraph, lines: [ref(5), ref(0, page: 1)]),
        ])
      ]
      issue.hasArticles = true
    }
    #expect(result.scores.paragraphs.breaks == Share(2, of: 2))
    #expect(result.scores.paragraphs.joins == Share(4, of: 4))
    #expect(!result.faults.contains { $0.kind == .falseBreak || $0.kind == .missedBreak })
  }

  @Test func `without marked paragraphs there is nothing to count`() throws {
    #expect(try marked(false).result { $0.read([0, 1, 2, 3, 4, 5]) }.scores.paragraphs == ParagraphScore())
  }
}
