import OffprintDiagnostics
import OffprintKit
import OffprintModel
import OffprintPipeline

/// Takes the input of a pipeline's test through its stages, exactly as a run does.
public enum PipelineTestRun {
  /// The document after the stages.
  ///
  /// - Throws: `Diagnostics` if it cannot be read, or if a stage fails or loses lines.
  public static func outcome(_ test: PipelineTest, of pipeline: Pipeline) throws -> Issue {
    var issue = try input(of: test, pipeline)
    if let language = test.language { issue.language = language }
    do {
      try StageSequence(steps: test.stages).run(on: &issue)
    } catch let failure as DocumentFailure {
      throw Diagnostics(failure.diagnostics)
    }
    return issue
  }

  private static func input(of test: PipelineTest, _ pipeline: Pipeline) throws -> Issue {
    switch test.input {
    case .text(let text): return ExampleRun.document(.text(text), language: test.language, name: "test")
    case .path(let path):
      let selection = try InputFinder.selection(for: path, at: test.place)
      let documents = try pipeline.read.reader.documents(in: selection).documents
      guard documents.count == 1, let document = documents.first else {
        throw Diagnostics([
          Diagnostic(
            .testInput, "'\(path)' has \(documents.count) documents; a test is about one", at: test.place)
        ])
      }
      var context = ReadContext()
      return try pipeline.read.read(document, &context)
    }
  }
}
