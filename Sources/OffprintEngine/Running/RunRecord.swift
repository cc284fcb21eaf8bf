import OffprintDiagnostics

/// What became of a run: everything that its report tells.
public struct RunRecord: Sendable {
  public enum Ending: String, Sendable {
    /// All documents were worked on.
    case completed
    /// `on_error: stop` or `stop_after` ended it.
    case stopped
    case interrupted
    /// The system refuses to write anything more.
    case cannotWrite = "cannot-write"
    /// There is no document to work on.
    case nothingMatched = "nothing-matched"
    /// The reader could not make out the documents.
    case inputUnusable = "input-unusable"
  }

  /// What one entry of `write:` has written.
  public struct Output: Sendable {
    public var writer: String
    public var format: String
    /// The file, or the folder that all its files are in.
    public var place: String
    public var files = 0
    public var records = 0
  }

  /// What a stage was told of the whole batch.
  public struct Survey: Sendable {
    /// The stage's id.
    public var stage: String
    /// What it is, such as `vocabulary`.
    public var name: String
    public var file: String
    /// True if this run has built the file; false if it was there, or if there was nothing to build it from.
    public var isBuilt = false
    /// Documents counted and left out, if this run has looked at them.
    public var documents = 0
    public var skipped = 0
    /// Such as `2041 words`; empty if this run has not built it.
    public var size = ""

    init(_ stage: String, _ name: String, _ file: String) {
      self.stage = stage
      self.name = name
      self.file = file
    }
  }

  public var pipeline: String
  /// The pipeline file as given.
  public var file: String
  public var variables: [String: String]
  /// Where `run.json` belongs.
  public var folder: String
  public var jobs: Int
  public var ending = Ending.completed
  /// Documents that the reader found.
  public var found = 0
  public var documents: [DocumentRecord] = []
  public var outputs: [Output] = []
  /// In the order of the stages.
  public var surveys: [Survey] = []
  /// Messages about the run and not one document.
  public var diagnostics: [Diagnostic] = []
  /// Wall-clock seconds.
  public var seconds = 0.0

  public func count(_ outcome: DocumentRecord.Outcome) -> Int { documents.count { $0.outcome == outcome } }

  public var done: Int { count(.done) }
  public var failed: Int { count(.failed) }
  public var quarantined: Int { count(.quarantined) }
  /// Pages of the documents that are done.
  public var pages: Int { documents.reduce(0) { $0 + ($1.outcome == .done ? $1.pages : 0) } }

  /// Where the lines of the documents that are done went.
  public var lines: LineFigures {
    documents.reduce(into: LineFigures()) { if $1.outcome == .done { $0 += $1.lines } }
  }

  /// Lines of documents that failed or are quarantined, as far as they could be read.
  public var linesHeldBack: Int {
    documents.reduce(0) { $0 + ($1.outcome == .done ? 0 : $1.lines.read) }
  }

  /// True if any message of the run or of a document has this code.
  public func has(_ code: DiagnosticCode) -> Bool {
    diagnostics.contains { $0.code == code } || documents.contains { $0.diagnostics.contains { $0.code == code } }
  }
}
