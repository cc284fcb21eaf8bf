#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import OffprintDiagnostics
import OffprintKit

/// Finds the files of a folder that a pattern means, in the order of the bytes of their paths.
///
/// Hidden names and `__MACOSX` (what macOS adds to archives) are passed over. Links are followed, but not back into a
/// folder that the walk is in. An archive is a folder; if its name matches, all files in it are meant. One beside a
/// folder of its name, as where somebody has unpacked it, is passed over.
struct FolderWalk {
  private let takesFolders: Bool
  private let list: (_ folder: String) throws -> [String]
  private(set) var found: [String] = []
  /// What is wrong with archives and folders: those that cannot be unpacked or looked into are errors, and nothing of
  /// them is found.
  private(set) var messages: [Diagnostic] = []
  /// What operating systems leave in archives.
  private(set) var leftovers = 0

  /// - Parameters:
  ///   - takesFolders: true if a folder that the pattern matches stands for all files in and below it.
  ///   - list: the names in a folder.
  /// - Throws: `OP202` if the root cannot be looked into.
  static func files(
    in root: String, matching pattern: GlobPattern, takesFolders: Bool = false,
    list: @escaping (_ folder: String) throws -> [String] = Self.names
  ) throws -> FolderWalk {
    var walk = FolderWalk(takesFolders: takesFolders, list: list)
    try walk.visit(root, pattern, pattern.start, above: [])
    if SourceTree.outermost(root) != root { walk.tell(ofArchive: root) }
    walk.found.sort { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    return walk
  }

  private init(takesFolders: Bool, list: @escaping (_ folder: String) throws -> [String]) {
    self.takesFolders = takesFolders
    self.list = list
  }

  private struct FolderID: Hashable {
    var device: UInt64
    var inode: UInt64
  }

  private static let all = GlobPattern("**")

  private mutating func visit(
    _ folder: String, _ pattern: GlobPattern, _ state: GlobPattern.State, above: [FolderID]
  ) throws {
    var above = above
    var status = stat()
    if stat(folder, &status) == 0 {
      let id = FolderID(device: UInt64(truncatingIfNeeded: status.st_dev), inode: UInt64(status.st_ino))
      guard !above.contains(id) else { return }
      above.append(id)
    }
    for name in try list(folder) {
      if name == "__MACOSX" || name.hasPrefix(".") && !pattern.asksForHidden(state) { continue }
      let step = pattern.step(state, into: name)
      // A pattern may also spell an archive as messages do, `*.zip!/*.xml`.
      guard step.isMatch || !step.state.isDead || pattern.hasFolderMark else { continue }
      let path = folder == "/" ? "/" + name : "\(folder)/\(name)"
      if name.unicodeScalars.contains("\u{FFFD}"), !FileSystem.exists(path) {
        messages.append(.nameUnreadable(path, in: folder))
      } else if SourceTree.isFolder(path) {
        if step.isMatch, takesFolders {
          visit(inner: path, Self.all, Self.all.start, above: above)
        } else if !step.state.isDead {
          visit(inner: path, pattern, step.state, above: above)
        }
      } else if SourceTree.isArchive(path) {
        let folder = SourceTree.folder(of: name)
        let plain = SourceTree.plainName(folder)
        let beside = "\(path.dropLast(name.count))\(plain)"
        let unpacked = pattern.step(state, into: plain)
        if unpacked.isMatch || !unpacked.state.isDead, SourceTree.isFolder(beside) {
          messages.append(.unpackedBeside(path, beside))
        } else {
          visit(archive: path, pattern, step, pattern.step(state, into: folder).state, above: above)
        }
      } else if step.isMatch {
        // A link that leads nowhere is found too: the reader then says so, instead of a page going missing.
        let mayBeRead = SourceTree.isFile(path) || !FileSystem.exists(path)
        if mayBeRead { found.append(path) } else { messages.append(.noFile(path)) }
      }
    }
  }

  /// What is in a locked folder is missing; what stands beside it need not be.
  private mutating func visit(
    inner folder: String, _ pattern: GlobPattern, _ state: GlobPattern.State, above: [FolderID]
  ) {
    do {
      try visit(folder, pattern, state, above: above)
    } catch {
      messages += Diagnostics.messages(of: error).map { message in
        var message = message
        message.fix = message.fix.map { "\($0), or keep it out of 'from:', and run again" }
        message.notes.append(.init("kept", "all other files; of what is in it, nothing is read"))
        return message
      }
    }
  }

  private mutating func visit(
    archive path: String, _ pattern: GlobPattern, _ step: (state: GlobPattern.State, isMatch: Bool),
    _ marked: GlobPattern.State, above: [FolderID]
  ) {
    let folder = SourceTree.folder(of: path)
    let state = step.state.joined(marked)
    guard step.isMatch || !state.isDead else { return }
    do {
      if step.isMatch {
        try visit(folder, Self.all, Self.all.start, above: above)
      } else {
        try visit(folder, pattern, state, above: above)
      }
      tell(ofArchive: folder)
    } catch {
      messages += Diagnostics.messages(of: error)
    }
  }

  private mutating func tell(ofArchive folder: String) {
    let told = SourceTree.findings(inArchive: folder)
    messages += told.messages
    leftovers += told.leftovers
  }

  /// The names in a folder, sorted by bytes, without `.` and `..`.
  static func names(in folder: String) throws -> [String] { try SourceTree.names(in: folder) }
}

extension Diagnostic {
  fileprivate static func nameUnreadable(_ path: String, in folder: String) -> Diagnostic {
    Diagnostic(
      .inputUnreadable, "'\(path)' has a name that is not UTF-8 and cannot be read", at: SourcePlace(file: folder),
      fix: "rename it, such as with convmv -r -f latin1 -t utf8 --notest, and run again",
      notes: [.init("kept", "all other files; of this one, and of what is in it, nothing is read")])
  }

  fileprivate static func noFile(_ path: String) -> Diagnostic {
    Diagnostic(
      .inputUnreadable, "'\(path)' is a pipe, a socket or a device and is passed over", severity: .warning,
      at: SourcePlace(file: path), fix: "write what comes out of it to a file, if a page was meant")
  }

  fileprivate static func unpackedBeside(_ archive: String, _ folder: String) -> Diagnostic {
    Diagnostic(
      .inputTwice, "'\(archive)' stands beside the folder '\(folder)' and is passed over", severity: .warning,
      at: SourcePlace(file: archive), fix: "name the archive in 'from:' if it is meant, or take one of them away",
      notes: [.init("kept", "what is in the folder")])
  }
}
