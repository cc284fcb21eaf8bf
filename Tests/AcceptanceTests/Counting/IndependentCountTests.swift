import Foundation
import Testing

/// The account of a run beside the figures of a script that knows nothing of Offprint: what is read is all there is.
@Suite(
  "What was read, counted by another program",
  .enabled(if: SharedData.has("data/issues"), "no shared issues here"))
struct IndependentCountTests {
  /// What one delivery holds.
  struct Count: Decodable, Hashable, CustomStringConvertible {
    var name: String
    var pages: Int
    var lines: Int
    var characters: Int

    var description: String { "\(name): \(pages) pages, \(lines) lines, \(characters) characters" }
  }

  @Test(
    "issue by issue, the ledger has the lines and characters that lxml finds in the ALTO files",
    arguments: [("mets-alto", "mets"), ("didl-alto", "DIDL")])
  func counts(pipeline: String, kind: String) throws {
    let issues = SharedData.folder.appending(path: "data/issues")
    guard let counted = try Self.counted(in: issues, kind) else { return }
    #expect(!counted.isEmpty)
    let scratch = try Scratch()
    let run = try Command.run([
      "run", "pipelines/\(pipeline).yaml", "--var", "input=\(issues.path)", "--var", "out=\(scratch.folder.path)",
    ])
    #expect(SharedData.isDone(run), "\(run.errors)")
    let accounts = try Self.accounts(of: scratch.folder)
    for count in counted { #expect(accounts.contains(count), "not as the files have it: \(count)") }
    for account in accounts { #expect(counted.contains(account), "not in the files: \(account)") }
    #expect(accounts.count == Set(accounts.map(\.name)).count, "each of these deliveries is one issue")
  }

  /// What the script counts; nil, and a line that says why, where there is no Python with lxml.
  private static func counted(in folder: URL, _ kind: String) throws -> [Count]? {
    struct Line: Decodable { var kind: String }
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    let places: [String] = path.split(separator: ":").map(String.init) + ["/usr/bin"]
    guard
      let python = places.map({ "\($0)/python3" }).filter(FileManager.default.isExecutableFile)
        .map({ URL(filePath: $0) }).first(where: { (try? Command.run($0, ["-c", "import lxml"]).status) == 0 })
    else {
      print("skipped: there is no python3 with lxml here (Debian: python3-lxml)")
      return nil
    }
    let script = Command.root.appending(path: "Tests/AcceptanceTests/Counting/count-alto.py")
    let count = try Command.run(python, [script.path, folder.path])
    #expect(count.status == 0, "\(count.errors)")
    return try count.output.split(separator: "\n").map { Data($0.utf8) }
      .filter { try JSONDecoder().decode(Line.self, from: $0).kind == kind }
      .map { try JSONDecoder().decode(Count.self, from: $0) }
  }

  /// The account of each document in the journal of a run; the first figure of each is what was read.
  private static func accounts(of run: URL) throws -> [Count] {
    struct Entry: Decodable {
      var name: String
      var pages: Int
      var lines: [Int]
      var characters: [Int]
    }
    return try String(contentsOf: run.appending(path: "journal.jsonl"), encoding: .utf8).split(separator: "\n")
      .filter { $0.hasPrefix("{\"document\":") }
      .map { line in
        let entry = try JSONDecoder().decode(Entry.self, from: Data(line.utf8))
        let delivery = entry.name.prefix { $0 != "/" && $0 != "!" }
        return Count(
          name: String(delivery), pages: entry.pages, lines: try #require(entry.lines.first),
          characters: try #require(entry.characters.first))
      }
  }
}
