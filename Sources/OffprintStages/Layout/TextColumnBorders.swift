/// Finds at which rows of a text page other columns begin: headlines and rules do not stand at the borders of bands, and
/// bands near them show the columns of both sides.
///
/// Each row takes the columns of the bands around it that fit its own lines best, and changes them as seldom as can be
/// (Viterbi's algorithm).
struct TextColumnBorders {
  private let pieces: TextPieces
  private let tilt: TextTilt
  private let bands: [[TextColumns.Column]]

  /// From how many bands away a row may take its columns, what it costs to take other ones than the row above, and what
  /// each band of distance does.
  private static let reach = 3
  private static let change = 6.0
  private static let distance = 0.02

  init(_ pieces: TextPieces, _ tilt: TextTilt, _ bands: [[TextColumns.Column]]) {
    self.pieces = pieces
    self.tilt = tilt
    self.bands = bands
  }

  /// For each row, counted from 0, the band whose columns hold there.
  func bandOfRow() -> [Int] {
    let last = pieces.all.last?.row ?? 0
    var rows = pieces.rows[...]
    var costs = [Double](repeating: 0, count: bands.count)
    var from: [[Int]] = []
    for row in 0...last {
      let own = row / TextColumns.bandHeight
      var here = [Double](repeating: .infinity, count: bands.count)
      var before = [Int](repeating: own, count: bands.count)
      let members: Range<Int>? = rows.first.flatMap { pieces.all[$0.lowerBound].row == row ? $0 : nil }
      if members != nil { rows.removeFirst() }
      for band in max(0, own - Self.reach)...min(bands.count - 1, own + Self.reach) {
        guard band == own || !bands[band].isEmpty else { continue }
        var best = row == 0 ? 0 : Double.infinity
        if row > 0 {
          for other in max(0, own - Self.reach - 1)...min(bands.count - 1, own + Self.reach + 1) {
            let cost = costs[other] + (isSame(other, band) ? 0 : Self.change)
            if cost < best { (best, before[band]) = (cost, other) }
          }
        }
        here[band] = best + Self.distance * Double(abs(band - own)) + (members.map { misfit($0, band) } ?? 0)
      }
      costs = here
      from.append(before)
    }
    var band = costs.indices.min { costs[$0] < costs[$1] } ?? 0
    var result = [Int](repeating: 0, count: last + 1)
    for row in (0...last).reversed() {
      result[row] = band
      band = from[row][band]
    }
    return result
  }

  private func isSame(_ a: Int, _ b: Int) -> Bool {
    a == b || (bands[a].count == bands[b].count && zip(bands[a], bands[b]).allSatisfy { $0.track == $1.track })
  }

  /// How badly the lines of a row fit the columns of a band: those that start at none, and starts that text lies over.
  private func misfit(_ row: Range<Int>, _ band: Int) -> Double {
    let shift = tilt.shift(inRow: pieces.all[row.lowerBound].row)
    var sum = 0.0
    for piece in row where !pieces.all[piece].isPushed && pieces.all[piece].width >= 6 {
      let left = pieces.all[piece].left - shift
      let right = left + pieces.all[piece].width
      sum += bands[band].contains { abs($0.start - left) <= 2 } ? -1 : 0.5
      guard !pieces.pushesNext(piece) else { continue }
      for column in bands[band].dropFirst() where left + 2 < column.start && right > column.start + 2 { sum += 1 }
    }
    return sum
  }
}
