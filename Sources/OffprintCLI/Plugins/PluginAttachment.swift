import OffprintDiagnostics
import OffprintKit
import OffprintPlugins

/// Attaches the plugins of the folders that the operator named to what a verb works with.
struct PluginAttachment {
  /// Each once, also if the command line and OFFPRINT_PLUGINS both name it.
  let folders: [String]
  /// The command's own file.
  let program: String?

  init(folders: [String], program: String?) {
    var seen: Set<String> = []
    self.folders = folders.filter { seen.insert(SourceFile.resolved($0) ?? $0).inserted }
    self.program = program
  }

  /// A library that crashes as it is loaded must not take the command with it.
  private func trial(_ file: String) -> [Diagnostic] {
    guard let program else { return [] }
    return PluginTrial.load.messages(of: file, command: ServeStagesVerb.command(program, .load, file))
  }

  /// The surroundings of a verb; or, after the messages were shown, how it ends.
  func surroundings(
    _ registry: Registry, _ console: Console, _ verb: any Verb
  ) -> Result<Surroundings, VerbFailure> {
    var surroundings = Surroundings(registry: registry, console: console)
    do {
      surroundings.plugins = try PluginLoader.find(
        in: folders, trial: type(of: verb).triesPlugins ? trial : { _ in [] })
    } catch {
      console.show(Diagnostics.messages(of: error), verb.global.colour)
      return .failure(VerbFailure(status: .nothingToDo))
    }
    var messages: [Diagnostic] = []
    for found in surroundings.plugins {
      switch found.plugin {
      case .success(let plugin): surroundings.registry.add(plugin)
      case .failure(let message): messages.append(message)
      }
    }
    messages += surroundings.registry.refusals
    surroundings.program = program
    surroundings.pluginFolders = folders
    if let program {
      let named = folders.flatMap { ["--plugins", $0] }
      surroundings.registry.isolation = ProcessIsolation(command: [program, ServeStagesVerb.name] + named)
    }
    if type(of: verb).needsWholePlugins, !messages.isEmpty {
      console.show(messages, verb.global.colour)
      return .failure(VerbFailure(status: .pipelineWrong))
    }
    return .success(surroundings)
  }
}
