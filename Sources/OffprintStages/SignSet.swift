/// A few signs that every text is asked for: a bit each for those of ASCII, a list behind a filter for others. A hashed
/// set takes ten times as long to answer.
struct SignSet: Sendable, ExpressibleByStringLiteral {
  private var low: UInt64 = 0
  private var high: UInt64 = 0
  /// A bit for the last six bits of each of the others.
  private var filter: UInt64 = 0
  private var others: [UInt32] = []

  init(_ signs: some Sequence<Unicode.Scalar>) {
    for value in signs.lazy.map(\.value) {
      switch value {
      case 0..<64: low |= 1 << UInt64(value)
      case 64..<128: high |= 1 << UInt64(value & 63)
      default:
        filter |= 1 << UInt64(value & 63)
        others.append(value)
      }
    }
  }

  init(stringLiteral signs: String) { self.init(signs.unicodeScalars) }

  @inline(__always)
  func contains(_ sign: Unicode.Scalar) -> Bool {
    let value = sign.value
    if value < 128 { return (value < 64 ? low : high) >> UInt64(value & 63) & 1 == 1 }
    return filter >> UInt64(value & 63) & 1 == 1 && others.contains(value)
  }
}
