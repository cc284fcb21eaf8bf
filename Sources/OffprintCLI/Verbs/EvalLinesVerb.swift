import ArgumentParser
import OffprintDiagnostics
import OffprintEngine
import OffprintEvaluation
import OffprintKit
import OffprintPipeline
import OffprintReport

/// `offprint eval lines`: how well a pipeline's stages order lines, join them to paragraphs and mend broken words.
struct EvalLinesVerb: Verb {
  static let configuration = CommandConfiguration(
    commandName: "lines",
    abstract: "Measure how stages order lines, join them to paragraphs and mend broken words.",
    discussion: """
      The truth is what your own issues say: the order in marked articles and in PAGE's ReadingOrder, marked \
      paragraphs, ALTO's halves of words, and the signs of transcribers. It is taken from each issue as it was read; \
      then the stages work on a blind copy, which has none of it. Files are never changed, and the pipeline's own \
      input and outputs play no part.

      What the copy forgets (--blind): blocks, the order and the names of blocks; zones, the zoning too; text, the \
      boxes too, the page printed as text with its columns side by side; none, nothing. --hyphens bare turns the \
      marks of broken words into plain hyphens and drops the halves.

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

  enum Format: String, ExpressibleByArgument, CaseIterable { case table, json }

  @Argument(help: ArgumentHelp("The pipeline file.", valueName: "pipeline"))
  var pipeline: String

  @Option(
    help: ArgumentHelp(
      "Issues whose truth is known: a file, a folder or a pattern, with a name for the table.",
      valueName: "[name=]path"))
  var truth: [TruthArgument] = []

  @Option(
    help:
      "The reader to use (default: the first that finds documents: METS, DIDL, PAGE, ALTO). If it is the pipeline's, with its settings."
  )
  var read: String?

  @Option(help: "What the stages may not see: blocks, zones, text or none.")
  var blind = Blindness.blocks

  @Option(help: "Marks of broken words: source (as delivered) or bare (plain hyphens).")
  var hyphens = HyphenMarks.source

  @Option(help: ArgumentHelp("What the order of chance depends on.", valueName: "n"))
  var seed: UInt64 = 1

  @Option(help: ArgumentHelp("How many faults of each kind to show.", valueName: "n"))
  var worst = 3

  @Option(help: "What to print: table (for people) or json (for scripts).")
  var format = Format.table

  @Option(name: .customLong("var"), help: ArgumentHelp("A value for a var of the pipeline.", valueName: "name=value"))
  var variables: [Assignment] = []

  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if truth.isEmpty { throw ValidationError("--truth names the issues to measure on; give at least one.") }
    if worst < 0 { throw ValidationError("--worst is a whole number of at least 0.") }
    try Assignment.refuseRepeated(variables)
  }

  func perform(in surroundings: Surroundings) -> ExitStatus {
    let values = Dictionary(variables.map { ($0.name, $0.value) }) { first, _ in first }
    let console = surroundings.console
    switch load(pipeline, variables: values, complete: false, in: surroundings) {
    case .failure(let failure): return failure.status
    case .success(let pipeline):
      do {
        let finder = TruthFinder(registry: surroundings.registry, pipeline: pipeline, format: read)
        let found = try truth.map { try finder.documents(of: $0) }
        return measure(pipeline, on: found, console)
      } catch {
        let messages = Diagnostics.messages(of: error)
        console.show(messages, global.colour)
        return Self.status(of: messages)
      }
    }
  }

  private static func status(of messages: [Diagnostic]) -> ExitStatus {
    let codes = Set(messages.map(\.code))
    if codes.contains(.unknownName) { return .usage }
    return codes.isDisjoint(with: [.inputMissing, .inputEmpty, .nothingMatched]) ? .inputUnusable : .nothingToDo
  }

  private func measure(_ pipeline: Pipeline, on truth: [TruthDocuments], _ console: Console) -> ExitStatus {
    let evaluation = LineEvaluation(blind: blind, hyphens: hyphens, seed: seed)
    var report = LineReport(pipeline: pipeline.name, evaluation: evaluation, worst: worst)
    let stages = StageRun(pipeline, keepsDecisions: worst > 0)
    for collection in truth {
      console.show(collection.diagnostics, global.colour)
      for document in collection.documents {
        do {
          var context = ReadContext()
          let issue = try collection.reader.read(document, &context)
          console.show(context.warnings.map { $0.noting("document", document.name) }, global.colour)
          let result = try evaluation.result(for: issue) { try stages.run(on: &$0) }
          report.add(
            result, of: document.name, id: issue.id, format: collection.format, to: collection.name)
        } catch {
          console.show(Diagnostics.messages(of: error).map { $0.noting("document", document.name) }, global.colour)
          report.addFailure(of: document.name, format: collection.format, to: collection.name)
        }
      }
    }
    switch format {
    case .table: LineReportTable(report).lines.forEach(console.line)
    case .json: console.write(LineReportJSON(report).text)
    }
    if report.failed > 0 { console.errorLine("not measured: \(report.failed) of \(report.failed + report.documents)") }
    return report.failed == 0 ? .done : report.documents == 0 ? .inputUnusable : .answerIsNo
  }
}

extension Blindness: ExpressibleByArgument {}
extension HyphenMarks: ExpressibleByArgument {}
