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

  /// All writers of files, by their names. Those of records are not among them.
  static func writers() throws -> [(name: String, writer: any Writer)] {
    try registry.writers.sorted { $0.key < $1.key }.compactMap { name, entry in
      (try entry.make([:]) as? any Writer).map { (name, $0) }
    }
  }
}
