import Foundation
import FuzzTargets

/// What libFuzzer calls with each input. Which part of Offprint takes the input stands in OFFPRINT_FUZZ, as
/// `Fuzzing/run` sets it.
@c(LLVMFuzzerTestOneInput)
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  target.take(Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}

private let target: any FuzzTarget = {
  let name = ProcessInfo.processInfo.environment["OFFPRINT_FUZZ"] ?? ""
  do {
    guard let target = try fuzzTargets()[name]?() else {
      finding("OFFPRINT_FUZZ names no target: '\(name)' is none of \(fuzzTargets().keys.sorted())")
    }
    return target
  } catch {
    finding("the target cannot be made: \(error)")
  }
}()
