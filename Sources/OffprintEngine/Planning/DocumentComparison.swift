import OffprintKit
import OffprintPipeline

/// Compares documents with what the journal knows of them.
struct DocumentComparison: Sendable {
  let pipeline: Pipeline
  let journal: Journal
  let meaning: PipelineMeaning
  /// True if what is quarantined, or done without a stage, is to be tried again.
  var retries = false
  /// True if every document is to be done, whatever the journal says.
  var isIgnorant = false

  func verdict(on source: DocumentSource) -> DocumentVerdict {
    guard let entry = journal.entry(of: JournalEntry.identity(of: source, in: pipeline)) else { return .new }
    if isIgnorant { return .again(entry, .askedFor) }
    guard entry.settings == meaning.key else { return .again(entry, .settings(key: entry.settings)) }
    if let reason = changedInput(of: entry, source) { return .again(entry, reason) }
    switch entry.record.outcome {
    case .failed: return .again(entry, .failed)
    case .quarantined where entry.record.diagnostics.contains { $0.code == .cannotWrite }: return .again(entry, .failed)
    case .quarantined: return retries ? .again(entry, .quarantined) : .stillQuarantined(entry)
    case .done where retries && !entry.record.passedOver.isEmpty:
      return .again(entry, .passedOver(stages: entry.record.passedOver))
    case .done: break
    }
    for file in entry.outputs {
      let verdict = file.stamp.verdict(noted: nil)
      if verdict != .same { return .again(entry, .output(path: file.stamp.path, verdict)) }
    }
    var shared: [[UInt8]] = []
    for range in entry.ranges {
      guard let bytes = SharedFiles.bytes(of: range) else { return .again(entry, .range(path: range.path)) }
      shared.append(bytes)
    }
    return .asBefore(entry, shared: shared)
  }

  private func changedInput(of entry: JournalEntry, _ source: DocumentSource) -> DocumentVerdict.Reason? {
    let known = Set(entry.inputs.map(\.path))
    for path in source.files.map(FileSystem.absolute) + entry.missing
    where !known.contains(path) && FileLook(at: path) != nil {
      return .newInput(path: path)
    }
    for stamp in entry.inputs {
      let verdict = stamp.verdict(noted: entry.noted)
      if verdict != .same { return .input(path: stamp.path, verdict) }
    }
    return nil
  }
}
