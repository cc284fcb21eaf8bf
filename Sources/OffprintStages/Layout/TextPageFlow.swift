import OffprintKit

/// Finds the flow of a text page: cuts columns that stand side by side, orders the parts, joins paragraphs.
struct TextPageFlow {
  /// How many cells of space a gutter has at least.
  var gutter: Int
  /// How many columns there are; 0 if nobody says.
  var columns: Int

  /// Gives the flow; cuts lines of the page where its columns meet.
  func apply(to page: inout Page, _ context: inout StageContext) {
    let columns = TextColumns(page, minimum: gutter, count: columns)
    guard columns.starts.count > 1 else {
      let looks = page.lines.map { TextLineLook($0, gap: $0.emptyLinesBefore) }
      page.flow = Flow(paragraphs: paragraphs(looks, column: { _ in 0 }, &context))
      return
    }
    let cuts = columns.cuts()
    let names = page.lines.indices.flatMap { cuts.columns[$0] ?? [0] }
    var words = cuts.words
    for line in page.lines.indices where words[line] == nil { words[line] = [0] }
    page.split(words)
    let starts = columns.starts.map(String.init).joined(separator: ", ")
    context.decide("columns", at: .page(context.page), because: "lines begin again and again at the cells \(starts)")
    let parts = TextParts(page, columns, names)
    var looks: [TextLineLook] = []
    for run in parts.runsInOrder() {
      for (rank, line) in run.enumerated() {
        let rows = rank > 0 ? page.lines[line].number - page.lines[run[rank - 1]].number : 0
        let isNewColumn = rank == 0 && !parts.followsOn(line, after: looks.last?.index)
        let before = rank == 0 ? (looks.last?.index).map { page.lines[line].number - page.lines[$0].number } ?? 0 : rows
        looks.append(TextLineLook(page.lines[line], gap: isNewColumn ? 1 : max(0, before - parts.pitch)))
      }
    }
    page.flow = Flow(paragraphs: paragraphs(looks, column: { parts.column(of: $0) }, &context))
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
