/// A table as Markdown has it, which knows no spans: what a cell reaches over is empty.
struct MarkdownTable {
  private(set) var rows: [[String]] = []
  /// Columns of the widest row.
  private(set) var width = 0

  init(_ cells: [[TableRows.Cell]]) {
    var reach = TableReach()
    for (index, row) in cells.enumerated() {
      var texts: [String] = []
      for cell in row {
        while reach.takes(texts.count, in: index) { texts.append("") }
        let from = texts.count
        texts.append(cell.text.string)
        texts += Array(repeating: "", count: cell.columnSpan - 1)
        reach.add(from..<texts.count, until: index + cell.rowSpan)
      }
      rows.append(texts)
      width = max(width, texts.count)
    }
  }
}
