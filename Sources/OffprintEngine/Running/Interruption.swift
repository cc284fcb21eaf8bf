import Dispatch
import OffprintKit

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A wish to end the run soon: documents in hand are finished and written, no new ones are begun.
public final class Interruption: Sendable {
  private let requested = Guarded(false)
  private let watches = Guarded<[SignalWatch]>([])

  public init() {}

  public var isRequested: Bool { requested.withLock { $0 } }

  public func request() { requested.withLock { $0 = true } }

  /// Listens to SIGINT and SIGTERM for the rest of the process. The second signal ends the process at once, which
  /// leaves no half-written file under its own name.
  ///
  /// - Parameter heard: called once, on a queue of its own, when the first signal comes.
  public func watchSignals(heard: @escaping @Sendable () -> Void) {
    for number in [SIGINT, SIGTERM] {
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: Self.queue)
      source.setEventHandler { @Sendable [weak self] in
        signal(number, SIG_DFL)
        guard let self, !isRequested else { return }
        request()
        heard()
      }
      source.resume()
      let watch = SignalWatch(source: source)
      watches.withLock { $0.append(watch) }
    }
  }

  private static let queue = DispatchQueue(label: "offprint.signals")
}

/// Keeps a signal source alive.
///
/// `@unchecked Sendable`: the source is never touched again after it was resumed.
private final class SignalWatch: @unchecked Sendable {
  private let source: any DispatchSourceSignal

  init(source: any DispatchSourceSignal) { self.source = source }
}
