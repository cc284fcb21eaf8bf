import OffprintEvaluation
import OffprintKit
import Testing

@testable import OffprintReport

@Suite struct ArticleProofTests {
  /// The invented issue marked as two articles, and found as `articles` says in lines of the first page.
  private func proof(_ articles: [[Int]], title: String = "Der Markt") throws -> (html: String, places: ArticlePlaces) {
    var issue = AccountedIssue.make()
    issue.markup = PublisherMarkup(source: "test", articles: Array(issue.articles.prefix(2)))
    issue.decisions = []
    let evaluation = ArticleEvaluation(blind: .none)
    let measured = try evaluation.resultAndPlaces(for: issue) { outcome in
      outcome.articles = articles.map { lines in
        Article(components: [Component(.headline, lines: lines.map { AccountedIssue.ref($0) })])
      }
    }
    let report = ArticleReport(pipeline: "paper", evaluation: evaluation, worst: 0)
    let proof = ArticleProof(measured.places, measured.result.scores, of: "a/\(title)", in: report)
    return (proof.html, measured.places)
  }

  private func count(_ part: String, in text: String) -> Int { text.components(of: part) }

  @Test func `every line is drawn once on each side, with its text`() throws {
    let html = try proof([[0, 1, 2], [3, 4]]).html
    for text in ["Gestern war der Mar-", "Neuthaler Bote"] {
      #expect(count(">\(text)</text>", in: html) == 2)
    }
    #expect(count("class=\"page ", in: html) == 4)
    #expect(count("<rect class=\"l ", in: html) == 2 * 7)
  }

  @Test func `what is whole is pale and the same on both sides, what differs is strong`() throws {
    let whole = ProofColours(try proof([[3, 4], [0, 1]]).places)
    #expect(whole.marked == ["c0", "w1"])
    #expect(whole.found == ["w1", "c0"])
    let split = ProofColours(try proof([[0], [1, 2], [3], [4]]).places)
    #expect(split.marked == ["c0", "c1"])
    // The larger part has the colour of the marked article; of equal ones the first.
    #expect(split.found == ["c2", "c0", "c1", "c3"])
    let merged = ProofColours(try proof([[0, 1, 2, 3, 4]]).places)
    #expect(merged.found == ["c0"] && merged.marked == ["c0", "c1"])
  }

  @Test func `an outline on the left tells what the marks say otherwise`() throws {
    let html = try proof([[0, 1, 2, 3, 4]]).html
    // Lines 3 and 4 are of the second marked article.
    #expect(count("class=\"l c0 o o-c1\"", in: html) == 2)
    #expect(count("class=\"l c0\"", in: html) == 3 + 4)
  }

  @Test func `lines in nothing and lines that nobody marked have looks of their own`() throws {
    let html = try proof([[3, 4]]).html
    // Three lines of page 1 and one of page 2 are of the first article, one is of none.
    #expect(count("class=\"l n o o-c0\"", in: html) == 4)
    #expect(count("class=\"l n\"", in: html) == 1)
    #expect(count("class=\"l u\"", in: html) == 1)
  }

  @Test func `an article has its number where it begins, and fainter where it goes on`() throws {
    let html = try proof([[3, 4]]).html
    for (number, times) in [("1", 1), ("m1", 1), ("m2", 1), ("…m1", 1), ("2", 0)] {
      #expect(count("\">\(number)</text>", in: html) == times, "\(number)")
    }
  }

  @Test func `the figures and what differs are told`() throws {
    let html = try proof([[0], [1, 2], [3, 4]]).html
    #expect(html.contains("found whole: 1 of 2 marked articles, 3 found · precision 0.333 · recall 0.500 · F1 0.400"))
    #expect(html.contains("<summary>Marked articles that were not found: 1</summary>"))
    #expect(html.contains("<summary>Found articles that are no marked one: 2</summary>"))
    #expect(html.contains("2</span> 2, <span class=\"b c1\">1</span> 1, no article 1</td>"))
  }

  @Test func `without differences there is no table of them`() throws {
    var issue = AccountedIssue.make()
    issue.markup = PublisherMarkup(source: "test", articles: Array(issue.articles.prefix(2)))
    let evaluation = ArticleEvaluation(blind: .none)
    let measured = try evaluation.resultAndPlaces(for: issue) { _ in }
    let report = ArticleReport(pipeline: "paper", evaluation: evaluation, worst: 0)
    let html = ArticleProof(measured.places, measured.result.scores, of: "a", in: report).html
    #expect(!html.contains("<details>"))
    #expect(html.contains("F1 1.000"))
  }

  @Test func `the file stands alone, closes what it opens and escapes what it is given`() throws {
    let html = try proof([[0, 1, 3]], title: "<i>&\"\u{1}").html
    #expect(html.contains("a/&lt;i&gt;&amp;&quot;\u{FFFD}"))
    for word in ["<script", "http:", "https:", "@import", "src=", "url(h"] {
      #expect(!html.replacing("url(#hatch", with: "").contains(word), "\(word)")
    }
    #expect(Markup.fault(in: html) == nil)
  }

  @Test func `the check of what is closed can fail`() {
    #expect(Markup.fault(in: "<p>a<b>c</p>") != nil)
    #expect(Markup.fault(in: "<p>a") != nil)
    #expect(Markup.fault(in: "<p a=\"x>y\">a & b</p>") != nil)
    #expect(Markup.fault(in: "<p>a<rect x=\"1\"/></p>") == nil)
  }

  @Test func `the list leads to each document and has the means`() throws {
    let evaluation = ArticleEvaluation(blind: .none)
    var scores = ArticleScores()
    scores.exact.marked = Share(1, of: 2)
    scores.exact.found = Share(1, of: 1)
    let entries = ["a&b.html", "c.html"].map {
      ArticleProofIndex.Entry(collection: "<x>", document: "d", file: $0, scores: scores)
    }
    let html = ArticleProofIndex(entries, of: ArticleReport(pipeline: "p", evaluation: evaluation, worst: 0)).html
    #expect(html.contains("<a href=\"a&amp;b.html\">d</a>") && html.contains("&lt;x&gt;"))
    #expect(count("<td>0.667</td>", in: html) == 3)
    #expect(Markup.fault(in: html) == nil)
  }
}
