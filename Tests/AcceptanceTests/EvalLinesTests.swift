import Foundation
import Testing

/// What `eval lines` prints as JSON, as far as it matters here.
private struct Report: Decodable {
  struct Share: Decodable { var right: Int, of: Int, share: Double? }
  struct Order: Decodable { var next_blocks: Share, next_lines: Share, miscut_lines: Int }
  struct Words: Decodable { var joins: Share, keeps: Share, false_joins: Int, doubtful: Int, inconsistent: Int }
  struct Scores: Decodable { var pages: Int, lines: Int, order: Order, broken_words: Words? }
  struct Summary: Decodable { var documents: Int, pooled: Scores }
  var total: Summary

  init(of run: Command) throws { self = try JSONDecoder().decode(Report.self, from: Data(run.output.utf8)) }
}

private func evaluate(_ truth: String, _ more: String...) throws -> Report {
  let run = try Command.run(
    ["eval", "lines", "pipelines/mets-alto.yaml", "--truth", truth, "--format", "json"] + more)
  #expect(run.status == 0, "\(run.errors)")
  return try Report(of: run)
}

@Suite("Measuring lines on the bundled samples")
struct EvalLinesSampleTests {
  @Test(
    "needs no preparation, and finds most of what is marked",
    arguments: [("blocks", 0.9), ("zones", 0.9), ("text", 0.7), ("none", 0.9)])
  func sample(blind: String, joined: Double) throws {
    let total = try evaluate("pipelines/samples/mets", "--blind", blind).total
    #expect(total.documents == 1)
    #expect(total.pooled.lines == 79)
    let order = total.pooled.order
    #expect(order.next_blocks.of == 14)
    #expect(order.next_lines.of == 66)
    #expect(order.next_lines.share ?? 0 > 0.8)
    let words = try #require(total.pooled.broken_words)
    #expect(words.joins.of == 14)
    #expect(words.joins.share ?? 0 > joined)
  }

  @Test("is the same every time")
  func repeated() throws {
    let arguments = ["eval", "lines", "pipelines/mets-alto.yaml", "--truth", "pipelines/samples/mets"]
    let runs = try (0..<2).map { _ in try Command.run(arguments).output }
    #expect(runs[0] == runs[1])
  }
}

@Suite(
  "Measuring lines on delivered issues", .enabled(if: SharedData.has("data/issues"), "no shared issues here"))
struct EvalLinesRealTests {
  private var issues: String { SharedData.folder.appending(path: "data/issues").path }

  @Test("measures every METS issue, and no worse than it did")
  func issuesInChance() throws {
    let pooled = try evaluate(issues).total.pooled
    #expect(pooled.order.next_blocks.of > 1500 && pooled.order.next_lines.of > 20_000)
    #expect(pooled.order.next_lines.share ?? 0 > 0.95)
    let words = try #require(pooled.broken_words)
    #expect(words.joins.of > 2500 && words.joins.share ?? 0 > 0.97)
    #expect(words.doubtful > 0 && words.inconsistent > 0)
    #expect(pooled.order.miscut_lines == 0)
  }
}
