import ArgumentParser
import OffprintDiagnostics
import OffprintEngine
import OffprintKit
import OffprintPipeline
import OffprintReport

/// `offprint why`: why an article is as it is.
struct WhyVerb: Verb {
  static let configuration = CommandConfiguration(
    commandName: "why",
    abstract: "Tell why an article is as it is.",
    discussion: """
      Takes one document through the stages of a pipeline, as a run does, and tells of one of its articles what it is \
      made of and what the stages decided about it: those that find articles with every reason, those for the \
      beginning of the next one included; others by their choices, with how often and some examples. No output is written, and the pipeline's own input and outputs play \
      no part.

      ARTICLE is an id as it stands in the outputs, or a part of a headline that only one article of the document has. \
      DOCUMENT is a file, a folder or a pattern that leads the pipeline's reader to one document.

      --proof writes the same to an HTML file that needs nothing but a browser, with the pages that the article stands \
      on, drawn by the boxes of their lines, the article in colour and all else pale.

      With --format json every decision is there, none summarised. offprint run PIPELINE --trace all tells those \
      about whole deliveries.

      Ends with 64 if several articles have the words or DOCUMENT leads to several documents, with 65 if the document \
      cannot be read or a stage fails on it, with 66 if there is no such article or document, with 73 if the proof \
      cannot be written, or would replace a file that is none.

      Examples:
        offprint why "the new lamp" my-paper.yaml delivery/1897-05-14
        offprint why courier_1899-10-07-p1-TB3-0 my-paper.yaml delivery/courier_1899-10-07
        offprint why "the new lamp" my-paper.yaml delivery/1897-05-14 --format json > lamp.json
        offprint why "the new lamp" my-paper.yaml delivery/1897-05-14 --proof lamp.html
      """)

  enum Format: String, ExpressibleByArgument, CaseIterable { case text, json }

  @Argument(help: ArgumentHelp("The article: its id, or a part of its headline.", valueName: "article"))
  var article: String

  @Argument(help: ArgumentHelp("The pipeline file.", valueName: "pipeline"))
  var pipeline: String

  @Argument(help: ArgumentHelp("The document that the article is in, as delivered.", valueName: "document"))
  var document: String

  @Option(help: "What to print: text (for people) or json (for scripts).")
  var format = Format.text

  @Option(
    help: ArgumentHelp("Draw the pages with the article in colour, as an HTML file of this name.", valueName: "file"))
  var proof: String?

  @Option(name: .customLong("var"), help: ArgumentHelp("A value for a var of the pipeline.", valueName: "name=value"))
  var variables: [Assignment] = []

  @OptionGroup var global: GlobalOptions

  func validate() throws {
    if article.allSatisfy(\.isWhitespace) { throw ValidationError("An article has an id or a headline; give one.") }
    try Assignment.refuseRepeated(variables)
  }

  func perform(in surroundings: Surroundings) -> ExitStatus {
    let console = surroundings.console
    let values = Assignment.values(of: variables)
    switch load(pipeline, variables: values, complete: false, in: surroundings) {
    case .failure(let failure): return failure.status
    case .success(let pipeline):
      do {
        try tell(pipeline, console)
        return .done
      } catch {
        let messages = Diagnostics.messages(of: error)
        console.show(messages, global.colour)
        return Self.status(of: messages)
      }
    }
  }

  private func tell(_ pipeline: Pipeline, _ console: Console) throws {
    if let proof { try WholeFile.demandReplaceable(proof, by: ProofPage.beginning) }
    for step in pipeline.stages {
      guard let survey = step.stage.survey, survey.path != nil, !survey.isThere else { continue }
      console.errorLine("note: a run builds the \(survey.name) of '\(step.id)' first, and may decide more by it")
    }
    let read = try OneDocument(at: document, by: pipeline)
    console.show(read.warnings, global.colour)
    let index = try ArticleArgument(text: article).index(in: read.issue)
    let segmenting = Set(pipeline.stages.filter { $0.stage.kind == .segmenting }.map(\.id))
    let account = ArticleAccount(of: index, in: read.issue, segmenting: segmenting)
    if let proof {
      try WholeFile.write(Array(ChosenArticleProof(of: index, in: read.issue, account).html.utf8), to: proof)
    }
    switch format {
    case .text: ArticleAccountText(account).lines.forEach(console.line)
    case .json: console.write(ArticleAccountJSON(account, pipeline: pipeline.name, document: read.issue.id).text)
    }
  }

  private static func status(of messages: [Diagnostic]) -> ExitStatus {
    let codes = Set(messages.map(\.code))
    func has(_ some: DiagnosticCode...) -> Bool { !codes.isDisjoint(with: some) }
    if has(.internalFault) { return .fault }
    if has(.cannotWrite) { return .cannotWrite }
    if has(.articleAmbiguous, .documentAmbiguous) { return .usage }
    return has(.articleUnknown, .inputMissing, .inputEmpty, .nothingMatched) ? .nothingToDo : .inputUnusable
  }
}
