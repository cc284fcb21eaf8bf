import OffprintKit

/// Text between gaps on a text page: a part of a row, or the whole.
struct TextPiece {
  /// Index in the page's lines, and the 1-based row it is printed in.
  var line: Int
  var row: Int
  /// 0-based in the line.
  var firstWord: Int
  var wordCount: Int
  /// In the unit of `TextPieces`.
  var left: Int
  var right: Int
  /// Cells of space before it; 0 at the line's start.
  var gap: Int
  /// Space before it is as small as can be, so it may have been pushed out of its place.
  var isPushed = false

  var width: Int { right - left }
}

/// The pieces of a text page, row by row.
struct TextPieces {
  private(set) var all: [TextPiece] = []
  /// For each row with text its pieces, from left to right.
  private(set) var rows: [Range<Int>] = []
  /// The width of a usual piece.
  private(set) var measure = 20
  /// Cells to a unit of length; more than one only where whole blocks stand in one row.
  private(set) var unit = 1
  /// Rows that hold more than one piece.
  private(set) var rowsWithGaps = 0

  /// A column of print holds no more signs than this to the line. Where pieces are longer, each is a block, and places
  /// are as much less exact.
  private static let longestLine = 80

  /// - Parameter minimum: how many cells of space separate columns at least.
  init(_ page: Page, minimum: Int) {
    for line in page.lines {
      let start = all.count
      for (rank, word) in line.words.enumerated() {
        let box = word.box
        guard box.isKnown else { continue }
        if all.count > start, box.left - all[all.count - 1].right < minimum {
          all[all.count - 1].right = max(all[all.count - 1].right, box.right)
          all[all.count - 1].wordCount = rank + 1 - all[all.count - 1].firstWord
        } else {
          let gap = all.count > start ? box.left - all[all.count - 1].right : 0
          all.append(
            TextPiece(
              line: line.index, row: line.number, firstWord: rank, wordCount: 1, left: box.left, right: box.right,
              gap: gap))
        }
      }
      if all.count > start { rows.append(start..<all.count) }
      if all.count > start + 1 { rowsWithGaps += 1 }
    }
    // Where trailing spaces were kept, what is pushed stands one cell further off.
    let tight = all.count { $0.gap == minimum } >= all.count { $0.gap == minimum + 1 } ? minimum : minimum + 1
    measure = usualWidth()
    unit = max(1, (measure + Self.longestLine - 1) / Self.longestLine)
    for index in all.indices {
      all[index].isPushed = all[index].gap > 0 && all[index].gap <= tight
      all[index].left /= unit
      all[index].right = max(all[index].left + 1, all[index].right / unit)
    }
    if unit > 1 { measure = usualWidth() }
  }

  private func usualWidth() -> Int {
    let widths = all.lazy.map(\.width).filter { $0 >= 12 }.sorted()
    return widths.isEmpty ? 20 : widths[widths.count / 2]
  }

  /// The rows that are so long that they must be several lines of a page with one column, which fell into one row.
  func overlongRows() -> Set<Int> {
    let whole = rows.lazy.filter { $0.count == 1 }.map { all[$0.lowerBound].width }.sorted()
    guard whole.count >= 5 else { return [] }
    let usual = whole[whole.count * 9 / 10]
    return Set(
      rows.lazy.filter { (all[$0.upperBound - 1].right - all[$0.lowerBound].left) * 2 > usual * 3 && $0.count > 1 }
        .map { all[$0.lowerBound].line })
  }

  /// True if the next piece stands in the same row and was pushed.
  func pushesNext(_ index: Int) -> Bool {
    index + 1 < all.count && all[index + 1].line == all[index].line && all[index + 1].isPushed
  }
}
