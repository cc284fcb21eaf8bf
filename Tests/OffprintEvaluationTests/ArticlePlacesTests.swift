import OffprintKit
import Testing

@testable import OffprintEvaluation

@Suite struct ArticlePlacesTests {
  /// Two columns of three lines; 0...2 are marked as one article, 3 and 4 as another, 5 as nothing.
  private func marked() -> MarkedIssue {
    var marked = MarkedIssue()
    marked.page([["Der Markt", "war voll", "und laut"], ["Das Wetter", "war nass", "Druck von X"]])
    marked.article([[ref(0), ref(1), ref(2)]])
    marked.article([[ref(3), ref(4)]])
    return marked
  }

  private func places(
    _ issue: OffprintModel.Issue, blind: Blindness = .none, _ articles: [OffprintModel.Article]
  ) throws -> ArticlePlaces {
    try ArticleEvaluation(blind: blind).resultAndPlaces(for: issue) { outcome in
      outcome.articles = articles
      outcome.hasArticles = true
    }.places
  }

  private func found(_ lines: [Int], type: ArticleType = .article) -> OffprintModel.Article {
    Article(
      type: type,
      components: [Component(.headline, lines: [ref(lines[0])])]
        + lines.dropFirst().map { Component(.paragraph, lines: [ref($0)]) })
  }

  @Test func `a whole article and the one it is found as are twins`() throws {
    let places = try places(marked().issue, [found([3, 4]), found([0, 1, 2]), found([5], type: .furniture)])
    #expect(places.marked.map(\.twin) == [1, 0])
    #expect(places.found.map(\.twin) == [1, 0])
    #expect(places.found.map(\.title) == ["Das Wetter", "Der Markt"])
    #expect(places.found[1].lines == [ref(0), ref(1), ref(2)])
  }

  @Test func `lines know both sides, and what they are there`() throws {
    let places = try places(marked().issue, [found([0, 1, 2]), found([5], type: .furniture)])
    #expect(
      places.lines[0] == [
        .init(found: 0, foundRole: .headline, marked: 0, markedRole: .paragraph),
        .init(found: 0, foundRole: .paragraph, marked: 0, markedRole: .paragraph),
        .init(found: 0, foundRole: .paragraph, marked: 0, markedRole: .paragraph),
        .init(marked: 1, markedRole: .paragraph), .init(marked: 1, markedRole: .paragraph),
        .init(foundRole: .furniture),
      ])
  }

  @Test func `what differs is counted from both sides`() throws {
    let places = try places(marked().issue, [found([0]), found([1, 2, 3, 5])])
    #expect(places.marked.map(\.twin) == [nil, nil])
    #expect(places.marked.map(\.shared) == [[0: 1, 1: 2], [1: 1]])
    #expect(places.marked.map(\.alone) == [0, 1])
    #expect(places.found.map(\.shared) == [[0: 1], [0: 2, 1: 1]])
    #expect(places.found.map(\.alone) == [0, 1])
  }

  @Test func `a masthead is no article on either side`() throws {
    var marked = marked()
    marked.article([[ref(5)]], type: .masthead)
    let places = try places(marked.issue, [found([5], type: .masthead), found([3, 4])])
    #expect(places.marked.count == 2 && places.found.count == 1)
    #expect(places.lines[0][5] == .init(foundRole: .furniture, markedRole: .masthead))
    #expect(places.marked[1].twin == 0)
  }

  @Test func `lines of a shuffled copy are told as those that were read`() throws {
    let issue = marked().issue
    let places = try ArticleEvaluation(blind: .blocks, seed: 3).resultAndPlaces(for: issue) { outcome in
      let wet = outcome.pages[0].lines.filter { $0.text == "Das Wetter" || $0.text == "war nass" }.map(\.index)
      outcome.articles = [Article(components: [Component(.paragraph, lines: wet.map { ref($0) })])]
    }.places
    #expect(places.found[0].lines == [ref(3), ref(4)])
    #expect(places.found[0].twin == 1)
  }

  @Test func `lines that stand side by side in a text are told apart`() throws {
    let issue = marked().issue
    let places = try ArticleEvaluation(blind: .text).resultAndPlaces(for: issue) { outcome in
      #expect(outcome.pages[0].unit == .character)
      let lines = outcome.pages[0].lines.indices.map { ref($0) }
      outcome.articles = [Article(components: [Component(.headline, lines: lines)])]
    }.places
    #expect(Set(places.found[0].lines) == Set((0...5).map { ref($0) }))
    #expect(places.lines[0].allSatisfy { $0.found == 0 && $0.foundRole == .headline })
  }

  @Test func `the scores are those of a result without places`() throws {
    let issue = marked().issue
    let stages: (inout OffprintModel.Issue) -> Void = {
      $0.articles = [Article(components: [Component(.paragraph, lines: [ref(0)])])]
    }
    let evaluation = ArticleEvaluation(blind: .none)
    #expect(
      try evaluation.result(for: issue, stages: stages).scores
        == evaluation.resultAndPlaces(for: issue, stages: stages).result.scores)
  }
}
