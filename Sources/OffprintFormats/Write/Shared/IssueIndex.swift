import OffprintModel

/// An issue with what the writers look up for each of its articles.
struct IssueIndex {
  let issue: Issue
  /// The column each line of each page stands in, as the reading order has it.
  private let columns: [[Int?]]
  private let flagsOfLines: [LineRef: [Flag]]
  private let flagsOfPages: [Int: [Flag]]
  private let flagsOfArticles: [Int: [Flag]]
  private let flagsOfIssue: [Flag]

  init(_ issue: Issue) {
    self.issue = issue
    columns = issue.pages.map { page in
      guard let flow = page.flow else { return [] }
      var columns = [Int?](repeating: nil, count: page.lines.count)
      for paragraph in flow.paragraphs {
        for line in paragraph.lines where columns.indices.contains(line) { columns[line] = paragraph.column }
      }
      return columns
    }
    var lines: [LineRef: [Flag]] = [:]
    var pages: [Int: [Flag]] = [:]
    var articles: [Int: [Flag]] = [:]
    var whole: [Flag] = []
    for flag in issue.flags {
      switch flag.subject {
      case .line(let ref): lines[ref, default: []].append(flag)
      case .page(let page): pages[page, default: []].append(flag)
      case .article(let index): articles[index, default: []].append(flag)
      case .issue: whole.append(flag)
      }
    }
    (flagsOfLines, flagsOfPages, flagsOfArticles, flagsOfIssue) = (lines, pages, articles, whole)
  }

  func column(of ref: LineRef) -> Int? {
    columns[ref.page].isEmpty ? nil : columns[ref.page][ref.line]
  }

  /// Flags that touch an article: those of its lines and its own, added up by code, and those of its pages and its
  /// issue.
  ///
  /// - Parameter replaced: characters that the writer itself had to replace.
  func flags(of index: Int, replaced: Int) -> [ArticleFlag] {
    let article = issue.articles[index]
    var found: [ArticleFlag] = []
    func add(_ code: String, _ scope: ArticleFlag.Scope, _ count: Int) {
      if let known = found.firstIndex(where: { $0.code == code && $0.scope == scope }) {
        found[known].count += count
      } else {
        found.append(ArticleFlag(code: code, scope: scope, count: count))
      }
    }
    for flag in flagsOfArticles[index] ?? [] { add(flag.code, .article, flag.count) }
    var pages: [Int] = []
    for ref in article.lines {
      if !flagsOfLines.isEmpty { for flag in flagsOfLines[ref] ?? [] { add(flag.code, .article, flag.count) } }
      if !pages.contains(ref.page) { pages.append(ref.page) }
    }
    for page in pages { for flag in flagsOfPages[page] ?? [] { add(flag.code, .page, flag.count) } }
    for flag in flagsOfIssue { add(flag.code, .issue, flag.count) }
    if replaced > 0 { add("characters-replaced", .article, replaced) }
    return found
  }
}

/// A flag as the outputs give it.
struct ArticleFlag {
  enum Scope: String { case article, page, issue }
  var code: String
  var scope: Scope
  var count: Int
}
