import OffprintDiagnostics
import OffprintJSON
import OffprintKit

/// The line of the journal that an entry is.
extension JournalEntry {
  var json: JSONValue {
    .members(
      ("document", .string(identity)), ("name", .string(record.name)), ("id", record.id.map(JSONValue.string)),
      ("outcome", .string(record.outcome.rawValue)), ("failed_at", record.failedAt.map(JSONValue.string)),
      ("passed_over", record.passedOver.isEmpty ? nil : .strings(record.passedOver)),
      ("settings", .string(settings)), ("noted", .string(String(noted))),
      ("pages", .integer(record.pages)), ("articles", .integer(record.articles)), ("bytes", .integer(record.bytes)),
      ("lines", record.lines.json), ("characters", record.characters.json),
      ("flags", .object(record.flags.map { .init($0.code, .integer($0.count)) })),
      ("diagnostics", .array(record.diagnostics.map(\.json))),
      ("inputs", .array(inputs.map { .array($0.fields) })),
      ("missing", missing.isEmpty ? nil : .strings(missing)),
      ("outputs", .array(outputs.map { .array([.string($0.writer), .integer($0.pieces)] + $0.stamp.fields) })),
      ("ranges", .array(ranges.map(\.json))))
  }

  /// Nil if a member is missing or of another kind than it should be.
  init?(_ json: JSONValue) {
    guard let identity = json["document"]?.text(), let settings = json["settings"]?.text(),
      let noted = json["noted"]?.text().flatMap({ Int($0) }), let record = DocumentRecord(json),
      let inputs = json["inputs"]?.all(FileStamp.init(fields:)),
      let outputs = json["outputs"]?.all(WrittenFile.init(fields:)),
      let ranges = json["ranges"]?.all(WrittenRange.init(fields:))
    else { return nil }
    self.init(
      identity: identity, settings: settings, noted: noted, record: record, inputs: inputs,
      missing: json["missing"]?.all { $0.text() } ?? [], outputs: outputs, ranges: ranges)
    self.record.count(outputs, ranges)
  }
}

extension DocumentRecord {
  fileprivate init?(_ json: JSONValue) {
    guard let name = json["name"]?.text(), let outcome = json["outcome"]?.text().flatMap(Outcome.init) else {
      return nil
    }
    self.init(index: 0, name: name)
    self.outcome = outcome
    id = json["id"]?.text()
    failedAt = json["failed_at"]?.text()
    passedOver = json["passed_over"]?.all { $0.text() } ?? []
    pages = json["pages"]?.whole() ?? 0
    articles = json["articles"]?.whole() ?? 0
    bytes = json["bytes"]?.whole() ?? 0
    lines = LineFigures(json["lines"])
    characters = CharacterFigures(json["characters"])
    if case .object(let members)? = json["flags"] {
      flags = members.map { FlagCount(code: $0.key, count: $0.value.whole() ?? 0) }
    }
    diagnostics = json["diagnostics"]?.all { Diagnostic($0) } ?? []
  }
}

extension LineFigures {
  fileprivate var json: JSONValue {
    .array([read, exported, furniture, merged, dropped, lost].map(JSONValue.integer))
  }

  fileprivate init(_ json: JSONValue?) {
    self.init()
    guard let all = json?.all({ $0.whole() }), all.count == 6 else { return }
    (read, exported, furniture, merged, dropped, lost) = (all[0], all[1], all[2], all[3], all[4], all[5])
  }
}

extension CharacterFigures {
  fileprivate var json: JSONValue {
    .array([read, changed, exported, furniture, merged, dropped].map(JSONValue.integer))
  }

  fileprivate init(_ json: JSONValue?) {
    self.init()
    guard let all = json?.all({ $0.whole() }), all.count == 6 else { return }
    (read, changed, exported, furniture, merged, dropped) = (all[0], all[1], all[2], all[3], all[4], all[5])
  }
}

extension FileStamp {
  fileprivate var fields: [JSONValue] {
    // Nanoseconds are more than a JSON number holds exactly.
    [.string(path), .integer(look.size), .string(String(look.changed)), .string(digest.hex)]
  }

  fileprivate init?(fields json: JSONValue) { self.init(json, from: 0) }

  fileprivate init?(_ json: JSONValue, from first: Int) {
    guard case .array(let fields) = json, fields.count == first + 4, let path = fields[first].text(),
      let size = fields[first + 1].whole(), let changed = fields[first + 2].text().flatMap({ Int($0) }),
      let digest = fields[first + 3].text().flatMap(Digest.init(hex:))
    else { return nil }
    self.init(path: path, look: FileLook(size: size, changed: changed), digest: digest)
  }
}

extension JournalEntry.WrittenFile {
  fileprivate init?(fields json: JSONValue) {
    guard case .array(let fields) = json, fields.count == 6, let writer = fields[0].text(),
      let pieces = fields[1].whole(), let stamp = FileStamp(json, from: 2)
    else { return nil }
    self.init(writer: writer, stamp: stamp, pieces: pieces)
  }
}

extension JournalEntry.WrittenRange {
  fileprivate var json: JSONValue {
    .array([
      .string(writer), .integer(pieces), .string(path), .integer(offset), .integer(count), .string(digest.hex),
    ])
  }

  fileprivate init?(fields json: JSONValue) {
    guard case .array(let fields) = json, fields.count == 6, let writer = fields[0].text(),
      let pieces = fields[1].whole(), let path = fields[2].text(), let offset = fields[3].whole(),
      let count = fields[4].whole(), let digest = fields[5].text().flatMap(Digest.init(hex:))
    else { return nil }
    self.init(writer: writer, path: path, offset: offset, count: count, digest: digest, pieces: pieces)
  }
}
