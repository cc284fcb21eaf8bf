import Foundation
import OffprintKit
import Testing

@testable import OffprintEngine

@Suite struct OrderedWorkTests {
  private static func plain<Result: Sendable>(
    _ count: Int, jobs: Int, work: @escaping @Sendable (Int) -> Result,
    deliver: @escaping @Sendable (Int, Result) -> OrderedWork<Result>.After
  ) -> OrderedWork<Result> {
    OrderedWork(count: count, jobs: jobs, work: { index, _ in .done(work(index), retained: 1) }, deliver: deliver)
  }

  @Test(arguments: [1, 2, 3, 8])
  func `results come in order, whatever the number of jobs`(jobs: Int) {
    let delivered = Guarded<[Int]>([])
    Self.plain(
      200, jobs: jobs,
      work: { index in
        usleep(UInt32((index * 7919) % 400))
        return index * 2
      },
      deliver: { index, result in
        delivered.withLock { $0.append(result) }
        return index * 2 == result ? .goOn : .stop
      }
    ).run()
    #expect(delivered.withLock { $0 } == (0..<200).map { $0 * 2 })
  }

  @Test func `no more bytes are in flight than allowed, but for the next in order`() {
    let inFlight = Guarded((now: 0, most: 0))
    var work = Self.plain(
      300, jobs: 4,
      work: { index in
        inFlight.withLock {
          $0.now += 10
          $0.most = max($0.most, $0.now)
        }
        if index == 0 { usleep(50_000) }
      },
      deliver: { _, _ in
        inFlight.withLock { $0.now -= 10 }
        return .goOn
      })
    work.byteLimit = 100
    work.cost = { _ in 10 }
    work.work = { [inner = work.work] index, attempt in
      _ = inner(index, attempt)
      return .done((), retained: 10)
    }
    work.run()
    #expect(inFlight.withLock { $0.most } <= 110)
    #expect(inFlight.withLock { $0.most } > 40)
  }

  @Test func `a huge one does not stop the rest`() {
    let begun = Guarded<[Int]>([])
    var work = Self.plain(
      40, jobs: 2,
      work: { index in
        begun.withLock { $0.append(index) }
        // It is over when twenty others have gone by.
        while index == 1, begun.withLock({ $0.count }) < 20 { usleep(200) }
      },
      deliver: { _, _ in .goOn })
    work.byteLimit = 100
    work.cost = { $0 == 1 ? 1_000_000 : 10 }
    work.run()
    #expect(begun.withLock { $0.count } == 40)
  }

  @Test func `one that does not fit is put off, and small ones go past it`() {
    let begun = Guarded<[Int]>([])
    var work = Self.plain(
      6, jobs: 2,
      work: { index in
        begun.withLock { $0.append(index) }
        while index == 0, begun.withLock({ $0.count }) < 5 { usleep(200) }
      },
      deliver: { _, _ in .goOn })
    work.byteLimit = 100
    // 2 does not fit beside 0 and what 1 retains.
    work.cost = { [0: 40, 2: 28][$0] ?? 1 }
    work.work = { [inner = work.work] index, attempt in
      _ = inner(index, attempt)
      return .done((), retained: index == 1 ? 40 : 1)
    }
    work.run()
    #expect(begun.withLock { $0.count } == 6)
    #expect(begun.withLock { $0.last } == 2)
  }

  @Test func `after a stop nothing more is delivered`() {
    let delivered = Guarded(0)
    Self.plain(
      100, jobs: 4, work: { $0 },
      deliver: { index, _ in
        delivered.withLock { $0 += 1 }
        return index == 9 ? .stop : .goOn
      }
    ).run()
    #expect(delivered.withLock { $0 } == 10)
  }

  @Test func `what is in hand when it is cancelled is delivered, as far as there is no gap`() {
    let pulled = Guarded(0)
    let delivered = Guarded<[Int]>([])
    // So much that whoever asks for the end gets a turn before it, on a machine that is busy with other things too.
    var work = Self.plain(
      20000, jobs: 2,
      work: { _ in
        usleep(300)
        pulled.withLock { $0 += 1 }
      },
      deliver: { index, _ in
        delivered.withLock { $0.append(index) }
        return .goOn
      })
    work.isCancelled = { delivered.withLock { $0.count >= 5 } }
    work.run()
    let indices = delivered.withLock { $0 }
    #expect(indices == Array(0..<indices.count))
    #expect(indices.count < 20000)
    #expect(pulled.withLock { $0 } == indices.count)
  }

  @Test func `what does not end when it is cancelled is dropped`() {
    let isReleased = Guarded(false)
    let cancelled = Guarded(false)
    var work = Self.plain(
      10, jobs: 2,
      work: { index in
        if index == 3 { cancelled.withLock { $0 = true } }
        while index == 3, !isReleased.withLock({ $0 }) { usleep(1000) }
      },
      deliver: { _, _ in .goOn })
    work.grace = 0.2
    work.isCancelled = { cancelled.withLock { $0 } }
    let start = ContinuousClock.now
    work.run()
    #expect(start.duration(to: .now) < .seconds(2))
    isReleased.withLock { $0 = true }
  }

  @Test func `work that never comes back is given up, and the rest goes on`() {
    let isReleased = Guarded(false)
    let delivered = Guarded<[Int]>([])
    var work = Self.plain(
      20, jobs: 2,
      work: { index in
        while index % 7 == 3, !isReleased.withLock({ $0 }) { usleep(1000) }
        return index
      },
      deliver: { _, result in
        delivered.withLock { $0.append(result) }
        return .goOn
      })
    work.interval = 0.02
    work.givesUp = { _, seconds in seconds > 0.1 ? -1 : nil }
    work.run()
    #expect(delivered.withLock { $0 } == (0..<20).map { $0 % 7 == 3 ? -1 : $0 })
    isReleased.withLock { $0 = true }
  }

  @Test func `what may go well later is tried again while others go on`() {
    let order = Guarded<[Int]>([])
    let delivered = Guarded<[Int]>([])
    var work = Self.plain(
      10, jobs: 1, work: { $0 },
      deliver: { index, _ in
        delivered.withLock { $0.append(index) }
        return .goOn
      })
    work.work = { index, attempt in
      order.withLock { $0.append(index) }
      return index == 2 && attempt < 2 ? .again(afterSeconds: 0.01) : .done(index, retained: 0)
    }
    work.run()
    #expect(order.withLock { $0.filter { $0 == 2 }.count } == 3)
    #expect(delivered.withLock { $0 } == Array(0..<10))
  }

  @Test func `a lane that brings a result is the first to be given out again`() {
    var desk = Desk(Self.plain(5, jobs: 2, work: { $0 }, deliver: { _, _ in .goOn }))
    let begun = desk.decisions().begun
    #expect(begun.map(\.index) == [0, 1])
    desk.takeBack(.done(1, retained: 0), of: begun[1])
    let after = desk.decisions()
    #expect(after.begun.map(\.index) == [2])
    #expect(after.begun.first?.lane === begun[1].lane)
    #expect(after.due?.index == nil)
    // What a lane brings of an attempt that is not in hand changes nothing.
    desk.takeBack(.done(1, retained: 0), of: begun[1])
    #expect(desk.decisions().begun.isEmpty)
  }

  @Test func `an attempt that was given up meanwhile is not made again`() {
    var work = Self.plain(1, jobs: 1, work: { $0 }, deliver: { _, _ in .goOn })
    work.givesUp = { _, _ in -1 }
    var desk = Desk(work)
    let task = desk.decisions().begun[0]
    var other = desk
    other.takeBack(.again(afterSeconds: 1), of: task)
    #expect(other.decisions().later?.seconds == 1)
    #expect(other.decisions().later == nil)
    desk.lookRound()
    desk.takeBack(.again(afterSeconds: 1), of: task)
    let after = desk.decisions()
    #expect(after.later == nil && after.due?.result == -1)
  }
}
