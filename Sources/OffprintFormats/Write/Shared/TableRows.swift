import OffprintModel

/// The rows of a printed table, as far as they show.
///
/// Lines that stand beside each other, one after the other in reading order, are cells of one row; a line of a text
/// page is cut into cells where at least two spaces stand. What the source does not show is not guessed: there are no
/// spans and no heads.
struct TableRows {
  struct Cell {
    var line: Int
    var text: String
  }

  /// Rows of cells; `line` is the place in the component's lines.
  var rows: [[Cell]] = []

  init(of component: Component, in issue: Issue) {
    var previous: (page: Int, box: Box)?
    for (place, ref) in component.lines.enumerated() {
      let line = issue[line: ref]
      guard !line.isEmpty else { continue }
      let isText = issue.pages[ref.page].unit == .character
      let cells = (isText ? Self.cells(of: line) : [line.text]).map {
        Cell(line: place, text: RunningText(cleaning: $0).string)
      }
      if let before = previous, before.page == ref.page, !isText, Self.areBeside(before.box, line.box) {
        rows[rows.count - 1] += cells
      } else {
        rows.append(cells)
      }
      previous = (ref.page, line.box)
    }
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
