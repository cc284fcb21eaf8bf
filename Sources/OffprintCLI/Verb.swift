import ArgumentParser
import OffprintDiagnostics
import OffprintKit
import OffprintPipeline

/// What a verb works with.
struct Surroundings: Sendable {
  var registry: Registry
  var console: Console
}

/// One verb of the command. Unlike ArgumentParser's own `run()`, it is handed what it works with and gives a status.
protocol Verb: ParsableCommand {
  var global: GlobalOptions { get }
  func perform(in surroundings: Surroundings) -> ExitStatus
}

extension Verb {
  /// Loads a pipeline file, or shows why not and gives the status to end with.
  func load(
    _ file: String, variables: [String: String] = [:], complete: Bool, in surroundings: Surroundings
  ) -> Result<Pipeline, VerbFailure> {
    do {
      _ = try SourceFile.head(file, count: 1)
    } catch {
      surroundings.console.show(Diagnostics.messages(of: error), global.colour)
      return .failure(VerbFailure(status: .nothingToDo))
    }
    do {
      let loaded = try PipelineLoader.load(
        file, variables: variables, complete: complete, registry: surroundings.registry)
      surroundings.console.show(loaded.notes, global.colour)
      return .success(loaded.pipeline)
    } catch {
      surroundings.console.show(Diagnostics.messages(of: error), global.colour)
      return .failure(VerbFailure(status: .pipelineWrong))
    }
  }
}

/// A verb ends here; why has been shown.
struct VerbFailure: Error {
  var status: ExitStatus
}
