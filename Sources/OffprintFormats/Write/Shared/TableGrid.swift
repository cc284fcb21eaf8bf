import OffprintModel

/// A table whose lines stand in cells that the source names: each cell in its column, with empty ones where the source
/// has no text. Rows without any text are left out.
struct TableGrid {
  private struct Row {
    /// As the source counts it.
    var number: Int
    var cells: [(place: TableCell, lines: Range<Int>)] = []
  }

  private(set) var rows: [[TableRows.Cell]] = []

  init(of component: Component, in issue: Issue) {
    for table in Self.tables(of: component, in: issue) {
      let numbers = table.map(\.number)
      var reach = TableReach()
      for (index, row) in table.enumerated() {
        var written: [TableRows.Cell] = []
        var column = 0
        for (place, lines) in row.cells {
          let empty = TableRows.Cell(lines: lines.lowerBound..<lines.lowerBound, text: RunningText())
          let free = (column..<max(column, place.column)).count { !reach.takes($0, in: index) }
          written += Array(repeating: empty, count: free)
          let end = place.rowSpan > 1 ? Self.index(of: place.row + place.rowSpan, in: numbers) : index + 1
          var cell = TableRows.Cell(lines: lines, text: RunningText(of: Array(component.lines[lines]), in: issue))
          cell.rowSpan = max(1, end - index)
          cell.columnSpan = place.columnSpan
          cell.isHead = place.isHead
          written.append(cell)
          reach.add(place.column..<place.column + place.columnSpan, until: end)
          column = max(column, place.column + place.columnSpan)
        }
        rows.append(written)
      }
    }
  }

  /// Lines of one cell are its text; one that stands in none goes with the line before it. A row ends where another
  /// begins, or where its own columns begin anew: a row of the source may be several in print. A table ends where its
  /// rows begin anew.
  private static func tables(of component: Component, in issue: Issue) -> [[Row]] {
    var tables: [[Row]] = []
    var last: TableCell?
    for (place, ref) in component.lines.enumerated() where !issue[line: ref].isEmpty {
      let cell = issue[line: ref].cell ?? last ?? TableCell(row: 0, column: 0)
      defer { last = cell }
      let (table, lines) = (tables.count - 1, place..<place + 1)
      guard let before = last, before.row <= cell.row else {
        tables.append([Row(number: cell.row, cells: [(cell, lines)])])
        continue
      }
      guard before.row == cell.row, before.column <= cell.column else {
        tables[table].append(Row(number: cell.row, cells: [(cell, lines)]))
        continue
      }
      let row = tables[table].count - 1
      let own = tables[table][row].cells.count - 1
      if before.column == cell.column {
        tables[table][row].cells[own].lines = tables[table][row].cells[own].lines.lowerBound..<lines.upperBound
      } else {
        tables[table][row].cells.append((cell, lines))
      }
    }
    return tables
  }

  /// The first place of rising numbers at which none is smaller.
  private static func index(of number: Int, in numbers: [Int]) -> Int {
    var (low, high) = (0, numbers.count)
    while low < high {
      let middle = (low + high) / 2
      if numbers[middle] < number { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
