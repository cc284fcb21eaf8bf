import OffprintModel
import OffprintXML

/// A table that is open: where its cells are met, and the one that text goes to.
struct TEITableRead {
  private var cursor = TableCursor()
  private(set) var cell: TableCell?
  private var isHeadRow = false

  mutating func beginRow(_ attributes: XMLAttributes) {
    cursor.beginRow()
    cell = nil
    isHeadRow = attributes[tei: .role] == "label"
  }

  mutating func beginCell(_ attributes: XMLAttributes) {
    func span(_ name: TEIName) -> Int { attributes[tei: name].flatMap { Int($0) } ?? 1 }
    let isHead = isHeadRow || attributes[tei: .role] == "label"
    cell = cursor.next(rowSpan: span(.rows), columnSpan: span(.cols), isHead: isHead)
  }
}

extension TEIHandler {
  mutating func beginRow(_ attributes: XMLAttributes) {
    wantsLine = true
    if !tables.isEmpty { tables[tables.count - 1].beginRow(attributes) }
  }

  /// The text of a cell is a line of its own, unless it stands in one that the file itself has begun in this row.
  mutating func beginCell(_ attributes: XMLAttributes) {
    if !tables.isEmpty { tables[tables.count - 1].beginCell(attributes) }
    guard !wantsLine, let line, lines[line].mayHoldCells, lines[line].cell?.row == tables.last?.cell?.row else {
      wantsLine = true
      return
    }
    addSpace()
  }
}
