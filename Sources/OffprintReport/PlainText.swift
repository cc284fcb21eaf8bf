/// Text from documents in reports for people: lines of at most 100 columns, without what would steer a terminal.
public enum PlainText {
  static let width = 100

  /// How many of something: `1 line`, `2 lines`.
  public static func counted(_ count: Int, _ what: String) -> String { "\(count) \(what)\(count == 1 ? "" : "s")" }

  /// Cut at its end.
  static func cut(_ text: String, to width: Int = width) -> String {
    let text = printable(text)
    return text.count > width ? text.prefix(width - 1) + "…" : text
  }

  /// Broken into lines at its spaces, each line indented.
  static func wrapped(_ text: String, indent: Int) -> [String] {
    let margin = String(repeating: " ", count: indent)
    var lines: [String] = []
    var line = ""
    for word in printable(text).split(separator: " ") {
      if !line.isEmpty, indent + line.count + 1 + word.count > width {
        lines.append(cut(margin + line))
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
    }
    return lines + (line.isEmpty ? [] : [cut(margin + line)])
  }

  /// Rows of cells, each column as wide as its widest cell but the last, which is cut where the line ends. A column
  /// with nothing in it is left out.
  static func columns(_ rows: [[String]], indent: Int = 2) -> [String] {
    var widths: [Int] = []
    for row in rows {
      for (column, cell) in row.enumerated() {
        if column == widths.count { widths.append(0) }
        widths[column] = max(widths[column], cell.count)
      }
    }
    return rows.map { row in
      var line = String(repeating: " ", count: indent)
      for (column, cell) in row.enumerated() where widths[column] > 0 {
        line += cell
        guard column + 1 < row.count else { continue }
        line += String(repeating: " ", count: widths[column] - cell.count + 2)
      }
      line = cut(line)
      while line.last == " " { line.removeLast() }
      return line
    }
  }

  /// Control characters and the ends of lines as spaces.
  static func printable(_ text: String) -> String {
    var shown = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let steers = scalar.properties.generalCategory == .control || ("\u{2028}"..."\u{202E}").contains(scalar)
      shown.append(steers ? " " : scalar)
    }
    return String(shown)
  }
}
