import OffprintKit

/// Lines that stay lines: verse, lists, tables without rules. A run of lines under each other that do not fill the
/// column and each begin anew, with a capital or a figure; those of a heading do too, but stand in its middle.
struct KeptLines {
  /// Fewer lines in a row are the end of a paragraph, or a heading.
  static let least = 4

  /// For each line of an element whether it begins a line of verse or of a list.
  static func begins(_ lines: [Int], _ looks: [LineLook], _ setting: ColumnSetting, _ page: Page) -> [Bool] {
    var found = [Bool](repeating: false, count: lines.count)
    var from = 0
    while from < lines.count {
      var to = from
      while to < lines.count, isOpen(lines[to], looks[to], setting, page) { to += 1 }
      if to - from >= least, !isCentred(lines[from..<to], setting, page) {
        for index in from..<to { found[index] = true }
        // What follows the last of them begins anew as well.
        if to < lines.count { found[to] = true }
      }
      from = max(to, from + 1)
    }
    return found
  }

  /// It ends before the edge of the column by more than words need for their spacing, and begins like a line of verse.
  private static func isOpen(_ line: Int, _ look: LineLook, _ setting: ColumnSetting, _ page: Page) -> Bool {
    guard look.beginsAnew, !look.breaksWord else { return false }
    return setting.margins(of: page.lines[line].box).right > max(0.06 * Double(setting.width), Double(setting.height))
  }

  private static func isCentred(_ lines: ArraySlice<Int>, _ setting: ColumnSetting, _ page: Page) -> Bool {
    let centred = lines.count { line in
      let margins = setting.margins(of: page.lines[line].box)
      return margins.left > Double(setting.height) && abs(margins.left - margins.right) < 2 * Double(setting.height)
    }
    return centred * 2 > lines.count
  }
}
