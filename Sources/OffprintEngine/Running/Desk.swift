import Dispatch

/// What is handed out, in hand, kept and due of an `OrderedWork`: it decides and does nothing by itself.
struct Desk<Result: Sendable> {
  /// An item that is to be worked on in a lane.
  struct Task: Sendable {
    let index: Int
    let attempt: Int
    let lane: DispatchQueue
  }

  /// A result that is to be delivered.
  struct Due: Sendable {
    let index: Int
    let result: Result
  }

  /// What is to be done outside. Each is said once.
  struct Decisions {
    var begun: [Task] = []
    var due: Due?
    /// An attempt to be taken up again after so many seconds.
    var later: (task: Task, seconds: Double)?
    var isOver = false
  }

  private struct InHand {
    let task: Task
    let begun: ContinuousClock.Instant
  }

  private let plan: OrderedWork<Result>
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
  private var later: (task: Task, seconds: Double)?
  private var isDelivering = false
  private var isStopped = false
  private var cancelledAt: ContinuousClock.Instant?
  private var isOver = false

  init(_ plan: OrderedWork<Result>) { self.plan = plan }

  // MARK: What happens

  /// What was given up meanwhile is not asked for any more.
  mutating func takeBack(_ outcome: OrderedWork<Result>.Outcome, of task: Task) {
    guard !isOver, let item = inHand[task.index], item.task.attempt == task.attempt else { return }
    inHand[task.index] = nil
    freeLanes.append(task.lane)
    switch outcome {
    case .done(let result, let retained): keep(result, of: task.index, retained: retained)
    case .again(let seconds):
      later = (task, seconds)
      setCharge(of: task.index, to: nil)
      attempts[task.index] = task.attempt + 1
    }
  }

  /// The time has come for an attempt that did not go well at first.
  mutating func takeUpAgain(_ task: Task) {
    putOff.insert(task.index, at: putOff.firstIndex { $0 > task.index } ?? putOff.endIndex)
  }

  mutating func noteDelivered(_ after: OrderedWork<Result>.After) {
    isDelivering = false
    setCharge(of: due, to: nil)
    due += 1
    if after == .stop { isStopped = true }
  }

  /// Gives up what takes too long.
  mutating func lookRound() {
    guard !isOver else { return }
    for (index, item) in inHand {
      guard let result = plan.givesUp(index, item.begun.duration(to: .now) / .seconds(1)) else { continue }
      inHand[index] = nil
      keep(result, of: index, retained: 0)
    }
  }

  private mutating func keep(_ result: Result, of index: Int, retained: Int) {
    attempts[index] = nil
    results[index] = result
    setCharge(of: index, to: min(retained, plan.byteLimit))
  }

  // MARK: What follows

  mutating func decisions() -> Decisions {
    var decisions = Decisions()
    guard !isOver else { return decisions }
    (decisions.later, later) = (later, nil)
    if cancelledAt == nil, plan.isCancelled() { cancelledAt = .now }
    while !isStopped, cancelledAt == nil, inHand.count < plan.jobs, let index = nextThatFits() {
      decisions.begun.append(begin(index))
    }
    if !isDelivering, !isStopped, let result = results.removeValue(forKey: due) {
      isDelivering = true
      decisions.due = Due(index: due, result: result)
    }
    isOver = hasNothingLeft
    decisions.isOver = isOver
    return decisions
  }

  /// Put-off numbers first. A handful may be put off; then large ones hold up what comes after them.
  private mutating func nextThatFits() -> Int? {
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

  private mutating func setCharge(of index: Int, to bytes: Int?) {
    charged += (bytes ?? 0) - charges[index, default: 0]
    charges[index] = bytes
  }

  private mutating func begin(_ index: Int) -> Task {
    setCharge(of: index, to: charge(index))
    let lane = freeLanes.popLast() ?? DispatchQueue(label: "offprint.lane")
    let task = Task(index: index, attempt: attempts[index, default: 0], lane: lane)
    inHand[index] = InHand(task: task, begun: .now)
    return task
  }

  // MARK: The end

  private var hasNothingLeft: Bool {
    guard !isDelivering else { return false }
    let isDropped = cancelledAt.map { $0.duration(to: .now) >= .seconds(plan.grace) } ?? false
    return isDropped || inHand.isEmpty && hasNothingToCome
  }

  private var hasNothingToCome: Bool {
    if isStopped { return true }
    // Of what is cancelled, only what can be delivered without a gap is.
    if cancelledAt != nil { return results[due] == nil }
    return due == plan.count
  }
}
