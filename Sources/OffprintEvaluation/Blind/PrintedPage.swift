import OffprintKit

/// The page as a text page, the way tools print PDF pages: lines of the same height in one line of text, its columns
/// apart by at least two spaces.
enum PrintedPage {
  /// Lines with the same height as the first of their row, within three quarters of the usual line's height, share
  /// it; a cell is as wide as a letter of the median line of more than ten letters.
  static func copy(
    of page: Page, _ hyphens: HyphenMarks, _ chance: inout SplitMix64
  ) -> (page: Page, origins: LineOrigins) {
    let pieces = chance.shuffled(page.lines.count).compactMap { Piece(page.lines[$0], hyphens) }
    let cell = max(1, Median.of(pieces.lazy.filter { $0.cells > 10 && $0.isPlaced }.map(\.letterWidth)) ?? 1)
    var text: [UInt8] = []
    var printed: [Int: [LineOrigins.PrintedLine]] = [:]
    for (row, pieces) in rows(of: pieces).enumerated() {
      var end = 0
      for piece in pieces {
        let wanted = piece.isPlaced ? Int(Double(piece.box.left) / cell) : 0
        let start = max(wanted, end == 0 ? 0 : end + 2)
        text.append(contentsOf: repeatElement(0x20, count: start - end))
        text += piece.text
        end = start + piece.cells
        printed[row + 1, default: []].append(.init(line: piece.line, cells: start..<end))
      }
      text.append(0x0A)
    }
    var copy = PageBuilder.textPage(name: page.name, number: page.number, text: text)
    copy.label = page.label
    copy.language = page.language
    copy.file = page.file
    return (copy, .cells(printed))
  }

  /// Rows from top to bottom, their pieces from left to right. What has no place makes rows of its own at the end.
  private static func rows(of pieces: [Piece]) -> [[Piece]] {
    let placed = pieces.enumerated().filter(\.element.isPlaced)
      .sorted { ($0.element.box.top, $0.offset) < ($1.element.box.top, $1.offset) }.map(\.element)
    let reach = Double(Median.of(placed.map(\.box.height)) ?? 1) * 0.75
    var rows: [[Piece]] = []
    for piece in placed {
      if let first = rows.last?.first, piece.middle <= first.middle + reach {
        rows[rows.count - 1].append(piece)
      } else {
        rows.append([piece])
      }
    }
    rows = rows.map { row in
      row.enumerated().sorted { ($0.element.box.left, $0.offset) < ($1.element.box.left, $1.offset) }.map(\.element)
    }
    return rows + pieces.filter { !$0.isPlaced }.map { [$0] }
  }

  /// A line to be printed. Lines without text leave no trace on a text page.
  private struct Piece {
    var line: Int
    var text: [UInt8]
    var box: Box
    /// Code points of the text.
    var cells: Int

    var isPlaced: Bool { box.isKnown }
    var middle: Double { Double(box.top + box.bottom) / 2 }
    var letterWidth: Double { Double(box.width) / Double(cells) }

    init?(_ line: Line, _ hyphens: HyphenMarks) {
      guard !line.isEmpty else { return nil }
      self.line = line.index
      text = hyphens == .bare ? LineCopy.bare(line.utf8, markLength: line.markLength) : Array(line.utf8)
      box = line.box
      cells = text.count { $0 & 0xC0 != 0x80 }
    }
  }
}
