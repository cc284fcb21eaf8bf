import Foundation
import OffprintDiagnostics
import OffprintJSON
import OffprintKit
import OffprintSQLite

/// Makes a catalogue of its records: one pass, one transaction, the search index last.
struct CatalogueAssembly: RecordAssembling {
  let search: CatalogueSearch

  /// The version of the tables, also the database's `user_version`.
  static let version = 1
  /// `Ofpr`, by which `file` and others may tell a catalogue (SQLite's `application_id`).
  private static let applicationID = 0x4F66_7072

  func assemble(_ records: String, into path: String) throws {
    let database = try SQLiteDatabase(creating: path)
    try database.execute(
      "PRAGMA application_id = \(Self.applicationID); PRAGMA user_version = \(Self.version); BEGIN")
    try database.execute(CatalogueTables.definition(search))
    try fill(database, from: records)
    try database.execute(CatalogueTables.completion)
    try database.execute("COMMIT")
  }

  private func fill(_ database: SQLiteDatabase, from records: String) throws {
    let facts = try database.prepare("INSERT INTO catalogue (key, value) VALUES (?, ?)")
    for (key, value) in [
      ("version", "\(Self.version)"), ("made_by", "Offprint \(offprintVersion)"), ("search", search.rawValue),
    ] {
      try facts.run([.text(key), .text(value)])
    }
    let issue = try Insertion(CatalogueTables.issue, database)
    let page = try Insertion(CatalogueTables.page, database)
    let article = try Insertion(CatalogueTables.article, database)
    let region = try Insertion(CatalogueTables.region, database)
    var number = 0
    try Self.lines(of: records) { line in
      let record: JSONValue
      do {
        record = try JSONValue(line)
      } catch {
        throw Self.unsound(records)
      }
      if let row = record[CatalogueRecord.issue] {
        try issue.run(row)
        for part in Self.elements(row["pages"]) { try page.run(part) }
      } else if let row = record[CatalogueRecord.article] {
        number += 1
        try article.run(row, first: number)
        for part in Self.elements(row["regions"]) { try region.run(part, first: number) }
      } else {
        throw Self.unsound(records)
      }
    }
  }

  private static func elements(_ value: JSONValue?) -> [JSONValue] {
    if case .array(let elements) = value { elements } else { [] }
  }

  private static func lines(of path: String, _ body: ([UInt8]) throws -> Void) throws {
    guard let file = fopen(path, "rb") else { throw unreadable(path) }
    defer { fclose(file) }
    var line: UnsafeMutablePointer<CChar>?
    var room = 0
    defer { free(line) }
    while true {
      let count = getline(&line, &room, file)
      guard count > 0, let line else { break }
      try body(Array(UnsafeRawBufferPointer(start: line, count: count)))
    }
    if ferror(file) != 0 { throw unreadable(path) }
  }

  private static func unreadable(_ path: String) -> Diagnostic {
    let refusal = SystemRefusal(errno)
    return Diagnostic(
      .inputUnreadable, "'\(path)' cannot be read: \(refusal.words)", at: SourcePlace(file: path),
      fix: refusal.stepToRead)
  }

  private static func unsound(_ path: String) -> Diagnostic {
    Diagnostic(
      .inputUnreadable, "'\(path)' is no file of a catalogue's records", at: SourcePlace(file: path),
      fix: "take it away and run again")
  }
}

/// Adds rows to a table; members of a record are its columns.
private struct Insertion {
  private let columns: [String]
  private let statement: SQLiteStatement

  init(_ table: CatalogueTables.Table, _ database: SQLiteDatabase) throws {
    columns = table.columns.map(\.name)
    statement = try database.prepare(table.insertion)
  }

  /// - Parameter first: the value of the first column, if the record does not have it.
  func run(_ record: JSONValue, first: Int? = nil) throws {
    var values = columns.dropFirst(first == nil ? 0 : 1).map { Self.value(record[$0]) }
    if let first { values.insert(.integer(first), at: 0) }
    try statement.run(values)
  }

  private static func value(_ json: JSONValue?) -> SQLiteValue {
    switch json {
    case .string(let text): .text(text)
    case .number(let number): number == number.rounded() ? .integer(Int(number)) : .real(number)
    default: .null
    }
  }
}
