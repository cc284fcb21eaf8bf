import OffprintDiagnostics
import OffprintKit
import OffprintReport

/// The article that an operator named, by its id or by words of its headline.
struct ArticleArgument {
  var text: String

  /// The index of the article among those of the issue.
  ///
  /// - Throws: `OP505` if there is none, `OP506` if several have the words.
  func index(in issue: Issue) throws -> Int {
    switch ArticleSearch(in: issue).answer(to: text) {
    case .one(let index): return index
    case .several(let indices): throw several(indices, issue)
    case .none(let near): throw none(near, issue)
    }
  }

  /// How many articles a message lists.
  private static let longestList = 20

  private func several(_ indices: [Int], _ issue: Issue) -> Diagnostic {
    Diagnostic(
      .articleAmbiguous, "'\(text)' stands in the headlines of \(indices.count) articles",
      fix: "give more of the headline, or the id of the one that is meant", notes: Self.listed(indices, issue))
  }

  private func none(_ near: [Int], _ issue: Issue) -> Diagnostic {
    guard !issue.articles.isEmpty else {
      return Diagnostic(
        .articleUnknown, "'\(issue.id)' has no articles at all",
        fix: "add a stage that finds articles, such as 'segment-articles'")
    }
    // Furniture is nobody's guess, unless there is nothing else.
    let named = issue.articles.indices.filter { issue.articles[$0].type != .furniture }
    let shown = !near.isEmpty ? near : named.isEmpty ? Array(issue.articles.indices) : named
    return Diagnostic(
      .articleUnknown, "no article of '\(issue.id)' has the id '\(text)', or these words in its headline",
      fix: "give an id, or a part of a headline that only one article has",
      notes: [.init(near.isEmpty ? "articles" : "near", "\(shown.count) of \(issue.articles.count)")]
        + Self.listed(shown, issue))
  }

  private static func listed(_ indices: [Int], _ issue: Issue) -> [Diagnostic.Note] {
    let rest = indices.count - longestList
    return indices.prefix(longestList).map { index in
      let neighbour = ArticleAccount.Neighbour(issue.articles[index], in: issue)
      let title = neighbour.title.count > 60 ? neighbour.title.prefix(59) + "…" : neighbour.title
      return .init("article", "\(neighbour.id)  \(title)")
    } + (rest > 0 ? [.init("article", "and \(rest) more")] : [])
  }
}
