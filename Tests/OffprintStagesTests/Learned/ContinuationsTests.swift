import OffprintKit
import Testing

@testable import OffprintStages

@Suite("Learned articles that go on elsewhere")
struct ContinuationsTests {
  /// Headline, text and what else of an article on a page.
  private func draft(_ texts: [String], page: Int) -> LearnedDraft {
    var units = Units()
    for text in texts {
      if text == text.uppercased() {
        units.add(text, page: page) { $0.height = 2 }
      } else if text.hasPrefix("Continued") {
        units.add(text, page: page)
      } else {
        units.add(text, text, text, page: page)
      }
    }
    let marked = units.marked
    let roles = ArticleRoles(marked, headline: marked.map { $0.size > 1.5 ? 0.9 : 0.01 }, isAdvertisement: false)
    return LearnedDraft(marked, roles, type: .article, confidence: 0.5)
  }

  /// For each article the pages it stands on and how many lines it has, and the reasons of what was joined.
  private func joined(_ drafts: [LearnedDraft]) -> (pages: [[Int]], lines: [Int], reasons: [String]) {
    let issue = SetPage.issue(Array(repeating: { $0.text(9, y: 0) }, count: 4))
    var context = StageContext(stage: "segment-articles")
    let result = Continuations.joined(drafts, issue, &context)
    #expect(result.reduce(0) { $0 + $1.article.lines.count } == drafts.reduce(0) { $0 + $1.article.lines.count })
    #expect(context.decisions.allSatisfy { $0.choice == "continued" })
    let pages = result.map { Array(Set($0.units.map(\.page))).sorted() }
    return (pages, result.map(\.article.lines.count), context.decisions.map(\.reason))
  }

  @Test("a jump line that names the page it comes from joins it with the likeliest article there")
  func from() {
    let found = joined([
      draft(["SHEEP MARKET", "Prices did not move."], page: 0),
      draft(["FLOODED BRIDGE", "The river rose.", "Continued on page 3."], page: 0),
      draft(["FLOODED BRIDGE", "Continued from page 1.", "Nobody saw it."], page: 2),
    ])
    #expect(found.pages == [[0], [0, 2]])
    #expect(found.reasons.count == 1)
  }

  @Test("a jump line that names a page joins what has its headline there")
  func to() {
    let found = joined([
      draft(["FLOODED BRIDGE", "The river rose.", "Continued on page 3."], page: 0),
      draft(["SHEEP MARKET", "Prices did not move."], page: 2),
      draft(["THE FLOODED BRIDGE", "Nobody saw it.", "Nobody heard it."], page: 2),
    ])
    #expect(found.pages == [[0, 2], [2]])
    #expect(found.lines == [12, 4])
  }

  @Test("a text that breaks off at the end of a page goes on without a headline on the next")
  func midSentence() {
    let found = joined([
      draft(["FLOODED BRIDGE", "The river rose over the"], page: 0), draft(["old mill by the bridge."], page: 1),
      draft(["SHEEP MARKET", "Prices did not move."], page: 1),
    ])
    #expect(found.pages == [[0, 1], [1]])
    #expect(found.reasons.allSatisfy { $0.contains("in the middle of a sentence") })
  }

  @Test("what ended, has a headline or stands two pages on is not joined")
  func notJoined() {
    #expect(
      joined([draft(["FLOOD", "The river rose."], page: 0), draft(["The old mill stands."], page: 1)]).pages
        == [[0], [1]])
    #expect(
      joined([draft(["FLOOD", "The river rose over the"], page: 0), draft(["SHEEP", "Prices fell."], page: 1)]).pages
        == [[0], [1]])
    #expect(
      joined([draft(["FLOOD", "The river rose over the"], page: 0), draft(["old mill stands."], page: 2)]).pages
        == [[0], [2]])
    #expect(joined([]).pages.isEmpty)
  }
}
