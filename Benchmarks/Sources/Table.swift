import Foundation

/// Rows of what was measured, with what is wanted.
struct Table {
  private var rows: [[String]] = [["what", "measured", "figures", "at least", "aim"]]

  mutating func add(_ what: String, _ measured: String, _ figures: String, least: String = "", aim: String = "") {
    rows.append([what, measured, figures, least, aim])
  }

  var text: String {
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      row.indices.map { row[$0].padding(toLength: widths[$0], withPad: " ", startingAt: 0) }.joined(separator: "  ")
    }.joined(separator: "\n")
  }
}

extension Double {
  /// With so many decimals.
  func written(_ decimals: Int) -> String { String(format: "%.\(decimals)f", self) }
}
