import OffprintDiagnostics
import OffprintKit
import Testing

@testable import OffprintEngine
@testable import OffprintPipeline

@Suite struct PolicyTests {
  private let sandbox = Sandbox()

  /// Ten documents, the third, sixth and ninth of them broken.
  private func fill() {
    for number in 0...9 {
      sandbox.write([2, 5, 8].contains(number) ? "BROKEN" : "one\ntwo\nthree", to: "in/d\(number).txt")
    }
  }

  private func run(jobs: Int = 4, _ change: (inout Pipeline) -> Void) -> FakeRun {
    Pipeline.fake(in: sandbox, change: change).run(jobs: jobs)
  }

  @Test func `the others go on`() {
    fill()
    let record = run { _ in }
    #expect(record.ending == .completed)
    #expect((record.done, record.failed, record.quarantined) == (7, 3, 0))
    #expect(record.documents[2].failedAt == "read")
    #expect(sandbox.files(below: "run").keys.sorted() == ["journal.jsonl"])
  }

  @Test(arguments: [1, 2, 8])
  func `stop ends at the first that fails, the same at any number of jobs`(jobs: Int) {
    fill()
    let record = run(jobs: jobs) { $0.run.onError = .stop }
    #expect(record.ending == .stopped)
    #expect((record.done, record.failed, record.documents.count) == (2, 1, 3))
    // What documents share gets its name when all are in it.
    let part = TemporaryFiles.name(for: "all.txt")
    #expect(sandbox.files(below: "out")["all.txt"] == nil)
    #expect(sandbox.files(below: "out")[part] == "d0-p1-1\nd0-p1-3\nd1-p1-1\nd1-p1-3\n")
  }

  @Test(arguments: [
    (RunPolicy.StopAfter.issues(2), 6), (.share(0.2), 6), (.share(0), 3), (.issues(4), 10), (.share(0.25), 9),
  ])
  func `a run stops early after so many`(limit: RunPolicy.StopAfter, reached: Int) {
    fill()
    let record = run { $0.run.stopAfter = limit }
    #expect(record.documents.count == reached)
    #expect(record.ending == (reached == 10 ? .completed : .stopped))
  }

  @Test func `quarantine keeps a record, and takes it away when the document is well`() throws {
    fill()
    let record = run { $0.run.onError = .quarantine }
    #expect((record.failed, record.quarantined) == (0, 3))
    let kept = sandbox.files(below: "run/quarantine")
    #expect(
      kept.keys.sorted() == ["d2", "d5", "d8"].flatMap { ["\($0).txt/input/\($0).txt", "\($0).txt/record.json"] })
    #expect(kept["d2.txt/input/d2.txt"] == "BROKEN")
    let text = try #require(kept["d2.txt/record.json"])
    #expect(text.hasPrefix(#"{"schema":2,"document":"d2.txt","id":null,"stage":"read","files":["#))
    #expect(text.contains("OP205"))
    sandbox.write("one", to: "in/d5.txt")
    _ = run { $0.run.onError = .quarantine }
    #expect(sandbox.folders(in: "run/quarantine") == ["d2.txt", "d8.txt"])
  }

  @Test(arguments: [
    (CheckStep.Consequence.warn, DocumentRecord.Outcome.done), (.fail, .failed), (.quarantine, .quarantined),
  ])
  func `a limit that is not met has the consequence of the file`(
    consequence: CheckStep.Consequence, outcome: DocumentRecord.Outcome
  ) {
    sandbox.write("one\ntwo\nthree", to: "in/a.txt")
    let record = run {
      let limit = Limit(bound: .atMost, value: 1, written: "1 articles")
      $0.checks = [
        CheckStep(
          id: "few", check: FakeCheck(NoSettings()), spec: FakeCheck.spec, limit: limit, consequence: consequence)
      ]
    }
    #expect(record.documents[0].outcome == outcome)
    let message = record.documents[0].diagnostics[0]
    #expect(message.code == .checkFailed)
    #expect(message.summary == "check 'few' found 2 articles, the limit is 1 articles")
    #expect(message.severity == (consequence == .warn ? .warning : .error))
    #expect(sandbox.files(below: "out").isEmpty == (consequence != .warn))
  }

  @Test func `a document may not take longer than it is given`() {
    sandbox.write("one", to: "in/a.txt")
    let record = run { $0.run.timeLimit = 0 }
    #expect(record.documents[0].diagnostics.map(\.code) == [.timeLimit])
    #expect(sandbox.files(below: "out").isEmpty)
  }

  @Test func `an interruption finishes what is in hand`() {
    for number in 100...199 { sandbox.write("one\ntwo\nthree", to: "in/d\(number).txt") }
    let interruption = Interruption()
    let pipeline = Pipeline.fake(in: sandbox)
    let record = Engine(pipeline, options: RunOptions(jobs: 2, interruption: interruption)).run { event in
      if case .finished(let document, _) = event, document.index == 10 { interruption.request() }
    }
    #expect(record.ending == .interrupted)
    #expect(record.reached > 10 && record.reached < 100)
    #expect(record.done == record.reached)
    #expect(sandbox.files(below: "out").count == record.done * 2 + 1)
    let hidden = sandbox.files(below: "out").keys.filter { $0.contains(".part") }
    #expect(hidden == [TemporaryFiles.name(for: "all.txt")])
  }

  @Test func `an input without documents is told apart from a broken one`() {
    sandbox.makeFolder("in")
    #expect(run { _ in }.ending == .nothingMatched)
    #expect(run { $0.read.from += "/x.txt" }.has(.inputMissing))
  }

  @Test func `decisions are told when asked for, and change no byte`() {
    fill()
    _ = run { _ in }
    let before = sandbox.files(below: "out")
    let lines = Guarded<[String]>([])
    let options = RunOptions(jobs: 4, trace: .articles)
    _ = Engine(Pipeline.fake(in: sandbox), options: options).run { event in
      if case .finished(_, let trace) = event { lines.withLock { $0 += trace.map(\.tabbed) } }
    }
    #expect(lines.withLock { $0 }.count == 7)
    #expect(lines.withLock { $0 }.first == "page1@1\tfake-segment\theadline\tit is the first\t0.50")
    #expect(sandbox.files(below: "out") == before)
  }

  @Test func `warnings of readers stay with their document`() {
    sandbox.write("ODD\ntwo\nthree", to: "in/a.txt")
    let record = run { _ in }
    #expect(record.documents[0].outcome == .done)
    #expect(record.documents[0].diagnostics.map(\.severity) == [.warning])
  }
}
