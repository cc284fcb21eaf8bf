import OffprintKit

/// Finds the gutters of a text page that was printed with its columns side by side.
struct TextColumns {
  /// Cells at which columns start, after the first; empty if the page has one column.
  private(set) var starts: [Int] = []

  /// - Parameter minimum: how many cells of space a gutter has at least.
  init(_ page: Page, minimum: Int) {
    let width = page.size.isKnown ? page.size.right : 0
    guard width > 20, page.lines.count >= 6 else { return }
    // For each cell: lines that have text on both sides of a wide gap there, and lines whose text goes over it.
    var gaps = [Int](repeating: 0, count: width + 1)
    var crossed = [Int](repeating: 0, count: width + 1)
    var heads = [Int](repeating: 0, count: width + 1)
    for line in page.lines {
      var end = 0
      for (rank, word) in line.words.enumerated() {
        let box = word.box
        guard box.isKnown, box.left >= end, box.right <= width else { continue }
        if rank > 0, box.left - end >= minimum {
          for cell in end..<box.left { gaps[cell] += 1 }
          heads[box.left] += 1
        } else if rank > 0 {
          for cell in end..<box.left { crossed[cell] += 1 }
        }
        for cell in box.left..<box.right { crossed[cell] += 1 }
        end = box.right
      }
    }
    find(gaps, crossed, heads, lines: page.lines.count)
  }

  /// A gutter is where many lines have a wide gap and few have text: at least six lines and an eighth of the page, and
  /// at most a third as many lines that go over it.
  private mutating func find(_ gaps: [Int], _ crossed: [Int], _ heads: [Int], lines: Int) {
    let enough = max(5, lines / 8)
    var cell = 0
    while cell < gaps.count {
      guard gaps[cell] >= enough, crossed[cell] * 3 <= gaps[cell] else {
        cell += 1
        continue
      }
      var end = cell
      while end < gaps.count, gaps[end] >= enough, crossed[end] * 3 <= gaps[end] { end += 1 }
      // The column starts where most lines begin again, at the end of the gutter or a cell or two further.
      let candidates = cell..<min(gaps.count, end + 3)
      if let start = candidates.max(by: { (heads[$0], -$0) < (heads[$1], -$1) }), heads[start] >= 3 {
        starts.append(start)
      }
      cell = end + 1
    }
  }

  /// For each line the words (0-based in the line) that start a part: those after a gap near a column's start. A
  /// line that has text over a gutter is not cut there.
  func cuts(of page: Page) -> [Int: [Int]] {
    var cuts: [Int: [Int]] = [:]
    for line in page.lines {
      var firsts: [Int] = []
      var end = 0
      // A line that begins where no column does is a headline over the columns; single spaces in it part words.
      let head = line.words.first?.box.left ?? 0
      let beginsColumn = ([0] + starts).contains { abs($0 - head) <= 2 }
      for (rank, word) in line.words.enumerated() {
        let left = word.box.left
        if rank > 0, left > end {
          let near = starts.contains {
            abs($0 - left) <= (left - end >= 2 ? 3 : 1) && (left - end >= 2 || ($0 == left && beginsColumn))
          }
          if near { firsts.append(rank) }
        }
        end = word.box.right
      }
      cuts[line.index] = firsts.isEmpty ? [0] : firsts
    }
    return cuts
  }

  /// The column of a part, and whether it goes over a gutter.
  func column(of box: Box) -> (number: Int, isSpanning: Bool) {
    let number = starts.count { $0 <= box.left + 3 }
    let isSpanning = starts.contains { $0 > box.left + 3 && $0 < box.right - 1 }
    return (number, isSpanning)
  }
}
