import OffprintDiagnostics
import OffprintKit
import OffprintPipeline

/// What runs of a pipeline write where it reads: its outputs, its record and journal, and the files beside them are no
/// input of any run.
struct OwnOutputs {
  let pipeline: Pipeline
  /// That of earlier runs; nil if there is none.
  let journal: Journal?
  /// What this run writes beside its outputs.
  let filesBeside: [String]

  /// The files without those that the journal names, those that the run keeps for itself, and the links of the
  /// quarantine. A note says how many outputs are passed over.
  func left(out selection: InputSelection) throws -> InputSelection {
    guard !selection.isSingleFile, let root = SourceFile.resolved(selection.root) else { return selection }
    let home = SourceFile.resolved(pipeline.run.folder)
    // One that a stage has taken for its survey is no page.
    let surveys = pipeline.stages.compactMap(\.stage.survey).filter(\.isThere).compactMap(\.path)
    let beside = (filesBeside + surveys).map(FileSystem.absolute) + (journal?.filesBeside ?? [])
    guard mayBeBelow(root, home, beside) else { return selection }
    var places = ResolvedPlaces()
    let kept = Set(
      beside.map { places.place(of: $0) } + (home.map { ["\($0)/journal.jsonl", "\($0)/run.json"] } ?? []))
    var written: Set<String> = []
    for entry in journal?.entries(otherThan: []) ?? [] {
      for path in Set(entry.outputs.map(\.stamp.path) + entry.ranges.map(\.path)) {
        written.insert(places.place(of: path))
      }
    }
    let quarantine = home.map { Quarantine.folder(in: $0) + "/" }
    var selection = selection
    var passed = 0
    selection.files.removeAll { file in
      let place = places.place(of: file)
      if kept.contains(place) { return true }
      guard written.contains(place) || quarantine.map(place.hasPrefix) == true else { return false }
      passed += 1
      return true
    }
    if passed > 0 { selection.messages.append(.ownOutputs(passed, selection.root)) }
    return selection
  }

  /// True if the run's folder, or one that something is written to, lies in the input or is it.
  private func mayBeBelow(_ root: String, _ home: String?, _ beside: [String]) -> Bool {
    let folders =
      pipeline.writes.map { FileSystem.absolute($0.to.fixedFolder) } + beside.compactMap(FileSystem.folder)
    return ([home] + folders.map(SourceFile.resolved)).contains { folder in
      folder.map { $0 == root || SourceTree.path($0, below: root) != nil } == true
    }
  }
}

extension Diagnostic {
  fileprivate static func ownOutputs(_ count: Int, _ root: String) -> Diagnostic {
    Diagnostic(
      .inputEmpty,
      count == 1
        ? "1 file that an earlier run of this pipeline wrote here is passed over"
        : "\(count) files that earlier runs of this pipeline wrote here are passed over",
      severity: .note, at: SourcePlace(file: root), fix: "let it write to a folder outside of its input")
  }
}
