import OffprintDiagnostics
import OffprintPipeline

/// Why a document goes no further.
struct DocumentFailure: Error {
  /// `read`, or the id of a stage, check or writer.
  var stage: String
  var diagnostics: [Diagnostic]
  /// What the pipeline says at this very place of such a document; nil if its `run:` decides.
  var policy: RunPolicy.OnError?

  init(at stage: String, _ diagnostics: [Diagnostic], policy: RunPolicy.OnError? = nil) {
    self.stage = stage
    self.diagnostics = diagnostics
    self.policy = policy
  }

  /// True if the same may go well a moment later.
  var mayPass: Bool {
    let errors = diagnostics.filter { $0.severity == .error }
    return !errors.isEmpty && errors.allSatisfy(\.mayPass)
  }

  /// Errors of a part that is perhaps not ours are its failure, not a fault of Offprint.
  init(at stage: String, _ what: String, threw error: any Error) {
    self.stage = stage
    if error is Diagnostic || error is Diagnostics {
      diagnostics = Diagnostics.messages(of: error).map { $0.noting("stage", stage) }
    } else {
      diagnostics = [Diagnostic(.stageFailed, "\(what) '\(stage)' failed: \(error)")]
    }
  }
}
