/// Where a line stands in a table, as the source says. Lines with the same cell, one after the other, are its text.
public struct TableCell: Hashable, Sendable {
  /// 0-based, counted from the top and from the side on which rows begin. Cells without text have their places, too.
  public var row: Int
  public var column: Int
  /// How many rows and columns it goes over; at least 1.
  public var rowSpan: Int
  public var columnSpan: Int
  /// True for the name of a row or a column.
  public var isHead: Bool

  public init(row: Int, column: Int, rowSpan: Int = 1, columnSpan: Int = 1, isHead: Bool = false) {
    self.row = row
    self.column = column
    self.rowSpan = rowSpan
    self.columnSpan = columnSpan
    self.isHead = isHead
  }

  /// More columns than any table in print has: a file that says so is broken, or means harm to who writes it out.
  public static let mostColumns = 256
  public static let mostRows = 65_536

  /// False for a place that no table has.
  public var isPossible: Bool {
    (0..<Self.mostRows).contains(row) && (0..<Self.mostColumns).contains(column)
      && (1...Self.mostRows - row).contains(rowSpan) && (1...Self.mostColumns - column).contains(columnSpan)
  }
}
