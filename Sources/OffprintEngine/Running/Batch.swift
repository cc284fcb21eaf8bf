import OffprintDiagnostics
import OffprintKit
import OffprintPipeline

/// The documents of one run, worked on several at once and delivered in order.
struct Batch: Sendable {
  let pipeline: Pipeline
  let options: RunOptions
  let documents: [DocumentSource]
  /// All of the input, which no output replaces.
  let files: InputFiles
  let journal: Journal
  let meaning: PipelineMeaning
  /// The bags of the input; nil where checksums are not looked at.
  var bags: BagCheck?

  func run(_ record: RunRecord, _ tell: @escaping @Sendable (RunEvent) -> Void) -> RunRecord {
    let temporaries = TemporaryFiles(known: pipeline.run.folder)
    let documents = documents
    let delivery = Guarded(
      Delivery(record, pipeline, journal, settings: meaning.key, temporaries, besides: files) { documents[$0].name })
    let inHand = InHand()
    let sizes = DocumentSizes(documents)
    var work = OrderedWork(
      count: documents.count, jobs: options.jobs,
      work: { index, attempt in
        tell(.started(index: index, name: documents[index].name))
        return outcome(of: index, attempt, temporaries, inHand, sizes)
      },
      deliver: { _, result in
        let (document, after) = delivery.withLock { $0.take(result) }
        if !result.isPassedOver { tell(.finished(document, trace: result.trace)) }
        return after
      })
    work.byteLimit = options.byteLimit
    work.grace = options.grace
    work.cost = { sizes.cost(of: $0) }
    work.isCancelled = { options.interruption.isRequested }
    work.givesUp = { index, seconds in givenUp(index, after: seconds, inHand) }
    work.run()
    var final = delivery.withLock { delivery in
      if options.interruption.isRequested, delivery.record.reached < documents.count {
        _ = delivery.end(.interrupted)
      }
      return delivery.finish()
    }
    temporaries.close()
    if final.ending == .completed, final.reached == final.found {
      let left = LeftBehind(pipeline: pipeline, journal: journal)
      if let message = left.message(besides: documents) { final.diagnostics.append(message) }
    }
    final.effort.sort { order(of: $0.part) < order(of: $1.part) }
    return final
  }

  private var comparison: DocumentComparison {
    DocumentComparison(
      pipeline: pipeline, journal: journal, meaning: meaning, retries: options.earlier == .onlyFailed,
      isIgnorant: options.trace != nil)
  }

  private func outcome(
    of index: Int, _ attempt: Int, _ temporaries: TemporaryFiles, _ inHand: InHand, _ sizes: DocumentSizes
  ) -> OrderedWork<DocumentWork.Result>.Outcome {
    inHand.begin(index)
    let work = DocumentWork(
      pipeline: pipeline, trace: options.trace, comparison: comparison, temporaries: temporaries,
      onlyFailed: options.earlier == .onlyFailed, bags: bags)
    var result = work.result(of: documents[index], index: index) { inHand.note(index, at: $0) }
    sizes.learn(index, bytes: result.record.bytes)
    guard inHand.end(index) else {
      // Given up meanwhile: nobody asks for the result any more.
      result.staged.discard(from: temporaries)
      return .done(result, retained: 0)
    }
    if result.mayPass, attempt < pipeline.run.retry, !options.interruption.isRequested {
      result.staged.discard(from: temporaries)
      return .again(afterSeconds: Self.pause(after: attempt))
    }
    return .done(result, retained: result.staged.retained)
  }

  /// Half a second, then twice as long each time.
  private static func pause(after attempt: Int) -> Double { 0.5 * Double(1 << min(attempt, 10)) }

  /// A document that is far beyond its time within a part of the pipeline, which can be asked to end but not be made to.
  private func givenUp(_ index: Int, after seconds: Double, _ inHand: InHand) -> DocumentWork.Result? {
    guard let limit = pipeline.run.timeLimit, seconds > limit + max(1, limit / 10), let part = inHand.giveUp(index)
    else { return nil }
    let source = documents[index]
    var result = DocumentWork.Result(record: DocumentRecord(index: index, name: source.name), source: source)
    result.earlier = journal.entry(of: JournalEntry.identity(of: source, in: pipeline))
    result.inputs = source.files.compactMap(FileStamp.init(reading:))
    result.fail(
      DocumentFailure(at: part, [.neverBack(part, limit)], policy: pipeline.stages.first { $0.id == part }?.onError),
      usual: pipeline.run.onError)
    return result
  }

  /// The place of a part in the pipeline.
  private func order(of part: String) -> Int {
    let parts =
      ["read"] + pipeline.stages.map(\.id) + pipeline.checks.map(\.id)
      + pipeline.writes.flatMap { [$0.id, $0.partOfSchema] }
    return parts.firstIndex(of: part) ?? parts.count
  }
}

extension Diagnostic {
  fileprivate static func neverBack(_ part: String, _ limit: Double) -> Diagnostic {
    Diagnostic(
      .timeLimit,
      "more than \(SettingDuration(seconds: limit).written) had gone by in '\(part)', which has not come back",
      fix: "let the stage have isolate: process, so that it can be stopped",
      notes: [.init("stage", part), .init("kept", "nothing of the document is exported")])
  }
}
