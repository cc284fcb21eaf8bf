import OffprintDiagnostics
import OffprintJSON
import OffprintKit

/// The record of all runs into a folder, `journal.jsonl`: one line for each document that was finished, added when its
/// files have their names, so that a run that ended in any way can go on.
///
/// Lines are only ever added. The last whole line of a document is what is known of it. Memory holds where that line
/// is, not what it says: sixteen bytes and some for each document.
final class Journal: Sendable {
  let path: String
  /// -1 once it is closed.
  private let file: Guarded<Int32>
  private let index: Guarded<JournalIndex>

  /// Whether lines are to be added.
  enum Start: Sendable { case goOn, readOnly }

  /// Lines that were cut off or damaged, and do not count.
  let damaged: Int

  /// - Throws: `OP401` if it cannot be written, `OP508` if another run is at it.
  init(in folder: String, _ start: Start) throws {
    path = "\(folder)/journal.jsonl"
    do throws(FileSystem.Fault) {
      if start != .readOnly { try FileSystem.makeFolder(folder) }
      let file = try FileSystem.openJournal(path, readOnly: start == .readOnly)
      if start != .readOnly, !FileSystem.lock(file) {
        try? FileSystem.close(file, path: path)
        throw FileSystem.Fault(path: path, code: FileSystem.Fault.locked)
      }
      let (index, damaged) = try JournalIndex.load(file, path)
      self.file = Guarded(file)
      self.index = Guarded(index)
      self.damaged = damaged
    } catch {
      throw error.code == FileSystem.Fault.locked ? Diagnostic.inUse(path) : error.message
    }
  }

  /// The journal of a folder to look into; nil if there is none.
  static func existing(in folder: String) throws -> Journal? {
    FileSystem.isFile("\(folder)/journal.jsonl") ? try Journal(in: folder, .readOnly) : nil
  }

  deinit { close() }

  /// Gives the journal free for the next run. Work that never came back may hold on to it, and finds nothing in it.
  func close() {
    file.withLock { file in
      if file >= 0 { FileSystem.closeQuietly(file) }
      file = -1
    }
  }

  // MARK: Reading

  /// How many documents are known.
  var count: Int { index.withLock { $0.count } }

  /// What is known of a document; nil if nothing.
  ///
  /// - Parameter identity: `JournalEntry.identity(of:)`.
  func entry(of identity: String) -> JournalEntry? {
    let place = index.withLock { $0.document(identity) }
    guard let entry = place.flatMap(value).flatMap({ JournalEntry($0) }), entry.identity == identity else { return nil }
    return entry
  }

  /// What is known of all documents but some, in the order in which they were finished.
  func entries(otherThan identities: some Sequence<String>) -> [JournalEntry] {
    index.withLock { $0.others(than: identities) }.compactMap { value($0).flatMap { JournalEntry($0) } }
  }

  /// The settings that a key stands for; nil if no line says it.
  func settings(_ key: String) -> [String: String]? {
    let place = index.withLock { $0.settings[key] }
    guard case .object(let members)? = place.flatMap(value)?["values"] else { return nil }
    return Dictionary(members.map { ($0.key, $0.value.text() ?? "") }) { first, _ in first }
  }

  /// What the last run said of itself when it began.
  var lastRun: JSONValue? { index.withLock { $0.runs.last }.flatMap(value) }

  private func value(_ place: JournalIndex.Place) -> JSONValue? {
    file.withLock { FileSystem.read($0, at: place.offset, count: Int(place.count)) }
      .flatMap { JournalLine.value($0[...]) }
  }

  /// Files that runs wrote beside their outputs.
  var filesBeside: Set<String> {
    Set(index.withLock { $0.runs }.compactMap(value).flatMap { $0["beside"]?.all { $0.text() } ?? [] })
  }

  // MARK: Writing

  /// Begins anew, as if no run had been made.
  ///
  /// - Throws: `OP401`.
  func forget() throws {
    do throws(FileSystem.Fault) {
      try FileSystem.truncate(path, to: 0)
    } catch {
      throw error.message
    }
    index.withLock { $0 = JournalIndex() }
  }

  /// Adds what became of a document.
  func add(_ entry: JournalEntry) throws(FileSystem.Fault) { try add(entry.json) }

  /// Adds what a run says of itself, and the settings that it works with unless they are known.
  func begin(run: JSONValue, settings key: String, _ values: [String: String]) throws(FileSystem.Fault) {
    try add(run)
    guard index.withLock({ $0.settings[key] }) == nil else { return }
    let members = values.sorted { $0.key < $1.key }.map { JSONValue.Member($0.key, .string($0.value)) }
    try add(.members(("settings", .string(key)), ("values", .object(members))))
  }

  /// One call of the system for each line; what could be written of it only in part is taken back.
  func add(_ json: JSONValue) throws(FileSystem.Fault) {
    let line = JournalLine.sealed(json)
    let size = index.withLock { $0.size }
    do throws(FileSystem.Fault) {
      try FileSystem.write(line, to: file.withLock { $0 }, path: path)
    } catch {
      try? FileSystem.truncate(path, to: size)
      throw error
    }
    index.withLock { $0.add(line[...]) }
  }
}

extension Diagnostic {
  fileprivate static func inUse(_ path: String) -> Diagnostic {
    Diagnostic(
      .runInProgress, "another run is writing into '\(path)'", at: SourcePlace(file: path),
      fix: "wait for it, or let this run have a folder of its own",
      notes: [.init("kept", "nothing was read or written")])
  }
}
