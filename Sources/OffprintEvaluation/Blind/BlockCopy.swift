import OffprintKit

/// The page with its blocks as they are, in the source's order or in one of chance.
enum BlockCopy {
  /// Blocks in an order of chance, called B00001 and so on, all of them in the print space and without labels.
  static func shuffled(
    _ page: Page, _ hyphens: HyphenMarks, _ chance: inout SplitMix64
  ) -> (page: Page, origins: LineOrigins) {
    copy(page, hyphens, order: chance.shuffled(page.blocks.count), isBlind: true)
  }

  /// Everything as it is but for the marks of broken words.
  static func plain(_ page: Page, _ hyphens: HyphenMarks) -> (page: Page, origins: LineOrigins) {
    var result = copy(page, hyphens, order: Array(page.blocks.indices), isBlind: false)
    result.page.sourceOrder = page.sourceOrder
    return result
  }

  private static func copy(
    _ page: Page, _ hyphens: HyphenMarks, order: [Int], isBlind: Bool
  ) -> (page: Page, origins: LineOrigins) {
    var builder = PageBuilder(like: page)
    var lines: [Int] = []
    for (rank, index) in order.enumerated() {
      let block = page.blocks[index]
      builder.beginBlock(
        id: isBlind ? name(rank) : block.id, kind: block.kind, region: isBlind ? .printSpace : block.region,
        box: block.box, style: builder.style(block.style), language: block.language,
        label: isBlind ? nil : block.label)
      for line in block.lines {
        LineCopy(hyphens: hyphens).add(line, to: &builder)
        lines.append(line.index)
      }
    }
    var result = builder.finish(number: page.number)
    let ranks = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
    result.tables = page.tables.map { $0.compactMap { ranks[$0] } }
    return (result, .lines(lines))
  }

  /// `B` and at least five digits of the 1-based place.
  static func name(_ rank: Int) -> String {
    let digits = String(rank + 1)
    return "B" + String(repeating: "0", count: max(0, 5 - digits.count)) + digits
  }
}
