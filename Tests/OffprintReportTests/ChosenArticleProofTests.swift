import OffprintKit
import OffprintReport
import Testing

@Suite struct ChosenArticleProofTests {
  private func html(_ index: Int, _ change: (inout OffprintModel.Issue) -> Void = { _ in }) -> String {
    var issue = AccountedIssue.make()
    change(&issue)
    let account = ArticleAccount(of: index, in: issue, segmenting: AccountedIssue.segmenting)
    return ChosenArticleProof(of: index, in: issue, account).html
  }

  @Test func `the article is in colour, all else pale, and only its pages are drawn`() {
    let html = html(0)
    #expect(html.components(of: "<rect class=\"l xh\"") == 1)
    #expect(html.components(of: "<rect class=\"l x\"") == 3)
    #expect(html.components(of: "<rect class=\"l q1\"") == 2)
    #expect(html.components(of: "<rect class=\"l f\"") == 1)
    #expect(html.components(of: "<svg class=\"page") == 2)
    #expect(self.html(1).components(of: "<svg class=\"page") == 1)
    #expect(Markup.fault(in: html) == nil)
  }

  @Test func `it has the account, escaped`() {
    let html = html(0) { $0.decisions[4].reason = "1 < 2 & \"so\"" }
    #expect(html.contains("WHY IT IS AN ARTICLE, by segment"))
    #expect(html.contains("1 &lt; 2 &amp; &quot;so&quot;"))
  }

  @Test func `a line that is in no article shows it`() {
    let html = html(1) { $0.articles[0].components.removeLast() }
    #expect(html.components(of: "<rect class=\"l n\"") == 2)
  }

  @Test func `furniture can be asked for, too`() {
    #expect(html(2).components(of: "<rect class=\"l x\"") == 1)
  }

  @Test func `a text page is drawn by its cells, no larger than it is read`() {
    var issue = OffprintModel.Issue(id: "t")
    issue.pages = [PageBuilder.textPage(name: "t", text: Array("  EIN  KOPF\n\nund Text".utf8))]
    issue.articles = [Article(id: "t-1", components: [Component(.headline, lines: [AccountedIssue.ref(0)])])]
    let account = ArticleAccount(of: 0, in: issue, segmenting: [])
    let html = ChosenArticleProof(of: 0, in: issue, account).html
    #expect(html.contains("<rect class=\"l xh\" x=\"20\" y=\"22\" width=\"90\" height=\"22\">"))
    #expect(html.contains(">EIN  KOPF</text>"))
    #expect(html.contains("style=\"max-width:170px\" viewBox=\"-30 0 170 110\""))
  }

  @Test func `lines without a place are told of`() {
    var builder = PageBuilder(name: "p")
    builder.beginLine()
    builder.addWord("ohne".utf8)
    var issue = OffprintModel.Issue(id: "n")
    issue.pages = [builder.finish()]
    issue.articles = [Article(id: "n-1", components: [Component(.headline, lines: [AccountedIssue.ref(0)])])]
    let html = ChosenArticleProof(of: 0, in: issue, ArticleAccount(of: 0, in: issue, segmenting: [])).html
    #expect(html.contains("; 1 line has no place and is not drawn"))
    #expect(html.contains("viewBox=\"-25 -25 1050 1050\""))
  }
}
