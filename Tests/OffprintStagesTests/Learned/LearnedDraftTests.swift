import OffprintKit
import Testing

@testable import OffprintStages

@Suite("An article that the model found")
struct LearnedDraftTests {
  /// A headline and texts of a page, the last of which ends as said.
  private func draft(
    _ headline: String?, _ texts: [String], page: Int = 0, shape: (inout Units) -> Void = { _ in }
  ) -> LearnedDraft {
    var units = Units()
    if let headline { units.add(headline, page: page) { $0.height = 2 } }
    for text in texts { units.add(text, text, text, page: page) }
    shape(&units)
    let marked = units.marked
    let roles = ArticleRoles(
      marked, headline: marked.map { $0.size > 1.5 ? 0.9 : 0.01 }, isAdvertisement: false)
    return LearnedDraft(marked, roles, type: .article, confidence: 0.7)
  }

  private func written(_ draft: LearnedDraft) -> [String] {
    draft.article.components.map { component in
      "\(component.role.rawValue) " + component.lines.map { "\($0.page).\($0.line)" }.joined(separator: " ")
    }
  }

  @Test("is its components in order, headlines of several lines as one")
  func article() {
    let draft = draft("THE FLOOD AT", ["The river rose."]) { units in
      var all = Units()
      all.add("THE FLOOD AT") { $0.height = 2 }
      all.add("THE OLD MILL") { $0.height = 2 }
      all.text(3)
      units = all
    }
    #expect(written(draft) == ["headline 0.0 0.1", "paragraph 0.2 0.3 0.4"])
    #expect(draft.article.components.allSatisfy { (0.01...0.99).contains($0.confidence ?? 0) })
    #expect(draft.firstLine == LineRef(page: 0, line: 0) && draft.hasHeadline && !draft.startsWithText)
  }

  @Test("goes on overleaf: a paragraph that breaks off is joined, the repeated headline is a jump line")
  func append() {
    var first = draft("THE FLOOD", ["The river rose over the"])
    let second = draft("THE FLOOD", ["old stone bridge.", "Nobody saw it."], page: 1)
    #expect(first.endsMidSentence && !second.endsMidSentence)
    first.append(second)
    #expect(
      written(first) == ["headline 0.0", "paragraph 0.1 0.2 0.3 1.1 1.2 1.3", "jump-line 1.0", "paragraph 1.4 1.5 1.6"])
    #expect(first.firstPage == 0 && first.lastPage == 1)
    #expect(first.reason.contains("2 pages"))
  }

  @Test("a paragraph that ended is not joined with the next page's")
  func appendAfterSentence() {
    var first = draft("THE FLOOD", ["The river rose."])
    first.append(draft(nil, ["Nobody saw it."], page: 1))
    #expect(written(first) == ["headline 0.0", "paragraph 0.1 0.2 0.3", "paragraph 1.0 1.1 1.2"])
  }

  @Test("goes on over a third page, each line once")
  func appendTwice() {
    var first = draft("THE FLOOD", ["The river rose over the"])
    var second = draft(nil, ["old stone bridge and the"], page: 1)
    second.append(draft(nil, ["mill of the miller."], page: 2))
    first.append(second)
    #expect(written(first) == ["headline 0.0", "paragraph 0.1 0.2 0.3 1.0 1.1 1.2 2.0 2.1 2.2"])
    let lines = first.article.lines
    #expect(Set(lines).count == lines.count && lines.count == 10)
  }

  @Test("the words of its headline tell how like it is to another")
  func likeness() {
    let first = draft("THE FLOODED BRIDGE", ["The river rose over the town."])
    let same = draft("FLOODED BRIDGE AGAIN", ["Nobody saw it."], page: 1)
    let other = draft("SHEEP MARKET", ["Prices did not move."], page: 1)
    #expect(same.likeness(to: first) > 0.5 && other.likeness(to: first) == 0)
    #expect(draft(nil, ["of the old"], page: 1).likeness(to: first) == 0)
    #expect(draft(nil, ["The river rose over the town."], page: 1).likeness(to: first) == 1)
  }

  @Test("its jump lines are known, and what it is made of is said")
  func noticesAndReason() {
    let draft = draft("THE FLOOD", ["The river rose."]) { units in
      units.add("Continued on page 4.")
      units.add("Photo: J. Quill.")
    }
    #expect(draft.notice(.to)?.page == 4 && draft.notice(.from) == nil)
    #expect(draft.reason.contains("a headline in capitals, 200 % of the text's size"))
    #expect(self.draft(nil, ["The river rose."]).reason == "no headline")
  }
}
