/// Finds the columns of the pieces of one row by dynamic programming: the cheapest way to give each piece a column, none
/// left of that of the piece before it.
struct TextRowWeighing {
  let pieces: TextPieces
  let row: Range<Int>
  /// Where the columns start in this row.
  let starts: [Int]
  /// For each column the lines it is due, and the piece above and below this row; -1 for none.
  let due: [Double]
  let above: [Int]
  let below: [Int]
  let links: TextLinks

  /// The best way so far to put a piece into a column as its nth line in this row.
  private struct State {
    var cost = Double.infinity
    var from = -1
  }

  /// What the text below counts against the text above, which is known for certain.
  private static let trustBelow = 0.9
  /// What another line costs in a row that swallowed many, and what another cell of a table does.
  private static let yetAnother = 0.7
  private static let cell = 0.8
  /// What it costs that the right one of two lines is the upper one.
  private static let swap = 0.6

  /// The ways in which a piece may stand in a column: as its only line so far in this row, its second, and so on, or as
  /// the upper one of two though it stands right of the other.
  private let most: Int
  private var swapped: Int { most }
  private var ways: Int { most + 1 }

  init(
    pieces: TextPieces, row: Range<Int>, starts: [Int], due: [Double], above: [Int], below: [Int], links: TextLinks
  ) {
    self.pieces = pieces
    self.row = row
    self.starts = starts
    self.due = due
    self.above = above
    self.below = below
    self.links = links
    most = min(12, max(3, 2 + row.count / starts.count))
  }

  /// For each piece of the row its column.
  func columns() -> [Int] {
    var states: [State] = []
    states.reserveCapacity(row.count * starts.count * ways)
    for piece in row {
      // The cheapest way to leave each column after the piece before.
      let last = states.count - starts.count * ways
      let left = piece > row.lowerBound ? starts.indices.map { leaving($0, after: piece - 1, states, from: last) } : []
      for column in starts.indices {
        let own = placeCost(piece, column)
        var best = State()
        if piece == row.lowerBound {
          best.cost = skipped(0..<column, after: nil, in: 0)
        } else {
          for before in 0..<column {
            let cost = left[before].cost + skipped(before + 1..<column, after: piece - 1, in: before)
            if cost < best.cost { best = State(cost: cost, from: left[before].from) }
          }
        }
        best.cost += own + link(above[column], piece) + TextRhythm.cost(1, due: due[column])
        states.append(best)
        let same = last + column * ways
        for way in 1...most {
          states.append(last < 0 ? State() : another(piece, column, way, own, states, same))
        }
      }
    }
    let last = states.count - starts.count * ways
    var best = State()
    for column in starts.indices {
      var way = leaving(column, after: row.upperBound - 1, states, from: last)
      way.cost += skipped(column + 1..<starts.count, after: nil, in: column)
      if way.cost < best.cost { best = way }
    }
    var found: [Int] = []
    while best.from >= 0 {
      found.append(best.from / ways % starts.count)
      best = states[best.from]
    }
    return found.reversed()
  }

  /// The cheapest way to have `piece` as the last in a column, with what follows below it.
  private func leaving(_ column: Int, after piece: Int, _ states: [State], from last: Int) -> State {
    let base = last + column * ways
    let plain = leave(piece, column)
    var best = State()
    for way in 0..<ways where states[base + way].cost < .infinity {
      let cost = states[base + way].cost + (way == swapped ? leave(piece - 1, column) : plain)
      if cost < best.cost { best = State(cost: cost, from: base + way) }
    }
    return best
  }

  /// The cheapest way to have a piece in the column of the piece before it, whose states begin at `same`.
  private func another(
    _ piece: Int, _ column: Int, _ way: Int, _ own: Double, _ states: [State], _ same: Int
  ) -> State {
    if way == swapped {
      guard pieces.all[piece].isPushed else { return State() }
      let upper = link(above[column], piece) - link(above[column], piece - 1) + links.cost(piece, piece - 1)
      return State(cost: states[same].cost + own + again(piece, column, 2, 1) + upper + Self.swap, from: same)
    }
    var best = State()
    let count = way + 1
    for last in count == most ? [count - 1, count] : [count - 1] {
      let cost =
        states[same + last - 1].cost + own + again(piece, column, count, last) + links.cost(piece - 1, piece)
      if cost < best.cost { best = State(cost: cost, from: same + last - 1) }
    }
    return best
  }

  /// What it costs that a piece begins where it does, if it is of this column.
  private func placeCost(_ piece: Int, _ column: Int) -> Double {
    let offset = pieces.all[piece].left - starts[column]
    let jitter = TextPlacing.jitter
    if pieces.all[piece].isPushed { return offset >= -jitter - 1 ? 0 : 1 + 1.5 * Double(-offset - jitter - 1) }
    if offset < -jitter { return 1 + 0.8 * Double(-offset - jitter) }
    let isBeyond = column + 1 < starts.count && pieces.all[piece].left >= starts[column + 1] - jitter
    return (offset < 2 ? 0 : offset <= 6 ? 0.3 : 0.8 + 0.02 * Double(offset)) + (isBeyond ? 4 : 0)
  }

  /// What another line of the same column costs.
  private func again(_ piece: Int, _ column: Int, _ count: Int, _ last: Int) -> Double {
    guard pieces.all[piece].isPushed else { return Self.cell }
    guard last != count else { return Self.yetAnother }
    return TextRhythm.cost(count, due: due[column]) - TextRhythm.cost(count - 1, due: due[column])
  }

  /// What it costs that columns get no line, save those that the piece before lies across.
  private func skipped(_ columns: Range<Int>, after piece: Int?, in before: Int) -> Double {
    var sum = 0.0
    for column in columns {
      if let piece {
        let end = column + 1 < starts.count ? starts[column + 1] : starts[column] + pieces.measure
        let isCrossed = (starts[before] + pieces.all[piece].width - starts[column]) * 20 >= (end - starts[column]) * 7
        if isCrossed { continue }
      }
      sum += TextRhythm.cost(0, due: due[column]) * (above[column] < 0 ? 0.5 : 1)
    }
    return sum
  }

  private func link(_ above: Int, _ piece: Int) -> Double { above < 0 ? 0 : links.cost(above, piece) }

  private func leave(_ piece: Int, _ column: Int) -> Double {
    below[column] < 0 ? 0 : Self.trustBelow * links.cost(piece, below[column])
  }
}
