#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import OffprintKit

/// The child processes that run now. When the program ends they end with it, also those that hang.
enum LiveChildren {
  private static let children: Guarded<Set<pid_t>> = {
    atexit { LiveChildren.endAll() }
    return Guarded([])
  }()

  static func add(_ child: pid_t) { children.withLock { _ = $0.insert(child) } }
  static func remove(_ child: pid_t) { children.withLock { _ = $0.remove(child) } }

  private static func endAll() {
    children.withLock { children in
      for child in children {
        kill(-child, SIGKILL)
        kill(child, SIGKILL)
      }
      children = []
    }
  }
}
