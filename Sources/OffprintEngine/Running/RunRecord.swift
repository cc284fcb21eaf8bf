import OffprintDiagnostics

/// What became of a run: everything that its report tells. Documents are summed up here; each of them has its line in
/// the journal.
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
    /// Another run is at work in the folder.
    case inUse = "in-use"
  }

  /// What one entry of `write:` has written, in this run and in those that it went on with.
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
  /// Where `run.json` and the journal belong.
  public var folder: String
  public var jobs: Int
  public var ending = Ending.completed
  /// Documents that the reader found.
  public var found = 0
  public var done = 0
  public var failed = 0
  public var quarantined = 0
  /// Of those that are done, how many went without a stage that failed, as the pipeline says.
  public var passedOver = 0
  /// Of those above, how many an earlier run had finished, with nothing changed since.
  public var asBefore = 0
  /// Documents that were looked at, whatever became of them.
  public var reached: Int { done + failed + quarantined }
  /// The first thousand documents that are not done, in order, their messages included; the journal has them all.
  public var notDone: [DocumentRecord] = []
  /// Messages of documents, by code.
  public var messages: [String: Int] = [:]
  /// Pages of the documents that are done, and of those among them that this run has done.
  public var pages = 0
  public var freshPages = 0
  public var articles = 0
  /// Where the lines and characters of the documents that are done went.
  public var lines = LineFigures()
  public var characters = CharacterFigures()
  /// Lines and characters of documents that failed or are quarantined, as far as they could be read.
  public var linesHeldBack = 0
  public var charactersHeldBack = 0
  public var outputs: [Output] = []
  /// What each part of the pipeline took in this run, in the order of the pipeline: wall-clock seconds of all jobs
  /// together, and bytes.
  public var effort: [DocumentRecord.Effort] = []
  /// Files that documents were written into before and are no more, and that were taken away.
  public var removed = 0
  /// In the order of the stages.
  public var surveys: [Survey] = []
  /// Messages about the run and not one document.
  public var diagnostics: [Diagnostic] = []
  /// Wall-clock seconds.
  public var seconds = 0.0

  init(
    pipeline: String, file: String, variables: [String: String], folder: String, jobs: Int, outputs: [Output]
  ) {
    self.pipeline = pipeline
    self.file = file
    self.variables = variables
    self.folder = folder
    self.jobs = jobs
    self.outputs = outputs
  }

  /// True if any message of the run or of a document has this code.
  public func has(_ code: DiagnosticCode) -> Bool {
    messages[code.id] != nil || diagnostics.contains { $0.code == code }
  }

  /// True if an archive of the input could not be unpacked, or the name of a folder not be read, so that nobody knows
  /// which documents are in it.
  public var hasUnreadInput: Bool {
    let codes: [DiagnosticCode] = [.archiveBroken, .unpacksToTooMuch, .inputUnreadable]
    return diagnostics.contains { $0.severity == .error && codes.contains($0.code) }
  }

  /// Adds what became of a document.
  mutating func add(_ document: DocumentRecord) {
    if document.isAsBefore { asBefore += 1 }
    for message in document.diagnostics { messages[message.code.id, default: 0] += 1 }
    for effort in document.effort { add(effort) }
    switch document.outcome {
    case .done: addDone(document)
    case .failed: failed += 1
    case .quarantined: quarantined += 1
    }
    guard document.outcome != .done else { return }
    linesHeldBack += document.lines.read
    charactersHeldBack += document.characters.read
    if notDone.count < 1000 { notDone.append(document) }
  }

  private mutating func addDone(_ document: DocumentRecord) {
    done += 1
    if !document.passedOver.isEmpty { passedOver += 1 }
    pages += document.pages
    if !document.isAsBefore { freshPages += document.pages }
    articles += document.articles
    lines += document.lines
    characters += document.characters
    for written in document.written {
      guard let index = outputs.firstIndex(where: { $0.writer == written.writer }) else { continue }
      outputs[index].files += written.files
      outputs[index].records += written.records
    }
  }

  private mutating func add(_ one: DocumentRecord.Effort) {
    guard let index = effort.firstIndex(where: { $0.part == one.part }) else { return effort.append(one) }
    effort[index].seconds += one.seconds
    effort[index].bytes += one.bytes
  }
}
