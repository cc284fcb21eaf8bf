import OffprintFuzzTargets
import Testing

/// What fuzzing starts from, in every run of the tests: so the targets are built with each change, and what was once
/// found stays mended. A finding ends the process and says what it is.
@Suite struct FuzzSeedTests {
  @Test(arguments: fuzzTargets().keys.sorted()) func `no seed and no beginning of one is a finding`(name: String) throws
  {
    let target = try #require(try fuzzTargets()[name]?())
    let seeds = try Self.seeds(of: name)
    for seed in seeds {
      target.take(seed)
      // A file whose end did not come over.
      for share in [0.3, 0.7, 0.95] { target.take(Array(seed.prefix(Int(share * Double(seed.count))))) }
    }
    target.take([])
    target.take([UInt8](0...255))
  }

  @Test func `each target has something to start from`() throws {
    for name in fuzzTargets().keys { #expect(try !Self.seeds(of: name).isEmpty, "\(name)") }
  }

  /// The delivery's files, each behind the digit that says which it replaces, and what was written by hand.
  private static func seeds(of target: String) throws -> [[UInt8]] {
    let delivery = try Deliveries.files(of: target).enumerated().map { [UInt8(ascii: "0") + UInt8($0)] + $1.bytes }
    return delivery + (try Deliveries.files(of: target, in: "Seeds").map(\.bytes))
  }
}
