import CXXHash
import OffprintJSON

/// Where the lines of a journal are, not what they say: sixteen bytes and some for each document.
struct JournalIndex: Sendable {
  struct Place: Sendable {
    var offset: Int
    var count: Int32
  }

  /// Bytes of the file.
  private(set) var size = 0
  /// By the sum of a document's JSON string, where its last line is.
  private var documents: [UInt64: Place] = [:]
  /// Lines that say which settings a key stands for.
  private(set) var settings: [String: Place] = [:]
  /// What runs said of themselves when they began, the last one last.
  private(set) var runs: [Place] = []

  /// How many documents there are.
  var count: Int { documents.count }

  /// The last line of a document.
  ///
  /// - Parameter identity: `JournalEntry.identity(of:)`.
  func document(_ identity: String) -> Place? { documents[Self.sum(of: identity)] }

  /// The last lines of all documents but some, in the order of the file.
  func others(than identities: some Sequence<String>) -> [Place] {
    let known = Set(identities.lazy.map(Self.sum))
    return documents.filter { !known.contains($0.key) }.map(\.value).sorted { $0.offset < $1.offset }
  }

  private static func sum(of identity: String) -> UInt64 {
    var key: [UInt8] = []
    JSONText.append(identity.utf8, to: &key)
    return sum(key[...])
  }

  /// Notes a whole line at the end of the file.
  mutating func add(_ line: ArraySlice<UInt8>) {
    note(line, at: size)
    size += line.count
  }

  private mutating func note(_ line: ArraySlice<UInt8>, at offset: Int) {
    let place = Place(offset: offset, count: Int32(clamping: line.count))
    if let identity = JournalLine.first("document", in: line) {
      documents[Self.sum(identity)] = place
    } else if let key = JournalLine.first("settings", in: line) {
      settings[String(decoding: key.dropFirst().dropLast(), as: UTF8.self)] = place
    } else if JournalLine.first("run", in: line) != nil {
      runs.append(place)
    }
  }

  private static func sum(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.withUnsafeBytes { XXH3_64bits($0.baseAddress, $0.count) }
  }

  /// Reads through a journal. Lines that were cut off or damaged are counted and do not matter; one without an end gets
  /// one, so that the next line begins as a line.
  static func load(_ file: Int32, _ path: String) throws(FileSystem.Fault) -> (index: JournalIndex, damaged: Int) {
    var index = JournalIndex()
    var damaged = 0
    var rest: [UInt8] = []
    while let chunk = FileSystem.read(file, at: index.size + rest.count, count: 1 << 20), !chunk.isEmpty {
      let searched = rest.count
      rest += chunk
      var from = 0
      while let end = rest[max(from, from == 0 ? searched : 0)...].firstIndex(of: 0x0A) {
        let line = rest[from...end]
        if JournalLine.isWhole(line) {
          index.note(line, at: index.size + from)
        } else if line.count > 1 {
          damaged += 1
        }
        from = end + 1
      }
      index.size += from
      rest.removeFirst(from)
    }
    guard !rest.isEmpty else { return (index, damaged) }
    index.size += rest.count
    if FileSystem.isWritable(file) {
      try FileSystem.write([0x0A], to: file, path: path)
      index.size += 1
    }
    return (index, damaged + 1)
  }
}
