/// The part of a line of input that is worth showing, and where in it the mark goes, in cells of a terminal.
///
/// XML often has a whole page on one line, so at most 140 code points are shown.
struct ShownText {
  let text: String
  /// Cells to the left of the mark.
  let cellsBefore: Int
  /// Cells the mark covers; at least one, and none beyond the text that is shown.
  let cellsMarked: Int

  /// - Parameters:
  ///   - column: 1-based, in code points; a column beyond the line's end is taken as the place just behind it.
  ///   - length: code points to mark.
  init(of line: String, around column: Int, length: Int) {
    var scalars = line.unicodeScalars.map(PrintableText.scalar)
    while let last = scalars.last, last == "\u{240D}" || last == "\u{240A}" { scalars.removeLast() }
    let at = max(0, min(column - 1, scalars.count))
    let from = at < 100 ? 0 : at - 40
    let to = min(scalars.count, from + 140)
    let markEnd = max(at, min(at + max(1, length), to))
    var shown = String.UnicodeScalarView()
    if from > 0 { shown.append("…") }
    shown.append(contentsOf: scalars[from..<to])
    if to < scalars.count { shown.append("…") }
    text = String(shown)
    cellsBefore = (from > 0 ? 1 : 0) + scalars[from..<at].reduce(0) { $0 + Self.cells($1) }
    cellsMarked = max(1, scalars[at..<markEnd].reduce(0) { $0 + Self.cells($1) })
  }

  /// Chinese, Japanese and Korean characters take two cells, combining marks none (Unicode Standard Annex 11).
  private static func cells(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0..<0x300: 1
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      2
    default:
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark, .format: 0
      default: 1
      }
    }
  }
}
