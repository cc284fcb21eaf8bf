import Foundation

/// CPU time of this process, in seconds. On a machine that is busy with other things it is steadier than the clock
/// on the wall; figures of two runs still compare only as ratios to the reference of the same run.
enum CPUClock {
  static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  static func seconds(of work: () throws -> Void) rethrows -> Double {
    let start = now()
    try work()
    return now() - start
  }
}

extension [Double] {
  /// The middle one; the mean of the two in the middle of an even number; 0 of none.
  var median: Double {
    let sorted = sorted()
    guard let last = sorted.indices.last else { return 0 }
    return (sorted[last / 2] + sorted[(last + 1) / 2]) / 2
  }
}
