import OffprintKit
import OffprintTrees
import Testing

@testable import OffprintStages

@Suite("Articles found by a model")
struct LearnedArticlesTests {
  private func found(
    _ pages: [(inout SetPage) -> Void], _ model: ArticleModel, _ wish: (inout ArticleWishes) -> Void = { _ in }
  ) -> (articles: [Article], decisions: [Decision]) {
    var wishes = ArticleWishes()
    wish(&wishes)
    var context = StageContext(stage: "segment-articles")
    let learned = LearnedArticles(issue: SetPage.issue(pages), model: model, wishes: wishes)
    return (learned.articles(&context), context.decisions)
  }

  /// Two texts with a rule between them.
  private let ruled: (inout SetPage) -> Void = { page in
    page.text(6, y: 0)
    page.put(.separator, x: 200, y: 268, width: 200, height: 4)
    page.text(6, y: 300)
  }

  @Test("a rule is a sign, an order or nothing, as the operator says")
  func rules() {
    let byRules = SmallModel.beginning(where: "rule", over: 0.5)
    let bySize = SmallModel.beginning(where: "size", over: 1.3)
    #expect(found([ruled], byRules).articles.count == 2)
    #expect(found([ruled], byRules) { $0.separators = .ignore }.articles.count == 1)
    #expect(found([ruled], bySize).articles.count == 1)
    let strong = found([ruled], bySize) { $0.separators = .strong }
    #expect(strong.articles.count == 2)
    #expect(strong.decisions.contains { $0.choice == "begins" && $0.reason.contains("separators: strong") })
  }

  @Test("what the source calls an advertisement is one")
  func labelled() {
    let page = { (page: inout SetPage) in
      page.line("THE FLOOD", y: 0) { ($0.width, $0.height) = (300, 80) }
      page.text(5, y: 100)
      page.line("BOATS TO LET", y: 330) { ($0.width, $0.height, $0.label) = (300, 80, "Advertisement") }
      page.text(5, y: 430) { $0.label = "Advertisement" }
    }
    let articles = found([page], SmallModel.beginning(where: "size", over: 1.3)).articles
    #expect(articles.map(\.type) == [.article, .advertisement])
    #expect(articles.map { $0.components.map(\.role) } == [[.headline, .paragraph], [.headline, .advertisementText]])
  }

  @Test("what belongs to pages stands after the articles, page by page, with the reason")
  func furniture() {
    let pages = (1...2).map { number in
      { (page: inout SetPage) in
        page.line("THE DAILY BOAT \(number)", y: -100) { $0.region = .topMargin }
        page.line(number == 1 ? "THE FLOOD" : "A COW ON A ROOF", y: 0) { ($0.width, $0.height) = (300, 80) }
        page.text(5, y: 100)
      }
    }
    let (articles, decisions) = found(pages, SmallModel.beginning(where: "size", over: 1.3))
    #expect(articles.map(\.type) == [.article, .article, .furniture, .furniture])
    #expect(articles.suffix(2).flatMap(\.lines) == [LineRef(page: 0, line: 0), LineRef(page: 1, line: 0)])
    let reasons = decisions.filter { $0.choice == "furniture" }
    #expect(reasons.count == 2 && reasons.allSatisfy { $0.reason.contains("margin") })
  }

  @Test("a heading that the article goes on with is worth a word")
  func goesOn() throws {
    let size = Int32(try #require(UnitFeatures.all.firstIndex { $0.name == "size" }))
    func over(_ mark: Float, _ value: Float) -> RegressionTree {
      RegressionTree(nodes: [.init(feature: size, next: 1, threshold: mark, value: 0), .end(0), .end(value)])
    }
    let trees = BoostedTrees(bias: -4, trees: [over(1.1, 2), over(1.6, 6)])
    let page = { (page: inout SetPage) in
      page.line("THE FLOOD", y: 0) { ($0.width, $0.height) = (300, 80) }
      page.text(5, y: 100)
      page.line("THE MILL", y: 330) { ($0.width, $0.height) = (300, 50) }
      page.text(5, y: 400)
      page.line("A COW ON A ROOF", y: 630) { ($0.width, $0.height) = (300, 80) }
      page.text(5, y: 730)
    }
    let (articles, decisions) = found([page], ArticleModel(views: [.zones: [.begins: trees]]))
    #expect(articles.count == 2)
    let named = decisions.filter { $0.choice == "begins" || $0.choice == "goes-on" }
    #expect(named.map(\.choice) == ["begins", "goes-on", "begins"])
    #expect(named[1].subject == .line(LineRef(page: 0, line: 6)))
    #expect(named[1].reason.contains("against it") || named[1].reason.contains("for it"))
  }

  @Test("without pages, lines or articles there are none")
  func nothing() {
    let model = SmallModel.beginning(where: "size", over: 1.3)
    #expect(found([], model).articles.isEmpty)
    #expect(found([{ $0.put(.illustration, x: 0, y: 0, width: 10, height: 10) }], model).articles.isEmpty)
  }
}
