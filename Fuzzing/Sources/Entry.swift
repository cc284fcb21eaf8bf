import Foundation

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
    guard let target = try targets()[name]?() else {
      finding("OFFPRINT_FUZZ names no target: '\(name)' is none of \(targets().keys.sorted())")
    }
    return target
  } catch {
    finding("the target cannot be made: \(error)")
  }
}()

private func targets() -> [String: () throws -> any FuzzTarget] {
  var all: [String: () throws -> any FuzzTarget] = [
    "pipeline": { try PipelineTarget() }, "article-model": { try ArticleModelTarget() },
    "archives": { try ArchiveTarget() },
  ]
  for name in Parts.registry.readers.keys { all[name] = { try ReaderTarget(reader: name) } }
  return all
}
