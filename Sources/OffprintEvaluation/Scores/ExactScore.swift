/// Articles found whole: lines in common over lines of both together of at least 0.8.
public struct ExactScore: Hashable, Sendable {
  /// Marked articles, and how many were found.
  public var marked = Share()
  /// Found articles, and how many are marked ones.
  public var found = Share()
  /// Marked units of the type article.
  public var articles = Share()
  /// The same of eight lines and more.
  public var longArticles = Share()
  /// Marked units of any type with lines on several pages.
  public var overPages = Share()

  public init() {}

  /// nil where nothing is marked; 0 where something is, and nothing was found.
  public var precision: Double? { marked.of == 0 ? nil : found.value ?? 0 }
  public var recall: Double? { marked.value }
  public var f1: Double? { ClusterScore.harmonicMean(precision, recall) }

  /// How many lines make a long article.
  static let longFrom = 8

  init(_ truth: ArticleTruth, _ match: ArticleMatch) {
    for index in match.marked {
      let unit = truth.units[index]
      let isFound = match.isFound(index)
      marked.count(isFound)
      if unit.isArticle { articles.count(isFound) }
      if unit.isArticle, unit.lines.count >= Self.longFrom { longArticles.count(isFound) }
      if unit.pages > 1 { overPages.count(isFound) }
    }
    found = Share(match.right.count, of: match.found.count)
  }

  public static func += (a: inout ExactScore, b: ExactScore) {
    a.marked += b.marked
    a.found += b.found
    a.articles += b.articles
    a.longArticles += b.longArticles
    a.overPages += b.overPages
  }
}
