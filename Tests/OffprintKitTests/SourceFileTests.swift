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

  @Test("a file that grows while it is read is OP212, and may be whole a moment later")
  func changing() throws {
    try withFolder { folder in
      let path = folder + "/a"
      try Data(count: 1 << 20).write(to: URL(fileURLWithPath: path))
      let writer = Process()
      writer.executableURL = URL(filePath: "/bin/sh")
      writer.arguments = ["-c", "i=0; while [ $i -lt 5000 ]; do head -c 4096 /dev/zero; i=$((i+1)); done >> '\(path)'"]
      try writer.run()
      defer {
        writer.terminate()
        writer.waitUntilExit()
      }
      var found: Diagnostic?
      for _ in 0..<2000 where found == nil {
        do { _ = try SourceFile.read(path) } catch { found = error as? Diagnostic }
      }
      #expect(found?.code == .inputChanging)
      #expect(found?.mayPass == true)
    }
  }

  @Test("who watches is told of every file, and of those that are not there")
  func witness() throws {
    try withFolder { folder in
      try Data([1, 2, 3]).write(to: URL(fileURLWithPath: folder + "/a"))
      let seen = Seen()
      let witness = SourceFile.Witness(
        saw: { path, look, bytes in seen.add("\(path) \(look.size) \(bytes)") }, missed: { seen.add("no \($0)") })
      try SourceFile.$witness.withValue(witness) {
        _ = try SourceFile.read(folder + "/a")
        _ = try? SourceFile.read(folder + "/b")
      }
      _ = try SourceFile.read(folder + "/a")
      #expect(seen.all == ["\(folder)/a 3 [1, 2, 3]", "no \(folder)/b"])
    }
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

/// What a witness was told.
///
/// `@unchecked Sendable`: the test has one thread.
private final class Seen: @unchecked Sendable {
  private(set) var all: [String] = []
  func add(_ line: String) { all.append(line) }
}
