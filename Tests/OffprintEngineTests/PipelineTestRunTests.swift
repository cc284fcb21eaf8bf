import OffprintDiagnostics
import OffprintKit
import Testing

@testable import OffprintEngine
@testable import OffprintPipeline

@Suite struct PipelineTestRunTests {
  private let sandbox = Sandbox()

  private func outcome(_ input: PipelineTest.Input, _ stage: AnyStage) throws -> String {
    let pipeline = Pipeline.fake(in: sandbox, stages: [stage])
    let test = PipelineTest(
      name: "t", stages: pipeline.stages, input: input, language: "de", expect: Expectation(), place: nil)
    let issue = try PipelineTestRun.outcome(test, of: pipeline)
    return issue.articles.map { issue.headline(of: $0) ?? "-" }.joined(separator: "|")
  }

  @Test func `a text and a file go the same way`() throws {
    sandbox.write("one\ntwo\nthree", to: "in/a.txt")
    let stage = Pipeline.stage(FakeSegmenter.self)
    #expect(try outcome(.text("one\ntwo\nthree"), stage) == "one|-")
    #expect(try outcome(.path("\(sandbox.path)/in/a.txt"), stage) == "one|-")
  }

  @Test func `a test fails where a run would`() {
    let error = #expect(throws: Diagnostics.self) {
      try outcome(.text("forget\ntwo\nthree"), Pipeline.stage(CarelessSegmenter.self))
    }
    #expect(error?.all.map(\.code) == [.linesLost])
  }

  @Test func `a test is about one document`() {
    sandbox.write("one", to: "in/a.txt")
    sandbox.write("one", to: "in/b.txt")
    let error = #expect(throws: Diagnostics.self) {
      try outcome(.path("\(sandbox.path)/in"), Pipeline.stage(FakeSegmenter.self))
    }
    #expect(error?.all.map(\.code) == [.testInput])
  }
}
