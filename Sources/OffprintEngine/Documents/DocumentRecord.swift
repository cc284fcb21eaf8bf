import OffprintDiagnostics
import OffprintModel

/// What became of one document.
public struct DocumentRecord: Sendable {
  public enum Outcome: String, Sendable {
    case done, failed, quarantined
  }

  /// 0-based place among the documents of the run.
  public var index: Int
  /// The reader's name for it.
  public var name: String
  /// The issue's id; nil if it could not be read.
  public var id: String?
  public var outcome = Outcome.done
  /// Where it failed: `read`, or the id of a stage, check or writer.
  public var failedAt: String?
  public var pages = 0
  public var articles = 0
  public var lines = LineFigures()
  /// By code, in alphabetical order.
  public var flags: [FlagCount] = []
  public var diagnostics: [Diagnostic] = []
  /// Files that are the document's own.
  public var files = 0
  /// Pieces added to files shared with other documents.
  public var records = 0

  public init(index: Int, name: String) {
    self.index = index
    self.name = name
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

  mutating func fail(_ failure: DocumentFailure) {
    outcome = failure.quarantines ? .quarantined : .failed
    failedAt = failure.stage
    diagnostics += failure.diagnostics.map { $0.noting("document", name) }
  }
}

/// Where lines went. Parts of a text line that was cut count each.
public struct LineFigures: Hashable, Sendable {
  public var read = 0
  public var exported = 0
  public var furniture = 0
  public var merged = 0
  public var dropped = 0
  public var lost = 0

  public init() {}

  /// The figures of a finished issue. Where no stage looks for articles, lines are exported as they stand on the page.
  init(of issue: Issue) {
    let balance = Ledger.balance(of: issue)
    read = balance.lines
    furniture = balance.furniture
    merged = balance.merged
    dropped = balance.dropped
    exported = issue.hasArticles ? balance.exported : balance.lines - balance.merged - balance.dropped
    lost = balance.lost.count
  }

  public static func += (a: inout LineFigures, b: LineFigures) {
    a.read += b.read
    a.exported += b.exported
    a.furniture += b.furniture
    a.merged += b.merged
    a.dropped += b.dropped
    a.lost += b.lost
  }
}

/// Why a document goes no further.
struct DocumentFailure: Error {
  /// `read`, or the id of a stage, check or writer.
  var stage: String
  var diagnostics: [Diagnostic]
  /// True if the pipeline says at this very place that the document is quarantined.
  var quarantines = false

  init(at stage: String, _ diagnostics: [Diagnostic], quarantines: Bool = false) {
    self.stage = stage
    self.diagnostics = diagnostics
    self.quarantines = quarantines
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
