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

  func columns() -> [Int] {
    let most = min(12, max(3, 2 + row.count / starts.count))
    var states = [State](repeating: State(), count: row.count * starts.count * most)
    func place(_ rank: Int, _ column: Int, _ count: Int) -> Int { (rank * starts.count + column) * most + count - 1 }
    for (rank, piece) in row.enumerated() {
      for column in starts.indices {
        let own = placeCost(piece, column)
        let first = own + link(above[column], piece) + TextRhythm.cost(1, due: due[column])
        var best = rank > 0 ? State() : State(cost: skipped(0..<column, after: nil, in: 0))
        if rank > 0 {
          for before in 0..<column {
            let gone = skipped(before + 1..<column, after: piece - 1, in: before) + leave(piece - 1, before)
            for count in 1...most {
              let state = place(rank - 1, before, count)
              if states[state].cost + gone < best.cost { best = State(cost: states[state].cost + gone, from: state) }
            }
          }
        }
        states[place(rank, column, 1)] = State(cost: best.cost + first, from: best.from)
        guard rank > 0 else { continue }
        for count in 2...most {
          for last in count == most ? [count - 1, count] : [count - 1] {
            let state = place(rank - 1, column, last)
            let cost = states[state].cost + own + again(piece, column, count, last) + links.cost(piece - 1, piece)
            let here = place(rank, column, count)
            if cost < states[here].cost { states[here] = State(cost: cost, from: state) }
          }
        }
      }
    }
    var best = State()
    for column in starts.indices {
      let rest = skipped(column + 1..<starts.count, after: nil, in: column) + leave(row.upperBound - 1, column)
      for count in 1...most {
        let state = place(row.count - 1, column, count)
        if states[state].cost + rest < best.cost { best = State(cost: states[state].cost + rest, from: state) }
      }
    }
    var found: [Int] = []
    while best.from >= 0 {
      found.append(best.from / most % starts.count)
      best = states[best.from]
    }
    return found.reversed()
  }

  /// What it costs that a piece begins where it does, if it is of this column.
  private func placeCost(_ piece: Int, _ column: Int) -> Double {
    let offset = pieces.all[piece].left - starts[column]
    if pieces.all[piece].isPushed { return offset >= -3 ? 0 : 1.5 * Double(-offset - 3) + 1 }
    if offset < -2 { return 0.8 * Double(-offset - 2) + 1 }
    let isBeyond = column + 1 < starts.count && pieces.all[piece].left >= starts[column + 1] - 2
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
