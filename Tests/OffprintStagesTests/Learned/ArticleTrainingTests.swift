import OffprintKit
import Testing

@testable import OffprintStages

@Suite("Learning from marked issues")
struct ArticleTrainingTests {
  private static func training(_ papers: [(paper: InventedPaper, collection: String)]) -> ArticleTraining {
    var training = ArticleTraining()
    training.variants = 1
    for (paper, collection) in papers { training.add(paper.marked, of: collection) }
    return training
  }

  private static let large = training((1...3).map { (InventedPaper(seed: $0), "large") })

  /// Where the articles begin that a model finds in a paper.
  private func beginnings(_ model: ArticleModel, in paper: InventedPaper) throws -> Set<LineRef> {
    var context = StageContext(stage: "segment-articles")
    let articles = try SegmentArticles(model: model).articles(in: paper.marked.issue, &context)
    return Set(articles.filter { $0.type != .furniture }.compactMap(\.lines.first))
  }

  @Test("what begins articles in these begins them in another")
  func learning() throws {
    let paper = InventedPaper(seed: 77)
    let found = try beginnings(Self.large.model(), in: paper)
    #expect(found.isSuperset(of: paper.beginnings))
    #expect(found.count <= paper.beginnings.count + 2)
  }

  @Test("where small headings begin articles that is learned, too")
  func others() throws {
    let training = Self.training((1...3).map { (InventedPaper(seed: $0, isLarge: false), "small") })
    let paper = InventedPaper(seed: 77, isLarge: false)
    let found = try beginnings(training.model(), in: paper)
    #expect(found.isSuperset(of: paper.beginnings))
    #expect(found.count <= paper.beginnings.count + 2)
  }

  @Test("headlines are learned as such")
  func headlines() throws {
    let paper = InventedPaper(seed: 78)
    var context = StageContext(stage: "segment-articles")
    let articles = try SegmentArticles(model: Self.large.model()).articles(in: paper.marked.issue, &context)
    let headlines = articles.flatMap(\.components).filter { $0.role == .headline }.flatMap(\.lines)
    #expect(Set(headlines).isSuperset(of: paper.beginnings))
  }

  @Test("the same issues in the same order give the same text")
  func repeating() throws {
    let again = Self.training((1...3).map { (InventedPaper(seed: $0), "large") })
    let text = Self.large.model().text
    #expect(again.model().text == text)
    #expect(try ArticleModel(text: Array(text.utf8), file: "m").text == text)
  }

  @Test("a collection is left out as if it had never been added")
  func without() {
    let papers = (1...2).map { (InventedPaper(seed: $0), "large") }
    let both = Self.training(papers + [(InventedPaper(seed: 5, isLarge: false), "small")])
    let alone = Self.training(papers).model()
    #expect(both.model(without: "small") == alone)
    #expect(both.model() != alone)
    #expect(both.model(without: "nobody") == both.model())
    #expect(Self.large.model(without: "large").views.isEmpty)
  }

  @Test("nothing, or nothing that is marked, is learned from without harm")
  func nothing() {
    var training = ArticleTraining()
    #expect(training.model().views.isEmpty && training.units == 0)
    let issue = InventedPaper(seed: 1, pages: 1).marked.issue
    training.add(MarkedIssue(issue: issue, marks: [Array(repeating: nil, count: issue.pages[0].lines.count)]), of: "a")
    training.add(MarkedIssue(issue: OffprintKit.Issue(id: "empty"), marks: []), of: "a")
    #expect(training.units > 0)
    #expect(training.model().views.values.allSatisfy { $0[.begins] == nil })
    #expect(throws: (any Error).self) { try ArticleModel(text: Array(training.model().text.utf8), file: "m") }
  }

  @Test("variants are further samples of an issue")
  func variants() {
    var plain = ArticleTraining()
    plain.variants = 0
    plain.add(InventedPaper(seed: 1).marked, of: "a")
    var more = ArticleTraining()
    more.variants = 2
    more.add(InventedPaper(seed: 1).marked, of: "a")
    #expect(more.units == 3 * plain.units)
  }
}
