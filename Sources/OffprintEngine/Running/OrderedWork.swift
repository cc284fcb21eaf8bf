import Dispatch

/// Works on numbered items with several threads and delivers the results in the order of the numbers.
///
/// Each worker pulls the next number, works, and puts its result into a ring; whoever completes the lowest number
/// delivers it and all that follow it without a gap. A worker needs a permit to pull, and permits come back only after
/// delivery, so at most `window` items are in memory. The lowest number always has its permit: nothing can deadlock.
struct OrderedWork: Sendable {
  enum After: Sendable { case goOn, stop }

  let count: Int
  let workers: Int
  let window: Int

  init(count: Int, workers: Int) {
    self.count = count
    self.workers = max(1, min(workers, count))
    window = self.workers * 2 + 1
  }

  /// Returns when everything that was pulled is done.
  ///
  /// - Parameters:
  ///   - isCancelled: once true no new numbers are pulled; what is in hand is finished and delivered.
  ///   - deliver: called for one number at a time, in order; after `stop` nothing more is delivered.
  func run<Result: Sendable>(
    isCancelled: @escaping @Sendable () -> Bool, work: @escaping @Sendable (Int) -> Result,
    deliver: @escaping @Sendable (Int, Result) -> After
  ) {
    guard count > 0 else { return }
    let permits = DispatchSemaphore(value: window)
    let ring = Locked(Ring<Result>(count: count, window: window))
    DispatchQueue.concurrentPerform(iterations: workers) { _ in
      while true {
        permits.wait()
        guard let index = ring.withLock({ $0.pull(isCancelled: isCancelled()) }) else {
          permits.signal()
          return
        }
        let result = work(index)
        guard ring.withLock({ $0.put(result, at: index) }) else { continue }
        while let due = ring.withLock({ $0.takeDue() }) {
          if !due.isDiscarded, deliver(due.index, due.result) == .stop { ring.withLock { $0.isStopped = true } }
          permits.signal()
        }
      }
    }
  }

  private struct Ring<Result: Sendable>: Sendable {
    private let count: Int
    private var next = 0
    private var due = 0
    private var slots: [Result?]
    private var isDelivering = false
    var isStopped = false

    init(count: Int, window: Int) {
      self.count = count
      slots = Array(repeating: nil, count: window)
    }

    mutating func pull(isCancelled: Bool) -> Int? {
      guard next < count, !isStopped, !isCancelled else { return nil }
      next += 1
      return next - 1
    }

    /// True if the caller is to deliver.
    mutating func put(_ result: Result, at index: Int) -> Bool {
      slots[index % slots.count] = result
      guard !isDelivering else { return false }
      isDelivering = true
      return true
    }

    mutating func takeDue() -> (index: Int, result: Result, isDiscarded: Bool)? {
      guard due < next, let result = slots[due % slots.count] else {
        isDelivering = false
        return nil
      }
      slots[due % slots.count] = nil
      due += 1
      return (due - 1, result, isStopped)
    }
  }
}
