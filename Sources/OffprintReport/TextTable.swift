/// A table in plain text: the first column to the left, figures to the right.
struct TextTable {
  /// A heading over some columns.
  struct Group {
    var title: String
    var columns: [String]

    init(_ title: String, _ columns: String...) {
      self.title = title
      self.columns = columns
    }
  }

  /// What the rows are, and the heading of their names.
  var title: String
  var groups: [Group]
  var rows: [(name: String, cells: [String])]
  /// Names longer than this are cut.
  static let longestName = 22

  var lines: [String] {
    let heads = groups.flatMap(\.columns)
    let nameWidth = min(Self.longestName, max(title.count, rows.map(\.name.count).max() ?? 0))
    var widths = heads.indices.map { column in
      max(heads[column].count, rows.map { $0.cells[column].count }.max() ?? 0)
    }
    // A group is at least as wide as its title.
    var first = 0
    for group in groups {
      let last = first + group.columns.count - 1
      let width = widths[first...last].reduce(0, +) + 2 * (group.columns.count - 1)
      widths[first] += max(0, group.title.count - width)
      first = last + 1
    }
    return [groupLine(nameWidth, widths), line("", heads, nameWidth, widths)].filter { !$0.isEmpty }
      + rows.map { line($0.name, $0.cells, nameWidth, widths) }
  }

  private func groupLine(_ nameWidth: Int, _ widths: [Int]) -> String {
    var line = Self.padded(title, to: nameWidth, left: true)
    var first = 0
    for group in groups {
      let columns = widths[first..<first + group.columns.count]
      line += "  " + Self.padded(group.title, to: columns.reduce(0, +) + 2 * (columns.count - 1), left: false)
      first += group.columns.count
    }
    return Self.trimmed(line)
  }

  private func line(_ name: String, _ cells: [String], _ nameWidth: Int, _ widths: [Int]) -> String {
    let shown = name.count > nameWidth ? name.prefix(nameWidth - 1) + "…" : name[...]
    let figures = zip(cells, widths).map { "  " + Self.padded($0, to: $1, left: false) }
    return Self.trimmed(Self.padded(String(shown), to: nameWidth, left: true) + figures.joined())
  }

  private static func padded(_ text: String, to width: Int, left: Bool) -> String {
    let spaces = String(repeating: " ", count: max(0, width - text.count))
    return left ? text + spaces : spaces + text
  }

  private static func trimmed(_ line: String) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return line
  }
}

/// Figures as reports show them. What there is none of is `-`, never 0.
enum Figure {
  /// Three decimals.
  static func share(_ value: Double?) -> String { value.map { decimal($0) } ?? "-" }

  static func count(_ count: Int, if known: Bool) -> String { known ? String(count) : "-" }

  /// Rounded to so many decimals, the same on every machine.
  static func decimal(_ value: Double, places: Int = 3) -> String {
    var unit = 1
    for _ in 0..<places { unit *= 10 }
    let parts = Int((value * Double(unit)).rounded())
    let decimals = String(abs(parts) % unit + unit).dropFirst()
    return "\(parts < 0 ? "-" : "")\(abs(parts) / unit).\(decimals)"
  }
}
