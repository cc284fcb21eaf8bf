import OffprintKit

/// An example of a stage that does not hold.
public struct ExampleFailure: Hashable, Sendable, CustomStringConvertible {
  public var stage: String
  /// The example's own reason.
  public var reason: String
  /// What differs, or what the stage threw.
  public var detail: String

  public var description: String { "example of '\(stage)' does not hold: \(reason)\n\(detail)" }
}

/// Runs the examples of a stage's spec the way a pipeline would.
///
/// A stage that asks for a library which this machine does not have is passed over, with a line that says so.
///
/// - Parameter registry: holds the stages that examples name in `after`.
public func runExamples(of stage: StageEntry, in registry: Registry) -> [ExampleFailure] {
  if let absence = stage.absence {
    print("skipped: the examples of '\(stage.spec.name)', since \(absence.summary)")
    return []
  }
  return stage.spec.examples.compactMap { example in
    do {
      let differences = try ExampleRun.differences(example, of: stage, in: registry)
      guard !differences.isEmpty else { return nil }
      let detail = differences.map { "\($0.what):\n\(textDiff(expected: $0.expected, actual: $0.actual))" }
      return ExampleFailure(stage: stage.spec.name, reason: example.reason, detail: detail.joined(separator: "\n"))
    } catch {
      return ExampleFailure(
        stage: stage.spec.name, reason: example.reason, detail: "it threw: \(SpecCheck.words(for: error))")
    }
  }
}
