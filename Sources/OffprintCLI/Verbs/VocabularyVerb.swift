import ArgumentParser
import OffprintDiagnostics
import OffprintEngine
import OffprintKit
import OffprintPipeline

/// `offprint vocabulary`: counts the words of a batch, without the run that uses them.
struct VocabularyVerb: Verb {
  static let configuration = CommandConfiguration(
    commandName: "vocabulary",
    abstract: "Count the words of a batch, for dehyphenation.",
    discussion: """
      Reads the pipeline's input, takes it through the stages before `dehyphenate` that change lines, and writes how \
      often each word stands inside a line. A run does the same by itself if the setting `vocabulary` of `dehyphenate` \
      names a file that is not there. A vocabulary that is there is replaced, and no other file. Files of several batches become one with \
      LC_ALL=C sort A.tsv B.tsv > C.tsv. Ends with 1 if a document could not be read and is not counted.

      Examples:
        offprint vocabulary my-paper.yaml --var input=delivery --var out=articles -o words.tsv
      """)

  @Argument(help: ArgumentHelp("The pipeline file.", valueName: "pipeline"))
  var pipeline: String

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The file to write (default: the one that the stage's settings name).", valueName: "file"))
  var output: String?

  @Option(name: .customLong("var"), help: ArgumentHelp("A value for a var of the pipeline.", valueName: "name=value"))
  var variables: [Assignment] = []

  @Option(help: ArgumentHelp("Documents to work on at once (default: one for each processor).", valueName: "n"))
  var jobs: Int?

  @OptionGroup var global: GlobalOptions

  func validate() throws { try RunVerb.validate(jobs: jobs, variables: variables) }

  func perform(in surroundings: Surroundings) -> ExitStatus {
    let console = surroundings.console
    let values = Assignment.values(of: variables)
    switch load(pipeline, variables: values, complete: true, in: surroundings) {
    case .failure(let failure): return failure.status
    case .success(let loaded):
      guard let step = loaded.stages.first(where: { $0.stage.survey?.name == "vocabulary" }) else {
        console.show([Self.noStage(pipeline)], global.colour)
        return .pipelineWrong
      }
      guard let path = output ?? step.stage.survey?.path else {
        console.errorLine("Error: say where to with --output FILE, since '\(step.id)' has no setting 'vocabulary'.")
        return .usage
      }
      var options = RunOptions(jobs: jobs ?? RunOptions.activeProcessors, variables: values)
      options.filesBeside = [path]
      return RunSession(console, global.colour).buildSurvey(loaded, of: step.id, into: path, options)
    }
  }

  fileprivate static func noStage(_ file: String) -> Diagnostic {
    Diagnostic(
      .nameNotRegistered, "no stage of the pipeline uses a vocabulary", at: SourcePlace(file: file),
      fix: "add 'dehyphenate' to stages:")
  }
}
