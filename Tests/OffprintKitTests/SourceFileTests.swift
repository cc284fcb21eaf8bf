import Foundation
import OffprintKit
import Testing

@Suite("Reading files")
struct SourceFileTests {
  private func withFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("offprint-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try body(folder.path)
  }

  @Test("a file is read whole, also one that is larger than a chunk, and one that is empty")
  func whole() throws {
    try withFolder { folder in
      let bytes = (0..<200_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
      try Data(bytes).write(to: URL(fileURLWithPath: folder + "/a"))
      try Data().write(to: URL(fileURLWithPath: folder + "/empty"))
      #expect(try SourceFile.read(folder + "/a") == bytes)
      #expect(try SourceFile.head(folder + "/a", count: 10) == Array(bytes.prefix(10)))
      #expect(try SourceFile.read(folder + "/empty").isEmpty)
      #expect(try SourceFile.head(folder + "/empty").isEmpty)
    }
  }

  @Test("a file that is not there is OP201, with the file as its place")
  func missing() {
    let error = #expect(throws: Diagnostic.self) { try SourceFile.read("/nowhere/at/all.xml") }
    #expect(error?.code == .inputMissing)
    #expect(error?.place?.file == "/nowhere/at/all.xml")
    #expect(throws: Diagnostic.self) { try SourceFile.head("/nowhere/at/all.xml") }
  }

  @Test("a folder is OP202")
  func folder() throws {
    try withFolder { folder in
      #expect(#expect(throws: Diagnostic.self) { try SourceFile.read(folder) }?.code == .inputUnreadable)
      #expect(#expect(throws: Diagnostic.self) { try SourceFile.head(folder) }?.code == .inputUnreadable)
    }
  }

  @Test("a file that says 0 for its size is read all the same")
  func noSize() throws {
    let path = "/proc/self/status"
    guard FileManager.default.fileExists(atPath: path) else { return }
    #expect(!(try SourceFile.read(path)).isEmpty)
  }
}
