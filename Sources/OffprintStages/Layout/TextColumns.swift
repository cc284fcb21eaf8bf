import OffprintKit

/// The columns of a text page that was printed with its columns side by side.
///
/// A line that is too long for its column pushes what stands right of it further right, the scan is tilted, and
/// headlines and advertisements have columns of their own, so there need not be a cell that is empty in all rows.
/// What is steady is where columns start: lines that were not pushed begin there again and again. So the starts are
/// sought in bands of rows, each with its neighbours above and below, and followed from band to band.
struct TextColumns {
  /// A column in one band.
  struct Column {
    /// Where its lines start, upright; see `TextTilt`.
    var start: Int
    /// The same number in all bands through which a column goes on.
    var track: Int
  }

  /// For each band its columns from left to right; none if no row is cut.
  private(set) var bands: [[Column]] = []
  private(set) var trackCount = 0
  /// For each row, counted from 0, the band whose columns hold there.
  private var bandOfRow: [Int] = []
  let tilt: TextTilt

  /// Rows to a band; how many bands above and below are looked at, the further the less.
  static let bandHeight = 8
  fileprivate static let reach = 6
  /// What a place counts that lines start at in other parts of the page, against one as far off as in this.
  fileprivate static let pageShare = 0.5
  /// What pushed lines count: their column starts here or to the left.
  fileprivate static let pushedShare = 0.2
  /// What lines count that start at a place, against those that start one cell beside it.
  fileprivate static let exact = 1.3
  /// Columns are further apart than this share of a usual piece's width, and start in at least this share of the rows.
  fileprivate static let spacing = 0.6
  fileprivate static let support = 0.12

  /// - Parameters:
  ///   - overlong: some rows are too long for a page with one column, and will be cut.
  ///   - count: how many columns there are; 0 if nobody says.
  init(_ pieces: TextPieces, rows lineCount: Int, overlong: Bool, count: Int) {
    tilt = TextTilt(pieces)
    // Where each piece is a block, few of them stand side by side in one row.
    let standSideBySide = pieces.unit > 1 || (pieces.rowsWithGaps >= 5 && pieces.rowsWithGaps * 8 >= lineCount)
    guard count != 1, count > 1 || standSideBySide || overlong else { return }
    var search = TextColumnSearch(pieces, tilt)
    let bandCount = (pieces.all.last?.row ?? 0) / Self.bandHeight + 1
    if count > 1 {
      follow(Array(repeating: search.starts(count: count), count: bandCount))
    } else if standSideBySide {
      follow((0..<bandCount).map { search.starts(inBand: $0) })
    }
    bandOfRow = (0...(pieces.all.last?.row ?? 0)).map { $0 / Self.bandHeight }
    if !bands.isEmpty { bandOfRow = TextColumnBorders(pieces, tilt, bands).bandOfRow() }
    guard count == 0, !isBelievable(pieces) else { return }
    bands = Array(repeating: [Column(start: search.starts(count: 1).first ?? 0, track: 0)], count: bandCount)
    trackCount = 1
  }

  var isSingle: Bool { !bands.contains { $0.count > 1 } }

  func columns(inRow row: Int) -> [Column] { bands[bandOfRow[row]] }

  /// The rows at which all columns but the first end and other ones begin, so that what is above is read first.
  func borders(_ pieces: TextPieces) -> [Int] {
    var found: [Int] = []
    var last: [Column] = []
    for row in pieces.rows {
      let number = pieces.all[row.lowerBound].row
      let own = columns(inRow: number)
      guard own.count > 1 else { continue }
      let goesOn = own.dropFirst().contains { column in last.dropFirst().contains { $0.track == column.track } }
      if !last.isEmpty, !goesOn { found.append(number) }
      last = own
    }
    return found
  }

  /// Numbers the columns so that one that goes on in the next band, a little further left or right, keeps its number.
  private mutating func follow(_ starts: [[Int]]) {
    var last: [Column] = []
    for band in starts {
      var taken: Set<Int> = []
      let columns = band.map { start in
        let near = last.filter { abs($0.start - start) <= 5 && !taken.contains($0.track) }
        let track = near.min { abs($0.start - start) < abs($1.start - start) }?.track ?? trackCount
        if track == trackCount { trackCount += 1 }
        taken.insert(track)
        return Column(start: start, track: track)
      }
      bands.append(columns)
      if !columns.isEmpty { last = columns }
    }
  }

  /// True if enough lines start at a column that is not the first of its band: some do by chance.
  private func isBelievable(_ pieces: TextPieces) -> Bool {
    guard !bands.isEmpty else { return false }
    var begun = [Int](repeating: 0, count: trackCount)
    for piece in pieces.all where !piece.isPushed {
      let upright = piece.left - tilt.shift(inRow: piece.row)
      for column in columns(inRow: piece.row).dropFirst() where abs(column.start - upright) <= 1 {
        begun[column.track] += 1
      }
    }
    let enough = pieces.unit > 1 ? max(2, pieces.all.count / 5) : max(4, pieces.rowsWithGaps * 8 / 100)
    return (begun.max() ?? 0) >= enough
  }
}

/// Counts where lines start, band by band.
private struct TextColumnSearch {
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
        let weight = piece.isPushed ? TextColumns.pushedShare : 1
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
    for other in max(0, band - TextColumns.reach)...min(rows.count - 1, band + TextColumns.reach) {
      let weight = 1 - Double(abs(other - band)) / Double(TextColumns.reach + 1)
      weighed += weight * Double(rows[other])
      around += widths[other]
      for begin in begins[other] { near[begin.at] += weight * begin.weight }
      for cover in covers[other] { covered[cover.at] += weight * cover.change }
    }
    let share = TextColumns.pageShare * weighed / Double(max(1, pieces.rows.count))
    var before = 0.0
    var here = near[0] + share * page[0]
    var run = 0.0
    for cell in near.indices {
      let next = cell + 1 < near.count ? near[cell + 1] + share * page[cell + 1] : 0
      near[cell] = before + TextColumns.exact * here + next
      (before, here) = (here, next)
      run += covered[cell]
      covered[cell] = run
    }
    around.sort()
    let usual = around.isEmpty ? pieces.measure : around[around.count / 2]
    let enough = max(2, TextColumns.support * weighed)
    let found = strongest(atLeast: enough, apart: max(6, Int(TextColumns.spacing * Double(usual))), count: .max)
    return found.filter { $0 == found.first || covered[$0] <= near[$0] }.map { $0 - margin }
  }

  /// The starts of so many columns on the whole page.
  mutating func starts(count: Int) -> [Int] {
    for cell in near.indices {
      let beside = (cell > 0 ? page[cell - 1] : 0) + (cell + 1 < page.count ? page[cell + 1] : 0)
      near[cell] = beside + TextColumns.exact * page[cell]
    }
    let apart = max(6, Int(TextColumns.spacing * Double(pieces.measure)))
    return strongest(atLeast: TextColumns.pushedShare, apart: apart, count: count).map { $0 - margin }
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
