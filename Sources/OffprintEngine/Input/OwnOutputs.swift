import OffprintDiagnostics
import OffprintKit
import OffprintPipeline

/// What earlier runs of a pipeline wrote where it reads: outputs below the input are no input of the next run.
struct OwnOutputs {
  let pipeline: Pipeline

  /// The files without those that the journal names, and without the links of the quarantine; a note says how many.
  func left(out selection: InputSelection) throws -> InputSelection {
    guard !selection.isSingleFile, let root = SourceFile.resolved(selection.root),
      let folder = SourceFile.resolved(pipeline.run.folder), mayBeBelow(root, folder),
      let journal = try Journal.existing(in: pipeline.run.folder)
    else { return selection }
    var places = ResolvedPlaces()
    var written: Set<String> = []
    for entry in journal.entries(otherThan: []) {
      for path in Set(entry.outputs.map(\.stamp.path) + entry.ranges.map(\.path)) {
        written.insert(places.place(of: path))
      }
    }
    let quarantine = Quarantine.folder(in: folder) + "/"
    var selection = selection
    let count = selection.files.count
    selection.files.removeAll { file in
      let place = places.place(of: file)
      return written.contains(place) || place.hasPrefix(quarantine)
    }
    let passed = count - selection.files.count
    if passed > 0 { selection.messages.append(.ownOutputs(passed, selection.root)) }
    return selection
  }

  /// True if the run's folder, or one that a writer writes to, lies in the input or is it.
  private func mayBeBelow(_ root: String, _ folder: String) -> Bool {
    let folders = [folder] + pipeline.writes.compactMap { SourceFile.resolved(FileSystem.absolute($0.to.fixedFolder)) }
    return folders.contains { $0 == root || SourceTree.path($0, below: root) != nil }
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
