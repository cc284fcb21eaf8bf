#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import OffprintDiagnostics

extension DocumentSource {
  /// All bytes of one of its files.
  ///
  /// - Throws: `OP207` if it is a link that leads out of `input`, `OP210` if it has more than 128 MB, `OP201` if it is
  ///   not there, `OP202` if it cannot be read.
  public func read(_ path: String) throws -> [UInt8] {
    if let input, !Self.isInside(path, input) { throw Self.leadsOut(path, input) }
    return try SourceFile.read(path, atMost: SourceFile.largestInput)
  }

  /// True unless a file, all links followed, lies outside of a folder. What is not there is outside of nothing. A file
  /// in an archive is where the archive is, and links in archives are not read at all.
  public static func isInside(_ path: String, _ folder: String) -> Bool {
    if SourceTree.outermost(folder) != folder { return path.hasPrefix(folder + "/") }
    let path = SourceTree.outermost(path)
    guard let path = SourceFile.resolved(path), let folder = SourceFile.resolved(folder.isEmpty ? "." : folder) else {
      return true
    }
    return folder == "/" || path.hasPrefix(folder + "/")
  }

  fileprivate static func leadsOut(_ path: String, _ input: String) -> Diagnostic {
    Diagnostic(
      .pathEscapes, "'\(path)' is a link that leads out of '\(input)'", at: SourcePlace(file: path),
      fix: "name a folder in 'from:' that holds both, or put a copy in the link's place",
      notes: [.init("kept", "nothing of the document it belongs to is exported")])
  }
}
