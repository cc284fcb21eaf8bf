import OffprintDiagnostics
import OffprintModel
import OffprintPipeline

/// What became of one document.
public struct DocumentRecord: Sendable {
  public enum Outcome: String, Sendable {
    case done, failed, quarantined
  }

  /// 0-based place among the documents of the run.
  public var index: Int
  /// The reader's name for it.
  public var name: String
  /// The id; nil if it could not be read.
  public var id: String?
  public var outcome = Outcome.done
  /// Where it failed: `read`, or the id of a stage, check or writer.
  public var failedAt: String?
  /// Ids of stages that failed and were passed over, as the pipeline says: the document is done without them.
  public var passedOver: [String] = []
  public var pages = 0
  public var articles = 0
  public var lines = LineFigures()
  public var characters = CharacterFigures()
  /// By code, in alphabetical order.
  public var flags: [FlagCount] = []
  public var diagnostics: [Diagnostic] = []
  /// What each writer has written, in the order of the pipeline.
  public var written: [Written] = []
  /// Bytes that were read.
  public var bytes = 0
  /// True if it was done by an earlier run, and nothing has changed since.
  public var isAsBefore = false
  /// What it took; empty for a document that was not worked on.
  public var effort: [Effort] = []

  public init(index: Int, name: String) {
    self.index = index
    self.name = name
  }

  /// Files that are the document's own.
  public var files: Int { written.reduce(0) { $0 + $1.files } }
  /// Pieces of all writers.
  public var records: Int { written.reduce(0) { $0 + $1.records } }

  /// What one writer has written of a document.
  public struct Written: Hashable, Sendable {
    /// The writer's id in the pipeline.
    public var writer: String
    /// Files of the document's own.
    public var files = 0
    /// Pieces, whether in files of its own or in shared ones.
    public var records = 0
  }

  /// What a part of the pipeline took for a document: `read`, a stage's, a check's or a writer's id, or `write`.
  public struct Effort: Hashable, Sendable {
    public var part: String
    /// Wall-clock seconds.
    public var seconds: Double
    /// Bytes that it read, worked on or wrote.
    public var bytes: Int
  }

  /// How often a flag was set in a document.
  public struct FlagCount: Hashable, Sendable {
    public var code: String
    public var count: Int
  }

  mutating func count(_ all: [Flag]) {
    var counts: [String: Int] = [:]
    for flag in all { counts[flag.code, default: 0] += flag.count }
    flags = counts.sorted { $0.key < $1.key }.map { FlagCount(code: $0.key, count: $0.value) }
  }

  /// Notes a stage that failed, and without which the document goes on.
  mutating func passOver(_ failure: DocumentFailure) {
    passedOver.append(failure.stage)
    diagnostics += failure.diagnostics.map { $0.passedOver(failure.stage).noting("document", name) }
  }

  /// - Parameter usual: what becomes of such a document where the failure itself does not say.
  mutating func fail(_ failure: DocumentFailure, usual: RunPolicy.OnError = .skip) {
    outcome = (failure.policy ?? usual) == .quarantine ? .quarantined : .failed
    failedAt = failure.stage
    diagnostics += failure.diagnostics.map { $0.noting("document", name) }
  }
}

extension Diagnostic {
  /// A failure of a stage that costs nothing but the stage.
  fileprivate func passedOver(_ stage: String) -> Diagnostic {
    var message = self
    message.severity = .warning
    message.notes.removeAll { $0.label == "kept" }
    message.notes.append(.init("kept", "the document as it was before '\(stage)', as on_error: keep-input says"))
    return message
  }
}
