import Foundation
import OffprintDiagnostics
import OffprintInterchange
import OffprintKit
import OffprintModel
import OffprintPipeline
import Testing

@testable import OffprintEngine

/// Rewrites lines that begin with `x` without their first character; on pages that begin with `fail` it gives up.
private struct Trimmer: LineNormalising {
  static let spec = StageSpec(name: "trim", summary: "", needs: [], gives: [], examples: [])
  init(_ settings: NoSettings) {}

  func normalise(_ page: inout Page, _ context: inout StageContext) throws {
    for index in page.lines.indices where page.lines[index].text.hasPrefix("x") {
      page.rewriteLine(index, text: page.lines[index].utf8.dropFirst())
    }
    if page.words.first?.text == "fail" { throw Diagnostic(.stageFailed, "no") }
  }
}

/// Says that it finds an order, and changes what a line says.
private struct Meddler: ColumnReflowing {
  static let spec = StageSpec(name: "meddle", summary: "", needs: [], gives: [.readingOrder], examples: [])
  init(_ settings: NoSettings) {}

  func reflow(_ page: inout Page, after previous: Page?, _ context: inout StageContext) throws {
    page.rewriteLine(0, text: "short".utf8)
    page.flow = Flow(paragraphs: [Paragraph(lines: Array(page.lines.indices))])
  }
}

/// Does not come back from pages that begin with `hang` before `release` says so.
private struct Sleeper: LineNormalising {
  static let spec = StageSpec(name: "sleep", summary: "", needs: [], gives: [], examples: [])
  static let release = Guarded(false)
  init(_ settings: NoSettings) {}

  func normalise(_ page: inout Page, _ context: inout StageContext) throws {
    while page.words.first?.text == "hang", !Self.release.withLock({ $0 }) { usleep(2000) }
  }
}

/// Cannot read a file the first times, as if its drive did not answer.
private struct Flaky: Reader {
  static let spec = ReaderSpec(name: "flaky", summary: "", gives: [])
  static let attempts = Guarded<[String: Int]>([:])
  init(_ settings: NoSettings) {}

  func documents(in input: InputSelection) throws -> DocumentListing {
    try FakeReader(NoSettings()).documents(in: input)
  }

  func read(_ document: DocumentSource, _ context: inout ReadContext) throws -> Issue {
    let attempt = Self.attempts.withLock {
      $0[document.files[0], default: 0] += 1
      return $0[document.files[0]] ?? 0
    }
    if attempt <= 2, document.name.hasPrefix("b") {
      throw Diagnostic(.inputUnreadable, "'\(document.name)' cannot be read: Stale file handle", mayPass: true)
    }
    return try FakeReader(NoSettings()).read(document, &context)
  }
}

@Suite struct StageFailureTests {
  private let sandbox = Sandbox()

  @Test func `characters add up, and what a stage has made of them is told`() {
    sandbox.write("xone two\nthree\nxx four", to: "in/a.txt")
    let stages = [Pipeline.stage(Trimmer.self), Pipeline.stage(FakeSegmenter.self)]
    let run = Pipeline.fake(in: sandbox, stages: stages).run()
    let characters = run.characters
    #expect((characters.read, characters.changed, characters.furniture) == (18, -2, 5))
    #expect(characters.exported == 11 && characters.lost == 0)
  }

  @Test func `a stage that only orders lines must not change what they say`() {
    sandbox.write("one two\nthree\nfour", to: "in/a.txt")
    let run = Pipeline.fake(in: sandbox, stages: [Pipeline.stage(Meddler.self)]).run()
    #expect(run.documents[0].failedAt == "meddle")
    #expect(run.documents[0].diagnostics[0].summary.hasPrefix("stage 'meddle' lost 1 characters"))
  }

  @Test func `keep-input passes over a stage that fails, and says so`() {
    sandbox.write("fail now\nxtwo\nthree", to: "in/a.txt")
    sandbox.write("xone\nxtwo\nthree", to: "in/b.txt")
    let stages = [Pipeline.stage(Trimmer.self), Pipeline.stage(FakeSegmenter.self)]
    let run = Pipeline.fake(in: sandbox, stages: stages) { $0.stages[0].onError = .keepInput }.run()
    #expect(run.done == 2)
    #expect(run.documents[0].diagnostics.map(\.severity) == [.warning])
    #expect(run.documents[0].diagnostics[0].notes.contains { $0.text.contains("as it was before 'trim'") })
    #expect(sandbox.read("out/a/a-p1-1.txt") == "fail now\nxtwo")
    #expect(sandbox.read("out/b/b-p1-1.txt") == "one\ntwo")
    #expect(run.passedOver == 1)
    #expect(run.documents.map(\.passedOver) == [["trim"], []])
  }

  @Test func `retry does again what went without a stage, and a plain run leaves it`() {
    sandbox.write("fail now", to: "in/a.txt")
    sandbox.write("xone", to: "in/b.txt")
    let stages = [Pipeline.stage(Trimmer.self), Pipeline.stage(FakeSegmenter.self)]
    let pipeline = Pipeline.fake(in: sandbox, stages: stages) { $0.stages[0].onError = .keepInput }
    _ = pipeline.run()
    let plain = pipeline.goOn()
    #expect((plain.asBefore, plain.passedOver) == (2, 1))
    let again = pipeline.goOn { $0.earlier = .onlyFailed }
    #expect((again.done, again.asBefore, again.passedOver) == (2, 1, 1))
  }

  @Test(arguments: [RunPolicy.OnError.stop, .quarantine, .skip])
  func `a stage may say what becomes of a document at which it fails`(policy: RunPolicy.OnError) {
    sandbox.write("fail now", to: "in/a.txt")
    sandbox.write("one", to: "in/b.txt")
    let stages = [Pipeline.stage(Trimmer.self), Pipeline.stage(FakeSegmenter.self)]
    let run = Pipeline.fake(in: sandbox, stages: stages) { $0.stages[0].onError = policy }.run(jobs: 1)
    #expect(run.ending == (policy == .stop ? .stopped : .completed))
    #expect(run.documents[0].outcome == (policy == .quarantine ? .quarantined : .failed))
    #expect(run.done == (policy == .stop ? 0 : 1))
  }

  @Test func `a document whose stage does not come back is given up, and the others are done`() {
    for number in 1...6 { sandbox.write(number == 3 ? "hang up" : "one", to: "in/d\(number).txt") }
    let stages = [Pipeline.stage(Sleeper.self), Pipeline.stage(FakeSegmenter.self)]
    let run = Pipeline.fake(in: sandbox, stages: stages) { $0.run.timeLimit = 0.2 }.run(jobs: 2)
    Sleeper.release.withLock { $0 = true }
    #expect((run.done, run.failed) == (5, 1))
    #expect(run.documents[2].failedAt == "sleep")
    #expect(run.documents[2].diagnostics.map(\.code) == [.timeLimit])
  }

  @Test func `what may pass is tried again as often as the pipeline says`() {
    for name in ["a", "b", "c"] { sandbox.write("one", to: "in/\(name).txt") }
    let pipeline = Pipeline.fake(in: sandbox) { $0.read.reader = Flaky(NoSettings()) }
    #expect(pipeline.run().failed == 1)
    Flaky.attempts.withLock { $0 = [:] }
    var patient = pipeline
    patient.run.retry = 2
    #expect(patient.run().done == 3)
    #expect(Flaky.attempts.withLock { $0 }.values.sorted() == [1, 1, 3])
    // What cannot pass is not.
    sandbox.write("BROKEN", to: "in/c.txt")
    Flaky.attempts.withLock { $0 = [:] }
    #expect(patient.run().failed == 1)
    #expect(Flaky.attempts.withLock { $0 }.values.sorted() == [1, 1, 3])
  }

  @Test func `the quarantine has the document as it was before the stage that failed`() throws {
    sandbox.write("xone\nfail", to: "in/a.txt")
    sandbox.write("fail\nxtwo", to: "in/b.txt")
    let stages = [Pipeline.stage(Trimmer.self), Pipeline.stage(CarelessSegmenter.self)]
    _ = Pipeline.fake(in: sandbox, stages: stages) { $0.run.onError = .quarantine }.run()
    let state = try #require(sandbox.read("run/quarantine/b.txt/before-trim.json"))
    let issue = try DocumentJSON.decode(Array(state.utf8))
    #expect(issue.pages[0].lines.map(\.text) == ["fail", "xtwo"])
    #expect(sandbox.folders(in: "run/quarantine") == ["b.txt"])
  }
}
