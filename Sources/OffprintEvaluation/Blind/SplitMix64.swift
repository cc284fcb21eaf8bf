/// The generator of blind copies: SplitMix64 (Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators",
/// OOPSLA 2014). Our own, since the standard library promises the same numbers neither on every machine nor in its
/// next version, and figures must be the same wherever they are reckoned again.
struct SplitMix64: Sendable {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// The numbers from 0 up to `count`, in an order of chance: Fisher and Yates from the end, each place by the
  /// remainder of the next number. The remainder's bias is below one in 10^14 for any page.
  mutating func shuffled(_ count: Int) -> [Int] {
    var order = Array(0..<count)
    for last in stride(from: count - 1, to: 0, by: -1) {
      order.swapAt(last, Int(next() % UInt64(last + 1)))
    }
    return order
  }
}
