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
    #expect(error?.fix == "see whether it was moved, or its name is spelt otherwise")
    #expect(throws: Diagnostic.self) { try SourceFile.head("/nowhere/at/all.xml") }
  }

  @Test("what the system refuses says what to do about it")
  func refused() throws {
    try withFolder { folder in
      try Data().write(to: URL(fileURLWithPath: folder + "/a"))
      try FileManager.default.createSymbolicLink(atPath: folder + "/gone", withDestinationPath: "nowhere")
      func fix(_ path: String) -> String? {
        #expect(throws: Diagnostic.self) { try SourceFile.read(folder + path) }?.fix
      }
      #expect(fix("/a/b") == "name what is there: a part of this path is a file")
      #expect(fix("") == "name a file: this is a folder")
      #expect(fix("/gone") == "mend the link of this name, which leads nowhere")
      let names = #expect(throws: Diagnostic.self) { try SourceTree.names(in: folder + "/a") }
      #expect(names?.fix == "name what is there: a part of this path is a file")
    }
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

  @Test("a pipe is OP202, and is not waited for")
  func pipe() throws {
    try withFolder { folder in
      #expect(mkfifo(folder + "/pipe", 0o600) == 0)
      #expect(#expect(throws: Diagnostic.self) { try SourceFile.read(folder + "/pipe") }?.code == .inputUnreadable)
      #expect(#expect(throws: Diagnostic.self) { try SourceFile.head(folder + "/pipe") }?.code == .inputUnreadable)
      let nothing = try SourceFile.read("/dev/null")
      #expect(nothing.isEmpty)
    }
  }

  @Test("a file that is larger than it may be is OP210, also if it does not say how large it is")
  func large() throws {
    try withFolder { folder in
      try Data(count: 11).write(to: URL(fileURLWithPath: folder + "/a"))
      #expect(try SourceFile.read(folder + "/a", atMost: 11).count == 11)
      let error = #expect(throws: Diagnostic.self) { try SourceFile.read(folder + "/a", atMost: 10) }
      #expect(error?.code == .pageTooLarge)
      #expect(error?.place?.file == folder + "/a")
      #expect(#expect(throws: Diagnostic.self) { try SourceFile.read("/dev/zero", atMost: 10) }?.code == .pageTooLarge)
    }
  }

  @Test("a document's links stay in the input")
  func links() throws {
    try withFolder { folder in
      let files = FileManager.default
      for name in ["in/a", "in/b", "out"] {
        try files.createDirectory(atPath: "\(folder)/\(name)", withIntermediateDirectories: true)
      }
      try Data("x".utf8).write(to: URL(fileURLWithPath: folder + "/in/b/x"))
      try Data("y".utf8).write(to: URL(fileURLWithPath: folder + "/out/y"))
      for (name, target) in [
        ("in/a/inside", "../b/x"), ("in/a/outside", "../../out/y"), ("in/c", "../out"), ("link", "in"),
        ("in/a/nowhere", "nothing"),
      ] { try files.createSymbolicLink(atPath: "\(folder)/\(name)", withDestinationPath: target) }
      func code(_ path: String, in input: String?) throws -> DiagnosticCode? {
        let document = DocumentSource(name: "d", root: folder, files: [], input: input.map { folder + $0 })
        do { _ = try document.read(folder + path) } catch { return (error as? Diagnostic)?.code }
        return nil
      }
      #expect(try code("/in/a/inside", in: "/in") == nil)
      #expect(try code("/in/a/inside", in: "/in/a") == .pathEscapes)
      #expect(try code("/in/a/outside", in: "/in") == .pathEscapes)
      #expect(try code("/in/c/y", in: "/in") == .pathEscapes)
      #expect(try code("/in/a/outside", in: nil) == nil)
      #expect(try code("/in/a/nowhere", in: "/in") == .inputMissing)
      // The folder itself may be a link.
      #expect(try code("/link/a/inside", in: "/link") == nil)
      #expect(try code("/in/a/inside", in: "/link/") == nil)
    }
  }
}

/// What a witness was told.
///
/// `@unchecked Sendable`: the test has one thread.
private final class Seen: @unchecked Sendable {
  private(set) var all: [String] = []
  func add(_ line: String) { all.append(line) }
}
