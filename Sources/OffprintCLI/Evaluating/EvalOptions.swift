import ArgumentParser
import OffprintDiagnostics
import OffprintEvaluation
import OffprintKit
import OffprintPipeline

/// What the verbs that measure a pipeline have in common.
struct EvalOptions: ParsableArguments {
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
      "The reader to use (default: the first that finds documents: METS, DIDL, PAGE, Olive, tagged text, ALTO). If it is the pipeline's, with its settings."
  )
  var read: String?

  @Option(help: "What the stages may not see: blocks, zones, text, flow or none.")
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

  func validate() throws {
    if truth.isEmpty { throw ValidationError("--truth names the issues to measure on; give at least one.") }
    if worst < 0 { throw ValidationError("--worst is a whole number of at least 0.") }
    try Assignment.refuseRepeated(variables)
  }
}

extension Blindness: ExpressibleByArgument {}
extension HyphenMarks: ExpressibleByArgument {}
