import OffprintKit
import OffprintTesting
import Testing

@testable import OffprintStages

/// Whatever pages hold and operators wish, no line is lost and none is doubled.
@Suite("Learned articles of pages at random")
struct LearnedSeededTests {
  private static func wishes(_ numbers: inout SeededNumbers) -> ArticleWishes {
    var wishes = ArticleWishes()
    wishes.granularity = numbers.pick(Granularity.allCases)
    wishes.separators = numbers.pick(SeparatorUse.allCases)
    wishes.advertisements = numbers.pick(AdvertisementUse.allCases)
    wishes.headlineRatio = numbers.pick([nil, nil, 1.2, 2])
    wishes.followsJumps = numbers.below(4) > 0
    return wishes
  }

  private func articles(
    _ issue: OffprintKit.Issue, _ wishes: ArticleWishes, keepsDecisions: Bool = true
  ) throws -> (articles: [Article], decisions: [Decision]) {
    var context = StageContext(stage: "segment-articles", keepsDecisions: keepsDecisions)
    let learned = LearnedArticles(issue: issue, model: try ArticleModel.bundled.get(), wishes: wishes)
    return (learned.articles(&context), context.decisions)
  }

  private func check(_ issue: OffprintKit.Issue, _ wishes: ArticleWishes, _ name: String) throws {
    let first = try articles(issue, wishes)
    var outcome = issue
    outcome.articles = first.articles
    outcome.hasArticles = true
    let balance = Ledger.balance(of: outcome)
    #expect(balance.isEven, "\(name): lost \(balance.lost), doubled \(balance.doubled), unknown \(balance.unknown)")
    #expect(first.articles.allSatisfy { !$0.components.isEmpty }, "\(name)")
    #expect(first.articles.flatMap(\.components).allSatisfy { !$0.lines.isEmpty }, "\(name)")
    for component in first.articles.flatMap(\.components) {
      #expect(component.confidence.map { (0...1).contains($0) } ?? true, "\(name)")
    }
    let words = Set(SegmentArticles.spec.choices.map(\.word))
    #expect(first.decisions.allSatisfy { words.contains($0.choice) && !$0.reason.isEmpty }, "\(name)")
    #expect(first.decisions.allSatisfy { (0...1).contains($0.confidence ?? 0) }, "\(name)")
    let again = try articles(issue, wishes)
    #expect(again.articles == first.articles && again.decisions == first.decisions, "\(name)")
    #expect(try articles(issue, wishes, keepsDecisions: false).articles == first.articles, "\(name)")
  }

  @Test("account for every line, and are the same twice", arguments: 1...120)
  func boxes(seed: Int) throws {
    var numbers = SeededNumbers(seed: UInt64(seed + 1000))
    var issue = RandomPaper(seed: seed).issue
    if seed % 5 == 0, let line = issue.pages[0].lines.indices.last {
      issue.ledger.record(LineRef(page: 0, line: line), stage: "x", .dropped(reason: "a stain"))
    }
    try check(issue, Self.wishes(&numbers), "paper \(seed)")
  }

  @Test("of pages without boxes too", arguments: 1...40)
  func texts(seed: Int) throws {
    var numbers = SeededNumbers(seed: UInt64(seed))
    let pages = RandomPaper(seed: seed).issue.pages.map { page in
      page.lines.map { $0.text + numbers.pick(["\n", "\n", "\n", "\n\n", "-\n"]) }.joined()
    }
    var issue = ExampleRun.document(.text(pages.joined(separator: "\u{0C}")), language: nil)
    try #require(BuiltinStages.registry.stages["reflow-columns"]).make([:]).run(on: &issue)
    try check(issue, Self.wishes(&numbers), "text \(seed)")
  }

  @Test("of the nastiest documents too")
  func nasty() throws {
    var numbers = SeededNumbers(seed: 5)
    for (name, issue) in NastyDocuments.all {
      try check(issue, Self.wishes(&numbers), name)
      var flowing = issue
      try #require(BuiltinStages.registry.stages["reflow-columns"]).make([:]).run(on: &flowing)
      try check(flowing, Self.wishes(&numbers), name)
    }
  }

  @Test("every article says with which line it begins, and why")
  func decisions() throws {
    let issue = RandomPaper(seed: 9).issue
    let (articles, decisions) = try articles(issue, ArticleWishes())
    let begins = decisions.filter { $0.choice == "begins" }.map(\.subject)
    let named = decisions.filter { $0.choice == "article" }
    let found = articles.filter { $0.type != .furniture }
    #expect(named.count == found.count)
    #expect(begins.count >= found.count && Set(begins).count == begins.count)
  }
}
