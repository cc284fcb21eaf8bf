import OffprintModel

/// The rows of a printed table, as far as the source says or shows them.
///
/// Where the source says in which cell each line stands, the cells are those, with their heads and spans, and one
/// without text keeps its place. Else lines that stand beside each other, one after the other in reading order, are
/// cells of one row; a line of a text page is cut into cells where at least two spaces stand. What the source neither
/// says nor shows is not guessed.
struct TableRows {
  struct Cell {
    /// Places in the component's lines; several where a cell has several lines, none where it has no text.
    var lines: Range<Int>
    var text: RunningText
    var rowSpan = 1
    var columnSpan = 1
    var isHead = false

    init(lines: Range<Int>, text: RunningText) {
      self.lines = lines
      self.text = text
    }
  }

  var rows: [[Cell]] = []

  init(of component: Component, in issue: Issue) {
    let isSaid = component.lines.contains { issue[line: $0].cell != nil }
    rows = isSaid ? TableGrid(of: component, in: issue).rows : Self.shown(component, issue)
  }

  private static func shown(_ component: Component, _ issue: Issue) -> [[Cell]] {
    var rows: [[Cell]] = []
    var previous: (page: Int, box: Box)?
    for (place, ref) in component.lines.enumerated() {
      let line = issue[line: ref]
      guard !line.isEmpty else { continue }
      let isText = issue.pages[ref.page].unit == .character
      let cells = (isText ? Self.cells(of: line) : [line.text]).map {
        Cell(lines: place..<place + 1, text: RunningText(cleaning: $0))
      }
      if let before = previous, before.page == ref.page, !isText, Self.areBeside(before.box, line.box) {
        rows[rows.count - 1] += cells
      } else {
        rows.append(cells)
      }
      previous = (ref.page, line.box)
    }
    return rows
  }

  private static func areBeside(_ a: Box, _ b: Box) -> Bool {
    guard a.isKnown, b.isKnown else { return false }
    guard 2 * a.overlapY(b) > min(a.height, b.height), a.centreX < b.centreX else { return false }
    return 4 * a.overlapX(b) <= min(a.width, b.width)
  }

  private static func cells(of line: Line) -> [String] {
    var cells: [String] = []
    var end: Int?
    for word in line.words {
      if let end, word.box.left - end < 2 {
        cells[cells.count - 1] += " " + word.text
      } else {
        cells.append(word.text)
      }
      end = word.box.right
    }
    return cells
  }
}
