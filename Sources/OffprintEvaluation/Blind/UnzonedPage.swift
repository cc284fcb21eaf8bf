import OffprintKit

/// The page without its zoning: one block of all lines, as an engine that only finds lines would give it.
enum UnzonedPage {
  /// Lines stand by the column that their middle falls into, a column being as wide as the median line, and from top
  /// to bottom in it. Blocks without lines follow in an order of chance.
  static func copy(
    of page: Page, _ hyphens: HyphenMarks, _ chance: inout SplitMix64
  ) -> (page: Page, origins: LineOrigins) {
    var builder = PageBuilder(like: page)
    let lines = order(of: page, &chance)
    if !lines.isEmpty { builder.beginBlock(id: BlockCopy.name(0), box: page.size) }
    for index in lines { LineCopy(hyphens: hyphens).add(page.lines[index], to: &builder) }
    let others = page.blocks.filter(\.lines.isEmpty)
    for index in chance.shuffled(others.count) {
      builder.beginBlock(id: BlockCopy.name(builder.blockCount), kind: others[index].kind, box: others[index].box)
    }
    return (builder.finish(number: page.number), .lines(lines))
  }

  /// Shuffled before they are sorted, so that lines in the same place do not tell the order of the file.
  private static func order(of page: Page, _ chance: inout SplitMix64) -> [Int] {
    let shuffled = chance.shuffled(page.lines.count)
    let width = max(1, Median.of(page.lines.lazy.filter(\.box.isKnown).map(\.box.width)) ?? 1)
    func place(_ index: Int) -> (Int, Int) {
      let box = page.lines[index].box
      // Lines without a place come last.
      guard box.isKnown else { return (.max, 0) }
      return (Int((Double(box.left + box.right) / 2 / Double(width)).rounded()), box.top)
    }
    let keyed = shuffled.enumerated().map { (place: place($0.element), rank: $0.offset, line: $0.element) }
    return keyed.sorted { ($0.place.0, $0.place.1, $0.rank) < ($1.place.0, $1.place.1, $1.rank) }.map(\.line)
  }
}

/// The middle of some numbers.
enum Median {
  /// The middle one, or the lower of the two in the middle; nil if there is none.
  static func of<Number: Comparable>(_ numbers: some Sequence<Number>) -> Number? {
    let sorted = numbers.sorted()
    return sorted.isEmpty ? nil : sorted[(sorted.count - 1) / 2]
  }
}
