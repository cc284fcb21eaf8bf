import OffprintDiagnostics
import OffprintKit
import OffprintPipeline
import Testing

@testable import OffprintEngine

@Suite struct DeliveryTests {
  private let sandbox = Sandbox()

  /// As on a disk that is full at this very moment: files of the document were written, its line cannot be.
  @Test func `a document that the journal cannot note is not counted as done, and leaves no file`() throws {
    let pipeline = Pipeline.fake(in: sandbox)
    let journal = try Journal(in: pipeline.run.folder, .goOn)
    let temporaries = TemporaryFiles(known: pipeline.run.folder)
    let comparison = DocumentComparison(pipeline: pipeline, journal: journal, meaning: PipelineMeaning(pipeline))
    let work = DocumentWork(pipeline: pipeline, trace: nil, comparison: comparison, temporaries: temporaries)
    let results = ["a", "b"].enumerated().map { index, name in
      sandbox.write("one\ntwo\nthree", to: "in/\(name).txt")
      let file = "\(sandbox.path)/in/\(name).txt"
      return work.result(of: DocumentSource(name: name, root: sandbox.path, files: [file]), index: index)
    }
    var delivery = Delivery(
      Engine(pipeline).emptyRecord, pipeline, journal, settings: "", temporaries, besides: InputFiles()
    ) { "\($0)" }
    #expect(delivery.take(results[0]).record.outcome == .done)
    journal.close()
    let (document, after) = delivery.take(results[1])
    #expect(document.outcome == .failed && document.failedAt == "write" && document.written.isEmpty)
    #expect(document.diagnostics.map(\.code) == [.cannotWrite])
    #expect(after == .stop)
    let record = delivery.finish()
    #expect((record.done, record.failed, record.ending) == (1, 1, .cannotWrite))
    #expect(record.outputs.map(\.files) == [2, 0] && record.outputs.map(\.records) == [2, 2])
    #expect(record.lines.read == 3 && record.linesHeldBack == 3)
    #expect(sandbox.files(below: "out").keys.filter { $0.hasPrefix("b/") }.isEmpty)
    #expect(sandbox.files(below: "out").keys.count { $0.hasPrefix("a/") } == 2)
  }
}
