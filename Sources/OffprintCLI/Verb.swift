import ArgumentParser
import OffprintDiagnostics
import OffprintKit
import OffprintPipeline
import OffprintPlugins

/// What a verb works with.
struct Surroundings: Sendable {
  var registry: Registry
  var console: Console
  /// What was found in the folders of plugins, also what is no plugin.
  var plugins: [PluginLoader.Found] = []
  /// The folders that the operator named.
  var pluginFolders: [String] = []
  /// The command's own file, if it may be started again.
  var program: String?
}

/// One verb of the command. Unlike ArgumentParser's own `run()`, it is handed what it works with and gives a status.
protocol Verb: ParsableCommand {
  var global: GlobalOptions { get }
  /// The folders with plugins that are named on the command line.
  var pluginFolders: [String] { get }
  /// False if the verb goes on when a plugin that was named cannot be used, since it is what tells of plugins.
  static var needsWholePlugins: Bool { get }
  /// False for the verb that is such a trial.
  static var triesPlugins: Bool { get }
  func perform(in surroundings: Surroundings) -> ExitStatus
}

extension Verb {
  var pluginFolders: [String] { global.plugins }
  static var needsWholePlugins: Bool { true }
  static var triesPlugins: Bool { true }

  /// Loads a pipeline file, or shows why not and gives the status to end with.
  func load(
    _ file: String, variables: [String: String] = [:], complete: Bool, in surroundings: Surroundings
  ) -> Result<Pipeline, VerbFailure> {
    do throws(GivenPipeline.Refusal) {
      let loaded = try GivenPipeline.load(file, variables: variables, complete: complete, surroundings.registry)
      surroundings.console.show(loaded.notes, global.colour)
      return .success(loaded.pipeline)
    } catch {
      surroundings.console.show(error.messages, global.colour)
      return .failure(VerbFailure(status: error.status))
    }
  }
}

/// A verb ends here; why has been shown.
struct VerbFailure: Error {
  var status: ExitStatus
}
