import Foundation
import OffprintDiagnostics

@testable import OffprintArchives

/// An archive in memory, and what reading it says.
struct Unpacking {
  let archive: Archive
  /// Files of a packed tar that were handed out unasked.
  private(set) var seen: [Int] = []

  init(_ bytes: [UInt8], _ kind: ArchiveKind) throws {
    var seen: [Int] = []
    archive = try Archive("a", .memory(bytes), kind) { entry, _ in seen.append(entry) }
    self.seen = seen
  }

  func text(_ name: String) throws -> String {
    var cursor: TarCursor?
    return try text(name, &cursor)
  }

  func text(_ name: String, _ cursor: inout TarCursor?) throws -> String {
    guard let index = archive.index(of: name) else { return "none" }
    let bytes = try archive.read(index, named: name, cursor: &cursor) { _, _ in }
    return String(decoding: bytes, as: UTF8.self)
  }

  func head(_ name: String, _ count: Int) throws -> String? {
    guard let index = archive.index(of: name) else { return nil }
    return try archive.head(index, named: name, count: count).map { String(decoding: $0, as: UTF8.self) }
  }

  var codes: [String] { archive.findings.map(\.code.id) }
}

/// The message that `body` throws; nil if it throws none.
func message(_ body: () throws -> Void) -> String? {
  do {
    try body()
    return nil
  } catch {
    return Diagnostics.messages(of: error).map { "\($0.code.id) \($0.summary)" }.joined(separator: "\n")
  }
}

/// Bytes that were written in base 64.
func decoded(_ text: String) -> [UInt8] { Array(Data(base64Encoded: text) ?? Data()) }
