/// The files that many documents add to. They grow under temporary names and get their own names at the end of the
/// run; at most `limit` are open at a time.
struct SharedFiles: Sendable {
  private struct Entry: Sendable {
    var temporary: String
    /// Bytes that are certain: what was added by documents that are written.
    var size = 0
    var file: Int32?
    var lastUse = 0
  }

  private let limit: Int
  private var entries: [String: Entry] = [:]
  private var open = 0
  private var clock = 0

  init(limit: Int = 32) { self.limit = limit }

  /// Adds to a file. What is added counts only after `keep`.
  mutating func append(_ bytes: [UInt8], to path: String, names: inout TemporaryNames) throws(FileSystem.Fault) {
    var entry: Entry
    if let known = entries[path] {
      entry = known
    } else {
      entry = Entry(temporary: try names.name(for: path))
    }
    defer { entries[path] = entry }
    clock += 1
    entry.lastUse = clock
    do throws(FileSystem.Fault) {
      let file: Int32
      if let there = entry.file {
        file = there
      } else {
        try closeOldest()
        file = try FileSystem.open(entry.temporary, appending: entry.size > 0)
        entry.file = file
        open += 1
      }
      try FileSystem.write(bytes, to: file, path: path)
    } catch {
      throw FileSystem.Fault(path: path, code: error.code)
    }
  }

  /// What was added to `path` counts from now on.
  mutating func keep(_ count: Int, in path: String) { entries[path]?.size += count }

  /// Takes back what was added to `path` and does not count.
  mutating func takeBack(_ path: String) {
    guard var entry = entries[path] else { return }
    if let file = entry.file {
      try? FileSystem.close(file, path: path)
      entry.file = nil
      open -= 1
    }
    if entry.size == 0 {
      FileSystem.remove(entry.temporary)
      entries[path] = nil
    } else {
      try? FileSystem.truncate(entry.temporary, to: entry.size)
      entries[path] = entry
    }
  }

  /// Gives every file its own name. Gives the names in order, and the refusals of the system.
  mutating func finish() -> (paths: [String], faults: [FileSystem.Fault]) {
    var paths: [String] = []
    var faults: [FileSystem.Fault] = []
    for (path, entry) in entries.sorted(by: { $0.key < $1.key }) {
      do throws(FileSystem.Fault) {
        if let file = entry.file { try FileSystem.close(file, path: path) }
        try FileSystem.rename(entry.temporary, to: path)
        paths.append(path)
      } catch {
        FileSystem.remove(entry.temporary)
        faults.append(FileSystem.Fault(path: path, code: error.code))
      }
    }
    entries = [:]
    open = 0
    return (paths, faults)
  }

  private mutating func closeOldest() throws(FileSystem.Fault) {
    guard open >= limit else { return }
    let oldest = entries.filter { $0.value.file != nil }.min { $0.value.lastUse < $1.value.lastUse }
    guard let oldest, let file = oldest.value.file else { return }
    entries[oldest.key]?.file = nil
    open -= 1
    try FileSystem.close(file, path: oldest.key)
  }
}
