import OffprintDiagnostics
import OffprintKit
import OffprintModel

/// The comparison of an outcome with what it must be: a test of a pipeline file, or an example of a stage.
public struct GoldenComparison: Sendable {
  public let name: String
  /// What differs; empty if all is as it must be.
  public let differences: [Expectation.Difference]
  /// Why there is no outcome to compare; empty if there is one.
  public let diagnostics: [Diagnostic]

  public var holds: Bool { differences.isEmpty && diagnostics.isEmpty }

  /// Compares what `outcome` gives; an error that it throws is the comparison's result too.
  public init(_ name: String, with expectation: Expectation, outcome: () throws -> Issue) {
    self.name = name
    do {
      differences = expectation.differences(from: try outcome())
      diagnostics = []
    } catch {
      differences = []
      diagnostics = Diagnostics.messages(of: error)
    }
  }

  /// All examples of a stage.
  public static func examples(of stage: StageEntry, in registry: Registry) -> [GoldenComparison] {
    stage.spec.examples.map { example in
      GoldenComparison("\(stage.spec.name): \(example.reason)", with: example.expect) {
        try ExampleRun.outcome(example, of: stage, in: registry)
      }
    }
  }

  /// For each thing that differs a heading and the lines that are missing (`-`) or unexpected (`+`).
  public func shown() -> [String] {
    differences.flatMap { difference in
      ["\(difference.what): - expected, + found"]
        + LineDiff(expected: difference.expected, actual: difference.actual).shown().map { "  " + $0 }
    }
  }
}
