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
  static func showUnknown(_ name: String, _ surroundings: Surroundings, _ colour: ColourChoice) -> ExitStatus {
    let names = surroundings.registry.plugins.map(\.name)
    let message = Diagnostic(
      .unknownName, "there is no plugin '\(name)'", fix: NearestName.question(name, among: names),
      notes: [.init("plugins", names.sorted().joined(separator: ", ")), .init("more", "offprint plugins list")])
    surroundings.console.show(all(surroundings) + [message], colour)
    return .usage
  }
}
