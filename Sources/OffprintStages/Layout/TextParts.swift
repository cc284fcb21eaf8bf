import OffprintKit

/// The parts of a text page that is cut into columns, and the order in which they are read.
///
/// A part is a piece of a row, or two that belong together. Its index is that of the line it becomes on the cut page.
struct TextParts {
  private struct Part {
    var row: Int
    /// Its first piece; nil for a line without words.
    var piece: Int?
    /// The first column it takes up.
    var column = 0
    /// The columns it takes up, as they are numbered in all bands; none where the page has none.
    var tracks: [Int] = []
    /// How far right of its column's start it begins; 0 where it was pushed and nobody knows.
    var indent = 0
    /// Its place is its columns', not that of its letters: those may have been pushed aside.
    var box: Box
  }

  private let placing: TextPlacing
  /// Each part is a block and stands in one row, so the rows below it are its own.
  private let areBlocks: Bool
  /// The rows at which other columns begin, so that what is above is read before what is below.
  private let borders: [Int]
  private var parts: [Part] = []
  /// For each line of the page the words (0-based in the line) that start a part.
  private(set) var cuts: [Int: [Int]] = [:]
  /// Rows from a line to the next one in its column, usually.
  private(set) var pitch = 1

  /// - Parameters:
  ///   - page: as it was read, its lines whole.
  ///   - overlong: the lines that are cut on a page with a single column.
  init(_ page: Page, _ pieces: TextPieces, _ columns: TextColumns, _ placing: TextPlacing, overlong: Set<Int>) {
    self.placing = placing
    areBlocks = pieces.unit > 1
    borders = columns.borders(pieces)
    var rows = pieces.rows[...]
    for line in page.lines {
      cuts[line.index] = [0]
      guard let row = rows.first, pieces.all[row.lowerBound].line == line.index else {
        let box = Box(left: 0, top: line.number, right: 1, bottom: line.number + 1)
        parts.append(Part(row: line.number, piece: nil, box: box))
        continue
      }
      rows.removeFirst()
      let own = columns.columns(inRow: line.number)
      for piece in row {
        if piece > row.lowerBound {
          if columns.isSingle, !overlong.contains(line.index) { continue }
          if placing.isInSentenceSpacing(piece) { continue }
          cuts[line.index, default: []].append(pieces.all[piece].firstWord)
        }
        let next = piece + 1 < row.upperBound ? placing.columnOf[piece + 1] : nil
        parts.append(Self.part(piece, next: next, own, pieces, shift: columns.tilt.shift(inRow: line.number), placing))
      }
    }
    var last: [Int: Int] = [:]
    var steps: [Int: Int] = [:]
    for part in parts where part.tracks.count == 1 {
      if let row = last[part.tracks[0]] { steps[part.row - row, default: 0] += 1 }
      last[part.tracks[0]] = part.row
    }
    pitch = max(1, steps.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key ?? 1)
  }

  private static func start(of column: Int, _ own: [TextColumns.Column]) -> Int {
    own.indices.contains(column) ? own[column].start : 0
  }

  private static func end(of column: Int, _ own: [TextColumns.Column], _ pieces: TextPieces) -> Int {
    column + 1 < own.count ? own[column + 1].start : start(of: column, own) + pieces.measure + 2
  }

  /// - Parameter next: the column of the piece after it in the row.
  private static func part(
    _ piece: Int, next: Int?, _ own: [TextColumns.Column], _ pieces: TextPieces, shift: Int, _ placing: TextPlacing
  ) -> Part {
    let place = pieces.all[piece]
    let column = placing.columnOf[piece]
    let upright = place.left - shift
    guard own.indices.contains(column) else {
      let box = Box(left: upright, top: place.row, right: upright + place.width, bottom: place.row + 1)
      return Part(row: place.row, piece: piece, box: box)
    }
    // A part reaches over a column's start if it goes on well into that column, or lies across the start.
    let left = place.isPushed ? min(upright, own[column].start) : upright
    let right = left + place.width
    var last = column
    // A block in one row is as long as its text, and says nothing about columns.
    while pieces.unit == 1, last < (next ?? own.count) - 1 {
      let start = own[last + 1].start
      let goesFar = (right - start) * 20 > (end(of: last + 1, own, pieces) - start) * 7
      let isSetIn = (left - own[column].start) * 10 > (own[column + 1].start - own[column].start) * 3
      guard goesFar || (next == nil && right > start + 1 && isSetIn) else { break }
      last += 1
    }
    let box = Box(
      left: own[column].start, top: place.row, right: max(end(of: last, own, pieces), own[column].start + 2) - 1,
      bottom: place.row + 1)
    return Part(
      row: place.row, piece: piece, column: column, tracks: own[column...last].map(\.track),
      indent: (left - own[column].start) * pieces.unit, box: box)
  }

  /// Parts that stand under each other in the same columns with nothing else between them, in reading order.
  func runsInOrder() -> [[Int]] {
    var runs: [[Int]] = []
    var rest = Array(parts.indices)[...]
    for border in borders + [.max] {
      let above = rest.prefix { parts[$0].row < border }
      rest = rest.dropFirst(above.count)
      runs += self.runs(of: above)
    }
    return runs
  }

  private func runs(of members: ArraySlice<Int>) -> [[Int]] {
    var elements: [BoxElement] = []
    /// For each column what stands lowest in it.
    var lowest: [Int: Int] = [:]
    for index in members {
      let part = parts[index]
      if let first = part.tracks.first, let element = lowest[first], let last = elements[element].lines.last,
        parts[last].tracks == part.tracks, part.tracks.allSatisfy({ lowest[$0] == element }),
        areBlocks || elements[element].box.bottom + pitch > part.row
      {
        elements[element].lines.append(index)
        elements[element].box = elements[element].box.union(part.box)
        continue
      }
      if part.tracks.isEmpty { lowest = lowest.filter { elements[$0.value].box.overlapX(part.box) == 0 } }
      for track in part.tracks { lowest[track] = elements.count }
      elements.append(BoxElement(box: part.box, lines: [index], region: .printSpace))
    }
    var order = BoxOrder(elements: elements, slack: 1, height: pitch, bands: [4, 2, 2])
    return order.order().map { withRowsInOrder(elements[$0].lines) }
  }

  /// Puts parts of one column that fell into one row in the order in which they are read.
  private func withRowsInOrder(_ run: [Int]) -> [Int] {
    var result: [Int] = []
    var at = 0
    while at < run.count {
      var end = at + 1
      while end < run.count, parts[run[end]].row == parts[run[at]].row { end += 1 }
      let group = run[at..<end].compactMap { parts[$0].piece }
      if group.count > 1, let first = group.first, let last = group.last, last - first == group.count - 1 {
        let above = result.last.flatMap { parts[$0].piece }
        let below = end < run.count ? parts[run[end]].piece : nil
        let order = placing.inReadingOrder(first..<last + 1, after: above, before: below)
        result += order.map { run[at + $0 - first] }
      } else {
        result += run[at..<end]
      }
      at = end
    }
    return result
  }

  /// How far right of its column's start a part begins, in cells.
  func indent(of part: Int) -> Int { parts[part].indent }

  /// The column a part stands in; nil if it spans several.
  func column(of part: Int) -> Int? { parts[part].tracks.count == 1 ? parts[part].column : nil }

  /// True if a part stands under another one in the same columns.
  func followsOn(_ part: Int, after other: Int?) -> Bool {
    guard let other else { return true }
    let (a, b) = (parts[other], parts[part])
    return a.tracks == b.tracks && a.row < b.row
  }
}
