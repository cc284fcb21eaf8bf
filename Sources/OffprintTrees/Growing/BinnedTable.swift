/// A table whose measures are put into bins, a column for each, so that the best question is found by counting.
struct BinnedTable {
  let rows: Int
  /// For each measure the bin of each row.
  let columns: [[UInt8]]
  /// For each measure the greatest value of each bin but the last: what questions may ask.
  let thresholds: [[Float]]

  /// - Parameter bins: at most that many for a measure, up to 255.
  init(_ table: FeatureTable, bins: Int) {
    rows = table.count
    var columns: [[UInt8]] = []
    var thresholds: [[Float]] = []
    for feature in 0..<table.width {
      let values = (0..<table.count).map { table.values[$0 * table.width + feature] }
      let own = Self.thresholds(of: values.filter { !$0.isNaN }.sorted(), bins: min(255, max(2, bins)))
      columns.append(values.map { UInt8(Self.bin(of: $0, own)) })
      thresholds.append(own)
    }
    self.columns = columns
    self.thresholds = thresholds
  }

  /// Borders half way between neighbouring values, so that bins hold about equally many rows.
  private static func thresholds(of sorted: [Float], bins: Int) -> [Float] {
    var distinct: [(value: Float, count: Int)] = []
    for value in sorted {
      if distinct.last?.value == value { distinct[distinct.count - 1].count += 1 } else { distinct.append((value, 1)) }
    }
    guard distinct.count > 1 else { return [] }
    var borders: [Float] = []
    var left = sorted.count
    var room = bins
    var held = 0
    for (index, (value, count)) in distinct.enumerated().dropLast() {
      held += count
      left -= count
      let isFull = distinct.count <= bins || held * room >= held + left
      guard isFull, room > 1 else { continue }
      let next = distinct[index + 1].value
      let middle = value + (next - value) / 2
      borders.append(middle < next ? middle : value)
      room -= 1
      held = 0
    }
    return borders
  }

  /// The first bin whose border is no less than the value; what is not a number comes last.
  private static func bin(of value: Float, _ borders: [Float]) -> Int {
    if value.isNaN { return borders.count }
    var (low, high) = (0, borders.count)
    while low < high {
      let middle = (low + high) / 2
      if value <= borders[middle] { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
