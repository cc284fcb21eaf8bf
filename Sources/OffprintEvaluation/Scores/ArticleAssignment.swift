import OffprintKit

/// Which found article each line of the issue as read has come into.
///
/// Mastheads and furniture are no articles: their lines belong to none, as those that a stage dropped do.
struct ArticleAssignment: Sendable {
  /// The text of each found article's headline; empty if it has none.
  let headlines: [String]
  /// By page and line as read.
  private var articleOfLine: [[Int?]]

  init(of outcome: Issue, truth: Issue, origins: [LineOrigins]) {
    let found = outcome.articles.filter { !$0.type.isOfPage }
    headlines = found.map { article in
      outcome.plainText(ofLines: article.components.filter { $0.role == .headline }.flatMap(\.lines))
    }
    var outcomeArticles = outcome.pages.map { [Int?](repeating: nil, count: $0.lines.count) }
    for (number, article) in found.enumerated() {
      for line in article.lines { outcomeArticles[line.page][line.line] = number }
    }
    articleOfLine = truth.pages.map { Array(repeating: nil, count: $0.lines.count) }
    for (page, origins) in origins.enumerated() where outcome.pages.indices.contains(page) {
      switch origins {
      case .lines(let lines):
        for (line, origin) in zip(outcome.pages[page].lines.indices, lines) {
          articleOfLine[page][origin] = outcomeArticles[page][line]
        }
      case .cells(let rows): assignCells(rows, outcome.pages[page], outcomeArticles[page], page)
      }
    }
  }

  /// - Parameter articles: by page and line as read, for predictions that no pipeline made.
  init(articles: [[Int?]], headlines: [String]) {
    articleOfLine = articles
    self.headlines = headlines
  }

  /// The found article that has the line; nil if none does.
  func article(of ref: LineRef) -> Int? { articleOfLine[ref.page][ref.line] }

  /// A line of a text page goes to the article that has most of its cells, of two equal ones to the first.
  private mutating func assignCells(
    _ rows: [Int: [LineOrigins.PrintedLine]], _ page: Page, _ articles: [Int?], _ number: Int
  ) {
    var shares: [Int: [Int: Int]] = [:]
    for line in page.lines where !line.isEmpty {
      guard let article = articles[line.index] else { continue }
      for printed in rows[line.number] ?? [] {
        let cells = min(printed.cells.upperBound, line.box.right) - max(printed.cells.lowerBound, line.box.left)
        if cells > 0 { shares[printed.line, default: [:]][article, default: 0] += cells }
      }
    }
    for (line, share) in shares {
      articleOfLine[number][line] = share.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }
  }
}
