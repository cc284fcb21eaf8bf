import OffprintKit

/// A decision that has to do with an article, and where it was taken.
public struct AccountedDecision: Hashable, Sendable {
  /// What the decision is about, as seen from the article.
  public enum Subject: Hashable, Sendable {
    case article
    /// A line of the article: the line's name, its text, and its place among the article's lines.
    case line(name: String, text: String, place: Int)
    /// A page that the article stands on, by its number and its name.
    case page(number: Int, name: String)
    case issue
  }

  public var decision: Decision
  public var subject: Subject

  /// All decisions about an article of an issue, its lines, the pages it stands on and the issue as a whole, in the
  /// order in which they were taken.
  static func all(about index: Int, in issue: Issue) -> [AccountedDecision] {
    let lines = issue.articles[index].lines
    let places = Dictionary(lines.enumerated().map { ($1, $0) }) { first, _ in first }
    let pages = Set(lines.map(\.page))
    return issue.decisions.compactMap { decision in
      let subject: Subject? =
        switch decision.subject {
        case .article(let about): about == index ? .article : nil
        case .line(let ref):
          places[ref].map { .line(name: issue.lineName(ref), text: issue[line: ref].text, place: $0) }
        case .page(let page):
          pages.contains(page) ? .page(number: issue.pages[page].number, name: issue.pages[page].name) : nil
        case .issue: .issue
        }
      return subject.map { AccountedDecision(decision: decision, subject: $0) }
    }
  }

  /// The article before its lines, the lines in their order, then its pages and the issue.
  var rank: Int {
    switch subject {
    case .article: -1
    case .line(_, _, let place): place
    case .page: .max - 1
    case .issue: .max
    }
  }

  /// The subject as the outputs name it; nil for the article itself.
  var place: String? {
    switch subject {
    case .article: nil
    case .line(let name, _, _): name
    case .page(let number, let name): "page \(number) (\(name))"
    case .issue: "the issue as a whole"
    }
  }

  /// What is counted when several such decisions are told as one.
  var kind: String {
    switch subject {
    case .article: "article"
    case .line: "line"
    case .page: "page"
    case .issue: "issue"
    }
  }
}
