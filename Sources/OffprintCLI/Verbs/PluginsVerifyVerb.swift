import ArgumentParser
import OffprintKit
import OffprintPlugins
import OffprintTesting

/// `offprint plugins verify`: runs the conformance kit on plugins.
struct PluginsVerifyVerb: Verb {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Run the conformance kit on plugins.",
    discussion: """
      Each part must have a whole spec, examples that hold and settings that bind; work on empty, huge and broken \
      documents without an error; lose no line; and give the same twice. A plugin that is loaded or a program must \
      also answer nonsense without hanging, and go on. Stages of loaded plugins run in a process of their own \
      meanwhile, so that a crash is told of. Ends with 1 if anything fails.

      Examples:
        offprint plugins verify family-notices
        offprint plugins verify --plugins Plugins/PriceLists
      """)
  static let needsWholePlugins = false

  @Argument(
    help: ArgumentHelp("Names of plugins (default: all that are not built in).", valueName: "name"))
  var names: [String] = []

  @OptionGroup var global: GlobalOptions

  func perform(in surroundings: Surroundings) -> ExitStatus {
    let (console, plugins) = (surroundings.console, surroundings.registry.plugins)
    for name in names where !plugins.contains(where: { $0.name == name }) {
      return PluginMessages.showUnknown(name, surroundings, global.colour)
    }
    let chosen = plugins.filter { names.isEmpty ? $0.attachment != .linked : names.contains($0.name) }
    var status = ExitStatus.done
    let messages = PluginMessages.all(surroundings)
    if names.isEmpty, !messages.isEmpty {
      console.show(messages, global.colour)
      status = .answerIsNo
    }
    for plugin in chosen {
      console.line("\(plugin.name) \(plugin.version)")
      for (part, failures) in Self.failures(of: plugin, surroundings) {
        console.line("  \(failures.isEmpty ? "ok    " : "FAILED") \(part)")
        for failure in failures {
          failure.description.split(separator: "\n").forEach { console.line("           \($0)") }
        }
        if !failures.isEmpty { status = .answerIsNo }
      }
    }
    if chosen.isEmpty, status == .done {
      console.errorLine("nothing to verify: name a plugin, or give --plugins FOLDER")
    }
    return chosen.isEmpty && status == .done ? .nothingToDo : status
  }

  private static func failures(of plugin: PluginInfo, _ surroundings: Surroundings) -> [(String, [Failure])] {
    let registry = surroundings.registry
    var found: [(String, [Failure])] = []
    if let place = plugin.place {
      let faults = faults(of: plugin, at: place, surroundings.program)
      found.append(("conduct", faults.map { Failure("a plugin takes any request", $0) }))
    }
    let parts = PluginParts(of: plugin.name, in: registry)
    for stage in parts.stages {
      found.append(("\(stage.spec.name) (stage)", checkStage(contained(stage, plugin, registry), in: registry)))
    }
    for check in parts.checks { found.append(("\(check.spec.name) (check)", checkCheck(check))) }
    for writer in parts.writers { found.append(("\(writer.spec.name) (writer)", checkWriter(writer))) }
    return found
  }

  /// A library that crashes when it is asked nonsense would take the command with it.
  private static func faults(of plugin: PluginInfo, at file: String, _ program: String?) -> [String] {
    guard plugin.attachment == .loaded, let program else { return PluginConduct.faults(of: file) }
    let command = ServeStagesVerb.command(program, .conduct, file)
    return PluginTrial.conduct.messages(of: file, command: command).map(\.summary)
  }

  /// A loaded stage that crashes would take the command with it.
  private static func contained(_ stage: StageEntry, _ plugin: PluginInfo, _ registry: Registry) -> StageEntry {
    guard plugin.attachment == .loaded, let isolation = registry.isolation else { return stage }
    return StageEntry(spec: stage.spec, kind: stage.kind, settings: stage.settings) {
      try isolation.isolated(stage, $0)
    }
  }
}
