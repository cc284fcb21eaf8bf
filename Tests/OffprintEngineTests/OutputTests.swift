import OffprintDiagnostics
import OffprintPipeline
import Testing

@testable import OffprintEngine

@Suite struct OutputTests {
  private let sandbox = Sandbox()

  private func fill(_ count: Int) {
    for number in 1...count {
      let lines = (0..<(3 + number % 5)).map { "line \($0) of \(number)" }
      sandbox.write(lines.joined(separator: "\n"), to: "in/d\(number + 100).txt")
    }
    sandbox.write("BROKEN", to: "in/d105b.txt")
  }

  @Test func `the bytes are the same at any number of jobs, and again`() {
    fill(40)
    let stages = [Pipeline.stage(Dawdler.self), Pipeline.stage(FakeSegmenter.self)]
    var outcomes: [[String: String]] = []
    for jobs in [1, 2, 4, 8, 8] {
      let record = Pipeline.fake(in: sandbox, stages: stages).run(jobs: jobs)
      #expect(record.done == 40 && record.failed == 1)
      outcomes.append(sandbox.files(below: "out"))
    }
    #expect(outcomes[0].count == 40 * 2 + 1)
    #expect(outcomes.allSatisfy { $0 == outcomes[0] })
    #expect(outcomes[0]["all.txt"]?.hasPrefix("d101-p1-1\nd101-p1-4\nd102-") == true)
  }

  @Test func `a document that fails writes nothing, the others all`() {
    sandbox.write("one\ntwo\nthree", to: "in/a.txt")
    sandbox.write("unwritable\ntwo\nthree", to: "in/b.txt")
    sandbox.write("one\ntwo\nthree", to: "in/c.txt")
    // The records' writer comes first and has no trouble with b.
    let writes = [
      WriteStep.records(in: sandbox, [.text("all.txt")]),
      .files(in: sandbox, [.field(.articleID), .text(".txt")]),
    ]
    let record = Pipeline.fake(in: sandbox, writes: writes).run()
    #expect(record.documents.map(\.outcome) == [.done, .failed, .done])
    #expect(record.documents[1].failedAt == "files")
    let files = sandbox.files(below: "out")
    #expect(files.keys.allSatisfy { !$0.hasPrefix("b-") })
    #expect(files["all.txt"] == "a-p1-1\na-p1-3\nc-p1-1\nc-p1-3\n")
  }

  @Test func `an issue without records leaves an empty file, not that of an earlier run`() {
    sandbox.write("one", to: "in/a.txt")
    let writes = [WriteStep.records(in: sandbox, [.text("all.txt")])]
    #expect(Pipeline.fake(in: sandbox, writes: writes).run().outputs.map(\.records) == [1])
    #expect(sandbox.files(below: "out")["all.txt"] == "a-p1-1\n")
    let record = Pipeline.fake(in: sandbox, stages: [], writes: writes).run()
    #expect(record.outputs.map(\.records) == [0])
    #expect(sandbox.files(below: "out") == ["all.txt": ""])
  }

  @Test func `a file of records begins with its header, once, also after an interruption`() {
    fill(30)
    var spec = FakeRecords.spec
    spec.header = "id\n"
    func pipeline(_ writes: [WriteStep]) -> Pipeline {
      Pipeline.fake(
        in: sandbox,
        writes: writes.map { step in
          var step = step
          step.spec = spec
          return step
        })
    }
    let shared = pipeline([.records(in: sandbox, [.text("all.csv")])])
    let interruption = Interruption()
    _ = Engine(shared, options: RunOptions(jobs: 2, interruption: interruption)).run { event in
      if case .finished(let document, _) = event, document.index == 5 { interruption.request() }
    }
    _ = shared.goOn()
    let lines = sandbox.read("out/all.csv")?.split(separator: "\n")
    #expect(lines?.first == "id" && lines?.count { $0 == "id" } == 1 && lines?.count == 61)
    _ = pipeline([.records(in: sandbox, id: "own", [.field(.issueID), .text(".csv")])]).run()
    #expect(sandbox.read("out/d101.csv") == "id\nd101-p1-1\nd101-p1-4\n")
  }

  @Test func `a file for each page goes where its path says`() {
    sandbox.write("one", to: "in/a.txt")
    let pages = WriteStep.pages(in: sandbox, [.field(.pageName), .text("-"), .field(.pageNumber)])
    let record = Pipeline.fake(in: sandbox, writes: [pages]).run()
    #expect(sandbox.files(below: "out") == ["page1-1": "page1"])
    #expect(record.outputs.map(\.files) == [1])
    sandbox.write("too-many", to: "in/a.txt")
    let failed = Pipeline.fake(in: sandbox, writes: [pages]).run()
    #expect(failed.documents[0].diagnostics.map(\.summary) == ["writer 'pages' made a product for page 1 of 1"])
  }

  @Test func `two articles of a document in one file are refused`() {
    sandbox.write("one\ntwo\nthree", to: "in/a.txt")
    let record = Pipeline.fake(in: sandbox, writes: [.files(in: sandbox, [.field(.issueID)])]).run()
    #expect(record.documents[0].diagnostics.map(\.code) == [.outputTaken])
    #expect(sandbox.files(below: "out").isEmpty)
  }

  @Test func `the later of two documents with the same file is refused, whole`() {
    sandbox.write("one", to: "in/a.txt")
    sandbox.write("one", to: "in/b.txt")
    let writes = [
      WriteStep.files(in: sandbox, id: "own", [.field(.articleID)]),
      .files(in: sandbox, id: "same", [.text("./x//same.txt")]),
    ]
    for _ in 1...2 {
      let record = Pipeline.fake(in: sandbox, writes: writes).run()
      #expect(record.documents.map(\.outcome) == [.done, .failed])
      #expect(record.documents[1].diagnostics.first?.code == .outputTaken)
      #expect(record.documents[1].diagnostics.first?.summary.hasSuffix("was already written by 'a.txt'") == true)
      #expect(sandbox.files(below: "out").keys.sorted() == ["a-p1-1", "x/same.txt"])
    }
  }

  @Test func `the later of two documents with one issue id is refused, and both are named`() {
    sandbox.write("one", to: "in/a.txt")
    sandbox.write("two", to: "in/a.txt.txt")
    for _ in 1...2 {
      let record = Pipeline.fake(in: sandbox, writes: [.records(in: sandbox, [.text("all.txt")])]).run()
      #expect(record.documents.map(\.outcome) == [.done, .failed])
      let message = record.documents[1].diagnostics.first
      #expect(message?.code == .issueTaken)
      #expect(message?.summary == "its issue has the id 'a', and so has that of 'a.txt', which is written")
      #expect(message?.place?.file.hasSuffix("in/a.txt.txt") == true)
      #expect(sandbox.read("out/all.txt") == "a-p1-1\n")
    }
  }

  @Test func `neither of two documents that are about to write one file writes over the other's`() throws {
    let files = TemporaryFiles()
    let path = "\(sandbox.path)/out/a.txt"
    let names = try ["first", "second", "third"].map { try files.write(Array($0.utf8), for: path) }
    #expect(Set(names).count == 3)
    // The later one was ready before, and is refused.
    files.remove(names[1])
    try files.rename(names[0], to: path)
    #expect(sandbox.files(below: "out")["a.txt"] == "first")
    files.close()
    #expect(sandbox.files(below: "out") == ["a.txt": "first"])
  }

  @Test func `an input is never replaced`() {
    sandbox.write("one", to: "out/x.txt")
    let record = Pipeline.fake(in: sandbox, from: "out", writes: [.files(in: sandbox, [.text("x.txt")])]).run()
    #expect(record.documents[0].diagnostics.first?.code == .outputTaken)
    #expect(sandbox.read("out/x.txt") == "one")
  }

  @Test(arguments: ["out/second.txt", "in/../out/second.txt", "linked/second.txt"])
  func `no document replaces an input of another, however the way is written`(path: String) {
    for name in ["first", "second"] { sandbox.write(name, to: "out/\(name).txt") }
    sandbox.makeFolder("in")
    sandbox.link("linked", to: "\(sandbox.path)/out")
    var records = WriteStep.records(in: sandbox, [])
    records.to = OutputPath(pieces: [.text("\(sandbox.path)/\(path)")])
    let record = Pipeline.fake(in: sandbox, from: "out", writes: [records]).run()
    #expect(record.documents.map(\.outcome) == [.failed, .failed])
    #expect(record.documents.map { $0.diagnostics.first?.code } == [.outputTaken, .outputTaken])
    #expect(sandbox.read("out/second.txt") == "second")
  }

  @Test func `paths are one if the system takes them as one`() {
    let spellings = ["/a/b/c", "/a//b/c", "/a/./b/c", "/a/x/../b/c", "/../a/b/c", "/a/b/c/", "/a/b/.x/../c"]
    for path in spellings { #expect(OutputNames.normalised(path) == "/a/b/c", "\(path)") }
    for path in ["/a/...", "/a/..b", "/a/b..", "/.a", "/", "/a/.b.c"] { #expect(OutputNames.normalised(path) == path) }
  }

  @Test func `what the system refuses leaves nothing half-written`() {
    sandbox.write("one\ntwo\nthree", to: "in/a.txt")
    sandbox.write("one\ntwo\nthree", to: "in/b.txt")
    // The last file of a cannot be: a folder of its name is there.
    sandbox.makeFolder("out/a-p1-3/x")
    let writes = [
      WriteStep.records(in: sandbox, [.text("all.txt")]), .files(in: sandbox, [.field(.articleID)]),
    ]
    let record = Pipeline.fake(in: sandbox, writes: writes).run()
    #expect(record.documents.map(\.outcome) == [.failed, .done])
    #expect(record.documents[0].diagnostics.first?.code == .cannotWrite)
    #expect(sandbox.files(below: "out").keys.sorted() == ["all.txt", "b-p1-1", "b-p1-3"])
    #expect(sandbox.read("out/all.txt") == "b-p1-1\nb-p1-3\n")
  }

  @Test func `a folder that cannot be made is told in the system's words`() {
    sandbox.write("one", to: "in/a.txt")
    sandbox.write("a file", to: "out")
    let record = Pipeline.fake(in: sandbox).run()
    #expect(record.documents[0].diagnostics.first?.code == .cannotWrite)
    #expect(record.documents[0].diagnostics.first?.summary.contains("Not a directory") == true)
  }

  @Test func `a path by type is shared by all documents`() {
    fill(60)
    let writes = [WriteStep.records(in: sandbox, [.text("by-type/"), .field(.articleType), .text(".txt")])]
    #expect(Pipeline.fake(in: sandbox, writes: writes).run().done == 60)
    let files = sandbox.files(below: "out")
    #expect(files.keys.sorted() == ["by-type/article.txt", "by-type/furniture.txt"])
    #expect(files.values.allSatisfy { $0.split(separator: "\n").count == 60 })
  }

  @Test func `shared files are closed and opened again as need be`() throws {
    var files = SharedFiles(limit: 2)
    for round in 1...3 {
      for file in ["a", "b", "c", "d"] {
        let path = "\(sandbox.path)/\(file)"
        _ = try files.append(Array("\(round)".utf8), to: path)
        if round == 2, file == "c" { files.takeBack(path) } else { files.keep(1, in: path) }
      }
    }
    #expect(files.finish().isEmpty)
    #expect(sandbox.files() == ["a": "123", "b": "123", "c": "13", "d": "123"])
  }
}
