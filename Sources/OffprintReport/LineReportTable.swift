import OffprintEvaluation

/// A report on lines for people: tables of at most 100 columns, and the worst faults with their places.
public struct LineReportTable: Sendable {
  private let report: LineReport

  public init(_ report: LineReport) { self.report = report }

  public var lines: [String] {
    let rows = report.collections.map { ($0.name, $0.summary) } + [("total", report.summary)]
    let crossings = report.summary.pooled.order.nextLinesOverPages.of
    return [heading] + section(order(rows), Self.orderLegend)
      + (crossings > 0 ? section(overPages(rows), Self.overPagesLegend) : [])
      + section(breaks(rows), Self.breaksLegend) + section(paragraphs(rows), Self.paragraphsLegend)
      + LineFaultList(report).lines
  }

  private typealias Row = (name: String, summary: LineSummary)

  private var heading: String {
    let evaluation = report.evaluation
    return EvaluationHeading.line(report.pipeline, evaluation.blind, evaluation.hyphens, seed: evaluation.seed)
  }

  private func section(_ table: TextTable, _ legend: [String]) -> [String] { [""] + table.lines + legend }

  private func order(_ rows: [Row]) -> TextTable {
    TextTable(
      title: "READING ORDER",
      groups: [
        .init("", "docs"), .init("tau", "blocks", "lines"), .init("next block", "pairs", "right", "mean"),
        .init("next line", "pairs", "right", "mean"), .init("", "cut"),
      ],
      rows: rows.map { name, summary in
        let order = summary.pooled.order
        return (
          name,
          [
            String(summary.documents), Figure.share(summary.blockTau.value), Figure.share(summary.lineTau.value),
            Figure.count(order.nextBlocks.of, if: order.nextBlocks.of > 0), Figure.share(order.nextBlocks.value),
            Figure.share(summary.nextBlocks.value), Figure.count(order.nextLines.of, if: order.nextLines.of > 0),
            Figure.share(order.nextLines.value), Figure.share(summary.nextLines.value), String(order.miscutLines),
          ]
        )
      })
  }

  private func overPages(_ rows: [Row]) -> TextTable {
    TextTable(
      title: "OVER PAGE ENDS",
      groups: [.init("next block", "pairs", "right"), .init("next line", "pairs", "right")],
      rows: rows.map { name, summary in
        let shares = [summary.pooled.order.nextBlocksOverPages, summary.pooled.order.nextLinesOverPages]
        return (name, shares.flatMap { [Figure.count($0.of, if: $0.of > 0), Figure.share($0.value)] })
      })
  }

  private func breaks(_ rows: [Row]) -> TextTable {
    TextTable(
      title: "BROKEN WORDS",
      groups: [
        .init("to be joined", "pairs", "right", "recall", "prec", "false", "missed"),
        .init("to be kept", "pairs", "right"), .init("not judged", "doubt", "unfit", "other"),
      ],
      rows: rows.map { name, summary in
        let breaks = summary.pooled.breaks
        func count(_ count: Int) -> String { Figure.count(count, if: breaks.hasGold) }
        return (
          name,
          [
            count(breaks.joins.of), count(breaks.joins.right), Figure.share(breaks.joins.value),
            Figure.share(breaks.precision.value), count(breaks.falseJoins), count(breaks.missedJoins),
            count(breaks.keeps.of), count(breaks.keeps.right), count(breaks.doubtful), count(breaks.inconsistent),
            count(breaks.unjudgedJoins),
          ]
        )
      })
  }

  private func paragraphs(_ rows: [Row]) -> TextTable {
    TextTable(
      title: "PARAGRAPHS",
      groups: [
        .init("breaks", "pairs", "precision", "recall"), .init("no breaks", "pairs", "precision", "recall"),
      ],
      rows: rows.map { name, summary in
        let score = summary.pooled.paragraphs
        return (
          name,
          [(score.breaks, score.breakPrecision), (score.joins, score.joinPrecision)].flatMap { truth, precision in
            [
              Figure.count(truth.of, if: truth.of > 0), Figure.share(precision.value), Figure.share(truth.value),
            ]
          }
        )
      })
  }

  fileprivate static let orderLegend = [
    "tau: Kendall's, within pages, against the source's own order; mean over documents.",
    "next block: blocks of a marked article that still follow each other, others left out.",
    "next line: lines of a marked article that still follow each other, with nothing between them.",
    "right: of all pairs. mean: over documents. cut: lines that were cut or run together.",
  ]
  fileprivate static let overPagesLegend = ["The same where the article goes on on another page; not counted above."]
  fileprivate static let breaksLegend = [
    "recall, prec(ision): of joins. false: joined though the hyphen stays or another line follows.",
    "doubt, unfit: pairs of the source that are no truth. other: joins where the source says nothing.",
  ]
  fileprivate static let paragraphsLegend = ["Meetings of lines in marked articles whose paragraphs are marked."]
}
