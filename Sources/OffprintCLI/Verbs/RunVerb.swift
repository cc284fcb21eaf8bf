import ArgumentParser
import OffprintEngine

/// `offprint run`: takes a delivery through a pipeline.
struct RunVerb: Verb {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Run a pipeline over its input.",
    discussion: """
      Files appear whole or not at all, and are the same at any --jobs. A document that fails is not written; the \
      others go on. The run ends with a summary and a run.json. Ctrl-C ends it within two seconds.

      A run keeps a journal. The same command again goes on with it: documents that are done, with nothing changed \
      since, are left as they are, after any interruption. 'offprint plan' says beforehand what would be done.

      Examples:
        offprint run my-paper.yaml --var input=delivery --var out=articles
        offprint run my-paper.yaml --jobs 4
        offprint run my-paper.yaml --events events.jsonl
        offprint run my-paper.yaml --trace joins > joins.tsv
      """)

  @Argument(help: ArgumentHelp("The pipeline file.", valueName: "pipeline"))
  var pipeline: String

  @Option(name: .customLong("var"), help: ArgumentHelp("A value for a var of the pipeline.", valueName: "name=value"))
  var variables: [Assignment] = []

  @Option(help: ArgumentHelp("Documents to work on at once (default: one for each processor).", valueName: "n"))
  var jobs: Int?

  @Flag(help: "Forget the journal of earlier runs, and do every document.")
  var fresh = false

  @Option(help: ArgumentHelp("Write what happens to a file, one JSON object a line.", valueName: "file"))
  var events: String?

  @Option(help: "Print decisions to standard output: line, stage, choice, reason and confidence, with tabs.")
  var trace: TraceSelection?

  @OptionGroup var global: GlobalOptions

  func validate() throws { try Self.validate(jobs: jobs, variables: variables) }

  static func validate(jobs: Int?, variables: [Assignment]) throws {
    if let jobs, jobs < 1 { throw ValidationError("--jobs is a whole number of at least 1.") }
    try Assignment.refuseRepeated(variables)
  }

  func perform(in surroundings: Surroundings) -> ExitStatus {
    let values = Assignment.values(of: variables)
    switch load(pipeline, variables: values, complete: true, in: surroundings) {
    case .failure(let failure): return failure.status
    case .success(let pipeline):
      var options = RunOptions(jobs: jobs ?? RunOptions.activeProcessors, trace: trace, variables: values)
      options.pluginFolders = surroundings.pluginFolders
      if fresh { options.earlier = .forget }
      return RunSession(surroundings.console, global.colour).run(pipeline, options, events: events)
    }
  }
}

extension TraceSelection: ExpressibleByArgument {}
