import CSQLite
import Foundation
import OffprintDiagnostics
import OffprintKit
import OffprintModel
import Testing

@testable import OffprintFormats

@Suite("The SQLite catalogue")
struct WriteCatalogueTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "\(UUID())")

  /// A catalogue of the fixture, and what a query finds in it.
  private func rows(_ queries: [String], _ settings: [String: String] = [:]) throws -> [[String]] {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "c.sqlite").path
    try make(path, settings)
    return try queries.map { try Self.rows($0, in: path) }
  }

  private func make(_ path: String, _ settings: [String: String] = [:]) throws {
    let records = folder.appending(path: "c.sqlite.records")
    let products = try WriteFixture.products(SQLiteWriter.self, settings)
    try Data(products.flatMap(\.bytes)).write(to: records)
    var chosen = SQLiteWriter.Settings()
    chosen.search = settings["search"].flatMap(CatalogueSearch.init) ?? .words
    try #require(SQLiteWriter(chosen).assembly).assemble(records.path, into: path)
  }

  @Test("issues, pages, articles and regions have their rows")
  func tables() throws {
    let found = try rows([
      "SELECT id, title, date, number, language FROM issue",
      "SELECT sequence, number, file FROM page ORDER BY sequence",
      "SELECT number, id, type, headline, first_page FROM article ORDER BY number",
      "SELECT count(*) > 0, min(width) > 0 FROM region WHERE article = 1",
      "PRAGMA integrity_check", "SELECT value FROM catalogue WHERE key = 'version'",
    ])
    let issue = WriteFixture.issue()
    #expect(found[0] == ["tagblatt-1871-03-02|Tagblatt & Anzeiger|1871-03-02|51|de"])
    #expect(found[1].count == 3 && found[1][0].hasPrefix("1|"))
    #expect(found[2].count == issue.articles.count { !$0.type.isOfPage })
    #expect(found[2][0].hasPrefix("1|\(issue.articles[1].id)|article|"))
    #expect(found[3] == ["1|1"] && found[4] == ["ok"] && found[5] == ["1"])
    #expect(try rows(["SELECT count(*) FROM article"], ["furniture": "true"]) == [["\(issue.articles.count)"]])
  }

  @Test("a search finds mended words, whatever their case and accents")
  func search() throws {
    let query = "SELECT rowid FROM article_text WHERE article_text MATCH"
    let found = try rows(["\(query) 'holzvorrat'", "\(query) '\"kohlen und\"'", "\(query) 'nothing'"])
    #expect(found == [["1"], ["1"], []])
  }

  @Test("three signs in a row are found where words have no spaces between them")
  func trigrams() throws {
    let issue = WriteFixture.issue()
    let notice = try #require(issue.articles.first { $0.type == .notice })
    let text = ArticleText(of: notice, in: issue).parts.map(\.text.string).joined()
    let three = String(text.prefix(4).suffix(3))
    let query = "SELECT count(*) FROM article_text WHERE article_text MATCH '\"\(three)\"'"
    #expect(try rows([query], ["search": "trigrams"]) == [["1"]])
  }

  @Test("the same records give the same bytes; other files are refused")
  func repeats() throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let paths = ["a", "b"].map { folder.appending(path: "\($0).sqlite").path }
    for path in paths { try make(path) }
    #expect(FileManager.default.contentsEqual(atPath: paths[0], andPath: paths[1]))
    let other = folder.appending(path: "other").path
    for text in ["no record\n", "{\"id\":1}\n"] {
      try Data(text.utf8).write(to: URL(filePath: other))
      #expect(throws: Diagnostic.self) {
        try CatalogueAssembly(search: .words).assemble(other, into: folder.appending(path: "c\(text.count)").path)
      }
    }
  }

  private static func rows(_ query: String, in path: String) throws -> [String] {
    var database: OpaquePointer?
    try #require(sqlite3_open(path, &database) == SQLITE_OK)
    defer { sqlite3_close(database) }
    var statement: OpaquePointer?
    try #require(
      sqlite3_prepare_v2(database, query, -1, &statement, nil) == SQLITE_OK,
      "\(String(cString: sqlite3_errmsg(database)))")
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
