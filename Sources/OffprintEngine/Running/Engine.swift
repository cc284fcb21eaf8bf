import OffprintDiagnostics
import OffprintKit
import OffprintPipeline

/// Runs a pipeline over its input: finds the documents, works on several at once, writes them in order.
///
/// What is written depends on the input and the pipeline alone, not on the number of jobs.
public struct Engine: Sendable {
  private let pipeline: Pipeline
  private let options: RunOptions

  public init(_ pipeline: Pipeline, options: RunOptions = RunOptions()) {
    self.pipeline = pipeline
    self.options = options
  }

  /// Runs to the end, or to where the policy or an interruption ends it. Whatever goes wrong is in the record.
  ///
  /// - Parameter tell: called as things happen, by one thread at a time.
  public func run(tell: @escaping @Sendable (RunEvent) -> Void = { _ in }) -> RunRecord {
    let start = ContinuousClock.now
    let teller = Locked(tell)
    let tellInTurn: @Sendable (RunEvent) -> Void = { event in teller.withLock { $0(event) } }
    var record = emptyRecord
    if let documents = documents(&record, tellInTurn) { carryOut(documents, &record, tellInTurn) }
    record.seconds = start.duration(to: .now) / .seconds(1)
    tellInTurn(.ended(record))
    return record
  }

  /// Builds the survey that a stage asks for, and does nothing else; a file that is there is replaced.
  ///
  /// - Parameters:
  ///   - stage: the stage's id in the pipeline.
  ///   - path: the file to write.
  /// - Returns: a record without documents; its survey says how many were counted.
  public func buildSurvey(
    of stage: String, into path: String, tell: @escaping @Sendable (RunEvent) -> Void = { _ in }
  ) -> RunRecord {
    let teller = Locked(tell)
    let tellInTurn: @Sendable (RunEvent) -> Void = { event in teller.withLock { $0(event) } }
    var record = emptyRecord
    let survey = pipeline.stages.first { $0.id == stage }?.stage.survey
    if let survey, let documents = documents(&record, tellInTurn) {
      do {
        _ = try Surveys(options: options, tell: tellInTurn)
          .build(survey, of: stage, into: path, pipeline, documents, &record)
      } catch {
        record.diagnostics += Diagnostics.messages(of: error)
        record.ending = .cannotWrite
      }
    }
    tellInTurn(.ended(record))
    return record
  }

  private var emptyRecord: RunRecord {
    RunRecord(
      pipeline: pipeline.name, file: pipeline.file, variables: options.variables, folder: pipeline.run.folder,
      jobs: options.jobs, outputs: pipeline.writes.map(RunRecord.Output.init))
  }

  /// The documents of the input; nil, with messages in the record, if there are none.
  private func documents(
    _ record: inout RunRecord, _ tell: @Sendable (RunEvent) -> Void
  ) -> [DocumentSource]? {
    do {
      let documents = try listing(&record)
      record.found = documents.count
      tell(.found(documents: documents.count, files: documents.map(\.files.count), messages: record.diagnostics))
      return documents
    } catch {
      record.diagnostics += Diagnostics.messages(of: error)
      let isMissing = record.has(.inputMissing) || record.has(.nothingMatched) || record.has(.inputEmpty)
      record.ending = isMissing ? .nothingMatched : .inputUnusable
      return nil
    }
  }

  private func carryOut(
    _ documents: [DocumentSource], _ record: inout RunRecord, _ tell: @escaping @Sendable (RunEvent) -> Void
  ) {
    var pipeline = pipeline
    guard Surveys(options: options, tell: tell).complete(&pipeline, documents, &record) else { return }
    record = workThrough(pipeline, documents, record, tell)
  }

  private func workThrough(
    _ pipeline: Pipeline, _ documents: [DocumentSource], _ record: RunRecord,
    _ tell: @escaping @Sendable (RunEvent) -> Void
  ) -> RunRecord {
    let work = DocumentWork(pipeline: pipeline, trace: options.trace)
    let delivery = Locked(Delivery(record, policy: pipeline.run))
    let interruption = options.interruption
    OrderedWork(count: documents.count, workers: options.jobs).run(
      isCancelled: { interruption.isRequested },
      work: { index in
        tell(.started(index: index, name: documents[index].name))
        return work.result(of: documents[index], index: index)
      },
      deliver: { _, result in
        let (document, after) = delivery.withLock { $0.take(result) }
        tell(.finished(document, trace: result.trace))
        return after
      })
    var final = delivery.withLock { $0.finish() }
    if interruption.isRequested, final.documents.count < final.found { final.ending = .interrupted }
    return final
  }

  private func listing(_ record: inout RunRecord) throws -> [DocumentSource] {
    let selection = try InputFinder.selection(for: pipeline.read.from, at: pipeline.read.place)
    let listing = try pipeline.read.reader.documents(in: selection)
    record.diagnostics += listing.diagnostics
    guard !listing.documents.isEmpty else {
      throw Diagnostic(
        .nothingMatched, "'\(pipeline.read.from)' has no document for the reader '\(pipeline.read.format)'",
        at: pipeline.read.place,
        notes: [
          .init("files", "\(selection.files.count) looked at"),
          .init("more", "offprint explain \(pipeline.read.format)"),
        ])
    }
    return listing.documents
  }
}

extension RunRecord.Output {
  /// The file if the path is the same for all, else the folder that the varying part is in.
  init(_ step: WriteStep) {
    writer = step.id
    format = step.format
    var fixed = ""
    var varies = false
    for piece in step.to.pieces {
      guard case .text(let text) = piece else {
        varies = true
        break
      }
      fixed += text
    }
    place = OutputNames.normalised(varies ? FileSystem.folder(of: fixed) ?? "." : fixed)
  }
}
