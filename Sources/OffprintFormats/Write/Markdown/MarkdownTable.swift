/// A table as Markdown has it, which knows no spans: what a cell reaches over is empty.
struct MarkdownTable {
  private(set) var rows: [[String]] = []
  /// Columns of the widest row.
  private(set) var width = 0

  init(_ cells: [[TableRows.Cell]]) {
    /// For each column, how many rows a cell from above still reaches into.
    var reaching: [Int] = []
    for row in cells {
      var texts: [String] = []
      var next = reaching.map { max(0, $0 - 1) }
      func passTaken() { while texts.count < reaching.count, reaching[texts.count] > 0 { texts.append("") } }
      for cell in row {
        passTaken()
        let from = texts.count
        texts.append(cell.text.string)
        texts += Array(repeating: "", count: cell.columnSpan - 1)
        if next.count < texts.count { next += Array(repeating: 0, count: texts.count - next.count) }
        for column in from..<texts.count { next[column] = cell.rowSpan - 1 }
      }
      reaching = next
      rows.append(texts)
      width = max(width, texts.count)
    }
  }
}
