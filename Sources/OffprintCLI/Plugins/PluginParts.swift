import OffprintDiagnostics
import OffprintKit

/// The parts that one plugin brought, by name.
struct PluginParts {
  let stages: [StageEntry]
  let readers: [ReaderEntry]
  let checks: [CheckEntry]
  let writers: [WriterEntry]

  init(of plugin: String, in registry: Registry) {
    stages = registry.stages.values.filter { $0.plugin == plugin }.sorted { $0.spec.name < $1.spec.name }
    readers = registry.readers.values.filter { $0.plugin == plugin }.sorted { $0.spec.name < $1.spec.name }
    checks = registry.checks.values.filter { $0.plugin == plugin }.sorted { $0.spec.name < $1.spec.name }
    writers = registry.writers.values.filter { $0.plugin == plugin }.sorted { $0.spec.name < $1.spec.name }
  }

  var all: [(name: String, kind: String, summary: String)] {
    readers.map { ($0.spec.name, "reader", $0.spec.summary) }
      + stages.map { ($0.spec.name, "stage, \($0.kind.rawValue)", $0.spec.summary) }
      + checks.map { ($0.spec.name, "check", $0.spec.summary) }
      + writers.map { ($0.spec.name, "writer", $0.spec.summary) }
  }
}

/// What the verbs about plugins say when something is wrong.
enum PluginMessages {
  /// What could not be used of the folders that were named.
  static func all(_ surroundings: Surroundings) -> [Diagnostic] {
    surroundings.plugins.compactMap { found in
      if case .failure(let message) = found.plugin { message } else { nil }
    } + surroundings.registry.refusals
  }

  /// There is no such plugin; perhaps since it could not be used.
  ///
  /// - Parameter plugins: those that may be named here.
  static func showUnknown(
    _ name: String, among plugins: [PluginInfo], _ surroundings: Surroundings, _ colour: ColourChoice
  ) -> ExitStatus {
    let registry = surroundings.registry
    let names = plugins.map(\.name)
    // Who names a stage means the plugin that brought it.
    let owner = registry.plugins.first { plugin in
      PluginParts(of: plugin.name, in: registry).all.contains { $0.name == name }
    }
    let near = owner.flatMap { names.contains($0.name) ? $0.name : nil } ?? NearestName.of(name, among: names)
    let message = Diagnostic(
      .unknownName, "there is no plugin '\(name)'\(whatItIs(name, owner, registry))",
      fix: near.map { "did you mean '\($0)'?" },
      notes: [.init("plugins", names.sorted().joined(separator: ", ")), .init("more", "offprint plugins list")])
    surroundings.console.show(all(surroundings) + [message], colour)
    return .usage
  }

  private static func whatItIs(_ name: String, _ owner: PluginInfo?, _ registry: Registry) -> String {
    if registry.plugins.contains(where: { $0.name == name }) { return ": that is a part of Offprint itself" }
    guard let owner, let part = PluginParts(of: owner.name, in: registry).all.first(where: { $0.name == name }) else {
      return ""
    }
    let kind = part.kind.prefix { $0 != "," }
    return ": that is a \(kind) of \(owner.attachment == .builtIn ? "Offprint itself" : "plugin '\(owner.name)'")"
  }
}
