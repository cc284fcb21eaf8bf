import Foundation
import OffprintDiagnostics
import OffprintPipeline
import Testing

@testable import OffprintEngine

@Suite struct InputTests {
  private let sandbox = Sandbox()

  private func found(_ from: String) throws -> [String] {
    try InputFinder.selection(for: "\(sandbox.path)/\(from)").files.map {
      String($0.dropFirst(sandbox.path.utf8.count + 1))
    }
  }

  private func fill() {
    for name in [
      "in/b.xml", "in/a.xml", "in/B.xml", "in/.hidden.xml", "in/__MACOSX/a.xml", "in/1858/x-mets.xml", "in/é.xml",
      "in/1858/alto/0001.xml", "in/1859/x-mets.xml", "in/1859/.cache/y-mets.xml", "in/notes.txt",
    ] { sandbox.write("", to: name) }
  }

  @Test func `a folder means all files below it in the order of their bytes`() throws {
    fill()
    let expected = [
      "in/1858/alto/0001.xml", "in/1858/x-mets.xml", "in/1859/x-mets.xml", "in/B.xml", "in/a.xml", "in/b.xml",
      "in/notes.txt", "in/é.xml",
    ]
    #expect(try found("in") == expected)
    #expect(try found("in/") == expected)
    #expect(try found("in/**") == expected)
  }

  @Test func `a name that is not UTF-8 is told of, and the run does not end as if all were done`() throws {
    sandbox.write("one", to: "in/a.txt")
    // As a disk has it that was written in Latin-1: `zürich`.
    let folder = Array("\(sandbox.path)/in/z".utf8) + [0xFC] + Array("rich".utf8) + [0]
    #expect(folder.withUnsafeBytes { mkdir($0.baseAddress!.assumingMemoryBound(to: CChar.self), 0o755) } == 0)
    let selection = try InputFinder.selection(for: "\(sandbox.path)/in")
    #expect(selection.files.map { $0.hasSuffix("in/a.txt") } == [true])
    #expect(selection.messages.map(\.code) == [.inputUnreadable])
    let summary = selection.messages.first?.summary
    #expect(summary?.hasSuffix("/in/z\u{FFFD}rich' has a name that is not UTF-8 and cannot be read") == true)
    let record = Pipeline.fake(in: sandbox).run()
    #expect(record.done == 1 && record.hasUnreadInput)
  }

  @Test func `a folder that cannot be looked into is told of, and what stands beside it is found`() throws {
    fill()
    let root = "\(sandbox.path)/in"
    let locked = Diagnostic(.inputUnreadable, "locked")
    let walk = try FolderWalk.files(in: root, matching: GlobPattern("**/*.xml")) { folder in
      if folder.hasSuffix("/1858") { throw locked }
      return try FolderWalk.names(in: folder)
    }
    #expect(
      walk.found.map { $0.dropFirst(root.utf8.count + 1) } == ["1859/x-mets.xml", "B.xml", "a.xml", "b.xml", "é.xml"])
    #expect(walk.messages.map(\.code) == [.inputUnreadable])
    #expect(walk.messages.first?.notes.first?.text == "all other files; of what is in it, nothing is read")
    // Of a root that is locked there is nothing to tell but that.
    #expect(throws: locked) { try FolderWalk.files(in: root, matching: GlobPattern("**")) { _ in throw locked } }
  }

  @Test(arguments: [
    ("in/*.xml", ["in/B.xml", "in/a.xml", "in/b.xml", "in/é.xml"]),
    ("in/?.xml", ["in/B.xml", "in/a.xml", "in/b.xml", "in/é.xml"]),
    ("in/**/*mets*.xml", ["in/1858/x-mets.xml", "in/1859/x-mets.xml"]),
    ("in/*/x-mets.xml", ["in/1858/x-mets.xml", "in/1859/x-mets.xml"]),
    ("in/1858/**/0*1.xml", ["in/1858/alto/0001.xml"]),
    ("in/**/**/notes.txt", ["in/notes.txt"]),
    ("in/185[8]/*", []),
    ("in/.hidden*", ["in/.hidden.xml"]),
    ("in/a.xml", ["in/a.xml"]),
  ])
  func `a pattern means what it matches`(pattern: String, expected: [String]) throws {
    fill()
    #expect((try? found(pattern)) ?? [] == expected)
  }

  @Test func `what is not there is said with the nearest name`() throws {
    fill()
    let place = SourcePlace(file: "p.yaml", line: 3, column: 9)
    let error = #expect(throws: Diagnostic.self) {
      try InputFinder.selection(for: "\(sandbox.path)/in/notse.txt", at: place)
    }
    #expect(error?.code == .inputMissing)
    #expect(error?.place == place)
    #expect(error?.fix == "did you mean 'notes.txt'?")
    let nothing = #expect(throws: Diagnostic.self) { try found("in/**/*.pdf") }
    #expect(nothing?.code == .nothingMatched)
    let root = #expect(throws: Diagnostic.self) { try found("nowhere/*.xml") }
    #expect(root?.code == .inputMissing)
  }

  @Test func `links are followed, but never round in a circle`() throws {
    sandbox.write("", to: "in/a/x.txt")
    sandbox.link("in/a/up", to: "..")
    sandbox.link("in/self", to: ".")
    sandbox.write("", to: "elsewhere/y.txt")
    sandbox.link("in/other", to: "../elsewhere")
    sandbox.link("in/dangling", to: "nowhere")
    #expect(try found("in") == ["in/a/x.txt", "in/dangling", "in/other/y.txt"])
  }

  @Test func `a pipe is passed over, but not in silence`() throws {
    sandbox.write("", to: "in/a.xml")
    #expect(mkfifo("\(sandbox.path)/in/b.xml", 0o600) == 0)
    let selection = try InputFinder.selection(for: "\(sandbox.path)/in")
    #expect(selection.files.map { $0.hasSuffix("/in/a.xml") } == [true])
    #expect(selection.messages.map(\.severity) == [.warning])
    #expect(selection.messages.first?.place?.file.hasSuffix("/in/b.xml") == true)
  }

  @Test func `a single file is told from a folder`() throws {
    fill()
    let file = try InputFinder.selection(for: "\(sandbox.path)/in/a.xml")
    #expect(file.isSingleFile)
    #expect(file.root == "\(sandbox.path)/in")
    #expect(try InputFinder.selection(for: "\(sandbox.path)/in/*/x*").root == "\(sandbox.path)/in")
  }
}
