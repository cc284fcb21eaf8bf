import OffprintKit

/// How finely a source cuts its pages into blocks.
enum BlockGrain {
  /// Of neighbouring paragraphs of text, those that share a block must be that many for blocks to say something.
  private static let leastShared = 0.25

  /// Where each paragraph is a block of its own, a border between blocks is none between articles. Such blocks are
  /// forgotten, as if each page were one.
  static func forgetParagraphs(_ units: inout [MeasuredUnit]) {
    var shared = 0
    var pairs = 0
    for (before, unit) in zip(units, units.dropFirst()) where before.page == unit.page {
      guard before.textLines >= 2, unit.textLines >= 2, !before.isTable, !unit.isTable else { continue }
      pairs += 1
      if before.lastBlock == unit.block { shared += 1 }
    }
    guard pairs >= 4, Double(shared) < leastShared * Double(pairs) else { return }
    var lines: [Int: Int] = [:]
    for unit in units { lines[unit.page, default: 0] += unit.lines.count }
    for index in units.indices {
      units[index].block = 0
      units[index].lastBlock = 0
      units[index].blockLines = lines[units[index].page] ?? 0
      units[index].isWholeBlock = false
    }
  }
}
