import OffprintDiagnostics
import OffprintKit
import OffprintPipeline

/// What a run would do, and why.
public struct RunPlan: Sendable {
  public struct Item: Sendable {
    /// The document's name.
    public var document: String
    public var action: Action
    /// Why, such as `input 'x.xml' changed`; what is equal for many documents is worded equally.
    public var reason: String
  }

  public enum Action: String, Sendable {
    /// Nothing: it is done, and nothing has changed.
    case leave
    case `do`
    /// Nothing: it is quarantined, and nothing has changed.
    case quarantined
  }

  public var items: [Item] = []
  /// Surveys that would be built first; what they will hold may change what is to be done.
  public var surveys: [String] = []
  /// Messages of the reader about files that belong to no document, what earlier runs wrote of documents that are gone,
  /// or why there is no plan.
  public var diagnostics: [Diagnostic] = []
  public var ending = RunRecord.Ending.completed
}

extension Engine {
  /// Looks at the input and the journal, and changes nothing.
  public func plan() -> RunPlan {
    var plan = RunPlan()
    var record = emptyRecord
    let journal: Journal?
    do {
      journal = try Journal.existing(in: pipeline.run.folder)
    } catch {
      plan.diagnostics = Diagnostics.messages(of: error)
      plan.ending = .cannotWrite
      return plan
    }
    guard let documents = documents(&record, journal, { _ in })?.documents else {
      plan.diagnostics = record.diagnostics
      plan.ending = record.ending
      return plan
    }
    plan.diagnostics = record.diagnostics
    plan.surveys = pipeline.stages.compactMap { step in
      step.stage.survey.flatMap { $0.path != nil && !$0.isThere ? "\(step.id): \($0.name)" : nil }
    }
    let known = options.earlier == .forget ? nil : journal
    plan.items = items(of: documents, known)
    if let gone = known.flatMap({ LeftBehind(pipeline: pipeline, journal: $0).message(besides: documents) }) {
      plan.diagnostics.append(gone)
    }
    return plan
  }

  private func items(of documents: [DocumentSource], _ journal: Journal?) -> [RunPlan.Item] {
    guard let journal else {
      return documents.map { .init(document: $0.name, action: .do, reason: "it is new") }
    }
    let meaning = PipelineMeaning(pipeline)
    let comparison = DocumentComparison(pipeline: pipeline, journal: journal, meaning: meaning)
    let reasons = PlanReasons(journal: journal, meaning: meaning)
    let items = Guarded<[RunPlan.Item]>([])
    OrderedWork(
      count: documents.count, jobs: options.jobs,
      work: { index, _ in
        .done(reasons.item(documents[index].name, comparison.verdict(on: documents[index])), retained: 1)
      },
      deliver: { _, item in
        items.withLock { $0.append(item) }
        return .goOn
      }
    ).run()
    return items.withLock { $0 }
  }
}

/// Verdicts in words.
private struct PlanReasons: Sendable {
  let journal: Journal
  let meaning: PipelineMeaning

  func item(_ name: String, _ verdict: DocumentVerdict) -> RunPlan.Item {
    switch verdict {
    case .new: .init(document: name, action: .do, reason: "it is new")
    case .asBefore: .init(document: name, action: .leave, reason: "unchanged")
    case .stillQuarantined(let entry):
      .init(document: name, action: .quarantined, reason: "unchanged; it failed at '\(entry.record.failedAt ?? "")'")
    case .again(let entry, let reason): .init(document: name, action: .do, reason: words(for: reason, entry))
    }
  }

  private func words(for reason: DocumentVerdict.Reason, _ entry: JournalEntry) -> String {
    switch reason {
    case .failed: "it failed at '\(entry.record.failedAt ?? "")'"
    case .quarantined: "it is quarantined"
    case .passedOver(let stages): "it went without \(stages.map { "'\($0)'" }.joined(separator: ", "))"
    case .askedFor: "it is asked for"
    case .settings(let key): changes(since: key)
    case .input(let path, let verdict): "input '\(path)' \(words(for: verdict))"
    case .newInput(let path): "input '\(path)' is new"
    case .output(let path, let verdict): "output '\(path)' \(words(for: verdict))"
    case .range(let path): "its part of '\(path)' is not there as it was"
    }
  }

  private func words(for verdict: FileStamp.Verdict) -> String { verdict == .missing ? "is gone" : "changed" }

  private func changes(since key: String) -> String {
    guard let old = journal.settings(key) else { return "the pipeline changed" }
    let changes = meaning.changes(from: old)
    let more = changes.count > 4 ? " and \(changes.count - 4) more" : ""
    return changes.prefix(4).joined(separator: ", ") + more
  }
}
