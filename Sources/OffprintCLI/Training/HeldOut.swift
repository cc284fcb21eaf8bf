import OffprintEvaluation
import OffprintKit
import OffprintReport
import OffprintStages

/// How well models do on issues that they have not seen: each collection by a model of the others.
struct HeldOut {
  private let copies: TrainingCopies
  private(set) var reports: [(kind: TrainingCopies.Kind, report: ArticleReport)]

  init(_ copies: TrainingCopies) {
    self.copies = copies
    reports = TrainingCopies.Kind.allCases.map { kind in
      (kind, ArticleReport(pipeline: "held out", evaluation: kind.evaluation, worst: 0))
    }
  }

  /// Measures a model on one issue.
  mutating func add(_ issue: Issue, _ model: ArticleModel, document: String, collection: TruthDocuments) throws {
    let stage = SegmentArticles(model: model)
    for kind in TrainingCopies.Kind.all(for: issue) {
      let result = try kind.evaluation.result(for: issue) { copy in
        try copies.prepare(&copy)
        var context = StageContext(stage: SegmentArticles.spec.name, keepsDecisions: false)
        copy.articles = try stage.articles(in: copy, &context)
        copy.hasArticles = true
      }
      guard let index = reports.firstIndex(where: { $0.kind == kind }) else { continue }
      reports[index].report.add(
        result, of: document, id: issue.id, format: collection.format, to: collection.name)
    }
  }

  /// A sentence for each kind of copy, for the file of the model.
  var sentences: [String] {
    reports.filter { $0.report.documents > 0 }.map { kind, report in
      func share(_ figure: ArticleFigure) -> String { report.summary.mean(figure).map(Self.written) ?? "-" }
      return """
        Held out (each collection by a model of the others), \(Self.words(kind)): exact F1 \(share(.exactF1)), pairs of \
        lines F1 \(share(.linePairF1)), V \(share(.vMeasure)), means over \
        \(PlainText.counted(report.documents, "issue")).
        """
    }
  }

  private static func words(_ kind: TrainingCopies.Kind) -> String {
    switch kind {
    case .blocks: "blocks in an order of chance"
    case .zones: "without zoning"
    case .flow: "text without boxes, line after line"
    case .text: "text without boxes, columns side by side"
    }
  }

  private static func written(_ value: Double) -> String { "\((value * 1000).rounded() / 1000)" }
}
