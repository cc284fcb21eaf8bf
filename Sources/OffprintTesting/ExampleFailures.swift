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
/// A stage that asks for a library which this machine does not have is passed over, with a line that says so. The
/// example at which a stage hangs is the last that is run.
///
/// - Parameter registry: holds the stages that examples name in `after`.
public func runExamples(of stage: StageEntry, in registry: Registry) -> [ExampleFailure] {
  ExamplesRun(of: stage, in: registry).failures
}

/// The examples of a stage, as far as they were run.
struct ExamplesRun {
  private(set) var failures: [ExampleFailure] = []
  /// True if the stage did not come back from the last that was run.
  private(set) var hangs = false
  private(set) var untried: [Example] = []

  init(of stage: StageEntry, in registry: Registry) {
    if let absence = stage.absence {
      print("skipped: the examples of '\(stage.spec.name)', since \(absence.summary)")
      return
    }
    for (index, example) in stage.spec.examples.enumerated() {
      guard let detail = detail(of: example, stage, registry) else { continue }
      failures.append(ExampleFailure(stage: stage.spec.name, reason: example.reason, detail: detail))
      guard hangs else { continue }
      untried = Array(stage.spec.examples[(index + 1)...])
      return
    }
  }

  /// What is wrong with one; nil if it holds.
  private mutating func detail(of example: Example, _ stage: StageEntry, _ registry: Registry) -> String? {
    do {
      let differences = try ExampleRun.differences(example, of: stage, in: registry)
      guard !differences.isEmpty else { return nil }
      let detail = differences.map { "\($0.what):\n\(textDiff(expected: $0.expected, actual: $0.actual))" }
      return detail.joined(separator: "\n")
    } catch {
      let failure = SpecCheck.failure("", "it threw", threw: error)
      hangs = failure.isHang
      return failure.detail
    }
  }
}
