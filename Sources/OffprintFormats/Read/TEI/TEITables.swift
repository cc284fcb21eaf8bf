import OffprintModel
import OffprintXML

extension TEIHandler {
  mutating func beginRow(_ attributes: XMLAttributes) {
    wantsLine = true
    if !tables.isEmpty { tables[tables.count - 1].beginRow(isHead: attributes[tei: .role] == "label") }
  }

  /// The text of a cell is a line of its own, unless it stands in one that the file itself has begun in this row.
  mutating func beginCell(_ attributes: XMLAttributes) {
    func span(_ name: TEIName) -> Int { attributes[tei: name].flatMap { Int($0) } ?? 1 }
    if !tables.isEmpty {
      tables[tables.count - 1].beginCell(
        rowSpan: span(.rows), columnSpan: span(.cols), isHead: attributes[tei: .role] == "label")
    }
    guard !wantsLine, let line, lines[line].mayHoldCells, lines[line].cell?.row == tables.last?.cell?.row else {
      wantsLine = true
      return
    }
    addSpace()
  }
}
