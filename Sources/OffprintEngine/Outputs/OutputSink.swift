import OffprintDiagnostics
import OffprintKit
import OffprintPipeline

/// What a document is about to write: its own files lie ready under temporary names, its pieces of shared files are in
/// memory.
struct StagedOutput: Sendable {
  struct File: Sendable {
    var temporary: String
    var path: String
    /// What the journal is to know of it.
    var written: JournalEntry.WrittenFile
  }

  struct Piece: Sendable {
    var bytes: [UInt8]
    /// What the journal is to know of it, but for its place.
    var range: JournalEntry.WrittenRange
    var path: String { range.path }
  }

  /// Files of its own that an earlier run has written, and that stand.
  var standing: [String] = []
  var files: [File] = []
  var pieces: [Piece] = []

  /// Bytes in memory, about: names, stamps and what is known of the document are some thousand.
  var retained: Int { pieces.reduce(16_384 + files.count * 512) { $0 + $1.bytes.count } }

  /// Takes its temporary files away; nothing of it is written then.
  mutating func discard(from temporaries: TemporaryFiles) {
    for file in files { temporaries.remove(file.temporary) }
    self = StagedOutput()
  }
}

/// Gives the products of documents their places, one document after the other. A document's files appear all or none.
struct OutputSink: Sendable {
  private var names = OutputNames()
  /// The issues that were written, by their ids: articles and records of two with one id would have the same ids.
  private var issues = OutputNames()
  private var shared: SharedFiles
  private let temporaries: TemporaryFiles
  /// What shared files begin with, by the writer's id.
  private let headers: [String: [UInt8]]
  /// What makes files of records, by the writer's id, and the files to be made.
  private let assemblies: [String: any RecordAssembling]
  private var assembled: [String: AssembledFile] = [:]
  private var inputs: InputFiles

  init(_ writes: [WriteStep], _ temporaries: TemporaryFiles, besides inputs: InputFiles) {
    self.inputs = inputs
    self.temporaries = temporaries
    shared = SharedFiles(temporaries)
    headers = Dictionary(writes.map { ($0.id, Array($0.spec.header.utf8)) }) { first, _ in first }
    assemblies = Dictionary(
      writes.compactMap { step in step.writer.assembly.map { (step.id, $0) } }
    ) { first, _ in first }
  }

  enum Refusal: Error {
    /// Another document, by its index, holds a path.
    case taken(String, writer: String, by: Int)
    /// Another document, by its index, is the issue of this id.
    case issueTaken(String, by: Int)
    /// The path is that of a file of the input.
    case input(String, writer: String)
    case system(FileSystem.Fault)
  }

  /// Gives the places of the pieces in shared files. What is refused is discarded.
  ///
  /// - Parameter issue: the id of the document's issue.
  mutating func write(
    _ staged: inout StagedOutput, of document: Int, _ issue: String?
  ) throws(Refusal) -> [JournalEntry.WrittenRange] {
    if let refusal = refusal(of: staged, issue) {
      staged.discard(from: temporaries)
      throw refusal
    }
    var ranges: [JournalEntry.WrittenRange] = []
    var named: [String] = []
    do throws(FileSystem.Fault) {
      for piece in staged.pieces {
        var range = piece.range
        range.offset = try shared.append(piece.bytes, to: piece.path, header: headers[range.writer] ?? [])
        ranges.append(range)
      }
      for file in staged.files {
        try temporaries.rename(file.temporary, to: file.path)
        named.append(file.path)
      }
    } catch {
      for path in named { FileSystem.remove(path) }
      for piece in staged.pieces { shared.takeBack(piece.path) }
      staged.discard(from: temporaries)
      throw .system(error)
    }
    take(staged, for: document)
    if let issue { issues.take(issue, sharedBy: nil, for: document) }
    return ranges
  }

  private mutating func refusal(of staged: StagedOutput, _ issue: String?) -> Refusal? {
    if let issue, let other = issues.holder(of: issue, sharedBy: nil) { return .issueTaken(issue, by: other) }
    for file in staged.files {
      if inputs.contains(file.path) { return .input(file.path, writer: file.written.writer) }
      if let other = names.holder(of: file.written.stamp.path, sharedBy: nil) {
        return .taken(file.path, writer: file.written.writer, by: other)
      }
    }
    for piece in staged.pieces {
      if inputs.contains(piece.path) { return .input(piece.path, writer: piece.range.writer) }
      if let other = names.holder(of: piece.path, sharedBy: piece.range.writer) {
        return .taken(piece.path, writer: piece.range.writer, by: other)
      }
    }
    return nil
  }

  private mutating func take(_ staged: StagedOutput, for document: Int) {
    for path in staged.standing { names.take(path, sharedBy: nil, for: document) }
    for file in staged.files { names.take(file.written.stamp.path, sharedBy: nil, for: document) }
    for piece in staged.pieces {
      names.take(piece.path, sharedBy: piece.range.writer, for: document)
      shared.keep(piece.bytes.count, in: piece.path)
      if let assembly = assemblies[piece.range.writer], assembled[piece.path] == nil {
        assembled[piece.path] = AssembledFile(records: piece.path, assembly)
      }
    }
  }

  /// Ends with the shared files: all documents are in them, or some were not reached. Gives what went wrong.
  mutating func finish(isWhole: Bool) -> [Diagnostic] {
    let faults = isWhole ? shared.finish() : shared.suspend()
    guard isWhole, faults.isEmpty else { return faults.map(\.message) }
    return assembled.sorted { $0.key < $1.key }.flatMap { $0.value.make() }
  }
}
