import OffprintModel

/// Finds the place of each cell of a table that comes row by row, as HTML has it: a cell stands in the first column that
/// no cell of a row above reaches down into.
struct TableCursor {
  private var row = -1
  private var column = 0
  /// For each column, the first row that nothing from above reaches into.
  private var free: [Int] = []

  mutating func beginRow() {
    row += 1
    column = 0
  }

  /// The place of the next cell. What spans more than a table can have spans what is left of it.
  mutating func next(rowSpan: Int = 1, columnSpan: Int = 1, isHead: Bool = false) -> TableCell {
    row = max(0, row)
    while column < free.count, free[column] > row { column += 1 }
    let cell = TableCell(
      row: row, column: column, rowSpan: max(1, min(rowSpan, TableCell.mostRows - row)),
      columnSpan: max(1, min(columnSpan, TableCell.mostColumns - column)), isHead: isHead)
    let end = column + cell.columnSpan
    if free.count < end { free += Array(repeating: 0, count: end - free.count) }
    for column in column..<end { free[column] = row + cell.rowSpan }
    column = end
    return cell
  }
}
