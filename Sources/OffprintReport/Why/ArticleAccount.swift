import OffprintKit

/// All that can be told of one article of a document: what it is, what it is made of, and which decisions of the
/// stages made it so.
public struct ArticleAccount: Sendable {
  /// A component of the article.
  public struct Part: Hashable, Sendable {
    public var role: Role
    /// 0...1; nil if the stage did not say.
    public var confidence: Double?
    /// Numbers of the pages it stands on, in the order of its lines.
    public var pages: [Int]
    public var lines: Int
    /// Its running text.
    public var text: String
  }

  /// Another article, by the id to ask for it with.
  public struct Neighbour: Hashable, Sendable {
    public var id: String
    /// What it is called, or how it begins.
    public var title: String
  }

  public var article: Article
  public var headline: String?
  /// Numbers of the pages it stands on.
  public var pages: [Int]
  public var lines: Int
  public var parts: [Part]
  /// The articles that stand before and after it in the outputs.
  public var before: Neighbour?
  public var after: Neighbour?
  /// Of the stages that find articles, in full: those about the article first, then about its lines in their order,
  /// its pages and the issue.
  public var segmentation: [AccountedDecision]
  /// Of the same stages, about the next article and its first line: why this one ends where it does. What was said of
  /// this one in the same words is left out.
  public var ending: [AccountedDecision]
  /// Of all other stages, in the order in which they were taken.
  public var others: [AccountedDecision]

  /// - Parameters:
  ///   - index: of the article among those of the issue.
  ///   - issue: as the stages left it, with its decisions.
  ///   - segmenting: the ids of the stages that find articles.
  public init(of index: Int, in issue: Issue, segmenting: Set<String>) {
    article = issue.articles[index]
    headline = issue.headline(of: article)
    pages = issue.pageNumbers(of: article)
    lines = article.lines.count
    parts = article.components.map { Part($0, in: issue) }
    before = index > 0 ? Neighbour(issue.articles[index - 1], in: issue) : nil
    after = index + 1 < issue.articles.count ? Neighbour(issue.articles[index + 1], in: issue) : nil
    let decisions = AccountedDecision.all(about: index, in: issue)
    segmentation = decisions.filter { segmenting.contains($0.decision.stage) }.enumerated()
      .sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }.map(\.element)
    others = decisions.filter { !segmenting.contains($0.decision.stage) }
    let told = Set(segmentation.map { [$0.decision.choice, $0.decision.reason] })
    ending = Self.beginning(of: index + 1, in: issue).filter {
      segmenting.contains($0.decision.stage) && !told.contains([$0.decision.choice, $0.decision.reason])
    }
  }

  /// The decisions about an article and its first line; none about furniture, which ends nothing.
  private static func beginning(of index: Int, in issue: Issue) -> [AccountedDecision] {
    guard issue.articles.indices.contains(index), issue.articles[index].type != .furniture else { return [] }
    return AccountedDecision.all(about: index, in: issue).filter { $0.rank <= 0 }
  }
}

extension ArticleAccount.Part {
  fileprivate init(_ component: Component, in issue: Issue) {
    role = component.role
    confidence = component.confidence
    pages = issue.pageNumbers(of: Article(components: [component]))
    lines = component.lines.count
    text = issue.text(of: component)
  }
}

extension ArticleAccount.Neighbour {
  /// An article without a headline is called by how it begins.
  public init(_ article: Article, in issue: Issue) {
    id = article.id
    let first = article.components.lazy.map { issue.text(of: $0) }.first { !$0.isEmpty }
    title = issue.headline(of: article) ?? first ?? ""
  }
}
