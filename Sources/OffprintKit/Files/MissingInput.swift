#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import OffprintDiagnostics

extension Diagnostic {
  /// A file or folder that somebody named and that is not there, with the one there that may have been meant.
  ///
  /// - Parameter place: where in a pipeline file it is named; nil if it stands on the command line.
  public static func missing(_ path: String, at place: SourcePlace? = nil) -> Diagnostic {
    var named = path[...]
    while named.count > 1, named.hasSuffix("/") { named.removeLast() }
    return Diagnostic(
      .inputMissing, "'\(path)' is not there", at: place ?? SourcePlace(file: path),
      fix: step(ofLink: String(named)) ?? nearest(to: String(named))
        ?? (place == nil
          ? "name one that is there; a relative path begins in the folder you are in"
          : "name one that is there, here or as the value of its var"))
  }

  /// What to do about a link that leads nowhere; nil if there is none of this name.
  static func step(ofLink path: String) -> String? {
    var status = stat()
    return lstat(path, &status) == 0 ? "mend the link of this name, which leads nowhere" : nil
  }

  private static func nearest(to path: String) -> String? {
    let slash = path.utf8.lastIndex(of: UInt8(ascii: "/"))
    let name = slash.map { String(path[path.utf8.index(after: $0)...]) } ?? path
    let folder = slash.map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
    return (try? SourceTree.names(in: folder)).flatMap { NearestName.question(name, among: $0) }
  }
}
