import OffprintDiagnostics
import OffprintKit
import OffprintPipeline

/// A verb that measures a pipeline on issues whose truth is known.
protocol EvaluationVerb: Verb {
  var evaluation: EvalOptions { get }
  /// Measures on the documents and prints the report; gives how many documents were measured, and how many not.
  ///
  /// - Throws: `OP401` if files that go with the report cannot be written.
  func measure(
    _ pipeline: Pipeline, on truth: [TruthDocuments], _ console: Console
  ) throws -> (measured: Int, failed: Int)
}

extension EvaluationVerb {
  func perform(in surroundings: Surroundings) -> ExitStatus {
    let values = Dictionary(evaluation.variables.map { ($0.name, $0.value) }) { first, _ in first }
    let console = surroundings.console
    switch load(evaluation.pipeline, variables: values, complete: false, in: surroundings) {
    case .failure(let failure): return failure.status
    case .success(let pipeline):
      do {
        let finder = TruthFinder(registry: surroundings.registry, pipeline: pipeline, format: evaluation.read)
        let found = try evaluation.truth.map { try finder.documents(of: $0) }
        let (measured, failed) = try measure(pipeline, on: found, console)
        if failed > 0 { console.errorLine("not measured: \(failed) of \(failed + measured)") }
        return failed == 0 ? .done : measured == 0 ? .inputUnusable : .answerIsNo
      } catch {
        let messages = Diagnostics.messages(of: error)
        console.show(messages, global.colour)
        return ExitStatus(whereTruthFailed: messages)
      }
    }
  }

  /// Reads the documents one by one. What goes wrong with one is shown, and the others are measured.
  func forEach(
    of truth: [TruthDocuments], _ console: Console,
    measure: (Issue, _ document: String, _ collection: TruthDocuments) throws -> Void,
    failed: (_ document: String, _ collection: TruthDocuments) -> Void
  ) {
    var repeated = RepeatedIssues()
    for collection in truth {
      console.show(collection.diagnostics, global.colour)
      for document in collection.documents {
        do {
          var context = ReadContext()
          let issue = try collection.reader.read(document, &context)
          let warnings = context.warnings + [repeated.warning(of: issue, document.name)].compactMap(\.self)
          console.show(warnings.map { $0.noting("document", document.name) }, global.colour)
          try measure(issue, document.name, collection)
        } catch {
          console.show(Diagnostics.messages(of: error).map { $0.noting("document", document.name) }, global.colour)
          failed(document.name, collection)
        }
      }
    }
  }
}
