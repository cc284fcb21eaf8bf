import OffprintDiagnostics
import OffprintKit
import OffprintPipeline

/// Documents that are done and of which nothing is exported, since no article was found in them. That may be right, as
/// for a page of nothing but a masthead, and may be a setting that takes all text for furniture: a run tells of it once.
struct WithoutArticles: Sendable {
  private let looksForArticles: Bool
  private var count = 0
  private var first: DocumentSource?

  init(_ pipeline: Pipeline) {
    looksForArticles = pipeline.stages.contains { $0.stage.kind == .segmenting }
  }

  mutating func count(_ record: DocumentRecord, of source: DocumentSource) {
    // Where a condition keeps the stage from a document, its lines are exported as they stand.
    guard looksForArticles, record.outcome == .done, record.articles == 0, record.lines.exported == 0 else { return }
    if count == 0 { first = source }
    count += 1
  }

  /// nil if there are none.
  var message: Diagnostic? {
    guard let first else { return nil }
    let rest = "gave no article: what text \(count == 1 ? "it has" : "they have") is furniture, or dropped"
    return Diagnostic(
      .noArticles, count == 1 ? "'\(first.name)' \(rest)" : "\(count) documents \(rest)", severity: .note,
      at: SourcePlace(file: first.files.first ?? first.root), fix: "look at them with --trace articles",
      notes: count == 1 ? [] : [.init("first", first.name)])
  }
}
