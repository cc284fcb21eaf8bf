import OffprintDiagnostics
import OffprintKit
import OffprintPipeline

/// Sees to it that every stage of a run has the survey that its settings name.
struct Surveys: Sendable {
  let options: RunOptions
  let tell: @Sendable (RunEvent) -> Void

  /// Builds the surveys that are not there yet, one after the other, and makes their stages anew.
  ///
  /// - Returns: false if the run must not go on; why is in the record.
  func complete(_ pipeline: inout Pipeline, _ documents: [DocumentSource], _ record: inout RunRecord) -> Bool {
    for index in pipeline.stages.indices {
      let step = pipeline.stages[index]
      guard let survey = step.stage.survey, let path = survey.path else { continue }
      do {
        if survey.isThere {
          record.surveys.append(RunRecord.Survey(step.id, survey.name, path))
          continue
        }
        // An earlier stage may have asked for the same file.
        if !record.surveys.contains(where: { $0.file == path && $0.isBuilt }) {
          guard try build(survey, of: step.id, into: path, pipeline, documents, &record) else { return false }
        }
        if record.surveys.contains(where: { $0.file == path && $0.isBuilt }) {
          pipeline.stages[index].stage = try survey.remade()
        }
      } catch {
        record.diagnostics += Diagnostics.messages(of: error)
        record.ending = .cannotWrite
        return false
      }
    }
    return true
  }

  /// Builds one survey. False if it was interrupted; then nothing is written. Nor is a survey of nothing.
  ///
  /// - Throws: `OP401`.
  func build(
    _ survey: StageSurvey, of stage: String, into path: String, _ pipeline: Pipeline, _ documents: [DocumentSource],
    _ record: inout RunRecord
  ) throws -> Bool {
    let tell = tell
    let pass = SurveyPass(
      pipeline: pipeline, stage: stage, survey: survey, options: options)
    let outcome = pass.run(over: documents) { done in
      tell(.surveyed(survey.name, documents: done, of: documents.count))
    }
    guard outcome.isWhole else {
      record.ending = .interrupted
      return false
    }
    var built = RunRecord.Survey(stage, survey.name, path)
    built.documents = outcome.documents
    built.skipped = outcome.skipped
    if outcome.documents > 0 {
      let origin = SurveyOrigin(pipeline: pipeline.name, documents: outcome.documents)
      try WholeFile.write(outcome.sum.bytes(from: origin), to: path)
      built.isBuilt = true
      built.size = outcome.sum.size
    }
    record.surveys.append(built)
    record.diagnostics += outcome.messages
    tell(.surveyEnded(built, messages: outcome.messages))
    return true
  }
}
