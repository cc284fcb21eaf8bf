import Foundation
import Testing

@testable import OffprintEngine

@Suite struct OrderedWorkTests {
  @Test(arguments: [1, 2, 3, 8])
  func `results come in order, whatever the number of workers`(workers: Int) {
    let delivered = Locked<[Int]>([])
    OrderedWork(count: 200, workers: workers).run(
      isCancelled: { false },
      work: { index in
        usleep(UInt32((index * 7919) % 400))
        return index * 2
      },
      deliver: { index, result in
        delivered.withLock { $0.append(result) }
        return index * 2 == result ? .goOn : .stop
      })
    #expect(delivered.withLock { $0 } == (0..<200).map { $0 * 2 })
  }

  @Test func `no more than the window is in memory`() {
    let inHand = Locked((now: 0, most: 0))
    let work = OrderedWork(count: 100, workers: 4)
    work.run(
      isCancelled: { false },
      work: { index in
        inHand.withLock {
          $0.now += 1
          $0.most = max($0.most, $0.now)
        }
        if index == 0 { usleep(20_000) }
      },
      deliver: { _, _ in
        inHand.withLock { $0.now -= 1 }
        return .goOn
      })
    #expect(inHand.withLock { $0.most } <= work.window)
  }

  @Test func `after a stop nothing more is delivered`() {
    let delivered = Locked(0)
    OrderedWork(count: 100, workers: 4).run(
      isCancelled: { false }, work: { $0 },
      deliver: { index, _ in
        delivered.withLock { $0 += 1 }
        return index == 9 ? .stop : .goOn
      })
    #expect(delivered.withLock { $0 } == 10)
  }

  @Test func `what is in hand when it is cancelled is delivered`() {
    let pulled = Locked(0)
    let delivered = Locked(0)
    OrderedWork(count: 1000, workers: 2).run(
      isCancelled: { delivered.withLock { $0 >= 5 } },
      work: { _ in pulled.withLock { $0 += 1 } },
      deliver: { _, _ in
        delivered.withLock { $0 += 1 }
        return .goOn
      })
    #expect(pulled.withLock { $0 } == delivered.withLock { $0 })
    #expect(delivered.withLock { $0 } < 1000)
  }
}
