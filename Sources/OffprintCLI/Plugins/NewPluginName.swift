import OffprintDiagnostics
import OffprintKit
import OffprintPlugins

/// Whether a plugin that is about to be written can have its name.
enum NewPluginName {
  /// The message if it cannot; nil if it can.
  static func fault(of template: PluginTemplate, in registry: Registry) -> Diagnostic? {
    let name = template.name
    guard let why = holder(of: name, in: registry) ?? holder(of: template.stage, in: registry) ?? template.clash else {
      return nil
    }
    return Diagnostic(
      .nameTaken, "a new plugin cannot be called '\(name)': \(why)",
      fix: "choose another name, such as 'my-\(name)'", notes: [.init("kept", "nothing was written")])
  }

  /// What has the name already.
  private static func holder(of name: String, in registry: Registry) -> String? {
    if registry.plugins.contains(where: { $0.name == name }) { return "there is a plugin '\(name)' already" }
    let kinds: [(String, Bool)] = [
      ("stage", registry.stages[name] != nil), ("reader", registry.readers[name] != nil),
      ("check", registry.checks[name] != nil), ("writer", registry.writers[name] != nil),
    ]
    return kinds.first(where: \.1).map { "there is a \($0.0) '\(name)' already" }
  }
}
