import ArgumentParser
import OffprintPlugins

/// `offprint serve-stages`: what a run starts for stages with `isolate: process`, and any verb to try a library before
/// it loads it. Not for people: it speaks in frames.
struct ServeStagesVerb: Verb {
  static let name = "serve-stages"

  static let configuration = CommandConfiguration(
    commandName: name, abstract: "Serve stages to a run over standard input and output.", shouldDisplay: false)
  static let triesPlugins = false

  @Option var trial: PluginTrial?
  @Option var file: String?

  @OptionGroup var global: GlobalOptions

  func perform(in surroundings: Surroundings) -> ExitStatus {
    if let trial, let file { return trial.serve(file) ? .done : .fault }
    return StageServer.serve(surroundings.registry) ? .done : .fault
  }

  /// The command line of a trial.
  static func command(_ program: String, _ trial: PluginTrial, _ file: String) -> [String] {
    [program, name, "--trial", trial.rawValue, "--file", file]
  }
}

extension PluginTrial: ExpressibleByArgument {}
