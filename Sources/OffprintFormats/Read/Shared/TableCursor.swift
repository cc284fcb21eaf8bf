import OffprintModel

/// Finds the place of each cell of a table that comes row by row, as HTML has it: a cell stands in the first column that
/// no cell of a row above reaches down into.
struct TableCursor {
  /// The cell that is open; nil before the first of a row.
  private(set) var cell: TableCell?
  private var row = -1
  private var column = 0
  private var isHeadRow = false
  private var reach = TableReach()

  /// - Parameter isHead: true if all cells of the row are names.
  mutating func beginRow(isHead: Bool = false) {
    row += 1
    column = 0
    isHeadRow = isHead
    cell = nil
  }

  /// What spans more than a table can have spans what is left of it.
  mutating func beginCell(rowSpan: Int, columnSpan: Int, isHead: Bool = false) {
    row = max(0, row)
    while reach.takes(column, in: row) { column += 1 }
    let cell = TableCell(
      row: row, column: column, rowSpan: max(1, min(rowSpan, TableCell.mostRows - row)),
      columnSpan: max(1, min(columnSpan, TableCell.mostColumns - column)), isHead: isHead || isHeadRow)
    reach.add(column..<column + cell.columnSpan, until: row + cell.rowSpan)
    column += cell.columnSpan
    self.cell = cell
  }
}
