import OffprintDiagnostics
import OffprintKit
import OffprintPipeline

/// Runs a pipeline over its input: finds the documents, works on several at once, writes them in order.
///
/// What is written depends on the input and the pipeline alone, not on the number of jobs, and not on how often the run
/// was broken off and gone on with.
public struct Engine: Sendable {
  let pipeline: Pipeline
  let options: RunOptions
  private let bags: BagCheck?

  public init(_ pipeline: Pipeline, options: RunOptions = RunOptions()) {
    self.pipeline = pipeline
    self.options = options
    bags = pipeline.read.checksums == .ignore ? nil : BagCheck()
  }

  /// Runs to the end, or to where the policy or an interruption ends it. Whatever goes wrong is in the record.
  ///
  /// - Parameter tell: called as things happen, by one thread at a time.
  public func run(tell: @escaping @Sendable (RunEvent) -> Void = { _ in }) -> RunRecord {
    let start = ContinuousClock.now
    let tellInTurn = Self.inTurn(tell)
    var record = emptyRecord
    do {
      let journal = try Journal(in: pipeline.run.folder, .goOn)
      defer { journal.close() }
      let locks = try OutputLocks(for: pipeline.writes)
      defer { locks.release() }
      if let (documents, files) = documents(&record, journal, tellInTurn) {
        // Not before: what it says was written is no input of this run either.
        if options.earlier == .forget { try journal.forget() }
        carryOut(documents, besides: files, journal, &record, tellInTurn)
      }
    } catch {
      record.diagnostics += Diagnostics.messages(of: error)
      record.ending = record.has(.runInProgress) ? .inUse : .cannotWrite
    }
    record.seconds = start.duration(to: .now) / .seconds(1)
    tellInTurn(.ended(record))
    return record
  }

  static func inTurn(_ tell: @escaping @Sendable (RunEvent) -> Void) -> @Sendable (RunEvent) -> Void {
    let teller = Guarded(tell)
    return { event in teller.withLock { $0(event) } }
  }

  /// Builds the survey that a stage asks for, and does nothing else; an older one that is there is replaced, and no
  /// other file.
  ///
  /// - Parameters:
  ///   - stage: the stage's id in the pipeline.
  ///   - path: the file to write.
  /// - Returns: a record without documents; its survey says how many were counted.
  public func buildSurvey(
    of stage: String, into path: String, tell: @escaping @Sendable (RunEvent) -> Void = { _ in }
  ) -> RunRecord {
    let tellInTurn = Self.inTurn(tell)
    var record = emptyRecord
    do {
      if let survey = pipeline.stages.first(where: { $0.id == stage })?.stage.survey {
        try WholeFile.demandReplaceable(path, by: survey.nothing.beginning)
        if let documents = documents(&record, existingJournal, tellInTurn)?.documents {
          _ = try Surveys(options: options, tell: tellInTurn)
            .build(survey, of: stage, into: path, pipeline, documents, &record)
        }
      }
    } catch {
      record.diagnostics += Diagnostics.messages(of: error)
      record.ending = .cannotWrite
    }
    tellInTurn(.ended(record))
    return record
  }

  /// The journal of earlier runs to look into; nil if there is none, or none that can be read.
  private var existingJournal: Journal? { try? Journal.existing(in: pipeline.run.folder) }

  var emptyRecord: RunRecord {
    RunRecord(
      pipeline: pipeline.name, file: pipeline.file, variables: options.variables, folder: pipeline.run.folder,
      jobs: options.jobs, outputs: pipeline.writes.map(RunRecord.Output.init))
  }

  /// The documents of the input, and its files; nil, with messages in the record, if there are none.
  ///
  /// - Parameter journal: that of earlier runs; nil if there is none.
  func documents(
    _ record: inout RunRecord, _ journal: Journal?, _ tell: @Sendable (RunEvent) -> Void
  ) -> (documents: [DocumentSource], files: InputFiles)? {
    do {
      let (documents, files) = try listing(&record, journal)
      record.found = documents.count
      tell(.found(documents: documents.count, files: documents.map(\.files.count), messages: record.diagnostics))
      return (documents, files)
    } catch {
      let isUnpacked = !record.diagnostics.contains { $0.severity == .error }
      record.diagnostics += Diagnostics.messages(of: error)
      let isMissing = record.has(.inputMissing) || record.has(.nothingMatched) || record.has(.inputEmpty)
      record.ending = isMissing && isUnpacked ? .nothingMatched : .inputUnusable
      return nil
    }
  }

  private func carryOut(
    _ documents: [DocumentSource], besides files: InputFiles, _ journal: Journal, _ record: inout RunRecord,
    _ tell: @escaping @Sendable (RunEvent) -> Void
  ) {
    var pipeline = pipeline
    guard Surveys(options: options, tell: tell).complete(&pipeline, documents, &record) else { return }
    let meaning = PipelineMeaning(pipeline)
    let known = journal.count
    if known > 0 { tell(.goesOn(journal: journal.path, documents: known, damaged: journal.damaged)) }
    do throws(FileSystem.Fault) {
      try journal.begin(run: runLine, settings: meaning.key, meaning.values)
      let batch = Batch(
        pipeline: pipeline, options: options, documents: documents, files: files, journal: journal, meaning: meaning,
        bags: bags)
      record = batch.run(record, tell)
      try journal.add(JournalEnd(record).json)
    } catch {
      // Where that ended the run already, it has been said.
      if record.ending != .cannotWrite { record.diagnostics.append(error.message) }
      record.ending = .cannotWrite
    }
  }

  private func listing(
    _ record: inout RunRecord, _ journal: Journal?
  ) throws -> (documents: [DocumentSource], files: InputFiles) {
    let selection = try OwnOutputs(pipeline: pipeline, journal: journal, filesBeside: options.filesBeside).left(
      out: InputFinder.selection(for: pipeline.read.from, at: pipeline.read.place))
    record.diagnostics += selection.messages
    let listing = try pipeline.read.reader.documents(in: selection)
    record.diagnostics += listing.diagnostics
    record.diagnostics += bags?.reports(on: listing.documents, selection.files) ?? []
    guard !listing.documents.isEmpty else {
      throw Diagnostic(
        .nothingMatched, "'\(pipeline.read.from)' has no document for the reader '\(pipeline.read.format)'",
        at: pipeline.read.place,
        notes: [
          .init("files", "\(selection.files.count) looked at"),
          .init("more", "offprint explain \(pipeline.read.format)"),
        ])
    }
    return (listing.documents, InputFiles(selection, outputs: pipeline.writes))
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
