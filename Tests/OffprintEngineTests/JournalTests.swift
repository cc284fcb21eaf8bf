import OffprintDiagnostics
import OffprintJSON
import OffprintKit
import Testing

@testable import OffprintEngine

@Suite struct JournalTests {
  private let sandbox = Sandbox()

  private func entry(_ number: Int) -> JournalEntry {
    var record = DocumentRecord(index: 0, name: "d\(number) \"quoted\"\n")
    record.id = "d\(number)"
    (record.pages, record.articles, record.bytes) = (3, 7, 123_456)
    (record.lines.read, record.lines.exported, record.lines.dropped) = (10, 9, 1)
    (record.characters.read, record.characters.changed, record.characters.exported) = (100, -3, 97)
    record.flags = [.init(code: "odd", count: 2)]
    record.diagnostics = [
      Diagnostic(
        .xmlBroken, "'x' is cut off", at: SourcePlace(file: "x", line: 3, column: 7), fix: "mend it",
        notes: [.init("kept", "nothing")])
    ]
    let look = FileLook(size: 42, changed: 1_764_370_000_123_456_789)
    let stamp = FileStamp(path: "/in/ä \(number).xml", look: look, digest: Digest(of: [1, 2, 3]))
    return JournalEntry(
      identity: "/in/ä \(number).xml", settings: "abc", noted: 1_764_370_000_987_654_321, record: record,
      inputs: [stamp],
      missing: ["/in/gone.xml"], outputs: [.init(writer: "files", stamp: stamp, pieces: 2)],
      ranges: [.init(writer: "all", path: "/out/all", offset: 5, count: 6, digest: Digest(of: [9]), pieces: 1)])
  }

  @Test func `an entry comes back as it was`() throws {
    let journal = try Journal(in: sandbox.path, .goOn)
    for number in 0..<50 { try journal.add(entry(number)) }
    let read = try #require(try Journal.existing(in: sandbox.path)?.entry(of: "/in/ä 7.xml"))
    let wanted = entry(7)
    #expect(read.json == wanted.json)
    #expect((read.noted, read.inputs, read.missing) == (wanted.noted, wanted.inputs, wanted.missing))
    #expect((read.outputs, read.ranges) == (wanted.outputs, wanted.ranges))
    #expect(read.record.diagnostics == wanted.record.diagnostics)
    #expect((read.record.lines, read.record.characters) == (wanted.record.lines, wanted.record.characters))
    #expect(read.record.files == 1 && read.record.records == 3)
    #expect(journal.entry(of: "/in/other.xml") == nil)
  }

  @Test func `the last line of a document counts`() throws {
    let journal = try Journal(in: sandbox.path, .goOn)
    try journal.add(entry(1))
    var later = entry(1)
    later.record.outcome = .failed
    try journal.add(later)
    #expect(journal.entry(of: "/in/ä 1.xml")?.record.outcome == .failed)
    #expect(journal.count == 1)
  }

  @Test func `a line that was cut off at any byte costs its document alone`() throws {
    try Journal(in: sandbox.path, .goOn).add(entry(1))
    let first = try #require(sandbox.read("journal.jsonl"))
    try Journal(in: sandbox.path, .goOn).add(entry(2))
    let both = Array(try #require(sandbox.read("journal.jsonl")).utf8)
    for length in stride(from: first.utf8.count + 1, to: both.count, by: 13) {
      sandbox.write(String(decoding: both[..<length], as: UTF8.self), to: "journal.jsonl")
      let journal = try Journal(in: sandbox.path, .goOn)
      #expect(journal.damaged == 1)
      #expect(journal.entry(of: "/in/ä 1.xml") != nil)
      #expect(journal.entry(of: "/in/ä 2.xml") == nil)
      try journal.add(entry(3))
      #expect(try Journal.existing(in: sandbox.path)?.entry(of: "/in/ä 3.xml") != nil)
    }
  }

  @Test func `a byte that changed is noticed`() throws {
    let journal = try Journal(in: sandbox.path, .goOn)
    for number in 1...3 { try journal.add(entry(number)) }
    let text = try #require(sandbox.read("journal.jsonl"))
    sandbox.write(text.replacing("/in/ä 2.xml\",\"name", with: "/in/ä 4.xml\",\"name"), to: "journal.jsonl")
    let read = try #require(try Journal.existing(in: sandbox.path))
    #expect(read.damaged == 1)
    #expect([1, 2, 3, 4].filter { read.entry(of: "/in/ä \($0).xml") != nil } == [1, 3])
  }

  @Test func `settings and runs are found again`() throws {
    let journal = try Journal(in: sandbox.path, .goOn)
    let run = JSONValue.members(("run", .string("now")), ("pipeline", .string("/p.yaml")), ("folder", .string("/")))
    try journal.begin(run: run, settings: "k1", ["a": "1", "b": "x\"y"])
    try journal.begin(run: run, settings: "k1", ["a": "1", "b": "x\"y"])
    let read = try #require(try Journal.existing(in: sandbox.path))
    #expect(read.settings("k1") == ["a": "1", "b": "x\"y"])
    #expect(read.settings("k2") == nil)
    #expect(try EarlierRun(at: "\(sandbox.path)/run.json").pipeline == "/p.yaml")
    #expect(sandbox.read("journal.jsonl")?.split(separator: "\n").count == 3)
    #expect(throws: Diagnostic.self) { try EarlierRun(at: "\(sandbox.path)/nowhere/run.json") }
    let other = #expect(throws: Diagnostic.self) { try EarlierRun(at: "\(sandbox.path)/articles.jsonl") }
    #expect(other?.summary == "no run was made in '\(sandbox.path)/articles.jsonl'")
  }
}
