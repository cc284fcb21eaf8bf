import OffprintEvaluation
import OffprintKit

/// The proof of a document's articles: its figures, what differs, and every page drawn with the articles that were
/// found beside those that are marked. One file of HTML.
public struct ArticleProof: Sendable {
  private let places: ArticlePlaces
  private let scores: ArticleScores
  private let name: String
  private let heading: String

  /// - Parameters:
  ///   - places: where each line was found and is marked.
  ///   - scores: of the document.
  ///   - name: the document's name.
  ///   - report: what was measured, and how blind the pipeline was.
  public init(_ places: ArticlePlaces, _ scores: ArticleScores, of name: String, in report: ArticleReport) {
    self.places = places
    self.scores = scores
    self.name = name
    let evaluation = report.evaluation
    heading = EvaluationHeading.line(report.pipeline, evaluation.blind, evaluation.hyphens, seed: evaluation.seed)
  }

  public var html: String {
    let colours = ProofColours(places)
    let pages = ComparedPages(places, colours)
    let body =
      paragraph(HTMLText.escaped(about.joined(separator: " · "))) + figures + Self.legend
      + DifferenceTables(places, colours).html
      + places.issue.pages.indices.map { self.page($0, pages) }.joined()
    return ProofPage.html(title: places.issue.id, body: body)
  }

  private var about: [String] {
    [places.issue.publication.title, places.issue.date?.iso, name, heading].compactMap { $0 }
  }

  private var figures: String {
    let exact = scores.exact
    let words = [
      "found whole: \(exact.marked.right) of \(exact.marked.of) marked articles, \(exact.found.of) found",
      "precision \(Figure.share(exact.precision))", "recall \(Figure.share(exact.recall))",
      "F1 \(Figure.share(exact.f1))",
    ]
    let more = [
      "split \(scores.split)", "mixed \(scores.mixed)", "lines of marked articles in none \(scores.linesMissed)",
    ]
    return paragraph("<b>\(words.joined(separator: " · "))</b> · \(more.joined(separator: " · "))")
  }

  private func page(_ index: Int, _ pages: ComparedPages) -> String {
    let page = places.issue.pages[index]
    let found = pages.found(index)
    return "<h2 id=\"p\(index + 1)\">Page \(page.number) (\(HTMLText.escaped(page.name)))\(found.unplacedWords)</h2>\n"
      + "<div class=\"pair\">\n"
      + [("found", found), ("marked", pages.marked(index))].map { name, drawing in
        "<figure><figcaption>\(name)</figcaption>\n\(drawing.svg)</figure>\n"
      }.joined() + "</div>\n"
  }

  private func paragraph(_ html: String) -> String { "<p>\(html)</p>\n" }

  private static let legend =
    ProofLegend.html([
      (ProofStyle.whole(0), "the same article on both sides"),
      (
        ProofStyle.strong(0),
        "an article that differs; the same colour on both sides for the two that have most in common"
      ),
      (ProofStyle.furniture, "furniture or masthead"),
      (ProofStyle.unmarked, "marked by nobody"),
      (ProofStyle.nothing, "in nothing that was found"),
    ])
      + """
      <p>A line outlined on the left is of another article by the marks: its outline has that one's colour, or is dashed \
      where nobody marked it. Numbers are the reading order: 1, 2, … of what was found, m1, m2, … of what is marked; …1 \
      is where an article goes on. Rest the pointer on a line to read it.</p>

      """
}
