import OffprintKit

/// Finds the flow of a text page: cuts columns that stand side by side, orders the parts, joins paragraphs.
struct TextPageFlow {
  /// How many cells of space a gutter has at least.
  var gutter: Int
  /// How many columns there are; 0 if nobody says.
  var columns: Int

  /// Gives the flow; cuts lines of the page where its columns meet.
  func apply(to page: inout Page, _ context: inout StageContext) {
    let pieces = TextPieces(page, minimum: gutter)
    let overlong = pieces.overlongRows()
    let columns = TextColumns(pieces, rows: page.lines.count, overlong: !overlong.isEmpty, count: columns)
    guard !columns.isSingle || (!overlong.isEmpty && !columns.bands.isEmpty) else {
      let looks = page.lines.map { TextLineLook($0, gap: $0.emptyLinesBefore) }
      page.flow = Flow(paragraphs: paragraphs(looks, column: { _ in 0 }, &context))
      return
    }
    let parts = TextParts(page, pieces, columns, TextPlacing(page, pieces, columns), overlong: overlong)
    page.split(parts.cuts)
    if columns.isSingle {
      context.decide(
        "columns", at: .page(context.page),
        because: "there is one column, but \(overlong.count) rows are so long that they hold several of its lines")
    } else {
      decide(columns, pieces, &context)
    }
    var looks: [TextLineLook] = []
    for run in parts.runsInOrder() {
      for (rank, line) in run.enumerated() {
        let rows = rank > 0 ? page.lines[line].number - page.lines[run[rank - 1]].number : 0
        let isNewColumn = rank == 0 && !parts.followsOn(line, after: looks.last?.index)
        let before = rank == 0 ? (looks.last?.index).map { page.lines[line].number - page.lines[$0].number } ?? 0 : rows
        let gap = isNewColumn ? 1 : max(0, before - parts.pitch)
        looks.append(TextLineLook(page.lines[line], gap: gap, indent: parts.indent(of: line)))
      }
    }
    page.flow = Flow(paragraphs: paragraphs(looks, column: { parts.column(of: $0) }, &context))
  }

  /// Says where the columns start, and where that changes.
  private func decide(_ columns: TextColumns, _ pieces: TextPieces, _ context: inout StageContext) {
    var told: [Int] = []
    for row in pieces.rows {
      let number = pieces.all[row.lowerBound].row
      let own = columns.columns(inRow: number)
      guard own.map(\.track) != told, !own.isEmpty else { continue }
      told = own.map(\.track)
      let starts = own.map { String(max(0, $0.start + columns.tilt.shift(inRow: number)) * pieces.unit) }
      context.decide(
        "columns", at: .page(context.page),
        because: "from line \(number) on lines begin again and again at the cells \(starts.joined(separator: ", "))")
    }
  }

  private func paragraphs(
    _ looks: [TextLineLook], column: (Int) -> Int?, _ context: inout StageContext
  ) -> [Paragraph] {
    TextParagraphs(looks).paragraphs().map { range in
      for index in range.dropFirst() where looks[index].gap > 0 {
        context.decide(
          "joined", at: .line(LineRef(page: context.page, line: looks[index].index)),
          because: "the line before is full or breaks off, so the empty space before this one is a column's end")
      }
      return Paragraph(lines: range.map { looks[$0].index }, column: column(looks[range.lowerBound].index))
    }
  }
}
