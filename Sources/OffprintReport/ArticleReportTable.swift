import OffprintEvaluation

/// A report on articles for people: tables of at most 100 columns, and the articles that were found worst.
public struct ArticleReportTable: Sendable {
  private let report: ArticleReport
  private let showsDocuments: Bool

  /// - Parameter showsDocuments: true for a row for each document, too.
  public init(_ report: ArticleReport, showsDocuments: Bool = false) {
    self.report = report
    self.showsDocuments = showsDocuments
  }

  public var lines: [String] {
    let rows = rows
    let heading = EvaluationHeading.line(
      report.pipeline, report.evaluation.blind, report.evaluation.hyphens, seed: report.evaluation.seed)
    return [heading, ""] + whole(rows).lines + Self.wholeLegend + [""] + lines(rows).lines + Self.linesLegend
      + ArticleFaultList(report).lines
  }

  private struct Row {
    var name: String
    var documents: Int
    var counts: ArticleScores
    var figure: (ArticleFigure) -> Double?

    init(_ name: String, mean summary: ArticleSummary) {
      self.name = name
      documents = summary.documents
      counts = summary.pooled
      figure = { summary.mean($0) }
    }

    init(_ name: String, of scores: ArticleScores, documents: Int) {
      self.name = name
      self.documents = documents
      counts = scores
      figure = { $0.value(in: scores) }
    }

    func shares(_ figures: ArticleFigure...) -> [String] { figures.map { Figure.share(figure($0)) } }
    func count(_ count: Int) -> String { Figure.count(count, if: counts.lines > 0) }
  }

  private var rows: [Row] {
    let collections = report.collections.flatMap { collection -> [Row] in
      let documents = showsDocuments ? collection.documents : []
      return documents.map { Row(Self.shortened($0.id), of: $0.scores, documents: 1) }
        + [Row(collection.name, mean: collection.summary)]
    }
    return collections + [
      Row("total", mean: report.summary), Row("pooled", of: report.summary.pooled, documents: report.documents),
    ]
  }

  /// The end of an issue's id, which tells issues of one title apart.
  private static func shortened(_ name: String) -> String {
    name.count > TextTable.longestName ? "…" + name.suffix(TextTable.longestName - 1) : name
  }

  private func whole(_ rows: [Row]) -> TextTable {
    TextTable(
      title: "ARTICLES",
      groups: [
        .init("", "docs", "marked", "found"), .init("found whole", "prec", "recall", "F1"),
        .init("recall of", "article", "long", "pages"), .init("", "headline"),
      ],
      rows: rows.map { row in
        (
          row.name,
          [String(row.documents), row.count(row.counts.exact.marked.of), row.count(row.counts.exact.found.of)]
            + row.shares(
              .exactPrecision, .exactRecall, .exactF1, .exactRecallOfArticles, .exactRecallOfLongArticles,
              .exactRecallOverPages, .headlineMatch)
        )
      })
  }

  private func lines(_ rows: [Row]) -> TextTable {
    TextTable(
      title: "THEIR LINES",
      groups: [
        .init("block", "F1"), .init("pairs of lines", "prec", "recall", "F1"), .init("lines", "ARI", "V", "B3"),
        .init("borders", "Pk", "WD"), .init("articles", "split", "mixed"),
      ],
      rows: rows.map { row in
        (
          row.name,
          row.shares(
            .blockPairF1, .linePairPrecision, .linePairRecall, .linePairF1, .lineAdjustedRand, .vMeasure, .bCubedF1,
            .pk, .windowDiff) + [row.count(row.counts.split), row.count(row.counts.mixed)]
        )
      })
  }

  fileprivate static let wholeLegend = [
    "found whole: lines in common over lines of both together of at least 0.8.",
    "recall of: units of the type article; those of eight lines and more; units over several pages.",
    "headline: like the marked one (0.8), in the found article that has most in common.",
    "Collections and total: means over documents, counts added up. pooled: all as one document.",
  ]
  fileprivate static let linesLegend = [
    "pairs: of blocks or lines, together in an article. ARI: adjusted Rand index. V: V-measure. B3: B-cubed",
    "F1. Pk, WD (WindowDiff): ends of articles, 0 is best. split: marked articles in several found ones.",
    "mixed: found articles with lines of several marked ones. Lines in no article are alone.",
  ]
}
