import OffprintDiagnostics
import OffprintKit
import OffprintModel
import OffprintPipeline

/// The first pass over a batch: what a stage wants to know of all documents before it works on the first.
///
/// Each document is read and taken through the stages before this one that change lines, so that words are looked at
/// as the stage will see them; articles and labels change none. What cannot be read is left out, and fails properly
/// when its turn comes in the run. The time limit does not count here: what a survey holds depends on the input alone.
struct SurveyPass: Sendable {
  let pipeline: Pipeline
  /// The stage's id in the pipeline.
  let stage: String
  let survey: StageSurvey
  let options: RunOptions

  struct Outcome: Sendable {
    var sum: SurveySum
    var documents = 0
    /// Why documents were left out, as warnings.
    var messages: [Diagnostic] = []
    var skipped = 0
    /// False if the pass was interrupted.
    var isWhole = true
  }

  /// - Parameter tell: called with the number of documents that are done, in order.
  func run(over documents: [DocumentSource], tell: @escaping @Sendable (Int) -> Void) -> Outcome {
    let outcome = Guarded(Outcome(sum: survey.nothing))
    let interruption = options.interruption
    let sizes = DocumentSizes(documents)
    var work = OrderedWork(
      count: documents.count, jobs: options.jobs,
      work: { index, _ in .done(Result { try look(at: documents[index]) }, retained: 1 << 14) },
      deliver: { index, result in
        outcome.withLock { $0.take(result, of: documents[index].name, for: survey.name) }
        tell(index + 1)
        return .goOn
      })
    work.byteLimit = options.byteLimit
    work.cost = { sizes.cost(of: $0) }
    work.isCancelled = { interruption.isRequested }
    work.run()
    var final = outcome.withLock { $0 }
    final.isWhole = final.documents + final.skipped == documents.count
    return final
  }

  private func look(at source: DocumentSource) throws -> SurveySum {
    var context = ReadContext()
    var issue: Issue
    do {
      issue = try pipeline.read.read(source, &context)
    } catch {
      throw DocumentFailure(at: "read", "reader", threw: error)
    }
    let before = pipeline.stages.prefix { $0.id != stage }
    let steps = before.filter { $0.stage.kind == .normalising || $0.stage.kind == .reflowing }
    try StageSequence(steps: Array(steps)).run(on: &issue)
    do {
      return try survey.tally(of: issue)
    } catch {
      throw DocumentFailure(at: stage, "stage", threw: error)
    }
  }
}

extension SurveyPass.Outcome {
  fileprivate mutating func take(_ result: Result<SurveySum, any Error>, of document: String, for survey: String) {
    switch result {
    case .success(let tally):
      sum.add(tally)
      documents += 1
    case .failure(let error):
      skipped += 1
      let causes = (error as? DocumentFailure)?.diagnostics ?? Diagnostics.messages(of: error)
      messages += causes.map { Self.leftOut($0, document, survey) }
    }
  }

  private static func leftOut(_ cause: Diagnostic, _ document: String, _ survey: String) -> Diagnostic {
    var message = cause.noting("document", document).noting("kept", "the \(survey) is built without the document")
    message.severity = .warning
    message.notes.removeAll { $0.label == "kept" }
    message.notes.append(.init("kept", "the \(survey) is built without the document"))
    return message
  }
}
