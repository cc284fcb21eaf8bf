import OffprintKit

/// The reading order against the source's own and against marked articles.
///
/// The found order is the flow of the pages, one page after the other; where no stage set one, the order of the file.
public struct OrderScore: Hashable, Sendable {
  /// Blocks in the source's own order (PAGE ReadingOrder); a block's place is that of its first line.
  public var blocks = PairOrder()
  /// Lines in the source's own order.
  public var lines = PairOrder()
  /// Blocks of marked articles that follow each other on a page, and how many still do, other articles' blocks
  /// left out.
  public var nextBlocks = Share()
  /// The same where the second block is on another page.
  public var nextBlocksOverPages = Share()
  /// Lines of marked articles that follow each other on a page, and how many still do with nothing between them.
  public var nextLines = Share()
  /// The same where the second line is on another page.
  public var nextLinesOverPages = Share()
  /// Lines that the outcome cut, or set together with another. They have no place and count as wrong.
  public var miscutLines = 0

  public init() {}

  public static func += (a: inout OrderScore, b: OrderScore) {
    a.blocks += b.blocks
    a.lines += b.lines
    a.nextBlocks += b.nextBlocks
    a.nextBlocksOverPages += b.nextBlocksOverPages
    a.nextLines += b.nextLines
    a.nextLinesOverPages += b.nextLinesOverPages
    a.miscutLines += b.miscutLines
  }

  init(_ truth: TruthReading, _ found: FoundReading, faults: inout [LineFault]) {
    for (number, page) in truth.issue.pages.enumerated() {
      addSourceOrder(page, number, found)
      miscutLines += page.lines.count { line in
        let ref = LineRef(page: number, line: line.index)
        return !line.isEmpty && truth.isWhole(ref) && found.places.found[number][line.index] == nil
      }
    }
    for article in truth.articles {
      addBlocks(of: article, truth.issue, found)
      addLines(of: article, truth.issue, found, &faults)
    }
  }

  private mutating func addSourceOrder(_ page: Page, _ number: Int, _ found: FoundReading) {
    guard let order = TruthReading.sourceOrder(of: page) else { return }
    let filled = order.map { $0.lines.filter { !$0.isEmpty } }
    func place(_ line: Line) -> Int? { found.place(of: LineRef(page: number, line: line.index)) }
    blocks += PairOrder(places: filled.map { $0.lazy.compactMap(place).min() })
    lines += PairOrder(places: filled.joined().map(place))
  }

  private mutating func addBlocks(of article: TruthReading.Article, _ truth: Issue, _ found: FoundReading) {
    var placed: [(block: TruthReading.BlockRef, place: Int)] = []
    for block in article.blocks {
      let lines = truth.pages[block.page].blocks[block.block].lines.lazy.filter { !$0.isEmpty }
      let places = lines.compactMap { found.place(of: LineRef(page: block.page, line: $0.index)) }
      if let first = places.min() { placed.append((block, first)) }
    }
    placed.sort { $0.place < $1.place }
    let next = Dictionary(
      zip(placed.map(\.block), placed.dropFirst().map(\.block)), uniquingKeysWith: { first, _ in first })
    for (first, second) in zip(article.blocks, article.blocks.dropFirst()) {
      if first.page == second.page {
        nextBlocks.count(next[first] == second)
      } else {
        nextBlocksOverPages.count(next[first] == second)
      }
    }
  }

  private mutating func addLines(
    of article: TruthReading.Article, _ truth: Issue, _ found: FoundReading, _ faults: inout [LineFault]
  ) {
    for (first, second) in zip(article.lines, article.lines.dropFirst()) {
      let follows = found.place(of: first) != nil && found.line(after: first) == second
      guard first.page == second.page else {
        nextLinesOverPages.count(follows)
        continue
      }
      nextLines.count(follows)
      if !follows { faults.append(LineFault(ordering: first, second, in: truth, found)) }
    }
  }
}
