import OffprintKit

/// Puts the lines of a table in order whose cells the source names: row by row, cell by cell, and in each cell from top
/// to bottom.
///
/// A cell of the source may be several in print, where no rules stand between the rows: then each column of figures is
/// one cell. No figure is broken over lines, so lines of figures that stand beside each other are rows of their own.
struct TableCellOrder {
  let page: Page
  /// The places of the page's lines.
  let boxes: [Box]

  /// The lines in their order, those in no cell behind the one before them; nil if the source names no cells.
  func ordered(_ lines: [Int]) -> [Int]? {
    var rows: [Int: [Int: [Int]]] = [:]
    for line in lines {
      guard let cell = page.lines[line].cell else { continue }
      rows[cell.row, default: [:]][cell.column, default: []].append(line)
    }
    guard !rows.isEmpty else { return nil }
    let placed = rows.sorted { $0.key < $1.key }.flatMap { _, cells in
      ordered(row: cells.sorted { $0.key < $1.key }.map { byPlace($0.value) })
    }
    return UnplacedLines.inserted(lines, among: placed)
  }

  private func ordered(row cells: [[Int]]) -> [Int] {
    let lines = cells.flatMap(\.self)
    return areRowsOfFigures(cells) ? byPlace(lines) : lines
  }

  private func byPlace(_ lines: [Int]) -> [Int] {
    lines.count > 1 ? TableLines(boxes: boxes).ordered(lines) : lines
  }

  private func areRowsOfFigures(_ cells: [[Int]]) -> Bool {
    let figures = cells.filter { $0.count > 1 && $0.allSatisfy(isFigure) }
    return figures.contains { first in
      figures.count { areBeside(first, $0) } > 1
    }
  }

  private func isFigure(_ line: Int) -> Bool {
    boxes[line].isKnown && page.lines[line].utf8.contains { (0x30...0x39).contains($0) }
  }

  /// True if each line stands as high as its like; of cells of as many lines.
  private func areBeside(_ a: [Int], _ b: [Int]) -> Bool {
    a.count == b.count
      && zip(a, b).allSatisfy { boxes[$0].overlapY(boxes[$1]) * 2 > min(boxes[$0].height, boxes[$1].height) }
  }
}
