import OffprintKit
import OffprintPipeline

/// The files of a run's input, so that no output replaces one: those of the document itself and of all others.
///
/// A file is remembered by a sum of 64 bits, and only where outputs go into the folder that is read, or around it.
struct InputFiles: Sendable {
  private var sums: Set<UInt64> = []
  private var places = ResolvedPlaces()

  /// No file at all.
  init() {}

  init(_ selection: InputSelection, outputs writes: [WriteStep]) {
    let written = FileSystem.absolute(selection.root)
    let root = SourceFile.resolved(written) ?? written
    let isNear = writes.contains { step in
      let folder = Self.resolved(FileSystem.absolute(step.to.fixedFolder)) + "/"
      return folder.hasPrefix(root + "/") || root.hasPrefix(folder)
    }
    guard isNear else { return }
    sums.reserveCapacity(selection.files.count)
    for file in selection.files {
      let path = FileSystem.absolute(SourceTree.outermost(file))
      sums.insert(OutputNames.sum(path.hasPrefix(written + "/") ? root + path.dropFirst(written.count) : path))
    }
  }

  /// True if the file at this path is one of the input, however the way to it is written.
  mutating func contains(_ path: String) -> Bool {
    guard !sums.isEmpty else { return false }
    let path = FileSystem.absolute(path)
    return sums.contains(OutputNames.sum(path)) || sums.contains(OutputNames.sum(places.place(of: path)))
  }

  /// The folder without links, whether it is there yet or not.
  private static func resolved(_ folder: String) -> String {
    if let resolved = SourceFile.resolved(folder) { return resolved }
    guard let above = FileSystem.folder(of: folder), above != folder else { return folder }
    return resolved(above) + folder.dropFirst(above.count)
  }
}
