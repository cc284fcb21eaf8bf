#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import OffprintKit

/// What stands at a path.
enum PathKind {
  case file, folder, nothing

  static func of(_ path: String) -> PathKind {
    var status = stat()
    if stat(path, &status) == 0 { return status.st_mode & S_IFMT == S_IFDIR ? .folder : .file }
    return SourceTree.isFile(path) ? .file : SourceTree.isFolder(path) ? .folder : .nothing
  }

  /// True for a pipe, a socket or a device, which a file would replace.
  static func isSpecial(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && ![S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT)
  }
}
