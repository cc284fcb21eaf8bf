/// Which columns of a table's rows are taken by cells that reach down into them from rows above.
struct TableReach {
  /// For each column, the first row that nothing from above reaches into.
  private var free: [Int] = []

  /// True if a cell of a row above reaches into this one.
  func takes(_ column: Int, in row: Int) -> Bool { column < free.count && free[column] > row }

  /// A cell stands in these columns, down to the row before `end`.
  mutating func add(_ columns: Range<Int>, until end: Int) {
    if free.count < columns.upperBound { free += Array(repeating: 0, count: columns.upperBound - free.count) }
    for column in columns { free[column] = max(free[column], end) }
  }
}
