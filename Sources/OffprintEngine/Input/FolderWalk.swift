#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import OffprintDiagnostics

/// Finds the files of a folder that a pattern means, in the order of the bytes of their paths.
///
/// Hidden names and `__MACOSX` (what macOS adds to archives) are passed over. Links are followed, but not back into a
/// folder that the walk is in.
struct FolderWalk {
  private let takesFolders: Bool
  private var found: [String] = []

  /// - Parameter takesFolders: true if a folder that the pattern matches stands for all files in and below it.
  /// - Throws: `OP202` if a folder cannot be looked into.
  static func files(
    in root: String, matching pattern: GlobPattern, takesFolders: Bool = false
  ) throws -> [String] {
    var walk = FolderWalk(takesFolders: takesFolders)
    try walk.visit(root, pattern, pattern.start, above: [])
    return walk.found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private init(takesFolders: Bool) { self.takesFolders = takesFolders }

  private struct FolderID: Hashable {
    var device: UInt64
    var inode: UInt64
  }

  private static let all = GlobPattern("**")

  private mutating func visit(
    _ folder: String, _ pattern: GlobPattern, _ state: GlobPattern.State, above: [FolderID]
  ) throws {
    var status = stat()
    guard stat(folder, &status) == 0 else { return }
    let id = FolderID(device: UInt64(truncatingIfNeeded: status.st_dev), inode: UInt64(status.st_ino))
    guard !above.contains(id) else { return }
    for name in try Self.names(in: folder) {
      if name == "__MACOSX" || name.hasPrefix(".") && !pattern.asksForHidden(state) { continue }
      let step = pattern.step(state, into: name)
      guard step.isMatch || !step.state.isDead else { continue }
      let path = folder == "/" ? "/" + name : "\(folder)/\(name)"
      if FileSystem.isFolder(path) {
        if step.isMatch, takesFolders {
          try visit(path, Self.all, Self.all.start, above: above + [id])
        } else if !step.state.isDead {
          try visit(path, pattern, step.state, above: above + [id])
        }
      } else if step.isMatch, FileSystem.isFile(path) || !FileSystem.exists(path) {
        // A link that leads nowhere is found too: the reader then says so, instead of a page going missing.
        found.append(path)
      }
    }
  }

  /// The names in a folder, sorted by bytes, without `.` and `..`.
  static func names(in folder: String) throws -> [String] {
    guard let stream = opendir(folder.isEmpty ? "." : folder) else {
      throw Diagnostic(
        .inputUnreadable, "'\(folder)' cannot be looked into: \(String(cString: strerror(errno)))",
        at: SourcePlace(file: folder))
    }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { field in
        field.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: field.pointee)) {
          String(cString: $0)
        }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
