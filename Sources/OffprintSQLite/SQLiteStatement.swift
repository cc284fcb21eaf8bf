import CSQLite

/// A statement of a database, compiled once.
public final class SQLiteStatement {
  private let handle: OpaquePointer
  private let database: SQLiteDatabase

  init(_ handle: OpaquePointer, of database: SQLiteDatabase) {
    self.handle = handle
    self.database = database
  }

  deinit { sqlite3_finalize(handle) }

  /// Runs it with these values for its `?`, in order.
  ///
  /// - Throws: `OP401` with SQLite's own words.
  public func run(_ values: [SQLiteValue]) throws {
    for (place, value) in values.enumerated() {
      guard bind(value, at: Int32(place + 1)) == SQLITE_OK else { throw database.fault() }
    }
    let code = sqlite3_step(handle)
    guard code == SQLITE_DONE || code == SQLITE_ROW else {
      let fault = database.fault()
      sqlite3_reset(handle)
      throw fault
    }
    sqlite3_reset(handle)
  }

  private func bind(_ value: SQLiteValue, at place: Int32) -> Int32 {
    switch value {
    case .null: return sqlite3_bind_null(handle, place)
    case .integer(let value): return sqlite3_bind_int64(handle, place, Int64(value))
    case .real(let value): return sqlite3_bind_double(handle, place, value)
    case .text(var text):
      return text.withUTF8 { utf8 in
        utf8.withMemoryRebound(to: CChar.self) {
          sqlite3_bind_text(handle, place, $0.baseAddress ?? emptyText, Int32(utf8.count), copied)
        }
      }
    }
  }
}

/// A value of a column.
public enum SQLiteValue: Hashable, Sendable {
  case null
  case integer(Int)
  case real(Double)
  case text(String)

  public init(_ text: String?) { self = text.map(SQLiteValue.text) ?? .null }
  public init(_ integer: Int?) { self = integer.map(SQLiteValue.integer) ?? .null }
}

/// What tells SQLite to keep a copy of a text (`SQLITE_TRANSIENT`, a macro that Swift does not see).
nonisolated(unsafe) private let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
/// A text without bytes that is not NULL. It is never written to, nor freed.
nonisolated(unsafe) private let emptyText = UnsafePointer(UnsafeMutablePointer<CChar>.allocate(capacity: 1))
