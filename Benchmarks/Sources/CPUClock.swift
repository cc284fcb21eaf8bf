import Foundation

/// CPU time of this process, in seconds. On a machine that is busy with other things it is steadier than the clock
/// on the wall; figures of two runs still compare only as ratios to the reference of the same run.
enum CPUClock {
  static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// The least time that `work` takes in a number of rounds.
  static func least(of rounds: Int, _ work: () throws -> Void) rethrows -> Double {
    var least = Double.infinity
    for _ in 0..<rounds {
      let start = now()
      try work()
      least = min(least, now() - start)
    }
    return least
  }
}
