import CSQLite
import Foundation
import OffprintDiagnostics
import Testing

@testable import OffprintSQLite

@Suite("SQLite databases")
struct SQLiteDatabaseTests {
  private let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID()).sqlite").path

  @Test("values are kept as they are, empty texts and NULL apart")
  func values() throws {
    defer { unlink(path) }
    do {
      let database = try SQLiteDatabase(creating: path)
      try database.execute("CREATE TABLE t (a, b, c, d)")
      let insert = try database.prepare("INSERT INTO t VALUES (?, ?, ?, ?)")
      try insert.run([.integer(1), .text("Grüße\u{0}!"), .real(0.5), .null])
      try insert.run([SQLiteValue(nil as Int?), SQLiteValue(""), SQLiteValue("x"), SQLiteValue(7)])
      #expect(database.lastRow == 2)
    }
    #expect(
      try rows("SELECT a, hex(b), c, typeof(d) FROM t") == ["1|4772C3BCC39F650021|0.5|null", "NULL||x|integer"])
  }

  @Test("what SQLite refuses is a message with its words, and the statement can be used again")
  func refusals() throws {
    defer { unlink(path) }
    let database = try SQLiteDatabase(creating: path)
    #expect(throws: Diagnostic.self) { try database.execute("CREATE TABEL t") }
    try database.execute("CREATE TABLE t (a PRIMARY KEY)")
    let insert = try database.prepare("INSERT INTO t VALUES (?)")
    try insert.run([.text("x")])
    let fault = #expect(throws: Diagnostic.self) { try insert.run([.text("x")]) }
    #expect(fault?.summary.contains("UNIQUE constraint failed") == true && fault?.code == .cannotWrite)
    try insert.run([.text("y")])
    #expect(throws: Diagnostic.self) { _ = try SQLiteDatabase(creating: "/nowhere/at/all.sqlite") }
  }

  /// Rows as SQLite itself gives them, columns with `|` between them.
  private func rows(_ query: String) throws -> [String] {
    var database: OpaquePointer?
    try #require(sqlite3_open(path, &database) == SQLITE_OK)
    defer { sqlite3_close(database) }
    var statement: OpaquePointer?
    try #require(sqlite3_prepare_v2(database, query, -1, &statement, nil) == SQLITE_OK)
    defer { sqlite3_finalize(statement) }
    var rows: [String] = []
    while sqlite3_step(statement) == SQLITE_ROW {
      let values = (0..<sqlite3_column_count(statement)).map { column in
        sqlite3_column_text(statement, column).map { String(cString: $0) } ?? "NULL"
      }
      rows.append(values.joined(separator: "|"))
    }
    return rows
  }
}
