import ArgumentParser
import OffprintEngine
import OffprintReport

/// `offprint plan`: says what a run would do.
struct PlanVerb: Verb {
  static let configuration = CommandConfiguration(
    commandName: "plan",
    abstract: "Say what a run would do, and why.",
    discussion: """
      Compares the input and the pipeline with the journal of earlier runs: which documents are unchanged and stay as \
      they are, and which would be done, because they are new, an input or an output changed, or a setting did. \
      Changes nothing.

      Examples:
        offprint plan my-paper.yaml --var input=delivery --var out=articles
        offprint plan my-paper.yaml --all
      """)

  @Argument(help: ArgumentHelp("The pipeline file.", valueName: "pipeline"))
  var pipeline: String

  @Option(name: .customLong("var"), help: ArgumentHelp("A value for a var of the pipeline.", valueName: "name=value"))
  var variables: [Assignment] = []

  @Flag(help: "Name every document, not three for each reason.")
  var all = false

  @OptionGroup var global: GlobalOptions

  func validate() throws { try Assignment.refuseRepeated(variables) }

  func perform(in surroundings: Surroundings) -> ExitStatus {
    let values = Assignment.values(of: variables)
    switch load(pipeline, variables: values, complete: true, in: surroundings) {
    case .failure(let failure): return failure.status
    case .success(let pipeline):
      let plan = Engine(pipeline, options: RunOptions(variables: values)).plan()
      surroundings.console.show(plan.diagnostics, global.colour)
      switch plan.ending {
      case .nothingMatched: return .nothingToDo
      case .inputUnusable: return .inputUnusable
      case .cannotWrite: return .cannotWrite
      default: break
      }
      for line in PlanText(plan, limit: all ? .max : 3).lines { surroundings.console.line(line) }
      return .done
    }
  }
}
