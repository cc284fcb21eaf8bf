#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The size of a file and when it was changed last: what tells at a glance that it is not the same any more.
public struct FileLook: Hashable, Sendable {
  /// Bytes.
  public var size: Int
  /// Nanoseconds since 1970.
  public var changed: Int

  public init(size: Int, changed: Int) {
    self.size = size
    self.changed = changed
  }

  /// What is said of a file, links followed; nil if there is none. Of one in an archive its own size, and when the
  /// archive was changed last.
  public init?(at path: String) {
    if let look = FileLook(plain: path) {
      self = look
    } else if let place = ArchiveStore.shared.place(of: path), let size = place.open.archive.size(of: place.member) {
      self.init(size: size, changed: place.open.look.changed)
    } else {
      return nil
    }
  }

  /// What the system says of a file; nil if there is no plain file.
  init?(plain path: String) {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    self.init(status)
  }

  init(_ status: stat) {
    #if canImport(Darwin)
      let time = status.st_mtimespec
    #else
      let time = status.st_mtim
    #endif
    self.init(size: Int(status.st_size), changed: Int(time.tv_sec) * 1_000_000_000 + Int(time.tv_nsec))
  }
}
