/// Measures of many cases: rows of equal length, one after the other.
public struct FeatureTable: Hashable, Sendable {
  /// How many measures a row has.
  public let width: Int
  public private(set) var values: [Float] = []

  public init(width: Int) { self.width = max(1, width) }

  public var count: Int { values.count / width }

  /// Adds a row; a shorter one is filled with zeros, what is too long of a longer one is cut off.
  public mutating func append(_ row: some Collection<Float>) {
    values.append(contentsOf: row.prefix(width))
    values.append(contentsOf: repeatElement(0, count: width - min(width, row.count)))
  }

  /// Sets the measure in the last place of a row.
  public mutating func setLast(_ value: Float, ofRow row: Int) { values[(row + 1) * width - 1] = value }

  public subscript(row: Int) -> ArraySlice<Float> { values[row * width..<(row + 1) * width] }

  /// Calls `body` with a row.
  public func withRow<Result>(_ row: Int, _ body: (UnsafeBufferPointer<Float>) -> Result) -> Result {
    values.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[row * width..<(row + 1) * width])) }
  }

  /// Calls `body` with each row in turn.
  public func forEach(_ body: (UnsafeBufferPointer<Float>) -> Void) {
    values.withUnsafeBufferPointer { all in
      for row in 0..<count { body(UnsafeBufferPointer(rebasing: all[row * width..<(row + 1) * width])) }
    }
  }
}
