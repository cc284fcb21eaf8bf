import Dispatch

/// Works on numbered items, several at once, and delivers the results in the order of the numbers.
///
/// Nobody waits for anybody. A serial queue, the desk, hands out numbers and takes results back; each item is worked on
/// in a lane, and there are as many lanes as jobs. A lane is a serial queue of its own, so that work which never comes
/// back takes that lane along and no other thread: the desk gives the item up and opens another lane.
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
    Desk(self).run()
  }
}

/// Where the numbers are handed out.
///
/// `@unchecked Sendable`: everything in it is touched on its own serial queue only.
private final class Desk<Result: Sendable>: @unchecked Sendable {
  private struct InHand {
    var attempt: Int
    var lane: DispatchQueue
    var begun: ContinuousClock.Instant
  }

  private let plan: OrderedWork<Result>
  private let queue = DispatchQueue(label: "offprint.desk")
  private let delivery = DispatchQueue(label: "offprint.delivery")
  private let over = DispatchSemaphore(value: 0)
  private var rounds: (any DispatchSourceTimer)?

  /// The first number that was never handed out, and the next to be delivered.
  private var next = 0
  private var due = 0
  /// Numbers that were too large for the moment, and attempts to be made again, in order.
  private var putOff: [Int] = []
  private var attempts: [Int: Int] = [:]
  private var inHand: [Int: InHand] = [:]
  private var freeLanes: [DispatchQueue] = []
  private var results: [Int: Result] = [:]
  private var charges: [Int: Int] = [:]
  private var charged = 0
  private var isDelivering = false
  private var isStopped = false
  private var cancelledAt: ContinuousClock.Instant?
  private var isOver = false

  init(_ plan: OrderedWork<Result>) { self.plan = plan }

  func run() {
    queue.async { @Sendable [self] in
      beginRounds()
      handOut()
    }
    over.wait()
  }

  private func beginRounds() {
    let timer = DispatchSource.makeTimerSource(queue: queue)
    timer.schedule(deadline: .now() + plan.interval, repeating: plan.interval)
    timer.setEventHandler { @Sendable [self] in lookRound() }
    timer.resume()
    rounds = timer
  }

  // MARK: Handing out

  private func handOut() {
    guard !isOver else { return }
    noteCancellation()
    while !isStopped, cancelledAt == nil, inHand.count < plan.jobs, let index = nextThatFits() { begin(index) }
    deliverDue()
    endIfIdle()
  }

  /// Put-off numbers first. A handful may be put off; then large ones hold up what comes after them.
  private func nextThatFits() -> Int? {
    if let place = putOff.firstIndex(where: fits) { return putOff.remove(at: place) }
    while next < plan.count, putOff.count < 16 {
      next += 1
      if fits(next - 1) { return next - 1 }
      putOff.append(next - 1)
    }
    return nil
  }

  private func fits(_ index: Int) -> Bool { index == due || charged + charge(index) <= plan.byteLimit }

  private func charge(_ index: Int) -> Int { min(plan.cost(index), plan.byteLimit / 5 * 2) }

  private func begin(_ index: Int) {
    setCharge(of: index, to: charge(index))
    let lane = freeLanes.popLast() ?? DispatchQueue(label: "offprint.lane")
    let attempt = attempts[index, default: 0]
    inHand[index] = InHand(attempt: attempt, lane: lane, begun: .now)
    let work = plan.work
    lane.async { @Sendable [self] in
      let outcome = work(index, attempt)
      queue.async { @Sendable [self] in take(outcome, of: index, attempt) }
    }
  }

  private func setCharge(of index: Int, to bytes: Int?) {
    charged += (bytes ?? 0) - charges[index, default: 0]
    charges[index] = bytes
  }

  // MARK: Taking back

  /// What was given up meanwhile is not asked for any more.
  private func take(_ outcome: OrderedWork<Result>.Outcome, of index: Int, _ attempt: Int) {
    guard !isOver, let item = inHand[index], item.attempt == attempt else { return }
    inHand[index] = nil
    freeLanes.append(item.lane)
    switch outcome {
    case .done(let result, let retained): keep(result, of: index, retained: retained)
    case .again(let seconds):
      setCharge(of: index, to: nil)
      attempts[index] = attempt + 1
      queue.asyncAfter(deadline: .now() + seconds) { @Sendable [self] in
        putOff.insert(index, at: putOff.firstIndex { $0 > index } ?? putOff.endIndex)
        handOut()
      }
    }
    handOut()
  }

  private func keep(_ result: Result, of index: Int, retained: Int) {
    attempts[index] = nil
    results[index] = result
    setCharge(of: index, to: min(retained, plan.byteLimit))
  }

  private func deliverDue() {
    guard !isDelivering, !isStopped, let result = results.removeValue(forKey: due) else { return }
    isDelivering = true
    let (index, deliver) = (due, plan.deliver)
    delivery.async { @Sendable [self] in
      let after = deliver(index, result)
      queue.async { @Sendable [self] in
        isDelivering = false
        setCharge(of: index, to: nil)
        due += 1
        if after == .stop { isStopped = true }
        handOut()
      }
    }
  }

  // MARK: Ending

  private func lookRound() {
    guard !isOver else { return }
    for (index, item) in inHand {
      guard let result = plan.givesUp(index, item.begun.duration(to: .now) / .seconds(1)) else { continue }
      inHand[index] = nil
      keep(result, of: index, retained: 0)
    }
    handOut()
  }

  private func noteCancellation() {
    if cancelledAt == nil, plan.isCancelled() { cancelledAt = .now }
  }

  private func endIfIdle() {
    guard !isDelivering else { return }
    let isDropped = cancelledAt.map { $0.duration(to: .now) >= .seconds(plan.grace) } ?? false
    guard isDropped || inHand.isEmpty && hasNothingToCome else { return }
    isOver = true
    rounds?.cancel()
    rounds = nil
    over.signal()
  }

  private var hasNothingToCome: Bool {
    if isStopped { return true }
    // Of what is cancelled, only what can be delivered without a gap is.
    if cancelledAt != nil { return results[due] == nil }
    return due == plan.count
  }
}
