import OffprintDiagnostics
import OffprintModel
import OffprintPipeline

/// Takes a document that somebody already has in memory through the stages of a pipeline, exactly as a run does.
public struct StageRun: Sendable {
  private let pipeline: Pipeline
  private let keepsDecisions: Bool

  /// - Parameter keepsDecisions: true if somebody will ask why.
  public init(_ pipeline: Pipeline, keepsDecisions: Bool = false) {
    self.pipeline = pipeline
    self.keepsDecisions = keepsDecisions
  }

  /// Works on the document, within the pipeline's time limit.
  ///
  /// - Throws: `Diagnostics` if a stage fails or loses lines.
  public func run(on issue: inout Issue) throws {
    let stages = StageSequence(
      steps: pipeline.stages, deadline: Deadline(seconds: pipeline.run.timeLimit), keepsDecisions: keepsDecisions)
    do {
      try stages.run(on: &issue)
    } catch let failure as DocumentFailure {
      throw Diagnostics(failure.diagnostics)
    }
  }
}
