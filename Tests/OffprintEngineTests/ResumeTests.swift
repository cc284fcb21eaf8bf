import OffprintDiagnostics
import OffprintKit
import OffprintPipeline
import Testing

@testable import OffprintEngine

@Suite struct ResumeTests {
  private let sandbox = Sandbox()

  private func fill(_ count: Int) {
    for number in 1...count { sandbox.write("one\ntwo\nthree \(number)", to: "in/d\(number + 100).txt") }
  }

  /// What a run of its own, in another sandbox with the same input, writes.
  private func undisturbed(_ change: (inout Pipeline) -> Void = { _ in }) -> [String: String] {
    let other = Sandbox()
    for (name, text) in sandbox.files(below: "in") { other.write(text, to: "in/\(name)") }
    _ = Pipeline.fake(in: other, change: change).run()
    return other.files(below: "out")
  }

  @Test func `a second run leaves everything as it is`() {
    fill(20)
    _ = Pipeline.fake(in: sandbox).run()
    let before = sandbox.files(below: "out")
    let journal = sandbox.read("run/journal.jsonl")?.split(separator: "\n").count
    let again = Pipeline.fake(in: sandbox).goOn()
    #expect((again.done, again.asBefore, again.freshPages) == (20, 20, 0))
    #expect((again.pages, again.lines.read) == (20, 60))
    #expect(again.outputs.map(\.files) == [40, 0] && again.outputs.map(\.records) == [40, 40])
    #expect(sandbox.files(below: "out") == before)
    // A line for its beginning and one for its end.
    #expect(sandbox.read("run/journal.jsonl")?.split(separator: "\n").count == (journal ?? 0) + 2)
  }

  @Test(arguments: [1, 3])
  func `a run that was interrupted goes on, and nothing tells afterwards`(jobs: Int) {
    fill(150)
    let stages = [Pipeline.stage(Dawdler.self), Pipeline.stage(FakeSegmenter.self)]
    for stop in [3, 17, 40] {
      let interruption = Interruption()
      var options = RunOptions(jobs: jobs, interruption: interruption)
      options.earlier = .goOn
      let record = Engine(Pipeline.fake(in: sandbox, stages: stages), options: options).run { event in
        if case .finished(let document, _) = event, document.index == stop { interruption.request() }
      }
      #expect(record.ending == .interrupted)
      let hidden = sandbox.files(below: "out").keys.filter { $0.contains(".offprint-") }
      #expect(hidden == [TemporaryFiles.name(for: "all.txt")] && sandbox.read("out/all.txt") == nil)
    }
    let last = Pipeline.fake(in: sandbox, stages: stages).goOn(jobs: jobs)
    #expect(last.ending == .completed)
    #expect(last.done == 150 && last.asBefore > 40 && last.asBefore < 150)
    #expect(sandbox.files(below: "out") == undisturbed())
  }

  @Test func `another way to the same input is no other input, as far as files go`() {
    fill(2)
    #expect(Pipeline.fake(in: sandbox).run().diagnostics.isEmpty)
    sandbox.link("linked", to: "\(sandbox.path)/in")
    #expect(Pipeline.fake(in: sandbox, from: "linked").goOn().diagnostics.isEmpty)
    var other = WriteStep.records(in: sandbox, [.text("all.txt")])
    other.to = OutputPath(pieces: [.text("\(sandbox.path)/in/../out/all.txt")])
    #expect(Pipeline.fake(in: sandbox, writes: [other]).goOn().diagnostics.isEmpty)
  }

  /// What an earlier run has written of a document and this one has not is taken away; the same file is not that.
  @Test func `a run that goes another way to its outputs keeps what it has just written`() {
    fill(2)
    _ = Pipeline.fake(in: sandbox).run()
    let before = sandbox.files(below: "out")
    sandbox.link("linked", to: "\(sandbox.path)/out")
    let pieces: [OutputPath.Piece] = [.field(.issueID), .text("/"), .field(.articleID), .text(".txt")]
    for way in ["linked/", "in/../linked/", "in/../out/"] {
      var files = WriteStep.files(in: sandbox, [])
      files.to = OutputPath(pieces: [.text("\(sandbox.path)/\(way)")] + pieces)
      var records = WriteStep.records(in: sandbox, [])
      records.to = OutputPath(pieces: [.text("\(sandbox.path)/\(way)all.txt")])
      let record = Pipeline.fake(in: sandbox, writes: [files, records]).goOn()
      #expect(record.done == 2 && record.removed == 0, "\(way)")
      #expect(sandbox.files(below: "out") == before, "\(way)")
    }
  }

  @Test func `what a run wrote below its own input is no input of the next`() {
    fill(2)
    var below = WriteStep.records(in: sandbox, [])
    below.to = OutputPath(pieces: [.text("\(sandbox.path)/out/../in/made/"), .field(.issueID), .text(".txt")])
    let first = Pipeline.fake(in: sandbox, writes: [below]).run()
    #expect(first.found == 2 && first.diagnostics.isEmpty)
    let made = sandbox.files(below: "in").keys.filter { $0.hasPrefix("made/") }
    #expect(made.count == 2)
    let again = Pipeline.fake(in: sandbox, writes: [below]).goOn()
    #expect(again.found == 2 && again.asBefore == 2)
    #expect(
      again.diagnostics.map(\.summary) == ["2 files that earlier runs of this pipeline wrote here are passed over"])
    // What somebody else put there is input.
    sandbox.write("a text", to: "in/made/other.txt")
    #expect(Pipeline.fake(in: sandbox, writes: [below]).goOn().found == 3)
  }

  @Test func `a run that starts over does not read what earlier ones wrote, nor what runs keep for themselves`() {
    fill(2)
    var below = WriteStep.records(in: sandbox, [])
    below.to = OutputPath(pieces: [.text("\(sandbox.path)/in/made/"), .field(.issueID), .text(".txt")])
    let pipeline = Pipeline.fake(in: sandbox, writes: [below]) { $0.run.folder = "\(sandbox.path)/in/run" }
    sandbox.write("{}", to: "in/run/run.json")
    #expect(pipeline.run().found == 2)
    let again = pipeline.run()
    #expect(again.found == 2 && again.done == 2 && again.asBefore == 0)
    #expect(again.diagnostics.map(\.code) == [.inputEmpty])
    #expect(Engine(pipeline).plan().items.map(\.document) == ["d101.txt", "d102.txt"])
  }

  @Test func `a file beside the outputs is no input, of this run or of a later one`() {
    fill(2)
    sandbox.write("{}", to: "in/events.jsonl")
    let first = Pipeline.fake(in: sandbox).goOn { $0.filesBeside = ["\(sandbox.path)/in/../in/events.jsonl"] }
    #expect(first.found == 2 && first.diagnostics.isEmpty)
    #expect(Engine(Pipeline.fake(in: sandbox)).plan().items.count == 2)
    #expect(Pipeline.fake(in: sandbox).goOn().found == 2)
    sandbox.write("another", to: "in/events.txt")
    #expect(Pipeline.fake(in: sandbox).goOn().found == 3)
  }

  @Test func `what is left of documents that are gone, and of files that nothing is written into, is named`() {
    fill(3)
    #expect(Pipeline.fake(in: sandbox).run().diagnostics.isEmpty)
    sandbox.remove("in/d101.txt")
    let gone = Pipeline.fake(in: sandbox).goOn().diagnostics
    #expect(gone.map(\.code) == [.leftBehind])
    #expect(Engine(Pipeline.fake(in: sandbox)).plan().diagnostics.map(\.summary) == gone.map(\.summary))
    #expect(gone.first?.summary == "'d101.txt' is not in the input any more, and 2 of its files stay")
    for path in sandbox.files(below: "out").keys where path.hasPrefix("d101/") { sandbox.remove("out/\(path)") }
    let other = WriteStep.records(in: sandbox, [.text("other.txt")])
    let moved = Pipeline.fake(in: sandbox, writes: [other]).goOn().diagnostics
    #expect(moved.map(\.code) == [.leftBehind])
    #expect(moved.first?.summary.hasSuffix("/out/all.txt' any more, and it stays as it is") == true)
    #expect(Pipeline.fake(in: sandbox, writes: [other]).goOn().diagnostics.isEmpty)
  }

  @Test func `only what has changed is done again`() {
    fill(10)
    _ = Pipeline.fake(in: sandbox).run()
    sandbox.write("another\nand\nmore", to: "in/d105.txt")
    sandbox.write("new\nand\nmore", to: "in/d103b.txt")
    let again = Pipeline.fake(in: sandbox).goOn()
    #expect((again.done, again.asBefore) == (11, 9))
    #expect(again.documents.filter { !$0.isAsBefore }.map(\.name) == ["d103b.txt", "d105.txt"])
    #expect(sandbox.files(below: "out") == undisturbed())
  }

  @Test func `an input that was written anew with the same bytes is the same`() {
    fill(3)
    _ = Pipeline.fake(in: sandbox).run()
    sandbox.write(sandbox.read("in/d102.txt") ?? "", to: "in/d102.txt")
    #expect(Pipeline.fake(in: sandbox).goOn().asBefore == 3)
  }

  @Test func `outputs that are gone or changed are made again`() throws {
    fill(6)
    _ = Pipeline.fake(in: sandbox).run()
    let good = sandbox.files(below: "out")
    sandbox.remove("out/d102/d102-p1-1.txt")
    sandbox.write("scribble", to: "out/d104/d104-p1-3.txt")
    #expect(Pipeline.fake(in: sandbox).goOn().asBefore == 4)
    #expect(sandbox.files(below: "out") == good)
    let all = try #require(sandbox.read("out/all.txt"))
    sandbox.write(all.replacing("d103-p1-1", with: "d103-p1-9"), to: "out/all.txt")
    #expect(Pipeline.fake(in: sandbox).goOn().asBefore == 5)
    #expect(sandbox.files(below: "out") == good)
    sandbox.remove("out/all.txt")
    #expect(Pipeline.fake(in: sandbox).goOn().asBefore == 0)
    #expect(sandbox.files(below: "out") == good)
  }

  @Test func `what a document no longer writes is taken away, unless somebody changed it`() {
    fill(3)
    _ = Pipeline.fake(in: sandbox).run()
    sandbox.write("mine", to: "out/d103/d103-p1-3.txt")
    for number in [101, 103] { sandbox.write("only", to: "in/d\(number).txt") }
    let again = Pipeline.fake(in: sandbox).goOn()
    #expect(again.removed == 1)
    #expect(
      sandbox.files(below: "out").keys.sorted().filter { $0.contains("-3") } == [
        "d102/d102-p1-3.txt", "d103/d103-p1-3.txt",
      ])
    #expect(sandbox.read("out/d103/d103-p1-3.txt") == "mine")
  }

  @Test func `a document that fails after all leaves nothing of its better days`() {
    fill(3)
    _ = Pipeline.fake(in: sandbox).run()
    sandbox.write("BROKEN", to: "in/d102.txt")
    let again = Pipeline.fake(in: sandbox).goOn()
    #expect((again.done, again.failed, again.asBefore) == (2, 1, 2))
    #expect(sandbox.folders(in: "out") == ["d101", "d103"])
    #expect(sandbox.read("out/all.txt") == "d101-p1-1\nd101-p1-3\nd103-p1-1\nd103-p1-3\n")
  }

  @Test func `a setting that changes does all again, and comments do not`() {
    fill(4)
    _ = Pipeline.fake(in: sandbox).run()
    #expect(Pipeline.fake(in: sandbox) { $0.about = "another" }.goOn().asBefore == 4)
    #expect(Pipeline.fake(in: sandbox) { $0.stages[0].meaning.settings["depth"] = "2" }.goOn().asBefore == 0)
    #expect(Pipeline.fake(in: sandbox) { $0.stages[0].meaning.settings["depth"] = "2" }.goOn().asBefore == 4)
    #expect(Pipeline.fake(in: sandbox) { $0.stages[0].meaning.plugin = "x 2" }.goOn().asBefore == 0)
  }

  @Test func `another pipeline into the same folder touches nothing of this one`() {
    fill(3)
    _ = Pipeline.fake(in: sandbox).run()
    let before = sandbox.files(below: "out")
    let other = Pipeline.fake(in: sandbox, writes: [.pages(in: sandbox, [.field(.issueID), .text(".page")])]) {
      $0.name = "other"
    }
    let run = other.goOn()
    #expect((run.done, run.asBefore, run.removed) == (3, 0, 0))
    #expect(before.allSatisfy { sandbox.read("out/\($0.key)") == $0.value })
    #expect(Pipeline.fake(in: sandbox).goOn().asBefore == 3)
    #expect(other.goOn().asBefore == 3)
  }

  @Test func `plan says what would be done, and why`() {
    fill(4)
    let pipeline = Pipeline.fake(in: sandbox) { $0.stages[0].meaning.settings["depth"] = "2" }
    #expect(Engine(pipeline).plan().items.map(\.reason) == Array(repeating: "it is new", count: 4))
    _ = pipeline.run()
    sandbox.write("BROKEN", to: "in/d102.txt")
    sandbox.remove("out/d103/d103-p1-1.txt")
    #expect(
      Engine(pipeline).plan().items.map(\.reason) == [
        "unchanged", "input '\(sandbox.path)/in/d102.txt' changed",
        "output '\(sandbox.path)/out/d103/d103-p1-1.txt' is gone", "unchanged",
      ])
    let other = Pipeline.fake(in: sandbox) { $0.stages[0].meaning.settings["depth"] = "3" }
    #expect(Engine(other).plan().items.allSatisfy { $0.reason == "stages.fake-segment.depth from 2 to 3" })
    _ = pipeline.goOn()
    #expect(Engine(pipeline).plan().items.map(\.reason)[1] == "it failed at 'read'")
  }

  @Test func `what is quarantined waits until it changes, or until somebody asks`() {
    fill(5)
    sandbox.write("BROKEN", to: "in/d103.txt")
    let pipeline = Pipeline.fake(in: sandbox) { $0.run.onError = .quarantine }
    #expect(pipeline.run().quarantined == 1)
    let again = pipeline.goOn()
    #expect((again.quarantined, again.asBefore) == (1, 5))
    #expect(again.notDone.first?.diagnostics.map(\.code) == [.formatUnexpected])
    #expect(sandbox.folders(in: "run/quarantine") == ["d103.txt"])
    let asked = pipeline.goOn { $0.earlier = .onlyFailed }
    #expect((asked.quarantined, asked.asBefore) == (1, 4))
    sandbox.write("well\nagain", to: "in/d103.txt")
    #expect(pipeline.goOn { $0.earlier = .onlyFailed }.done == 5)
    #expect(sandbox.folders(in: "run/quarantine").isEmpty)
    #expect(sandbox.files(below: "out") == undisturbed())
  }

  @Test func `retry leaves alone what is new`() {
    fill(3)
    sandbox.write("BROKEN", to: "in/d102.txt")
    _ = Pipeline.fake(in: sandbox).run()
    sandbox.write("well", to: "in/d102.txt")
    sandbox.write("new", to: "in/d104.txt")
    let again = Pipeline.fake(in: sandbox).goOn { $0.earlier = .onlyFailed }
    #expect((again.done, again.found, again.reached) == (3, 4, 3))
    _ = Pipeline.fake(in: sandbox).goOn()
    #expect(sandbox.files(below: "out") == undisturbed())
  }

  @Test func `two runs do not work in one folder`() throws {
    fill(1)
    let journal = try Journal(in: "\(sandbox.path)/run", .goOn)
    #expect(Pipeline.fake(in: sandbox).goOn().ending == .inUse)
    withExtendedLifetime(journal) {}
  }

  @Test func `two runs from two folders do not write one shared file`() throws {
    fill(1)
    sandbox.write("", to: "out/another.txt")
    let pipeline = Pipeline.fake(in: sandbox)
    let locks = try OutputLocks(for: pipeline.writes)
    let elsewhere = Pipeline.fake(in: sandbox) { $0.run.folder = "\(sandbox.path)/elsewhere" }
    let refused = elsewhere.goOn()
    #expect(refused.ending == .inUse)
    #expect(refused.diagnostics.map(\.code) == [.runInProgress])
    #expect(refused.diagnostics.first?.place?.file == "\(sandbox.path)/out/all.txt")
    let own = elsewhere.writes.filter { $0.spec.layout == .files }
    #expect(Pipeline.fake(in: sandbox, writes: own).goOn().ending == .completed)
    locks.release()
    #expect(elsewhere.goOn().ending == .completed)
    #expect(sandbox.files(below: "out").keys.filter { $0.hasPrefix(".") } == [])
  }

  @Test func `a lock that a killed run has left holds nothing, and a folder made for one goes with it`() throws {
    let pipeline = Pipeline.fake(in: sandbox)
    let locks = try OutputLocks(for: pipeline.writes)
    let file = try #require(sandbox.files(below: "out").keys.first)
    locks.release()
    #expect(!FileSystem.exists("\(sandbox.path)/out"))
    sandbox.write("", to: "out/\(file)")
    fill(1)
    #expect(pipeline.goOn().ending == .completed)
    #expect(sandbox.files(below: "out")[file] == nil)
  }
}
