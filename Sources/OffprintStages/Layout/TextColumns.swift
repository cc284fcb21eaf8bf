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

  /// Rows to a band.
  static let bandHeight = 8

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
