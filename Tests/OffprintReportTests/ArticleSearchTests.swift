import OffprintKit
import OffprintReport
import Testing

@Suite struct ArticleSearchTests {
  private func answer(_ text: String) -> ArticleSearch.Answer {
    ArticleSearch(in: AccountedIssue.make()).answer(to: text)
  }

  @Test(arguments: [("bote-p1-T-0", 0), ("bote-p1-T-3", 1), ("bote-p2-T-1", 2)])
  func `an id is an article, furniture too`(id: String, index: Int) {
    #expect(answer(id) == .one(index))
  }

  @Test(arguments: ["brennt", "MARKT  BRENNT", " markt\nbren"])
  func `a part of one headline is its article, in any letters`(text: String) {
    #expect(answer(text) == .one(1))
  }

  @Test func `a whole headline comes before those that begin with it`() {
    #expect(answer("der markt") == .one(0))
  }

  @Test func `what several headlines have is answered with all`() {
    #expect(answer("mark") == .several([0, 1]))
  }

  @Test func `what none has is answered with those that share words, most first`() {
    #expect(answer("am Markt brennt es") == .none(near: [1, 0]))
    #expect(answer("Hagelschlag") == .none(near: []))
  }

  @Test func `a mistyped id is answered with the nearest`() {
    #expect(answer("bote-p2-T-2") == .none(near: [2]))
  }

  @Test func `text that is no headline is none`() {
    #expect(answer("gestern") == .none(near: []))
    #expect(answer("  ") == .none(near: []))
  }
}
