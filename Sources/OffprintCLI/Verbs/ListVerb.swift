import ArgumentParser
import OffprintKit

/// `offprint list`: what there is to put into a pipeline.
struct ListVerb: Verb {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List stages, readers, writers, checks, plugins and libraries.",
    discussion: """
      Examples:
        offprint list
        offprint list stages
      """)

  enum Kind: String, ExpressibleByArgument, CaseIterable { case readers, stages, checks, writers, plugins, libraries }

  @Argument(help: ArgumentHelp("What to list; everything if left out.", valueName: "kind"))
  var kind: Kind?

  @OptionGroup var global: GlobalOptions

  func perform(in surroundings: Surroundings) -> ExitStatus {
    let console = surroundings.console
    if let kind {
      Self.table(of: kind, surroundings.registry).forEach(console.line)
      return .done
    }
    for (index, kind) in Kind.allCases.enumerated() {
      if index > 0 { console.line("") }
      console.line(kind.rawValue)
      Self.table(of: kind, surroundings.registry).forEach { console.line("  " + $0) }
    }
    return .done
  }

  /// Name and summary in two columns, in alphabetical order; parts of plugins say whose they are.
  static func table(of kind: Kind, _ registry: Registry) -> [String] {
    let rows: [(String, String)] =
      switch kind {
      case .readers: registry.readers.map { ($0.key, told($0.value.spec.summary, $0.value.plugin)) }
      case .stages: registry.stages.map { ($0.key, told($0.value.spec.summary, $0.value.plugin)) }
      case .checks: registry.checks.map { ($0.key, told($0.value.spec.summary, $0.value.plugin)) }
      case .writers: registry.writers.map { ($0.key, told($0.value.spec.summary, $0.value.plugin)) }
      case .libraries: registry.aids.libraries.map { ($0.name, $0.found ?? "not found: \($0.remedy)") }
      case .plugins: registry.plugins.map { ("\($0.name) \($0.version)", $0.summary) }
      }
    return TextLayout.columns(rows.sorted { $0.0 < $1.0 })
  }

  private static func told(_ summary: String, _ plugin: String?) -> String {
    summary + (plugin.map { " [\($0)]" } ?? "")
  }
}
