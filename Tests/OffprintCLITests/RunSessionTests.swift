import Foundation
import OffprintDiagnostics
import OffprintEngine
import OffprintKit
import OffprintModel
import Testing

@testable import OffprintCLI
@testable import OffprintPipeline

/// What an operator sees of a run.
@Suite struct RunSessionTests {
  /// As many documents as a number says, every one but the first broken if it is told so.
  struct Numbers: Reader {
    static let spec = ReaderSpec(name: "numbers", summary: "", gives: [])
    var count = 1
    var isBroken = false
    init(_ settings: NoSettings) {}

    func documents(in input: InputSelection) throws -> DocumentListing {
      DocumentListing(
        documents: (0..<count).map { DocumentSource(name: "d\($0)", root: input.root, files: input.files) },
        diagnostics: input.files.count == 1 ? [] : [Diagnostic(.inputEmpty, "\(input.files)", severity: .warning)])
    }

    func read(_ document: DocumentSource, _ context: inout ReadContext) throws -> Issue {
      if isBroken, document.name != "d0" { throw Diagnostic(.xmlBroken, "'\(document.name)' is cut off") }
      var issue = ExampleRun.document(.text("one\ntwo"), language: nil, name: document.name)
      issue.hasArticles = true
      issue.articles = [
        Article(
          id: "\(document.name)-1",
          components: [Component(.headline, lines: issue.pages[0].lines.indices.map { LineRef(page: 0, line: $0) })])
      ]
      return issue
    }
  }

  struct Ids: Writer {
    static let spec = WriterSpec(name: "ids", summary: "", fileExtension: "txt", layout: .records)
    init(_ settings: NoSettings) {}
    func products(for issue: Issue) throws -> [Product] { [Product(.issue, Array((issue.id + "\n").utf8))] }
  }

  private func run(
    _ count: Int, broken: Bool = false, outIsFile: Bool = false, events: String? = nil,
    check: (String) -> Void = { _ in }
  ) throws -> (status: ExitStatus, out: String, err: String) {
    let folder = FileManager.default.temporaryDirectory.path + "/offprint-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: "\(folder)/in", withIntermediateDirectories: true)
    try Data("x".utf8).write(to: URL(filePath: "\(folder)/in/x"))
    if outIsFile { try Data().write(to: URL(filePath: "\(folder)/out")) }
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var reader = Numbers(NoSettings())
    reader.count = count
    reader.isBroken = broken
    let pipeline = Pipeline(
      name: "p", about: "", file: "p.yaml",
      read: ReadStep(format: "numbers", reader: reader, from: "\(folder)/in", place: nil), stages: [], checks: [],
      writes: [
        WriteStep(
          id: "ids", format: "ids", writer: Ids(NoSettings()), spec: Ids.spec,
          to: OutputPath(pieces: [.text("\(folder)/out/ids.txt")]))
      ], run: RunPolicy(folder: "\(folder)/run"), tests: [])
    let out = Collected()
    let err = Collected()
    let session = RunSession(Console(write: out.add, writeError: err.add), .never)
    let status = session.run(pipeline, RunOptions(jobs: 2), events: events.map { "\(folder)/\($0)" })
    check(folder)
    return (status, out.text.replacing(folder, with: "DIR"), err.text.replacing(folder, with: "DIR"))
  }

  @Test func `a run that goes well ends with its summary`() throws {
    let result = try run(3) { folder in
      #expect(FileManager.default.fileExists(atPath: "\(folder)/run/run.json"))
      #expect(FileManager.default.contents(atPath: "\(folder)/out/ids.txt") == Data("d0\nd1\nd2\n".utf8))
    }
    #expect(result.status == .done)
    #expect(result.out.isEmpty)
    #expect(
      result.err == """
        documents: 3 done, 0 failed of 3
        pages: 3, articles: 3
        lines: 6 read = 6 exported + 0 furniture + 0 merged + 0 dropped, 0 lost
        characters: 18 read = 18 exported + 0 furniture + 0 merged + 0 dropped, 0 lost
        written: 3 records ids in DIR/out/ids.txt
        record: DIR/run/run.json

        """)
  }

  @Test func `messages come in the order of documents, and not without end`() throws {
    let result = try run(31, broken: true)
    #expect(result.status == .answerIsNo)
    let shown = result.err.split(separator: "\n").filter { $0.hasPrefix("error[OP203]") }
    #expect(shown.map(String.init) == (1...20).map { "error[OP203]: 'd\($0)' is cut off" })
    #expect(result.err.contains("\n10 more errors, all in journal.jsonl\n"))
  }

  @Test func `nothing to do is said, and recorded`() throws {
    let result = try run(0) { #expect(FileManager.default.fileExists(atPath: "\($0)/run/run.json")) }
    #expect(result.status == .nothingToDo)
    #expect(result.err.contains("OP501"))
    #expect(result.err.contains("next: look at `from` in p.yaml"))
  }

  @Test func `the file of events is no input`() throws {
    let result = try run(1, events: "in/events.jsonl") { folder in
      #expect(FileManager.default.fileExists(atPath: "\(folder)/in/events.jsonl"))
    }
    #expect(result.status == .done)
    #expect(!result.err.contains("events.jsonl"))
  }

  @Test func `what cannot be written ends with 73`() throws {
    let result = try run(1, outIsFile: true)
    #expect(result.status == .cannotWrite)
    #expect(result.err.contains("OP401"))
  }
}
