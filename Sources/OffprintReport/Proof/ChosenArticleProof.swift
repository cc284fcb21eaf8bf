import OffprintKit

/// One article where it stands: what was decided about it, and its pages with the article in colour. One file of HTML.
public struct ChosenArticleProof: Sendable {
  private let index: Int
  private let issue: Issue
  private let account: ArticleAccount

  /// - Parameters:
  ///   - index: of the article among those of the issue.
  ///   - issue: as the stages left it.
  ///   - account: of that article.
  public init(of index: Int, in issue: Issue, _ account: ArticleAccount) {
    self.index = index
    self.issue = issue
    self.account = account
  }

  public var html: String {
    let pages = ChosenArticlePages(of: index, in: issue)
    let told = HTMLText.escaped(ArticleAccountText(account).lines.joined(separator: "\n"))
    let body =
      "<p>\(HTMLText.escaped(account.headline ?? "without a headline"))</p>\n" + Self.legend
      + pages.pages.map { page($0, pages.drawing(of: $0)) }.joined()
      + "<h2>What was decided</h2>\n<pre>\(told)</pre>\n"
    return ProofPage.html(title: account.article.id, body: body)
  }

  private func page(_ index: Int, _ drawing: PageDrawing) -> String {
    let page = issue.pages[index]
    return "<h2>Page \(page.number) (\(HTMLText.escaped(page.name)))\(drawing.unplacedWords)</h2>\n"
      + "<figure class=\"one\">\n\(drawing.svg)</figure>\n"
  }

  private static let legend =
    ProofLegend.html([
      (ProofStyle.chosen, "the article"), (ProofStyle.chosenHeading, "its headings"),
      (ProofStyle.quiet(0), "other articles"), (ProofStyle.furniture, "furniture or masthead"),
      (ProofStyle.nothing, "in no article"),
    ])
      + """
      <p>Numbers are the order of the outputs; …1 is where an article goes on. Rest the pointer on a line to see the id \
      of its article.</p>

      """
}
