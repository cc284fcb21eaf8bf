import Dispatch

/// A value that several threads may change, one at a time.
///
/// `@unchecked Sendable`: the value is touched only inside `sync` on a serial queue of its own. (The thread sanitizer
/// reports false races on `Synchronization.Mutex`; it understands queues.)
final class Locked<Value: Sendable>: @unchecked Sendable {
  private let queue = DispatchQueue(label: "offprint.locked")
  private var value: Value

  init(_ value: Value) { self.value = value }

  func withLock<Result>(_ body: (inout Value) throws -> Result) rethrows -> Result {
    try queue.sync { try body(&value) }
  }
}
