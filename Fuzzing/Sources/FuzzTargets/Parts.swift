import OffprintFormats
import OffprintKit
import OffprintStages

/// What is built in, made with the settings that hold when a pipeline says nothing.
enum Parts {
  static let registry: Registry = {
    var registry = Registry()
    registry.add(BuiltinFormats.self)
    registry.add(BuiltinStages.self)
    return registry
  }()

  /// The stages of the bundled pipelines, in their order.
  static func stages() throws -> [AnyStage] {
    try ["normalise-text", "reflow-columns", "segment-articles", "dehyphenate"].map { name in
      guard let entry = registry.stages[name] else { finding("there is no stage '\(name)'") }
      return try entry.make([:])
    }
  }

  /// All writers, by their names.
  static func writers() throws -> [(spec: WriterSpec, writer: any ProductMaking)] {
    try registry.writers.values.sorted { $0.spec.name < $1.spec.name }.map { ($0.spec, try $0.make([:])) }
  }
}
