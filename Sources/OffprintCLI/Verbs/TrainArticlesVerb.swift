import ArgumentParser
import OffprintDiagnostics
import OffprintEngine
import OffprintEvaluation
import OffprintKit
import OffprintReport
import OffprintStages

/// `offprint train articles`: a model of articles from issues whose articles are marked.
struct TrainArticlesVerb: Verb {
  static let configuration = CommandConfiguration(
    commandName: "articles",
    abstract: "Learn how your papers make up articles, from marked issues.",
    discussion: """
      The model learns from blind copies of the issues, on which text is made uniform and the reading order found anew: \
      as delivered but with blocks in an order of chance; without the zoning; and twice as text without boxes. From each \
      copy come two more whose type is set by other habits (headings less large, no bold type, other capitals), so that \
      what is learned holds for papers set otherwise. It writes a readable file; the stage takes it as `model:`.

      Then it says how well such a model does on what it has not seen: each collection (--truth) is measured with a \
      model of the others; if there is one collection only, each issue. Several --truth of one name are one \
      collection. --no-held-out leaves that out.

      Ten marked issues of a title tell more than a hundred of others. The same issues, in the same order, give the \
      same file. Ends with 1 if a document could not be read; the others are learned from.

      Examples:
        offprint train articles --truth marked-issues --out my-articles.json
        offprint train articles --truth old=marked/1850s --truth new=marked/1930s --out my-articles.json
      """)

  @Option(
    help: ArgumentHelp(
      "Issues whose articles are marked: a file, a folder or a pattern, with a name for the table.",
      valueName: "[name=]path"))
  var truth: [TruthArgument] = []

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The file to write; a model that is there is replaced, and no other file.", valueName: "file"))
  var out: String

  @Option(
    help:
      "The reader to use (default: the first that finds documents: METS, DIDL, PAGE, Olive, tagged text, ALTO).")
  var read: String?

  @ArgumentParser.Flag(inversion: .prefixedNo, help: "Measure how well such models do on what they have not seen.")
  var heldOut = true

  @ArgumentParser.Flag(help: "A row for each document in the tables, too.")
  var documents = false

  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if truth.isEmpty { throw ValidationError("--truth names the issues to learn from; give at least one.") }
  }

  func perform(in surroundings: Surroundings) -> ExitStatus {
    let console = surroundings.console
    do {
      try WholeFile.demandReplaceable(out, by: ArticleModel.beginning)
      let finder = TruthFinder(registry: surroundings.registry, pipeline: nil, format: read)
      let collections = try truth.map { try finder.documents(of: $0) }
      let session = TrainingSession(
        collections: collections, copies: try TrainingCopies(registry: surroundings.registry), console: console,
        colour: global.colour)
      let (training, lessons) = try session.learn()
      guard lessons.articles > 0 else {
        console.show([Self.nothingMarked(lessons)], global.colour)
        return .inputUnusable
      }
      console.errorLine("growing trees on \(training.units) paragraphs")
      var model = training.model()
      model.about = lessons.sentences
      if heldOut {
        let measured = try session.heldOut(training)
        for (_, report) in measured.reports where report.documents > 0 {
          ArticleReportTable(report, showsDocuments: documents).lines.forEach(console.line)
          console.line("")
        }
        model.about += measured.sentences
      }
      try WholeFile.write(Array(model.text.utf8), to: out)
      console.line("written: \(out)")
      return lessons.failed == 0 ? .done : .answerIsNo
    } catch {
      let messages = Diagnostics.messages(of: error)
      console.show(messages, global.colour)
      return ExitStatus(whereTruthFailed: messages)
    }
  }

  fileprivate static func nothingMarked(_ lessons: Lessons) -> Diagnostic {
    Diagnostic(
      .nothingMatched, "no article is marked in what --truth names (\(lessons.documents) read)",
      fix: "name folders of issues whose METS, DIDL, PAGE, Olive or tagged text says what the articles are")
  }
}
