/// The products of some factors in a row, out of many, without a logarithm for each question.
///
/// The product of all up to each place is kept as a part of a power of 2, since hundreds of chances make a product that
/// no number can hold; of two of them the quotient is asked for.
struct RunningProducts {
  /// By place: the product of all factors before it, times `step` to the power of its `steps`.
  private var parts = [1.0]
  /// One through each of them.
  private var inverses = [1.0]
  private var steps: [Int32] = [0]

  private static let step = 0x1p512

  /// - Parameter factors: each greater than 0, at most 1, and not so small that a thousand of a step are nothing.
  init(_ factors: [Double]) {
    parts.reserveCapacity(factors.count + 1)
    var (part, steps) = (1.0, Int32(0))
    for factor in factors {
      part *= factor
      if part < 1 / Self.step {
        part *= Self.step
        steps += 1
      }
      parts.append(part)
      inverses.append(1 / part)
      self.steps.append(steps)
    }
  }

  /// The product of the factors at some places; 0 if it is less than 2 to the power of -512.
  subscript(range: Range<Int>) -> Double {
    let product = parts[range.upperBound] * inverses[range.lowerBound]
    return switch steps[range.upperBound] - steps[range.lowerBound] {
    case 0: product
    case 1: product / Self.step
    default: 0
    }
  }
}
