#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import OffprintKit

/// The standard output of the process, kept for what Offprint itself has to say there.
///
/// A library that is loaded prints where it likes, and so does what is linked: between the lines of a JSON document, or
/// into the middle of a frame. So the real one is kept under a number that nobody else knows, and what is printed to
/// number 1 goes to standard error.
public enum StandardOutput {
  private static let kept = Guarded<Int32?>(nil)

  /// Where Offprint writes: the real standard output.
  public static var file: Int32 { kept.withLock { $0 ?? 1 } }

  /// Keeps it from now on. To be called before any library is loaded; a second call does nothing.
  public static func keep() {
    kept.withLock { kept in
      guard kept == nil else { return }
      // Programs that are started do not inherit it: it would stay open for its reader as long as one of them runs.
      let own = fcntl(1, F_DUPFD_CLOEXEC, 3)
      // Where it is closed, writing to it must go on failing.
      guard own >= 0 else { return }
      kept = own
      if dup2(2, 1) < 0 { dropRest() }
    }
  }

  /// Without a standard error nobody hears what else is printed.
  private static func dropRest() {
    let nowhere = open("/dev/null", O_WRONLY | O_CLOEXEC)
    guard nowhere >= 0 else { return }
    dup2(nowhere, 1)
    if nowhere != 1 { close(nowhere) }
  }
}
