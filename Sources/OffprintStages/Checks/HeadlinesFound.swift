import OffprintKit
import OffprintModel

/// The share of articles that have a headline.
public struct HeadlinesFound: Check {
  public static let spec = CheckSpec(
    name: "headlines-found",
    summary: "The share of articles that have a headline",
    discussion: """
      Counts what is of the type `article`; advertisements, notices, tables, illustrations, mastheads and furniture \
      often have none. A low share mostly means that articles were cut in the wrong places. A document without \
      articles has the share 1: there is nothing that lacks a headline.
      """,
    unit: "with a headline", bound: .atLeast, needs: [.articles])

  public init(_ settings: NoSettings) {}

  public func measure(_ issue: Issue) -> Double {
    let articles = issue.articles.filter { $0.type == .article }
    guard !articles.isEmpty else { return 1 }
    let withHeadline = articles.count { article in article.components.contains { $0.role == .headline } }
    return Double(withHeadline) / Double(articles.count)
  }
}
