import Foundation
import OffprintDiagnostics
import OffprintKit
import OffprintModel
import OffprintPipeline
import Testing

@testable import OffprintEngine

@Suite("Files made of records at the end of a run")
struct AssembledFileTests {
  private let sandbox = Sandbox()

  /// Its file is the records in upper case.
  private struct Shouting: ProductMaking {
    struct Assembly: RecordAssembling {
      func assemble(_ records: String, into path: String) throws {
        let text = String(decoding: try Data(contentsOf: URL(filePath: records)), as: UTF8.self)
        if text.contains("unwritable") { throw Diagnostic(.cannotWrite, "no room") }
        try Data(text.uppercased().utf8).write(to: URL(filePath: path))
      }
    }

    var assembly: (any RecordAssembling)? { Assembly() }

    func products(for issue: Issue) throws -> [Product] { [Product(.issue, Array("\(issue.id)\n".utf8))] }
  }

  private func pipeline(
    _ pieces: [OutputPath.Piece] = [.text("all.txt")], stages: [AnyStage] = [Pipeline.stage(FakeSegmenter.self)]
  ) -> Pipeline {
    var step = WriteStep.records(in: sandbox, pieces)
    step.writer = Shouting()
    return Pipeline.fake(in: sandbox, stages: stages, writes: [step])
  }

  @Test("the file is made of all records, which stay beside it")
  func made() {
    for name in ["b", "a", "c"] { sandbox.write("one", to: "in/\(name).txt") }
    #expect(pipeline().run().done == 3)
    #expect(sandbox.files(below: "out") == ["all.txt": "A\nB\nC\n", "all.txt.records": "a\nb\nc\n"])
    sandbox.write("one", to: "in/aa.txt")
    #expect(pipeline().goOn().done == 4)
    #expect(sandbox.read("out/all.txt") == "A\nAA\nB\nC\n")
  }

  @Test("a path that names the issue gives a file for each")
  func each() {
    for name in ["a", "b"] { sandbox.write("one", to: "in/\(name).txt") }
    #expect(pipeline([.field(.issueID), .text(".txt")]).run().done == 2)
    #expect(
      sandbox.files(below: "out") == ["a.txt": "A\n", "b.txt": "B\n", "a.txt.records": "a\n", "b.txt.records": "b\n"])
  }

  @Test("it is made again if it is gone or was changed, and else left alone")
  func again() throws {
    sandbox.write("one", to: "in/a.txt")
    _ = pipeline().run()
    let made = FileLook(at: "\(sandbox.path)/out/all.txt")
    #expect(made?.changed == FileLook(at: "\(sandbox.path)/out/all.txt.records")?.changed)
    _ = pipeline().goOn()
    #expect(FileLook(at: "\(sandbox.path)/out/all.txt") == made)
    sandbox.write("mine", to: "out/all.txt")
    _ = pipeline().goOn()
    #expect(sandbox.read("out/all.txt") == "A\n")
    unlink("\(sandbox.path)/out/all.txt")
    _ = pipeline().goOn()
    #expect(sandbox.read("out/all.txt") == "A\n")
  }

  @Test("a run that is broken off leaves the records, and the next one makes the file")
  func brokenOff() {
    for number in 100..<400 { sandbox.write("one", to: "in/d\(number).txt") }
    let slow = pipeline(stages: [Pipeline.stage(Dawdler.self), Pipeline.stage(FakeSegmenter.self)])
    let interruption = Interruption()
    _ = Engine(slow, options: RunOptions(jobs: 2, interruption: interruption)).run { event in
      if case .finished(let document, _) = event, document.index == 5 { interruption.request() }
    }
    #expect(sandbox.read("out/all.txt") == nil)
    #expect(slow.goOn().done == 300)
    #expect(sandbox.read("out/all.txt")?.split(separator: "\n").count == 300)
  }

  @Test("a file that cannot be made is told of, and the one before stays")
  func refused() {
    sandbox.write("one", to: "in/a.txt")
    _ = pipeline().run()
    sandbox.write("one", to: "in/unwritable.txt")
    let record = pipeline().goOn()
    #expect(record.ending == .cannotWrite && record.diagnostics.map(\.summary) == ["no room"])
    #expect(sandbox.read("out/all.txt") == "A\n")
  }
}
