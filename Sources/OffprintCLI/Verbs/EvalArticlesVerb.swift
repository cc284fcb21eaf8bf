import ArgumentParser
import OffprintDiagnostics
import OffprintEngine
import OffprintEvaluation
import OffprintKit
import OffprintPipeline
import OffprintReport

/// `offprint eval articles`: how well a pipeline's stages find the articles of issues.
struct EvalArticlesVerb: EvaluationVerb {
  static let configuration = CommandConfiguration(
    commandName: "articles",
    abstract: "Measure how well stages find the articles of issues.",
    discussion: """
      The truth is what your own issues say: articles, advertisements, notices and other units that somebody marked. \
      It is taken from each issue as it was read; then the stages work on a blind copy, which has none of it. Files \
      are never changed, and the pipeline's own input and outputs play no part.

      What the copy forgets (--blind): blocks, the order and the names of blocks; zones, the zoning too; text, the \
      boxes too, the page printed as text with its columns side by side; flow, the boxes too, a line of text for each \
      line, one column under the other; none, nothing, the marked articles included. --hyphens bare turns the marks of \
      broken words into plain hyphens and drops the halves.

      What counts. The lines of all marked units but mastheads. Lines that nobody marked cost where a found article \
      has them. Lines that are in no found article, or in a masthead or furniture, are each alone. A found article \
      that holds nothing but lines of a marked masthead is not counted. A section counts with the lines that are its \
      own, such as its name. Lines without text count, too, but not on text pages. With --blind text and flow a line that was \
      cut belongs to the article that has most of it.

      Found whole: a found article and a marked one have 0.8 of the lines of both together in common. Recall is told \
      for units of the type article, for those of eight lines and more, and for units over several pages, too. A \
      headline is found if it is like the marked one (0.8, by the letters in common) in the found article that has \
      most in common with the marked one.

      Pairs: of the pairs of lines, or of blocks, that are together in a found article, those that belong together \
      (precision), and the other way round (recall). A block is where most of its lines are. ARI is the adjusted Rand \
      index, V the V-measure, B3 B-cubed. Pk and WindowDiff look at the ends of articles in the order of the files; 0 \
      is best. Split are marked articles whose lines are in several found ones, mixed are found articles with lines \
      of several marked ones; one line is enough.

      Figures of collections and in total are means over documents, so that one thick issue does not hide ten thin \
      ones; 'pooled' takes all as one document. What has no truth shows -, never 0.

      --proof draws every page with the articles that were found beside those that are marked, in colours that show \
      what differs: an HTML file for each document and an index.html, which need nothing but a browser.

      Ends with 1 if a document could not be read or a stage failed on it; the others are measured. Ends \
      with 73 if the drawings cannot be written.

      Examples:
        offprint eval articles my-paper.yaml --truth marked-issues
        offprint eval articles my-paper.yaml --truth clean=batch-1 --truth poor=batch-2 --documents
        offprint eval articles my-paper.yaml --truth marked-issues --blind zones --worst 20
        offprint eval articles my-paper.yaml --truth marked-issues --format json > articles.json
        offprint eval articles my-paper.yaml --truth marked-issues --proof proofs
      """)

  @OptionGroup var evaluation: EvalOptions

  @ArgumentParser.Flag(help: "A row for each document in the table, too.")
  var documents = false

  @Option(help: ArgumentHelp("Draw the pages, found beside marked, as HTML files in this folder.", valueName: "folder"))
  var proof: String?

  @OptionGroup var global: GlobalOptions

  func measure(
    _ pipeline: Pipeline, on truth: [TruthDocuments], _ console: Console
  ) throws -> (measured: Int, failed: Int) {
    let articles = ArticleEvaluation(blind: evaluation.blind, hyphens: evaluation.hyphens, seed: evaluation.seed)
    var report = ArticleReport(pipeline: pipeline.name, evaluation: articles, worst: evaluation.worst)
    var proofs = proof.map(ProofFolder.init)
    let stages = StageRun(pipeline)
    forEach(of: truth, console) { issue, document, collection in
      let result: ArticleEvaluation.Result
      if proofs == nil {
        result = try articles.result(for: issue) { try stages.run(on: &$0) }
      } else {
        let measured = try articles.resultAndPlaces(for: issue) { try stages.run(on: &$0) }
        result = measured.result
        proofs?.add(measured.places, result.scores, of: document, in: collection.name, report)
      }
      report.add(result, of: document, id: issue.id, format: collection.format, to: collection.name)
    } failed: { document, collection in
      report.addFailure(of: document, format: collection.format, to: collection.name)
    }
    switch evaluation.format {
    case .table: ArticleReportTable(report, showsDocuments: documents).lines.forEach(console.line)
    case .json: console.write(ArticleReportJSON(report).text)
    }
    try proofs?.finish(report)
    return (report.documents, report.failed)
  }
}
