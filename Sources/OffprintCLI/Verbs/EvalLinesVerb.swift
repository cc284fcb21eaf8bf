import ArgumentParser
import OffprintDiagnostics
import OffprintEngine
import OffprintEvaluation
import OffprintKit
import OffprintPipeline
import OffprintReport

/// `offprint eval lines`: how well a pipeline's stages order lines, join them to paragraphs and mend broken words.
struct EvalLinesVerb: EvaluationVerb {
  static let configuration = CommandConfiguration(
    commandName: "lines",
    abstract: "Measure how stages order lines, join them to paragraphs and mend broken words.",
    discussion: """
      The truth is what your own issues say: the order in marked articles and in PAGE's ReadingOrder, marked \
      paragraphs, ALTO's halves of words, and the signs of transcribers. It is taken from each issue as it was read; \
      then the stages work on a blind copy, which has none of it. Files are never changed, and the pipeline's own \
      input and outputs play no part.

      What the copy forgets (--blind): blocks, the order and the names of blocks; zones, the zoning too; text, the \
      boxes too, the page printed as text with its columns side by side; flow, the boxes too, a line of text for each \
      line, one column under the other; none, nothing. --hyphens bare turns the marks of broken words into plain \
      hyphens and drops the halves.

      Broken words. An ALTO pair counts if its whole word is made of its halves and the rest of the issue agrees, \
      since whole words are made by programs that drop or keep hyphens without looking. A kept hyphen is believed if \
      the issue has the word with it inside a line, if both halves are words there of three letters or more, if a \
      capital begins a second word, or if a pronoun follows -t-. A joined word is believed unless the issue has it \
      with a hyphen only, or has both halves as words and not the whole, or a capital follows a small letter. Other \
      pairs are doubtful or unfit, and not judged. A few of those that count \
      still join where the language wants a hyphen (vice-|président), so a recall of 1 is not to be expected.

      Without pairs the gold is derived from transcriptions. Where ¬ is the usual mark at a page's line ends, ¬ must \
      be joined and - must stay. Where ⸗ stands inside lines and at their ends, a small letter on the next line goes \
      on with the word, a capital keeps the hyphen, and und, oder, u., sowie, bzw., resp. show a suspended one.

      Order. The found order is that of the pages' lines and paragraphs, before articles are cut out of it. tau \
      compares it with the source's own order. 'next block' asks, of the blocks of a marked article alone, \
      whether each is followed by the one that truly follows; 'next line' whether a line is followed by the one that \
      truly follows with nothing between. Shares are of all pairs; means are over documents, so that one thick issue \
      does not hide ten thin ones. With --blind text a line that was cut in the middle, or run together with \
      another, is wrong everywhere. What has no truth shows -, never 0.

      Ends with 1 if a document could not be read or a stage failed on it; the others are measured.

      Examples:
        offprint eval lines my-paper.yaml --truth marked-issues
        offprint eval lines my-paper.yaml --truth clean=batch-1 --truth poor=batch-2
        offprint eval lines my-paper.yaml --truth marked-issues --blind zones --hyphens bare
        offprint eval lines my-paper.yaml --truth marked-issues --format json > lines.json
      """)

  @OptionGroup var evaluation: EvalOptions
  @OptionGroup var global: GlobalOptions

  func measure(_ pipeline: Pipeline, on truth: [TruthDocuments], _ console: Console) -> (measured: Int, failed: Int) {
    let lines = LineEvaluation(blind: evaluation.blind, hyphens: evaluation.hyphens, seed: evaluation.seed)
    var report = LineReport(pipeline: pipeline.name, evaluation: lines, worst: evaluation.worst)
    let stages = StageRun(pipeline, keepsDecisions: evaluation.worst > 0)
    forEach(of: truth, console) { issue, document, collection in
      let result = try lines.result(for: issue) { try stages.run(on: &$0) }
      report.add(result, of: document, id: issue.id, format: collection.format, to: collection.name)
    } failed: { document, collection in
      report.addFailure(of: document, format: collection.format, to: collection.name)
    }
    switch evaluation.format {
    case .table: LineReportTable(report).lines.forEach(console.line)
    case .json: console.write(LineReportJSON(report).text)
    }
    return (report.documents, report.failed)
  }
}
