/// Counts where lines start, band by band.
struct TextColumnSearch {
  /// How many bands above and below are looked at, the further the less.
  private static let reach = 6
  /// What a place counts that lines start at in other parts of the page, against one as far off as in this.
  private static let pageShare = 0.5
  /// What pushed lines count: their column starts here or to the left.
  private static let pushedShare = 0.2
  /// What lines count that start at a place, against those that start one cell beside it.
  private static let exact = 1.3
  /// Columns are further apart than this share of a usual piece's width, and start in at least this share of the rows.
  private static let spacing = 0.6
  private static let support = 0.12

  private let pieces: TextPieces
  private let margin: Int
  /// For each band: where lines start and how much that counts, where text covers a place from and to, the widths of
  /// its pieces, its rows.
  private var begins: [[(at: Int, weight: Double)]]
  private var covers: [[(at: Int, change: Double)]]
  private var widths: [[Int]]
  private var rows: [Int]
  private var page: [Double]

  private var near: [Double]
  private var covered: [Double]

  init(_ pieces: TextPieces, _ tilt: TextTilt) {
    self.pieces = pieces
    margin = tilt.margin + 2
    let bands = (pieces.all.last?.row ?? 0) / TextColumns.bandHeight + 1
    let cells = (pieces.all.map(\.right).max() ?? 0) + 2 * margin + 2
    begins = Array(repeating: [], count: bands)
    covers = Array(repeating: [], count: bands)
    widths = Array(repeating: [], count: bands)
    rows = Array(repeating: 0, count: bands)
    page = Array(repeating: 0, count: cells)
    near = page
    covered = page
    for range in pieces.rows { rows[pieces.all[range.lowerBound].row / TextColumns.bandHeight] += 1 }
    for (index, piece) in pieces.all.enumerated() {
      let band = piece.row / TextColumns.bandHeight
      let shift = margin - tilt.shift(inRow: piece.row)
      if piece.width >= 6 {
        let weight = piece.isPushed ? Self.pushedShare : 1
        begins[band].append((piece.left + shift, weight))
        page[piece.left + shift] += weight
      }
      if piece.width >= 10 { widths[band].append(piece.width) }
      // What pushes or was pushed need not lie where it covers a place.
      guard piece.width > 4, !piece.isPushed, !pieces.pushesNext(index) else { continue }
      covers[band].append((piece.left + shift + 2, 1))
      covers[band].append((piece.right + shift, -1))
    }
  }

  /// The starts of columns around a band.
  mutating func starts(inBand band: Int) -> [Int] {
    for cell in near.indices { (near[cell], covered[cell]) = (0, 0) }
    var weighed = 0.0
    var around: [Int] = []
    for other in max(0, band - Self.reach)...min(rows.count - 1, band + Self.reach) {
      let weight = 1 - Double(abs(other - band)) / Double(Self.reach + 1)
      weighed += weight * Double(rows[other])
      around += widths[other]
      for begin in begins[other] { near[begin.at] += weight * begin.weight }
      for cover in covers[other] { covered[cover.at] += weight * cover.change }
    }
    let share = Self.pageShare * weighed / Double(max(1, pieces.rows.count))
    var before = 0.0
    var here = near[0] + share * page[0]
    var run = 0.0
    for cell in near.indices {
      let next = cell + 1 < near.count ? near[cell + 1] + share * page[cell + 1] : 0
      near[cell] = before + Self.exact * here + next
      (before, here) = (here, next)
      run += covered[cell]
      covered[cell] = run
    }
    around.sort()
    let usual = around.isEmpty ? pieces.measure : around[around.count / 2]
    let enough = max(2, Self.support * weighed)
    let found = strongest(atLeast: enough, apart: max(6, Int(Self.spacing * Double(usual))), count: .max)
    return found.filter { $0 == found.first || covered[$0] <= near[$0] }.map { $0 - margin }
  }

  /// The starts of so many columns on the whole page.
  mutating func starts(count: Int) -> [Int] {
    for cell in near.indices {
      let beside = (cell > 0 ? page[cell - 1] : 0) + (cell + 1 < page.count ? page[cell + 1] : 0)
      near[cell] = beside + Self.exact * page[cell]
    }
    let apart = max(6, Int(Self.spacing * Double(pieces.measure)))
    return strongest(atLeast: Self.pushedShare, apart: apart, count: count).map { $0 - margin }
  }

  private func strongest(atLeast enough: Double, apart: Int, count: Int) -> [Int] {
    var found: [Int] = []
    for cell in near.indices.filter({ near[$0] >= enough }).sorted(by: { (-near[$0], $0) < (-near[$1], $1) }) {
      if found.allSatisfy({ abs($0 - cell) >= apart }) { found.append(cell) }
      if found.count == count { break }
    }
    return found.sorted()
  }
}
