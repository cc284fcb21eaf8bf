#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import COffprintPlugin
import OffprintKit

/// The child processes that run now. When the program ends they end with it, also those that hang, and however it ends:
/// the keeper sees to that where the program has no time for it.
enum LiveChildren {
  private static let children: Guarded<Set<pid_t>> = {
    atexit { LiveChildren.endAll() }
    return Guarded([])
  }()

  static func add(_ child: pid_t) {
    children.withLock { children in
      children.insert(child)
      // Those of a service are in its own group, which ends by itself.
      if offprint_is_service() == 0 { offprint_keep(child) }
    }
  }

  static func remove(_ child: pid_t) {
    children.withLock { children in
      children.remove(child)
      if offprint_is_service() == 0 { offprint_keep_no_more(child) }
    }
  }

  private static func endAll() {
    children.withLock { children in
      for child in children {
        kill(-child, SIGKILL)
        kill(child, SIGKILL)
      }
      children = []
    }
    offprint_keeper_end()
  }
}
