import ArgumentParser
import OffprintPlugins

/// `offprint serve-stages`: what a run starts for stages with `isolate: process`. Not for people: it speaks in frames.
struct ServeStagesVerb: Verb {
  static let name = "serve-stages"

  static let configuration = CommandConfiguration(
    commandName: name, abstract: "Serve stages to a run over standard input and output.", shouldDisplay: false)

  @OptionGroup var global: GlobalOptions

  func perform(in surroundings: Surroundings) -> ExitStatus {
    StageServer.serve(surroundings.registry) ? .done : .fault
  }
}
