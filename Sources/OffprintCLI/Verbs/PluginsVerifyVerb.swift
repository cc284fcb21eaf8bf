import ArgumentParser
import OffprintDiagnostics
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
      meanwhile, so that a crash is told of. A document has 60 seconds; after the first that takes longer, nothing \
      more of the plugin is tried, and what was not tried is named. Ends with 1 if anything fails.

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
    let console = surroundings.console
    let plugins = surroundings.registry.plugins.filter { $0.attachment != .builtIn }
    for name in names where !plugins.contains(where: { $0.name == name }) {
      return PluginMessages.showUnknown(name, among: plugins, surroundings, global.colour)
    }
    let chosen = plugins.filter { names.isEmpty ? !$0.isPartOfProgram : names.contains($0.name) }
    var status = ExitStatus.done
    let messages = PluginMessages.all(surroundings).filter { names.isEmpty || isAboutNamed($0, surroundings) }
    if !messages.isEmpty {
      console.show(messages, global.colour)
      status = .answerIsNo
    }
    for plugin in chosen where !holds(plugin, surroundings) { status = .answerIsNo }
    if chosen.isEmpty, status == .done {
      console.errorLine("nothing to verify: name a plugin, or give --plugins FOLDER")
    }
    return chosen.isEmpty && status == .done ? .nothingToDo : status
  }

  /// What one of the named plugins brought and nobody gets: it is another's that is verified in its place.
  private func isAboutNamed(_ message: Diagnostic, _ surroundings: Surroundings) -> Bool {
    surroundings.plugins.contains { found in
      guard case .success(let plugin) = found.plugin else { return false }
      return names.contains(plugin.info.name) && message.place?.file == found.file
    }
  }

  /// Verifies one plugin and tells of it as it goes.
  private func holds(_ plugin: PluginInfo, _ surroundings: Surroundings) -> Bool {
    let console = surroundings.console
    console.line("\(plugin.name) \(plugin.version)")
    let trials = Self.trials(of: plugin, surroundings)
    var holds = true
    for (index, trial) in trials.enumerated() {
      let failures = trial.failures()
      console.line("  \(failures.isEmpty ? "ok    " : "FAILED") \(trial.part)")
      for failure in failures {
        failure.description.split(separator: "\n").forEach { console.line("           \($0)") }
      }
      if !failures.isEmpty { holds = false }
      guard failures.contains(where: \.isHang) else { continue }
      for left in trials.dropFirst(index + 1) { console.line("  not tried after that: \(left.part)") }
      break
    }
    return holds
  }

  /// What is to be tried of a plugin, in order.
  private static func trials(
    of plugin: PluginInfo, _ surroundings: Surroundings
  ) -> [(part: String, failures: () -> [Failure])] {
    let registry = surroundings.registry
    let parts = PluginParts(of: plugin.name, in: registry)
    var trials: [(part: String, failures: () -> [Failure])] = []
    if let place = plugin.place {
      trials.append(("conduct", { conductFailures(of: plugin, at: place, surroundings.program) }))
    }
    for stage in parts.stages {
      trials.append(
        ("\(stage.spec.name) (stage)", { checkStage(contained(stage, plugin, registry), in: registry) }))
    }
    for check in parts.checks { trials.append(("\(check.spec.name) (check)", { checkCheck(check) })) }
    for writer in parts.writers { trials.append(("\(writer.spec.name) (writer)", { checkWriter(writer) })) }
    return trials
  }

  private static func conductFailures(of plugin: PluginInfo, at file: String, _ program: String?) -> [Failure] {
    faults(of: plugin, at: file, program).map { fault in
      Failure(fault.code == .pluginSilent ? Failure.answersInTime : "a plugin takes any request", fault.summary)
    }
  }

  /// A library that crashes when it is asked nonsense would take the command with it.
  private static func faults(of plugin: PluginInfo, at file: String, _ program: String?) -> [Diagnostic] {
    guard plugin.attachment == .loaded, let program else { return PluginConduct.faults(of: file) }
    return PluginTrial.conduct.messages(of: file, command: ServeStagesVerb.command(program, .conduct, file))
  }

  /// A loaded stage that crashes would take the command with it.
  private static func contained(_ stage: StageEntry, _ plugin: PluginInfo, _ registry: Registry) -> StageEntry {
    guard plugin.attachment == .loaded, let isolation = registry.isolation else { return stage }
    return StageEntry(spec: stage.spec, kind: stage.kind, settings: stage.settings) {
      try isolation.isolated(stage, $0)
    }
  }
}
