import OffprintEvaluation
import OffprintKit

/// The list of proofs: each document with its figures and its file.
public struct ArticleProofIndex: Sendable {
  /// A document and the name of its proof's file.
  public struct Entry: Sendable {
    public var collection: String
    public var document: String
    public var file: String
    public var scores: ArticleScores

    public init(collection: String, document: String, file: String, scores: ArticleScores) {
      self.collection = collection
      self.document = document
      self.file = file
      self.scores = scores
    }
  }

  private let entries: [Entry]
  private let heading: String

  public init(_ entries: [Entry], of report: ArticleReport) {
    self.entries = entries
    let evaluation = report.evaluation
    heading = EvaluationHeading.line(report.pipeline, evaluation.blind, evaluation.hyphens, seed: evaluation.seed)
  }

  public var html: String {
    let head = ["collection", "document", "pages", "marked", "found", "whole", "precision", "recall", "F1"]
    let total = ArticleSummary(entries.map(\.scores))
    let rows = entries.map { entry in
      let link = "<a href=\"\(HTMLText.escaped(entry.file))\">\(HTMLText.escaped(entry.document))</a>"
      let exact = entry.scores.exact
      return [HTMLText.escaped(entry.collection), link] + Self.counts(entry.scores)
        + [exact.precision, exact.recall, exact.f1].map(Figure.share)
    }
    let mean =
      ["", "total, mean over documents"] + Self.counts(total.pooled)
      + [.exactPrecision, .exactRecall, .exactF1].map { Figure.share(total.mean($0)) }
    let body =
      "<p>\(HTMLText.escaped(heading))</p>\n" + HTMLText.table([head] + rows + (entries.count > 1 ? [mean] : []))
    return ProofPage.html(title: "Articles found and marked", body: body)
  }

  private static func counts(_ scores: ArticleScores) -> [String] {
    [scores.pages, scores.exact.marked.of, scores.exact.found.of, scores.exact.marked.right].map(String.init)
  }
}
