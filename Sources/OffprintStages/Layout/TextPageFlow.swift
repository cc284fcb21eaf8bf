import OffprintKit

/// Finds the flow of a text page: cuts columns that stand side by side, orders the parts, joins paragraphs.
struct TextPageFlow {
  /// How many cells of space a gutter has at least.
  var gutter: Int

  /// Gives the flow; cuts lines of the page where its columns meet.
  func apply(to page: inout Page, _ context: inout StageContext) {
    let columns = TextColumns(page, minimum: gutter)
    guard !columns.starts.isEmpty else {
      let looks = page.lines.map { TextLineLook($0, gap: $0.emptyLinesBefore) }
      page.flow = Flow(paragraphs: paragraphs(looks, column: { _ in 0 }, &context))
      return
    }
    page.split(columns.cuts(of: page))
    context.decide(
      "columns", at: .page(context.page),
      because: "wide gaps stand under each other at cells \(columns.starts.map(String.init).joined(separator: ", "))")
    let order = ordered(page, columns)
    var looks: [TextLineLook] = []
    var lastOfColumn: [Int: Int] = [:]
    for (rank, entry) in order.enumerated() {
      let line = page.lines[entry.line]
      let previous = rank > 0 ? order[rank - 1] : nil
      let isSameColumn = previous.map { $0.column == entry.column && $0.band == entry.band } ?? false
      let rowsBetween = isSameColumn ? line.number - (lastOfColumn[entry.column] ?? line.number) - 1 : 1
      looks.append(TextLineLook(line, gap: max(0, rowsBetween)))
      lastOfColumn[entry.column] = line.number
    }
    let columnOf = Dictionary(uniqueKeysWithValues: order.map { ($0.line, $0.column) })
    page.flow = Flow(paragraphs: paragraphs(looks, column: { columnOf[$0].flatMap { $0 < 0 ? nil : $0 } }, &context))
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

  /// Parts in reading order. A line over a gutter, or alone in the middle of the page, ends the band above it; within
  /// a band each column is read to its end. Column -1 is the page's whole width.
  private func ordered(_ page: Page, _ columns: TextColumns) -> [(line: Int, band: Int, column: Int)] {
    var rows: [(line: Int, row: Int, column: Int)] = []
    let counts = Dictionary(page.lines.map { ($0.number, 1) }, uniquingKeysWith: +)
    var isHead = true
    for line in page.lines {
      let place = columns.column(of: line.box)
      let isAlone = counts[line.number] == 1
      let isCentred = abs(line.box.centreX - page.size.centreX) <= 4 && line.box.left > 4
      let isSpanning = place.isSpanning || (isAlone && isCentred && isHead)
      if !isAlone { isHead = false }
      rows.append((line.index, line.number, isSpanning ? -1 : place.number))
    }
    var band = 0
    var ordered: [(line: Int, band: Int, column: Int)] = []
    var open: [(line: Int, row: Int, column: Int)] = []
    func close() {
      open.sort { ($0.column, $0.row, $0.line) < ($1.column, $1.row, $1.line) }
      ordered += open.map { ($0.line, band, $0.column) }
      open = []
      band += 1
    }
    for row in rows {
      if (row.column < 0) != ((open.last?.column ?? row.column) < 0) { close() }
      open.append(row)
    }
    close()
    return ordered
  }
}
