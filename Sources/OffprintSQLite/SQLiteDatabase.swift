import CSQLite
import OffprintDiagnostics

/// A SQLite database that is made anew, by one thread.
public final class SQLiteDatabase {
  private let path: String
  private let handle: OpaquePointer

  /// Makes an empty database; what was in the file is gone.
  ///
  /// It is written without a journal of its own: a file that is not finished is thrown away by whoever makes it.
  ///
  /// - Throws: `OP401` with SQLite's own words.
  public init(creating path: String) throws {
    self.path = path
    var opened: OpaquePointer?
    let code = sqlite3_open_v2(path, &opened, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nil)
    guard code == SQLITE_OK, let opened else {
      defer { sqlite3_close_v2(opened) }
      throw Self.fault(opened.map { String(cString: sqlite3_errmsg($0)) } ?? "no memory", path)
    }
    handle = opened
    try execute("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE")
  }

  deinit { sqlite3_close_v2(handle) }

  /// Runs statements that give no rows.
  ///
  /// - Throws: `OP401` with SQLite's own words, as all that follows.
  public func execute(_ statements: String) throws {
    guard sqlite3_exec(handle, statements, nil, nil, nil) == SQLITE_OK else { throw fault() }
  }

  /// A statement with `?` for its values, to be run many times.
  public func prepare(_ statement: String) throws -> SQLiteStatement {
    var prepared: OpaquePointer?
    guard sqlite3_prepare_v2(handle, statement, -1, &prepared, nil) == SQLITE_OK, let prepared else { throw fault() }
    return SQLiteStatement(prepared, of: self)
  }

  /// The number of the row that was added last.
  public var lastRow: Int { Int(sqlite3_last_insert_rowid(handle)) }

  func fault() -> Diagnostic { Self.fault(String(cString: sqlite3_errmsg(handle)), path) }

  private static func fault(_ words: String, _ path: String) -> Diagnostic {
    Diagnostic(
      .cannotWrite, "'\(path)' cannot be written: \(words)", at: SourcePlace(file: path),
      notes: [.init("kept", "the records that it is made of; the same command makes it of them")])
  }
}
