#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Where the command runs.
public enum WorkingFolder {
  /// An absolute path; empty if the system tells none. Asked for each time, since `offprint retry` moves to where the
  /// run was.
  public static var path: String {
    guard let folder = getcwd(nil, 0) else { return "" }
    defer { free(folder) }
    return String(cString: folder)
  }
}
