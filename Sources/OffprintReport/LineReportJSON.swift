import OffprintEvaluation
import OffprintJSON
import OffprintKit

/// A report on lines for scripts. Keys stand in a fixed order, a document or fault on a line of its own; the same
/// input, pipeline and seed give the same bytes. Where there is no truth a figure is null.
public struct LineReportJSON: Sendable {
  /// Raised when a key changes its meaning or goes.
  public static let schema = 1

  private let report: LineReport

  public init(_ report: LineReport) { self.report = report }

  public var text: String {
    let evaluation = report.evaluation
    let members: [(String, String)] = [
      ("schema", String(Self.schema)),
      ("offprint", JSONText.string(offprintVersion)),
      ("evaluation", JSONText.string("lines")),
      ("pipeline", JSONText.string(report.pipeline)),
      ("blind", JSONText.string(evaluation.blind.rawValue)),
      ("hyphens", JSONText.string(evaluation.hyphens.rawValue)),
      ("seed", String(evaluation.seed)),
      ("total", Self.summary(report.summary)),
      ("collections", JSONLayout.listed(report.collections.map(Self.collection))),
      (
        "documents",
        JSONLayout.listed(
          report.collections.flatMap { collection in collection.documents.map { Self.document($0, collection.name) } })
      ),
      (
        "failed",
        JSONLayout.listed(
          report.collections.flatMap { collection in
            collection.failed.map { Self.object([("collection", collection.name), ("name", $0)]) }
          })
      ),
      ("faults", faultCounts),
      ("worst", JSONLayout.listed(report.worst.entries.map(Self.entry))),
    ]
    return JSONLayout.document(members)
  }

  private var faultCounts: String {
    JSONText.object(LineFault.Kind.allCases.map { (Self.key($0), String(report.worst.count(of: $0))) })
  }

  private static func collection(_ collection: LineReport.Collection) -> String {
    JSONText.object([
      ("name", JSONText.string(collection.name)),
      ("readers", JSONText.array(collection.formats.map(JSONText.string))),
      ("failed", String(collection.failed.count)),
      ("scores", summary(collection.summary)),
    ])
  }

  private static func document(_ document: LineReport.Document, _ collection: String) -> String {
    JSONText.object([
      ("collection", JSONText.string(collection)), ("name", JSONText.string(document.name)),
      ("id", JSONText.string(document.id)), ("scores", scores(document.scores)),
    ])
  }

  private static func summary(_ summary: LineSummary) -> String {
    JSONText.object([
      ("documents", String(summary.documents)),
      ("pooled", scores(summary.pooled)),
      (
        "mean",
        JSONText.object([
          ("block_tau", figure(summary.blockTau.value)), ("line_tau", figure(summary.lineTau.value)),
          ("next_blocks", figure(summary.nextBlocks.value)), ("next_lines", figure(summary.nextLines.value)),
        ])
      ),
    ])
  }

  private static func scores(_ scores: LineScores) -> String {
    let order = scores.order
    let breaks = scores.breaks
    let paragraphs = scores.paragraphs
    return JSONText.object([
      ("pages", String(scores.pages)), ("lines", String(scores.lines)),
      (
        "order",
        JSONText.object([
          ("block_tau", tau(order.blocks)), ("line_tau", tau(order.lines)), ("next_blocks", share(order.nextBlocks)),
          ("next_blocks_over_pages", share(order.nextBlocksOverPages)), ("next_lines", share(order.nextLines)),
          ("next_lines_over_pages", share(order.nextLinesOverPages)), ("miscut_lines", String(order.miscutLines)),
        ])
      ),
      (
        "broken_words",
        breaks.hasGold
          ? JSONText.object([
            ("joins", share(breaks.joins)), ("precision", figure(breaks.precision.value)),
            ("missed_joins", String(breaks.missedJoins)), ("false_joins", String(breaks.falseJoins)),
            ("keeps", share(breaks.keeps)), ("doubtful", String(breaks.doubtful)),
            ("inconsistent", String(breaks.inconsistent)), ("unjudged_joins", String(breaks.unjudgedJoins)),
          ]) : "null"
      ),
      (
        "paragraphs",
        paragraphs.breaks.of + paragraphs.joins.of > 0
          ? JSONText.object([
            ("breaks", share(paragraphs.breaks)), ("break_precision", figure(paragraphs.breakPrecision.value)),
            ("joins", share(paragraphs.joins)), ("join_precision", figure(paragraphs.joinPrecision.value)),
          ]) : "null"
      ),
    ])
  }

  private static func entry(_ entry: WorstFaults.Entry) -> String {
    let fault = entry.fault
    func line(_ line: LineFault.NamedLine?) -> String {
      line.map { object([("name", $0.name), ("text", $0.text)]) } ?? "null"
    }
    return JSONText.object([
      ("kind", JSONText.string(key(fault.kind))), ("collection", JSONText.string(entry.collection)),
      ("document", JSONText.string(entry.document)), ("line", line(fault.first)), ("next", line(fault.second)),
      ("found", line(fault.instead)), ("expected", JSONText.string(fault.expected)),
      ("done", JSONText.string(fault.done)), ("reason", fault.reason.map(JSONText.string) ?? "null"),
    ])
  }

  private static func key(_ kind: LineFault.Kind) -> String { kind.rawValue.replacing("-", with: "_") }

  private static func share(_ share: Share) -> String {
    JSONText.object([
      ("right", String(share.right)), ("of", String(share.of)), ("share", figure(share.value)),
    ])
  }

  private static func tau(_ order: PairOrder) -> String {
    JSONText.object([
      ("right", String(order.right)), ("wrong", String(order.wrong)), ("pairs", String(order.pairs)),
      ("tau", figure(order.tau)),
    ])
  }

  private static func figure(_ value: Double?) -> String { value.map { Figure.decimal($0, places: 4) } ?? "null" }

  private static func object(_ members: [(key: String, value: String)]) -> String {
    JSONText.object(members.map { ($0.key, JSONText.string($0.value)) })
  }
}
