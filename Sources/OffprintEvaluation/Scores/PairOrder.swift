/// How many pairs of things stand in the right order to each other: the counts behind Kendall's tau.
public struct PairOrder: Hashable, Sendable {
  public private(set) var right = 0
  public private(set) var wrong = 0
  /// All pairs; in some of them a thing may have no place.
  public private(set) var pairs = 0

  public init() {}

  /// - Parameter places: for things in their true order, the place each was given; nil if it has none.
  public init(places: [Int?]) {
    pairs = places.count * (places.count - 1) / 2
    var known = places.compactMap { $0 }
    let placed = known.count * (known.count - 1) / 2
    var spare = known
    wrong = Self.inversions(&known, &spare, 0..<known.count)
    right = placed - wrong
  }

  /// Kendall's tau, -1...1: right pairs less wrong ones, over all pairs (tau-a; Kendall, "A New Measure of Rank
  /// Correlation", Biometrika 30, 1938). nil for less than two things.
  public var tau: Double? { pairs == 0 ? nil : Double(right - wrong) / Double(pairs) }

  public static func += (a: inout PairOrder, b: PairOrder) {
    a.right += b.right
    a.wrong += b.wrong
    a.pairs += b.pairs
  }

  /// Sorts the range and gives the number of pairs that stood in the wrong order.
  private static func inversions(_ places: inout [Int], _ spare: inout [Int], _ range: Range<Int>) -> Int {
    guard range.count > 1 else { return 0 }
    let middle = (range.lowerBound + range.upperBound) / 2
    var count = inversions(&places, &spare, range.lowerBound..<middle)
    count += inversions(&places, &spare, middle..<range.upperBound)
    var left = range.lowerBound
    var right = middle
    for at in range {
      if right == range.upperBound || left < middle && places[left] <= places[right] {
        spare[at] = places[left]
        left += 1
      } else {
        spare[at] = places[right]
        count += middle - left
        right += 1
      }
    }
    for at in range { places[at] = spare[at] }
    return count
  }
}
