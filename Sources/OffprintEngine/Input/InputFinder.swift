import OffprintDiagnostics
import OffprintKit

/// Finds the files that a pipeline's `from:` stands for.
public enum InputFinder {
  /// - Parameters:
  ///   - from: a file, a folder (then all files in and below it) or a pattern with `*`, `**` and `?`.
  ///   - takesFolders: true if a folder that a pattern matches stands for all files in and below it.
  ///   - place: where `from` stands, for messages.
  /// - Throws: `OP201` if there is no such file or folder, `OP202` if a folder cannot be looked into, `OP501` if a
  ///   pattern matches no file.
  public static func selection(
    for from: String, takesFolders: Bool = false, at place: SourcePlace? = nil
  ) throws -> InputSelection {
    let plain = withoutLastSlash(from)
    if SourceTree.isArchive(plain) { return try everything(in: SourceTree.folder(of: plain)) }
    if SourceTree.isFolder(plain) { return try everything(in: plain) }
    if FileSystem.exists(from) || SourceTree.isFile(from) {
      return InputSelection(root: FileSystem.folder(of: from) ?? ".", files: [from], isSingleFile: true)
    }
    guard GlobPattern.isPattern(from) else { throw Diagnostic.missing(from, at: place) }
    let (root, rest) = parts(of: from)
    guard SourceTree.isFolder(root) else { throw Diagnostic.missing(root, at: place) }
    let walk = try FolderWalk.files(in: root, matching: GlobPattern(rest), takesFolders: takesFolders)
    guard !walk.found.isEmpty || !walk.messages.isEmpty else { throw Diagnostic.nothingMatches(from, at: place) }
    return selection(of: walk, in: root)
  }

  private static func everything(in root: String) throws -> InputSelection {
    selection(of: try FolderWalk.files(in: root, matching: GlobPattern("**")), in: root)
  }

  /// Files that are there both as they are and packed are read once.
  private static func selection(of walk: FolderWalk, in root: String) -> InputSelection {
    var messages = walk.messages
    if walk.leftovers > 0 { messages.append(.leftovers(walk.leftovers, root)) }
    let names = Set(walk.found)
    let twice = walk.found.filter { path in
      let plain = SourceTree.unpackedName(path)
      return plain != path && names.contains(plain)
    }
    guard let first = twice.first else { return InputSelection(root: root, files: walk.found, messages: messages) }
    messages.append(.packedTwice(first, twice.count, root))
    let passed = Set(twice)
    return InputSelection(root: root, files: walk.found.filter { !passed.contains($0) }, messages: messages)
  }

  /// The longest leading folder without a pattern, and what follows it.
  private static func parts(of pattern: String) -> (root: String, rest: String) {
    let parts = pattern.split(separator: "/", omittingEmptySubsequences: false)
    let fixed = parts.prefix { !GlobPattern.isPattern($0) }
    let root = fixed.joined(separator: "/")
    let isAbsolute = pattern.hasPrefix("/")
    return (root.isEmpty ? (isAbsolute ? "/" : ".") : root, parts[fixed.count...].joined(separator: "/"))
  }

  private static func withoutLastSlash(_ path: String) -> String {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    return path
  }
}

extension Diagnostic {
  fileprivate static func leftovers(_ count: Int, _ root: String) -> Diagnostic {
    let what = count == 1 ? "1 file" : "\(count) files"
    return Diagnostic(
      .inputEmpty, "\(what) of macOS or Windows in archives (__MACOSX, .DS_Store, Thumbs.db) are passed over",
      severity: .note, at: SourcePlace(file: SourceTree.outermost(root)))
  }

  fileprivate static func packedTwice(_ first: String, _ count: Int, _ root: String) -> Diagnostic {
    let what = count == 1 ? "'\(first)' is" : "\(count) packed files are"
    return Diagnostic(
      .inputTwice, "\(what) beside the same file that is not packed, and passed over", severity: .note,
      at: SourcePlace(file: count == 1 ? first : root), notes: count == 1 ? [] : [.init("first", first)])
  }

  fileprivate static func nothingMatches(_ pattern: String, at place: SourcePlace?) -> Diagnostic {
    Diagnostic(
      .nothingMatched, "no file matches '\(pattern)'", at: place,
      notes: [.init("pattern", "* and ? stand for characters of one name, ** for any number of folders")])
  }
}
