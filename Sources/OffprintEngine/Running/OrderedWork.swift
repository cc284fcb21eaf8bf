import Dispatch
import OffprintKit

/// Works on numbered items, several at once, and delivers the results in the order of the numbers.
///
/// Nobody waits for anybody. A desk, one value behind a lock that is held for moments, hands out numbers and takes
/// results back; items are worked on in lanes, as many as jobs. A lane brings its result to the desk and takes the next
/// number along, without another thread in between, so that no core stands still while one wakes up. It is a serial
/// queue of its own, so that work which never comes back takes that lane along and no other thread: the desk gives the
/// item up and opens another lane.
///
/// What is in flight is bounded by bytes. An item is charged its cost while it is worked on, and what its result holds
/// until that is delivered. It is begun if the sum stays within the limit, or if it is the next to be delivered, so
/// nothing can deadlock. An item too large for the moment is put off, and smaller ones go on past it; none is ever
/// charged more than two fifths of the limit, so that one alone never fills it.
struct OrderedWork<Result: Sendable>: Sendable {
  enum After: Sendable { case goOn, stop }

  enum Outcome: Sendable {
    /// `retained` is how many bytes the result holds until it is delivered.
    case done(Result, retained: Int)
    /// It may go well a moment later; the lane is free for others meanwhile.
    case again(afterSeconds: Double)
  }

  let count: Int
  let jobs: Int
  /// Bytes in flight.
  var byteLimit = Int.max
  /// Seconds for what is in hand when the work is cancelled; then it is dropped.
  var grace = 1.5
  /// Seconds between two looks at what is in hand.
  var interval = 0.1

  /// Bytes that an item will take while it is worked on.
  var cost: @Sendable (_ index: Int) -> Int = { _ in 0 }
  /// A result to be taken for an item in the place of its own, which is then never asked for; nil to go on waiting.
  var givesUp: @Sendable (_ index: Int, _ seconds: Double) -> Result? = { _, _ in nil }
  var isCancelled: @Sendable () -> Bool = { false }
  /// Called in a lane. `attempt` counts from 0.
  var work: @Sendable (_ index: Int, _ attempt: Int) -> Outcome
  /// Called for one number at a time, in order; after `stop` nothing more is delivered.
  var deliver: @Sendable (_ index: Int, Result) -> After

  /// Returns when all is delivered, when `deliver` said stop and what was in hand is over, or when it was cancelled.
  func run() {
    guard count > 0 else { return }
    Lanes(self).run()
  }
}

/// Carries out what the desk decides.
private final class Lanes<Result: Sendable>: Sendable {
  private let plan: OrderedWork<Result>
  private let desk: Guarded<Desk<Result>>
  private let delivery = DispatchQueue(label: "offprint.delivery")
  private let clock = DispatchQueue(label: "offprint.clock")
  private let over = DispatchSemaphore(value: 0)

  init(_ plan: OrderedWork<Result>) {
    self.plan = plan
    desk = Guarded(Desk(plan))
  }

  func run() {
    let rounds = DispatchSource.makeTimerSource(queue: clock)
    rounds.schedule(deadline: .now() + plan.interval, repeating: plan.interval)
    rounds.setEventHandler { @Sendable [self] in turn { $0.lookRound() } }
    rounds.resume()
    turn { _ in }
    over.wait()
    rounds.cancel()
  }

  /// One change at the desk and what follows from it.
  private func turn(_ change: (inout Desk<Result>) -> Void) { follow(decided(change)) }

  private func decided(_ change: (inout Desk<Result>) -> Void) -> Desk<Result>.Decisions {
    desk.withLock { desk in
      change(&desk)
      return desk.decisions()
    }
  }

  private func follow(_ decisions: Desk<Result>.Decisions) {
    for task in decisions.begun { open(task) }
    if let due = decisions.due { deliver(due) }
    if let (task, seconds) = decisions.later {
      clock.asyncAfter(deadline: .now() + seconds) { @Sendable [self] in turn { $0.takeUpAgain(task) } }
    }
    if decisions.isOver { over.signal() }
  }

  /// A lane that goes on as long as the desk has something for it.
  private func open(_ first: Desk<Result>.Task) {
    first.lane.async { @Sendable [self] in
      var task: Desk<Result>.Task? = first
      while let now = task { task = next(after: now, plan.work(now.index, now.attempt)) }
    }
  }

  /// What this lane does next; nil if there is nothing for it, or if it was given up meanwhile.
  private func next(
    after task: Desk<Result>.Task, _ outcome: OrderedWork<Result>.Outcome
  ) -> Desk<Result>.Task? {
    var decisions = decided { $0.takeBack(outcome, of: task) }
    // A lane that came back free is the first to be given out again.
    let own = decisions.begun.first?.lane === task.lane ? decisions.begun.removeFirst() : nil
    follow(decisions)
    return own
  }

  private func deliver(_ first: Desk<Result>.Due) {
    delivery.async { @Sendable [self] in
      var due: Desk<Result>.Due? = first
      while let now = due {
        let after = plan.deliver(now.index, now.result)
        var decisions = decided { $0.noteDelivered(after) }
        due = decisions.due
        decisions.due = nil
        follow(decisions)
      }
    }
  }
}
