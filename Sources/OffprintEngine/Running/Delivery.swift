import OffprintDiagnostics
import OffprintKit
import OffprintPipeline

/// The side of a run that takes results in the order of the documents: gives files their names, keeps the journal,
/// counts, and applies the policy.
struct Delivery: Sendable {
  typealias After = OrderedWork<DocumentWork.Result>.After

  private let pipeline: Pipeline
  private var policy: RunPolicy { pipeline.run }
  private let settings: String
  private let journal: Journal
  private let name: @Sendable (Int) -> String
  private var sink: OutputSink
  private var quarantine: Quarantine
  private(set) var record: RunRecord
  /// Files that documents share: those that they were written into before, and those that they are now.
  private var sharedBefore: Set<String> = []
  private var shared: Set<String> = []
  /// Documents of this run that are not done, for `stop_after`.
  private var bad = 0
  private var withoutArticles: WithoutArticles

  /// - Parameters:
  ///   - settings: key of the pipeline's meaning.
  ///   - files: those of the input, which no output replaces.
  ///   - name: the name of a document by its index, for messages.
  init(
    _ record: RunRecord, _ pipeline: Pipeline, _ journal: Journal, settings: String, _ temporaries: TemporaryFiles,
    besides files: InputFiles, name: @escaping @Sendable (Int) -> String
  ) {
    self.pipeline = pipeline
    self.name = name
    self.record = record
    self.journal = journal
    self.settings = settings
    sink = OutputSink(pipeline.writes, temporaries, besides: files)
    quarantine = Quarantine(pipeline)
    withoutArticles = WithoutArticles(pipeline)
  }

  /// Writes one document. Gives its final record, and whether the run goes on.
  mutating func take(_ result: DocumentWork.Result) -> (record: DocumentRecord, after: After) {
    var result = result
    guard !result.isPassedOver else { return (result.record, .goOn) }
    var ranges: [JournalEntry.WrittenRange] = []
    if result.record.outcome == .done { ranges = write(&result) }
    if !result.isHopeless { note(&result, ranges) }
    if result.isHopeless {
      // Not the document's fault: it is neither noted nor set aside, and the next run does it.
      result.record.outcome = .failed
    } else {
      setAside(&result)
    }
    record.add(result.record)
    withoutArticles.count(result.record, of: result.source)
    return (result.record, result.isHopeless ? end(.cannotWrite) : after(result))
  }

  /// Ends with the shared files; what cannot get its name is a message of the run.
  mutating func finish() -> RunRecord {
    let isWhole = record.ending == .completed && record.reached == record.found
    let faults = sink.finish(isWhole: isWhole)
    record.diagnostics += faults
    if !faults.isEmpty { record.ending = .cannotWrite }
    if isWhole, let left = LeftBehind.message(of: sharedBefore, besides: shared) { record.diagnostics.append(left) }
    if let message = withoutArticles.message { record.diagnostics.append(message) }
    return record
  }

  mutating func end(_ ending: RunRecord.Ending) -> After {
    record.ending = ending
    return .stop
  }

  // MARK: Writing

  private mutating func write(_ result: inout DocumentWork.Result) -> [JournalEntry.WrittenRange] {
    do throws(OutputSink.Refusal) {
      let ranges = try sink.write(&result.staged, of: result.record.index, result.record.id)
      shared.formUnion(ranges.lazy.map(\.path))
      if !result.record.isAsBefore { result.record.count(result.staged.files.map(\.written), ranges) }
      return ranges
    } catch {
      switch error {
      case .taken(let path, let writer, let other):
        let message = Diagnostic.taken(path, by: name(other))
        result.fail(DocumentFailure(at: writer, [message]), usual: policy.onError)
      case .input(let path, let writer):
        result.fail(DocumentFailure(at: writer, [.replacesInput(path)]), usual: policy.onError)
      case .issueTaken(let id, let other):
        let message = Diagnostic.issueTaken(id, by: name(other), place: result.source.files.first)
        result.fail(DocumentFailure(at: "write", [message]), usual: policy.onError)
      case .system(let fault):
        result.fail(DocumentFailure(at: "write", [fault.message]), usual: policy.onError)
        result.isHopeless = fault.isGeneral
      }
      result.record.isAsBefore = false
      return []
    }
  }

  /// Adds the document to the journal, and takes away what an earlier run has written of it and this one has not.
  private mutating func note(_ result: inout DocumentWork.Result, _ ranges: [JournalEntry.WrittenRange]) {
    let isAsItStands = result.record.isAsBefore && ranges == (result.earlier?.ranges ?? [])
    if result.record.outcome == .quarantined, result.record.isAsBefore { return }
    if !isAsItStands {
      var entry = JournalEntry(
        identity: JournalEntry.identity(of: result.source, in: pipeline), settings: settings, noted: FileStamp.now,
        record: result.record,
        inputs: result.inputs, missing: result.missing, outputs: result.staged.files.map(\.written), ranges: ranges)
      if result.record.isAsBefore { entry.outputs = result.earlier?.outputs ?? [] }
      do throws(FileSystem.Fault) {
        try journal.add(entry)
      } catch {
        takeBack(&result, error)
        return
      }
    }
    sharedBefore.formUnion((result.earlier?.ranges ?? []).lazy.map(\.path))
    if !result.record.isAsBefore { record.removed += Self.removeOutdated(result.earlier, but: result.staged) }
  }

  /// A document that the journal could not note is not done, whatever was written of it: no later run knows of it.
  private func takeBack(_ result: inout DocumentWork.Result, _ fault: FileSystem.Fault) {
    if result.record.outcome == .done {
      for file in result.staged.files { FileSystem.remove(file.path) }
      result.record.written = []
      result.fail(DocumentFailure(at: "write", [fault.message]), usual: policy.onError)
    } else {
      result.record.diagnostics.append(fault.message)
    }
    result.record.isAsBefore = false
    result.isHopeless = true
  }

  /// Files that an earlier run has written, if nobody has changed them since. One that this run has written, too,
  /// stays, however the way to it was spelt then.
  private static func removeOutdated(_ earlier: JournalEntry?, but staged: StagedOutput) -> Int {
    guard let earlier else { return 0 }
    let now = Set(staged.files.map(\.written.stamp.path))
    let outdated = earlier.outputs.filter { !now.contains($0.stamp.path) }
    guard !outdated.isEmpty else { return 0 }
    var places = ResolvedPlaces()
    let written = Set(now.map { places.place(of: $0) })
    var count = 0
    for file in outdated
    where !written.contains(places.place(of: file.stamp.path)) && file.stamp.verdict(noted: nil) == .same {
      if FileSystem.remove(file.stamp.path) { count += 1 }
      FileSystem.folder(of: file.stamp.path).map(FileSystem.removeEmptyFolder)
    }
    return count
  }

  private mutating func setAside(_ result: inout DocumentWork.Result) {
    guard result.record.outcome == .quarantined else {
      quarantine.clear(result.record.name)
      return
    }
    guard !result.record.isAsBefore else {
      quarantine.leave(result.record.name)
      return
    }
    do {
      try quarantine.put(result)
    } catch {
      result.record.diagnostics += Diagnostics.messages(of: error)
    }
  }

  // MARK: Policy

  private mutating func after(_ result: DocumentWork.Result) -> After {
    guard result.record.outcome != .done, !result.record.isAsBefore else { return .goOn }
    bad += 1
    guard record.reached < record.found else { return .goOn }
    if result.record.outcome == .failed, (result.failure?.policy ?? policy.onError) == .stop { return end(.stopped) }
    switch policy.stopAfter {
    case .issues(let limit): return bad >= limit ? end(.stopped) : .goOn
    case .share(let share): return Double(bad) >= share * Double(record.found) ? end(.stopped) : .goOn
    case nil: return .goOn
    }
  }
}

extension Diagnostic {
  fileprivate static func issueTaken(_ id: String, by document: String, place: String?) -> Diagnostic {
    Diagnostic(
      .issueTaken, "its issue has the id '\(id)', and so has that of '\(document)', which is written",
      at: place.map { SourcePlace(file: $0) },
      fix: "if it is the same issue, read one of the two; else tell them apart by the names of their folders",
      notes: [.init("kept", "nothing of the document is written")])
  }

  fileprivate static func taken(_ path: String, by document: String) -> Diagnostic {
    Diagnostic(
      .outputTaken, "'\(path)' was already written by '\(document)'", at: SourcePlace(file: path),
      fix: "put more of the issue into the path, such as ${issue.id}",
      notes: [.init("kept", "nothing of the document is written")])
  }
}
