import OffprintKit

/// Finds the columns of a text page that was printed with its columns side by side, and where its lines are cut.
///
/// A line that is too long for its column pushes what stands right of it further right, and the scan is tilted, so
/// there need not be a cell that is empty in all lines. What is steady is where columns start: lines that were not
/// pushed begin there again and again. A line goes over a column's start if it has text there and no gap.
struct TextColumns {
  /// The cells at which columns start, from left to right; fewer than two if the page has one column.
  private(set) var starts: [Int] = []
  /// How many cells of space separate columns at least.
  let minimum: Int

  /// Text between gaps: a part of a line, or the whole.
  private struct Piece {
    var line: Int
    /// 0-based in the line.
    var firstWord: Int
    var left: Int
    var right: Int
    /// Cells of space before it; 0 at the line's start.
    var gap: Int
    /// Space before it is as small as can be, so it may have been pushed out of its place.
    var isPushed = false
  }

  private let pieces: [Piece]

  /// How far, in cells, a line may begin before its column's start.
  static let jitter = 2
  /// Columns are further apart than this share of a usual piece's width, and start in at least this share of the
  /// lines that have gaps.
  static let spacing = 0.6
  static let support = 0.08

  /// - Parameters:
  ///   - minimum: how many cells of space separate columns at least.
  ///   - count: how many columns there are; 0 if nobody says.
  init(_ page: Page, minimum: Int, count: Int) {
    self.minimum = minimum
    var pieces = page.lines.flatMap { Self.pieces(of: $0, minimum) }
    // Where trailing spaces were kept, what is pushed stands one cell further off.
    let tight = pieces.count { $0.gap == minimum } >= pieces.count { $0.gap == minimum + 1 } ? minimum : minimum + 1
    for index in pieces.indices { pieces[index].isPushed = pieces[index].gap > 0 && pieces[index].gap <= tight }
    self.pieces = pieces
    let withGaps = Set(pieces.lazy.filter { $0.gap > 0 }.map(\.line)).count
    guard count != 1, count > 1 || (withGaps >= 5 && withGaps * 8 >= page.lines.count) else { return }
    starts = columnStarts(lines: withGaps, count: count)
  }

  private static func pieces(of line: Line, _ minimum: Int) -> [Piece] {
    var pieces: [Piece] = []
    for (rank, word) in line.words.enumerated() {
      let box = word.box
      guard box.isKnown else { continue }
      if let last = pieces.last, box.left - last.right < minimum {
        pieces[pieces.count - 1].right = max(last.right, box.right)
      } else {
        let gap = pieces.last.map { box.left - $0.right } ?? 0
        pieces.append(Piece(line: line.index, firstWord: rank, left: box.left, right: box.right, gap: gap))
      }
    }
    return pieces
  }

  private func columnStarts(lines: Int, count: Int) -> [Int] {
    let telling = pieces.filter { $0.right - $0.left >= 6 }
    let widths = telling.map { $0.right - $0.left }.sorted()
    guard let page = pieces.map(\.right).max(), !widths.isEmpty else { return [] }
    let spacing = max(6, Int(Double(widths[widths.count / 2]) * Self.spacing))
    var begins = [Int](repeating: 0, count: page + 2)
    for piece in telling where !piece.isPushed { begins[piece.left] += 1 }
    let near = begins.indices.map { begins[max(0, $0 - 1)...min(begins.count - 1, $0 + 1)].reduce(0, +) }
    let enough = max(4, Int(Double(lines) * Self.support))
    var found: [Int] = []
    for cell in near.indices.sorted(by: { (-near[$0], $0) < (-near[$1], $1) }) {
      guard near[cell] >= enough || (count > found.count && near[cell] > 0) else { break }
      if count > 0, found.count == count { break }
      if found.allSatisfy({ abs($0 - cell) >= spacing }) { found.append(cell) }
    }
    let covered = coverage(width: page + 2)
    let first = found.min() ?? 0
    return found.filter { $0 == first || count > 0 || covered[$0] <= near[$0] }.sorted()
  }

  /// For each cell how many pieces have text there and in the cell before, save those that push another.
  private func coverage(width: Int) -> [Int] {
    var changes = [Int](repeating: 0, count: width + 1)
    for (index, piece) in pieces.enumerated() {
      let pushes = index + 1 < pieces.count && pieces[index + 1].line == piece.line && pieces[index + 1].isPushed
      guard !pushes, piece.left + 2 < piece.right else { continue }
      changes[piece.left + 2] += 1
      changes[piece.right] -= 1
    }
    var covered = 0
    return changes.map {
      covered += $0
      return covered
    }
  }

  /// For each line of the page the words (0-based in the line) that start a part, and the column of each part.
  func cuts() -> (words: [Int: [Int]], columns: [Int: [Int]]) {
    var words: [Int: [Int]] = [:]
    var columns: [Int: [Int]] = [:]
    var previous = 0
    for piece in pieces {
      let isFirst = words[piece.line] == nil
      let next = isFirst ? 0 : previous + 1
      let reached = max(0, starts.count { $0 <= piece.left + Self.jitter } - 1)
      guard isFirst || reached >= next else { continue }
      // What was pushed belongs to the next column, unless it is far beyond that.
      let column =
        piece.isPushed && reached == next + 1 && piece.left < starts[reached] + 2 * Self.jitter ? next : reached
      words[piece.line, default: []].append(isFirst ? 0 : piece.firstWord)
      columns[piece.line, default: []].append(column)
      previous = column
    }
    return (words, columns)
  }

  /// The columns that a part takes up, which begins in `column`; `next` is the column of the part after it in the
  /// line. A part reaches over a column's start if it goes on well into that column, or lies across the start.
  func reach(of box: Box, from column: Int, next: Int?, width: Int) -> ClosedRange<Int> {
    var last = column
    let end = (next ?? starts.count) - 1
    while last < end {
      let start = starts[last + 1]
      let room = (last + 2 < starts.count ? starts[last + 2] : width) - start
      let own = start - starts[last]
      let goesFar = (box.right - start) * 20 > room * 7
      let liesAcross = box.right > start + 1 && (box.left - starts[column]) * 10 > own * 3 && next == nil
      guard goesFar || liesAcross else { break }
      last += 1
    }
    return column...max(column, last)
  }
}
