import OffprintKit

/// Paths of input files, as texts.
enum FilePath {
  /// What stands after the last `/`.
  static func last(_ path: String) -> String {
    if path.utf8.last != slash, let at = path.utf8.lastIndex(of: slash) {
      return String(path[path.utf8.index(after: at)...])
    }
    return path.split(separator: "/").last.map(String.init) ?? path
  }

  /// The path from the root on, without looking at links.
  static func absolute(_ path: String) -> String {
    let whole = path.hasPrefix("/") ? path : WorkingFolder.path + "/" + path
    return normal(whole) ?? whole
  }

  /// What stands before the last `/`; `.` if there is none.
  static func folder(_ path: String) -> String {
    guard let at = path.utf8.lastIndex(of: slash) else { return "." }
    return at == path.startIndex ? "/" : String(path[..<at])
  }

  static func join(_ folder: String, _ path: String) -> String {
    folder.isEmpty || folder == "." ? path : folder.hasSuffix("/") ? folder + path : folder + "/" + path
  }

  /// The path as seen from a folder; the path itself if it lies elsewhere, and empty for the folder itself.
  static func relative(_ path: String, to folder: String) -> String {
    let base = folder.hasSuffix("/") ? String(folder.dropLast()) : folder
    return path == base ? "" : SourceTree.path(path, below: base) ?? path
  }

  /// The path without `.` and with each `..` taken off the folder before it, as far as there is one; nil if an
  /// absolute path climbs above its root.
  static func normal(_ path: String) -> String? {
    if isNormal(path) { return path }
    let isAbsolute = path.hasPrefix("/")
    var parts: [Substring] = []
    for part in path.split(separator: "/") where part != "." {
      if part != ".." || (!isAbsolute && (parts.last ?? "..") == "..") {
        parts.append(part)
      } else if parts.popLast() == nil {
        return nil
      }
    }
    return (isAbsolute ? "/" : "") + parts.joined(separator: "/")
  }

  /// True for nearly all paths: no part is empty or begins with a point.
  private static func isNormal(_ path: String) -> Bool {
    guard path.utf8.last != slash, path.utf8.first != point else { return false }
    var previous: UInt8 = 0
    for byte in path.utf8 {
      if previous == slash, byte == slash || byte == point { return false }
      previous = byte
    }
    return true
  }

  private static let slash = UInt8(ascii: "/")
  private static let point = UInt8(ascii: ".")

  /// True if a file lies in a folder or below it; both paths are looked at as they are written.
  static func isInside(_ path: String, _ folder: String) -> Bool {
    guard let path = normal(path), let base = normal(folder) else { return false }
    if base.isEmpty { return !path.hasPrefix("/") && !path.hasPrefix("..") }
    return path.hasPrefix(base == "/" ? base : base + "/")
  }

  /// A page file's name without what only says how it is packed: `0001.xml`, `0001.xml.gz` and `0001` give `0001`.
  static func pageName(_ path: String) -> String {
    var name = SourceTree.unpackedName(last(path))
    if name.lowercased().hasSuffix(".xml"), name.utf8.count > 4 { name.removeLast(4) }
    return name
  }

  /// True if the file is called so, in either case of letters, packed or not: `0001.xml.gz` has the ending `.xml`.
  static func hasEnding(_ path: String, _ ending: String) -> Bool {
    SourceTree.unpackedName(path).lowercased().hasSuffix(ending)
  }

  /// What editors and transfers call copies and parts of files.
  private static let copies = [".tmp", ".bak", ".old", ".orig", ".sav", ".part", ".partial", ".crdownload", "~"]

  /// True for what operating systems, editors and copying programs leave behind in folders.
  static func isLeftover(_ path: String) -> Bool {
    let name = last(path)
    let lower = name.lowercased()
    return name.hasPrefix("._") || name.hasPrefix("~") || copies.contains { lower.hasSuffix($0) }
      || path.split(separator: "/").contains("__MACOSX")
  }
}
