import OffprintKit
import OffprintTesting
import Testing

@testable import OffprintEvaluation

@Suite("Marks of a blind copy")
struct MarkedCopyTests {
  /// Two columns; the left one is an article with a headline, the right one an advertisement, its last line nothing.
  private static let issue: Issue = {
    var marked = MarkedIssue()
    marked.page([["Der Markt", "war voll-|volle", "|e"], ["Boote zu vermieten", "am Hafen", "Druck"]])
    marked.page([["Seite zwei"]])
    marked.article([[ref(0), ref(1), ref(2)], [ref(0, page: 1)]])
    marked.article([[ref(3), ref(4)]], type: .advertisement)
    marked.issue.markup?.articles[0].components.insert(Component(.headline, lines: [ref(0)]), at: 0)
    return marked.issue
  }()

  private static let article = LineMark(unit: 0, type: .article, role: .paragraph)
  private static let headline = LineMark(unit: 0, type: .article, role: .headline)
  private static let advertisement = LineMark(unit: 1, type: .advertisement, role: .paragraph)

  /// What each line is marked as, by its text up to the first space.
  private static let wanted: [String: LineMark?] = [
    "Der": headline, "war": article, "e": article, "Boote": advertisement, "am": advertisement, "Druck": nil,
    "Seite": article,
  ]

  private func word(_ text: String) -> String { String(text.split(separator: " ").first ?? "") }

  @Test("follow the lines wherever the copy puts them", arguments: [Blindness.none, .blocks, .zones, .flow])
  func follow(blind: Blindness) throws {
    for seed in 1...10 {
      let copy = MarkedCopy(of: Self.issue, blind: blind, seed: UInt64(seed))
      let marked = copy.marked(copy.issue)
      #expect(marked.marks.map(\.count) == marked.issue.pages.map(\.lines.count))
      for (number, page) in marked.issue.pages.enumerated() {
        for line in page.lines {
          let wanted = try #require(Self.wanted[word(line.text)])
          #expect(marked[line: ref(line.index, page: number)] == wanted, "\(line.text)")
        }
      }
    }
  }

  @Test("are not in the copy itself", arguments: [Blindness.blocks, .zones, .text, .flow])
  func blind(blind: Blindness) {
    let copy = MarkedCopy(of: Self.issue, blind: blind)
    #expect(copy.issue.markup == nil && copy.issue.articles.isEmpty)
    #expect(copy.marked(copy.issue).issue.markup == nil)
  }

  @Test("the same seed gives the same copy")
  func seeds() {
    func texts(_ seed: UInt64) -> [String] {
      MarkedCopy(of: Self.issue, blind: .blocks, seed: seed).issue.pages[0].lines.map(\.text)
    }
    #expect(texts(3) == texts(3))
    #expect(Set((1...20).map(texts)).count > 1)
  }

  @Test("columns side by side have the mark of what fills most of their line, until they are cut")
  func printed() {
    let copy = MarkedCopy(of: Self.issue, blind: .text)
    let whole = copy.marked(copy.issue)
    #expect(whole.marks[0] == [Self.advertisement, Self.article, nil])
    var outcome = copy.issue
    outcome.pages[0].split([0: [0, 2], 1: [0, 2], 2: [0, 1]])
    let cut = copy.marked(outcome)
    #expect(cut.issue.pages[0].lines.map { word($0.text) } == ["Der", "Boote", "war", "am", "e", "Druck"])
    #expect(
      cut.marks[0] == [Self.headline, Self.advertisement, Self.article, Self.advertisement, Self.article, nil])
  }

  @Test("an issue in which nothing is marked has none, and stages may add pages")
  func nothing() {
    for (name, issue) in NastyDocuments.all {
      let copy = MarkedCopy(of: issue, blind: .flow)
      let marked = copy.marked(copy.issue)
      #expect(marked.marks.joined().allSatisfy { $0 == nil }, "\(name)")
      #expect(marked.marks.map(\.count) == marked.issue.pages.map(\.lines.count), "\(name)")
    }
    let copy = MarkedCopy(of: Self.issue, blind: .flow)
    var outcome = copy.issue
    outcome.pages.append(outcome.pages[0])
    #expect(copy.marked(outcome).marks.last == Array(repeating: nil, count: 6))
  }
}
