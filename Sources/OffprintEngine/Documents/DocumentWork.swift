import OffprintDiagnostics
import OffprintKit
import OffprintModel
import OffprintPipeline

/// Everything about one document that needs no other: seeing whether it must be done at all, reading, stages, checks,
/// and files that lie ready under temporary names.
struct DocumentWork: Sendable {
  let pipeline: Pipeline
  let trace: TraceSelection?
  let comparison: DocumentComparison
  let temporaries: TemporaryFiles
  /// True if nothing but what failed is done.
  var onlyFailed = false
  /// The bags of the input; nil where checksums are not looked at.
  var bags: BagCheck?

  struct Result: Sendable {
    var record: DocumentRecord
    var source: DocumentSource
    /// What an earlier run has left; its files that are written no more are taken away.
    var earlier: JournalEntry?
    /// True if it is neither done nor looked for, since only others were asked for.
    var isPassedOver = false
    var inputs: [FileStamp] = []
    var missing: [String] = []
    var staged = StagedOutput()
    var trace: [TraceLine] = []
    /// What became of the failure in hand, as the pipeline says at its place.
    var failure: DocumentFailure?
    /// Failures of stages that the document does without.
    var passedOver: [DocumentFailure] = []
    /// True if another attempt may bring what this one has not.
    var mayPass: Bool { failure.map(\.mayPass) ?? passedOver.contains(where: \.mayPass) }
    /// True if nothing more can be written at all.
    var isHopeless = false
  }

  /// Never throws: what goes wrong is part of the result, and a document that failed has nothing to write.
  ///
  /// - Parameter begins: told of each part of the pipeline before it begins.
  func result(
    of source: DocumentSource, index: Int, begins: @escaping @Sendable (String) -> Void = { _ in }
  ) -> Result {
    var result = Result(record: DocumentRecord(index: index, name: source.name), source: source)
    let verdict = comparison.verdict(on: source)
    result.earlier = verdict.entry
    switch verdict {
    case .asBefore(let entry, let shared):
      result.take(entry, index: index)
      result.staged.pieces = zip(entry.ranges, shared).map { StagedOutput.Piece(bytes: $1, range: $0) }
      result.staged.standing = entry.outputs.map(\.stamp.path)
      return result
    case .stillQuarantined(let entry):
      result.take(entry, index: index)
      return result
    case .new, .again:
      if onlyFailed, !verdict.isOfUndone {
        result.isPassedOver = true
        return result
      }
    }
    do {
      try work(on: source, &result, begins)
    } catch {
      result.fail(error, usual: pipeline.run.onError)
    }
    return result
  }

  private func work(
    on source: DocumentSource, _ result: inout Result, _ begins: @escaping @Sendable (String) -> Void
  ) throws {
    let deadline = Deadline(seconds: pipeline.run.timeLimit)
    begins("read")
    var issue = try read(source, &result)
    var log = StageSequence.Log()
    defer { settle(issue, log, &result) }
    let stages = StageSequence(
      steps: pipeline.stages, deadline: deadline, keepsDecisions: trace != nil, usual: pipeline.run.onError.forStages,
      begins: begins)
    try stages.run(on: &issue, &log)
    begins("checks")
    try DocumentChecks(steps: pipeline.checks).run(on: issue, &result.record)
    begins("write")
    let placement = ProductPlacement(writes: pipeline.writes, inputs: source.files + result.inputs.map(\.path))
    var finished = issue
    // Decisions are kept only when somebody asks for them, so no output may depend on them.
    finished.decisions = []
    // What writers look at, such as an earlier delivery, belongs to what the document is made of.
    let witness = InputWitness()
    defer {
      result.inputs += witness.stamps
      result.missing += witness.missing
    }
    var warnings: [Diagnostic] = []
    let products = try witness.watching {
      try placement.products(for: finished, &result.record.effort, &warnings)
    }
    result.record.diagnostics += warnings.map { $0.noting("document", source.name) }
    try deadline.check(after: "write")
    try stage(products, &result)
  }

  private func read(_ source: DocumentSource, _ result: inout Result) throws -> Issue {
    let start = ContinuousClock.now
    var context = ReadContext()
    let witness = InputWitness(bags: bags)
    defer {
      witness.add(named: source.files)
      result.inputs = witness.stamps
      result.missing = witness.missing
      result.record.bytes = witness.bytes
      result.record.effort.append(.init(part: "read", since: start, bytes: witness.bytes))
      result.record.diagnostics += context.warnings.map { $0.noting("document", source.name) }
    }
    do {
      var issue = try witness.watching { try pipeline.read.read(source, &context) }
      try settle(witness.faults, &issue, &context)
      result.record.id = issue.id
      result.record.pages = issue.pages.count
      result.record.lines.read = issue.pages.reduce(0) { $0 + $1.lines.count }
      return issue
    } catch {
      // A file that cannot be read and is not the one that was sent: the second says why.
      let more = error is Diagnostics ? [] : witness.faults
      throw more.isEmpty
        ? DocumentFailure(at: "read", "reader", threw: error)
        : DocumentFailure(at: "read", Diagnostics.messages(of: error) + more)
    }
  }

  /// Files that are not those that the delivery vouches for.
  private func settle(_ faults: [Diagnostic], _ issue: inout Issue, _ context: inout ReadContext) throws {
    guard !faults.isEmpty else { return }
    if pipeline.read.checksums == .fail {
      throw Diagnostics(faults.map { $0.noting("kept", "nothing of the document is exported") })
    }
    for fault in faults { context.warn(fault.noting("kept", "all of it; 'checksums: warn' is set")) }
    issue.flags.append(Flag(code: "checksum-wrong", subject: .issue, count: faults.count))
  }

  /// The figures are those of the moment, also of a document that failed.
  private func settle(_ issue: Issue, _ log: StageSequence.Log, _ result: inout Result) {
    result.record.lines = LineFigures(of: issue)
    if let characters = log.characters {
      result.record.characters = CharacterFigures(of: issue, read: characters.read, changed: characters.changed)
    }
    result.record.effort += log.effort
    result.passedOver = log.passedOver
    for failure in log.passedOver { result.record.passOver(failure) }
    result.record.articles = issue.articles.count { !$0.type.isOfPage }
    result.record.count(issue.flags)
    guard let trace else { return }
    let stages = trace.stages(of: pipeline)
    result.trace = issue.decisions.filter { stages?.contains($0.stage) ?? true }.map { TraceLine($0, in: issue) }
  }

  /// Puts the document's own files on the disk, under temporary names.
  private func stage(_ products: [PlacedProduct], _ result: inout Result) throws {
    let start = ContinuousClock.now
    do {
      for product in products {
        let writer = pipeline.writes[product.writer].id
        switch product.target {
        case .whole:
          let temporary = try temporaries.write(product.bytes, for: product.path)
          let stamp = FileStamp(
            path: FileSystem.absolute(product.path),
            look: FileLook(at: temporary) ?? FileLook(size: product.bytes.count, changed: 0),
            digest: Digest(of: product.bytes))
          result.staged.files.append(
            .init(
              temporary: temporary, path: product.path,
              written: .init(writer: writer, stamp: stamp, pieces: product.pieces)))
        case .shared:
          let range = JournalEntry.WrittenRange(
            writer: writer, path: FileSystem.absolute(product.path), offset: 0, count: product.bytes.count,
            digest: Digest(of: product.bytes), pieces: product.pieces)
          result.staged.pieces.append(.init(bytes: product.bytes, range: range))
        }
      }
    } catch {
      result.staged.discard(from: temporaries)
      guard let fault = error as? FileSystem.Fault else { throw error }
      result.isHopeless = fault.isGeneral
      throw DocumentFailure(at: "write", [fault.message])
    }
    result.record.effort.append(
      .init(part: "write", since: start, bytes: products.reduce(0) { $0 + $1.bytes.count }))
  }
}

extension DocumentWork.Result {
  /// What an earlier run has found stands.
  fileprivate mutating func take(_ entry: JournalEntry, index: Int) {
    record = entry.record
    record.index = index
    record.name = source.name
    record.isAsBefore = true
    inputs = entry.inputs
    missing = entry.missing
  }

  mutating func fail(_ error: any Error, usual: RunPolicy.OnError) {
    let failure = error as? DocumentFailure ?? DocumentFailure(at: "run", Diagnostics.messages(of: error))
    record.fail(failure, usual: usual)
    self.failure = failure
  }
}

extension DocumentVerdict {
  /// True if the document failed, was set aside or went without a stage in an earlier run.
  fileprivate var isOfUndone: Bool {
    entry.map { $0.record.outcome != .done || !$0.record.passedOver.isEmpty } ?? false
  }
}

extension RunPolicy.OnError {
  /// What a stage does that does not say for itself: the loader has settled which may be passed over.
  fileprivate var forStages: RunPolicy.OnError { self == .keepInput ? .skip : self }
}
