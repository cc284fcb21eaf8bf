import OffprintEvaluation
import OffprintJSON
import OffprintKit

/// A report on articles for scripts. Keys stand in a fixed order, a document or article on a line of its own; the same
/// input, pipeline and seed give the same bytes. Where there is no truth a figure is null.
public struct ArticleReportJSON: Sendable {
  /// Raised when a key changes its meaning or goes.
  public static let schema = 1

  private let report: ArticleReport

  public init(_ report: ArticleReport) { self.report = report }

  public var text: String {
    let evaluation = report.evaluation
    let failed = report.collections.flatMap { collection in
      collection.failed.map {
        JSONText.object([("collection", JSONText.string(collection.name)), ("name", JSONText.string($0))])
      }
    }
    let documents = report.collections.flatMap { collection in
      collection.documents.map { Self.document($0, collection.name) }
    }
    let members: [(String, String)] = [
      ("schema", String(Self.schema)),
      ("offprint", JSONText.string(offprintVersion)),
      ("evaluation", JSONText.string("articles")),
      ("pipeline", JSONText.string(report.pipeline)),
      ("blind", JSONText.string(evaluation.blind.rawValue)),
      ("hyphens", JSONText.string(evaluation.hyphens.rawValue)),
      ("seed", String(evaluation.seed)),
      ("total", Self.summary(report.summary)),
      ("collections", JSONLayout.listed(report.collections.map(Self.collection))),
      ("documents", JSONLayout.listed(documents)),
      ("failed", JSONLayout.listed(failed)),
      ("not_found", String(report.faults)),
      ("worst", JSONLayout.listed(report.worst.map(Self.entry))),
    ]
    return JSONLayout.document(members)
  }

  private static func collection(_ collection: ArticleReport.Collection) -> String {
    JSONText.object([
      ("name", JSONText.string(collection.name)),
      ("readers", JSONText.array(collection.formats.map(JSONText.string))),
      ("failed", String(collection.failed.count)),
      ("scores", summary(collection.summary)),
    ])
  }

  private static func document(_ document: ArticleReport.Document, _ collection: String) -> String {
    JSONText.object([
      ("collection", JSONText.string(collection)), ("name", JSONText.string(document.name)),
      ("id", JSONText.string(document.id)), ("counts", counts(document.scores)),
      ("figures", figures { $0.value(in: document.scores) }),
    ])
  }

  private static func summary(_ summary: ArticleSummary) -> String {
    JSONText.object([
      ("documents", String(summary.documents)), ("counts", counts(summary.pooled)),
      ("mean", figures(summary.mean)), ("pooled", figures { $0.value(in: summary.pooled) }),
    ])
  }

  private static func counts(_ scores: ArticleScores) -> String {
    let exact = scores.exact
    let counts = [
      ("pages", scores.pages), ("blocks", scores.ofBlocks.things), ("lines", scores.lines),
      ("lines_outside", scores.linesOutside), ("lines_missed", scores.linesMissed), ("marked", exact.marked.of),
      ("marked_found", exact.marked.right), ("found", exact.found.of), ("found_right", exact.found.right),
      ("articles", exact.articles.of), ("articles_found", exact.articles.right),
      ("long_articles", exact.longArticles.of), ("long_articles_found", exact.longArticles.right),
      ("over_pages", exact.overPages.of), ("over_pages_found", exact.overPages.right),
      ("headlines", scores.headlines.of), ("headlines_matched", scores.headlines.right), ("split", scores.split),
      ("mixed", scores.mixed),
    ]
    return JSONText.object(counts.map { ($0.0, String($0.1)) })
  }

  private static func figures(_ value: (ArticleFigure) -> Double?) -> String {
    JSONText.object(ArticleFigure.allCases.map { ($0.rawValue, figure(value($0))) })
  }

  private static func entry(_ entry: ArticleReport.Entry) -> String {
    let fault = entry.fault
    return JSONText.object([
      ("collection", JSONText.string(entry.collection)), ("document", JSONText.string(entry.document)),
      ("type", JSONText.string(fault.type.rawValue)), ("page", String(fault.page)), ("line", line(fault.first)),
      ("lines", String(fault.lines)), ("overlap", figure(fault.overlap)), ("missed", String(fault.missed)),
      ("pieces", JSONText.array(fault.pieces.map(part))), ("others", JSONText.array(fault.others.map(part))),
      ("strangers", String(fault.strangers)),
    ])
  }

  private static func part(_ part: ArticleFault.Part) -> String {
    JSONText.object([("line", line(part.line)), ("lines", String(part.lines))])
  }

  private static func line(_ line: LineFault.NamedLine) -> String {
    JSONText.object([("name", JSONText.string(line.name)), ("text", JSONText.string(line.text))])
  }

  private static func figure(_ value: Double?) -> String { value.map { Figure.decimal($0, places: 6) } ?? "null" }
}
