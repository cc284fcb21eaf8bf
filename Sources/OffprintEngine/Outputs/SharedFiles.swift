/// The files that many documents add to, one after the other in the order of the run.
///
/// Such a file grows under a temporary name and gets its own at the end. A run that goes on after another finds what
/// that one has left: the part that was growing, or the finished file. As long as the documents' pieces come as they
/// stand there, nothing is written at all; from the first that differs on, the file is written anew behind the pieces
/// that were right. At most `limit` files are open at a time.
struct SharedFiles: Sendable {
  private struct Entry: Sendable {
    /// What an earlier run has left; its first `size` bytes are right. Nil once we write a part of our own.
    var base: String?
    /// Bytes that are certain: pieces of documents that are written.
    var size = 0
    /// Open for reading while there is a base, for writing afterwards.
    var file: Int32?
    var lastUse = 0
  }

  private let limit: Int
  private let temporaries: TemporaryFiles
  private var entries: [String: Entry] = [:]
  private var open = 0
  private var clock = 0

  init(_ temporaries: TemporaryFiles = TemporaryFiles(), limit: Int = 32) {
    self.temporaries = temporaries
    self.limit = limit
  }

  /// A piece that an earlier run has written, wherever it is now; nil if it is not there as it was.
  static func bytes(of range: JournalEntry.WrittenRange) -> [UInt8]? {
    for path in [TemporaryFiles.name(for: range.path), range.path, TemporaryFiles.name(for: range.path, "old")] {
      if let bytes = FileSystem.read(path, at: range.offset, count: range.count), Digest(of: bytes) == range.digest {
        return bytes
      }
    }
    return nil
  }

  /// Adds a piece to a file, and gives its place there. What is added counts only after `keep`.
  ///
  /// - Parameter header: what the file begins with.
  mutating func append(
    _ bytes: [UInt8], to path: String, header: [UInt8] = []
  ) throws(FileSystem.Fault) -> Int {
    if entries[path] == nil, !header.isEmpty {
      _ = try append(header, to: path)
      keep(header.count, in: path)
    }
    var entry = entries[path] ?? Self.found(path)
    defer { entries[path] = entry }
    if entry.base != nil, try isThere(bytes, &entry, path) { return entry.size }
    do throws(FileSystem.Fault) {
      try beginWriting(&entry, path)
      let file = try openFile(&entry, path)
      try FileSystem.write(bytes, to: file, path: path)
    } catch {
      throw FileSystem.Fault(path: path, code: error.code)
    }
    return entry.size
  }

  /// True if what an earlier run has left goes on with these bytes.
  private mutating func isThere(_ bytes: [UInt8], _ entry: inout Entry, _ path: String) throws(FileSystem.Fault) -> Bool
  {
    guard let base = entry.base else { return false }
    if entry.file == nil {
      try closeOldest()
      entry.file = try FileSystem.openToRead(base)
      open += 1
    }
    clock += 1
    entry.lastUse = clock
    guard let file = entry.file, let there = FileSystem.read(file, at: entry.size, count: bytes.count) else {
      return false
    }
    return there == bytes
  }

  private static func found(_ path: String) -> Entry {
    let part = TemporaryFiles.name(for: path)
    return Entry(base: FileSystem.isFile(part) ? part : FileSystem.isFile(path) ? path : nil)
  }

  /// What was added to `path` counts from now on.
  mutating func keep(_ count: Int, in path: String) { entries[path]?.size += count }

  /// Takes back what was added to `path` and does not count.
  mutating func takeBack(_ path: String) {
    guard var entry = entries[path], entry.base == nil else { return }
    close(&entry, path)
    if entry.size == 0 {
      FileSystem.remove(TemporaryFiles.name(for: path))
      entries[path] = nil
    } else {
      try? FileSystem.truncate(TemporaryFiles.name(for: path), to: entry.size)
      entries[path] = entry
    }
  }

  // MARK: Ending

  /// Gives every file its own name, with all that was added. Gives the refusals of the system.
  mutating func finish() -> [FileSystem.Fault] {
    end { files, entry, path throws(FileSystem.Fault) in
      if let base = entry.base {
        files.close(&entry, path)
        if FileSystem.size(of: base) == entry.size {
          if base != path { try FileSystem.rename(base, to: path) }
        } else {
          try files.beginWriting(&entry, path)
        }
      }
      if entry.base == nil { try files.giveName(&entry, path) }
      FileSystem.remove(TemporaryFiles.name(for: path, "old"))
    }
  }

  /// Ends before all documents were reached: what there is stays under its temporary name, for the next run. A file
  /// that an earlier run has finished stays as it is: nobody is to take a part for the whole.
  mutating func suspend() -> [FileSystem.Fault] {
    end { files, entry, path throws(FileSystem.Fault) in
      guard entry.base == nil else { return files.close(&entry, path) }
      try files.finishWriting(&entry, path)
    }
  }

  private mutating func end(
    _ body: (inout SharedFiles, inout Entry, String) throws(FileSystem.Fault) -> Void
  ) -> [FileSystem.Fault] {
    var faults: [FileSystem.Fault] = []
    for (path, entry) in entries.sorted(by: { $0.key < $1.key }) {
      var entry = entry
      do throws(FileSystem.Fault) {
        try body(&self, &entry, path)
      } catch {
        close(&entry, path)
        faults.append(FileSystem.Fault(path: path, code: error.code))
      }
    }
    entries = [:]
    return faults
  }

  private mutating func giveName(_ entry: inout Entry, _ path: String) throws(FileSystem.Fault) {
    if entry.file == nil, entry.size == 0 { _ = try openFile(&entry, path) }
    try finishWriting(&entry, path)
    try FileSystem.rename(TemporaryFiles.name(for: path), to: path)
  }

  // MARK: Writing

  /// Makes the part our own, with the pieces that are right already.
  private mutating func beginWriting(_ entry: inout Entry, _ path: String) throws(FileSystem.Fault) {
    let part = TemporaryFiles.name(for: path)
    guard var base = entry.base else { return }
    close(&entry, path)
    if base == part {
      if FileSystem.size(of: part) == entry.size {
        entry.base = nil
        return
      }
      // Documents to come may have their pieces there.
      base = TemporaryFiles.name(for: path, "old")
      try FileSystem.rename(part, to: base)
    }
    try FileSystem.copy(base, to: part, count: entry.size)
    entry.base = nil
  }

  private mutating func openFile(_ entry: inout Entry, _ path: String) throws(FileSystem.Fault) -> Int32 {
    clock += 1
    entry.lastUse = clock
    if let file = entry.file { return file }
    try closeOldest()
    if entry.size == 0, let folder = FileSystem.folder(of: path) { try temporaries.makeFolder(folder) }
    let file = try FileSystem.open(TemporaryFiles.name(for: path), appending: entry.size > 0)
    entry.file = file
    open += 1
    return file
  }

  private mutating func closeOldest() throws(FileSystem.Fault) {
    guard open >= limit else { return }
    let oldest = entries.filter { $0.value.file != nil }.min { $0.value.lastUse < $1.value.lastUse }
    guard let oldest, let file = oldest.value.file else { return }
    entries[oldest.key]?.file = nil
    open -= 1
    try FileSystem.close(file, path: oldest.key)
  }

  /// Closes a file that was written; the system may refuse only then what it has taken.
  private mutating func finishWriting(_ entry: inout Entry, _ path: String) throws(FileSystem.Fault) {
    guard let file = entry.file else { return }
    entry.file = nil
    open -= 1
    try FileSystem.close(file, path: path)
  }

  private mutating func close(_ entry: inout Entry, _ path: String) {
    guard let file = entry.file else { return }
    FileSystem.closeQuietly(file)
    entry.file = nil
    open -= 1
  }
}
