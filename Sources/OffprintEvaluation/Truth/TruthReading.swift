import OffprintKit

/// The lines of an issue as its source reads them: along marked articles, within blocks, along the source's order.
/// Lines without text are passed over.
struct TruthReading: Sendable {
  /// An article that somebody marked. Mastheads and furniture are none.
  struct Article: Sendable {
    var lines: [LineRef]
    /// For each line, which component of the article it belongs to.
    var components: [Int]
    /// Blocks with text in the order in which the article first enters them.
    var blocks: [BlockRef]
  }

  struct BlockRef: Hashable, Sendable {
    var page: Int
    var block: Int
  }

  let issue: Issue
  let articles: [Article]
  /// By page and line.
  private var next: [[LineRef?]]
  private var isMarked: [[Bool]]

  init(of issue: Issue) {
    self.issue = issue
    next = issue.pages.map { Array(repeating: nil, count: $0.lines.count) }
    isMarked = issue.pages.map { Array(repeating: false, count: $0.lines.count) }
    let marked = (issue.markup?.articles ?? []).map { article in (article, Self.reading(article, in: issue)) }
    articles = marked.filter { !$0.0.type.isOfPage && !$0.1.lines.isEmpty }.map(\.1)
    for (_, article) in marked {
      for line in article.lines { isMarked[line.page][line.line] = true }
      link(article.lines)
    }
    for (number, page) in issue.pages.enumerated() { linkUnmarked(page, number) }
  }

  /// The blocks with text in the order in which the source itself reads the page; nil if it says nothing.
  static func sourceOrder(of page: Page) -> [Block]? {
    page.sourceOrder?.filter(page.blocks.indices.contains).map { page.blocks[$0] }
      .filter { $0.lines.contains { !$0.isEmpty } }
  }

  /// The next line with text; nil where the source does not say what follows.
  func line(after ref: LineRef) -> LineRef? { next[ref.page][ref.line] }

  /// True if the line is a thing by itself: on a text page only an article can say so of a line.
  func isWhole(_ ref: LineRef) -> Bool {
    issue.pages[ref.page].unit != .character || isMarked[ref.page][ref.line]
  }

  private mutating func link(_ lines: [LineRef]) {
    for (first, second) in zip(lines, lines.dropFirst()) { next[first.page][first.line] = second }
  }

  /// Outside of articles a line goes on in its block, and the last one in the next block of the source's order. On a
  /// text page nobody knows: its lines may hold several columns.
  private mutating func linkUnmarked(_ page: Page, _ number: Int) {
    guard page.unit != .character else { return }
    func lines(of block: Block) -> [LineRef] {
      block.lines.lazy.filter { !$0.isEmpty }.map { LineRef(page: number, line: $0.index) }
    }
    func linkUnlessMarked(_ lines: [LineRef]) {
      for (first, second) in zip(lines, lines.dropFirst())
      where !isMarked[number][first.line] && !isMarked[number][second.line] { next[number][first.line] = second }
    }
    for block in page.blocks { linkUnlessMarked(lines(of: block)) }
    if let order = Self.sourceOrder(of: page) { linkUnlessMarked(order.flatMap(lines)) }
  }

  private static func reading(_ article: OffprintModel.Article, in issue: Issue) -> Article {
    var reading = Article(lines: [], components: [], blocks: [])
    var seen: Set<BlockRef> = []
    for (number, component) in article.components.enumerated() {
      for ref in component.lines where !issue[line: ref].isEmpty {
        reading.lines.append(ref)
        reading.components.append(number)
        let block = issue[line: ref].block
        let blockRef = BlockRef(page: ref.page, block: block.index)
        if seen.insert(blockRef).inserted { reading.blocks.append(blockRef) }
      }
    }
    return reading
  }
}
