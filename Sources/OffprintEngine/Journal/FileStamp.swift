#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import OffprintKit

/// What is remembered of a file, so that it is known later whether it is still the same. A file in an archive may have
/// been changed when the archive was; then its bytes tell.
///
/// Size and time are looked at first, and its bytes only if they do not tell: the time differs, as after a copy, or
/// the file had been changed so shortly before it was read that a later change could bear the same time.
struct FileStamp: Hashable, Sendable {
  var path: String
  var look: FileLook
  var digest: Digest

  init(path: String, look: FileLook, digest: Digest) {
    self.path = path
    self.look = look
    self.digest = digest
  }

  /// Reads the whole file; nil if it cannot be read.
  init?(reading path: String) {
    guard let look = FileLook(at: path), let digest = Self.digest(of: path) else { return nil }
    self.init(path: path, look: look, digest: digest)
  }

  enum Verdict: Sendable { case same, changed, missing }

  /// What became of the file.
  ///
  /// - Parameter noted: when the stamp was taken, in nanoseconds since 1970; nil for a file that only we write.
  func verdict(noted: Int?) -> Verdict {
    guard let now = FileLook(at: path) else { return .missing }
    guard now.size == look.size else { return .changed }
    if now == look, noted.map({ $0 - look.changed > Self.coarseness(of: look.changed) }) ?? true { return .same }
    return Self.digest(of: path) == digest ? .same : .changed
  }

  /// Some file systems count in two seconds, others in ticks of the kernel's clock.
  private static func coarseness(of time: Int) -> Int { time % 1_000_000_000 == 0 ? 2_000_000_000 : 20_000_000 }

  private static func digest(of path: String) -> Digest? {
    if SourceTree.outermost(path) != path { return (try? SourceFile.rawBytes(path)).map { Digest(of: $0) } }
    guard let file = try? FileSystem.openToRead(path) else { return nil }
    defer { FileSystem.closeQuietly(file) }
    let sum = Digest.Running()
    var offset = 0
    while true {
      guard let bytes = FileSystem.read(file, at: offset, count: 1 << 18) else { return nil }
      if bytes.isEmpty { return sum.digest }
      bytes.withUnsafeBytes(sum.add)
      offset += bytes.count
    }
  }

  /// Nanoseconds since 1970.
  static var now: Int {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Int(time.tv_sec) * 1_000_000_000 + Int(time.tv_nsec)
  }
}
