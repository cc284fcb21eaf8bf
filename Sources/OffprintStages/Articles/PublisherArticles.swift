import OffprintKit

/// The articles that a delivery says there are, with the lines it leaves out as furniture.
struct PublisherArticles {
  let issue: Issue
  let markup: PublisherMarkup

  func articles(_ context: inout StageContext) -> [Article] {
    let paragraphs = issue.pages.map(Self.paragraphNumbers)
    var taken = ClaimedLines(issue: issue)
    var articles: [Article] = []
    for given in markup.articles {
      var article = given
      article.components = given.components.compactMap { component in
        var own = component
        own.lines = component.lines.filter { taken.claim($0) }
        if own.role == .table { own.lines = inRows(own.lines) }
        return own.lines.isEmpty ? nil : own
      }
      guard !article.components.isEmpty else { continue }
      article.components = split(article.components, paragraphs)
      context.decide(
        "publisher", at: .article(articles.count), because: "the delivery says so: \(markup.source)", confidence: 1)
      articles.append(article)
    }
    articles += leftovers(&taken, &context)
    return articles
  }

  /// Paragraph components cut, and joined over columns, where the flow has the ends of paragraphs. What the publisher
  /// put into one component over two blocks stays together.
  private func split(_ components: [Component], _ paragraphs: [[Int]]) -> [Component] {
    var result: [Component] = []
    for component in components {
      guard component.role == .paragraph else {
        result.append(component)
        continue
      }
      var current: [LineRef] = []
      if let last = result.last, last.role == .paragraph, let end = last.lines.last, let start = component.lines.first,
        goesOn(end, start, paragraphs)
      {
        current = result.removeLast().lines
      }
      for line in component.lines {
        if let end = current.last, !goesOn(end, line, paragraphs), inOneBlock(end, line) {
          result.append(Component(.paragraph, lines: current, confidence: component.confidence))
          current = []
        }
        current.append(line)
      }
      result.append(Component(.paragraph, lines: current, confidence: component.confidence))
    }
    return result
  }

  /// The lines of a table that the source marks, in the rows that the flow has; what is a table only to the publisher
  /// stays in the publisher's order.
  private func inRows(_ lines: [LineRef]) -> [LineRef] {
    guard let page = lines.first?.page, let flow = issue.pages[page].flow,
      lines.allSatisfy({ $0.page == page && issue[line: $0].block.kind == .table })
    else { return lines }
    let ranks = Dictionary(flow.lines.enumerated().map { ($1, $0) }, uniquingKeysWith: min)
    return lines.enumerated().sorted { a, b in
      (ranks[a.element.line] ?? 0, a.offset) < (ranks[b.element.line] ?? 0, b.offset)
    }.map(\.element)
  }

  private func goesOn(_ a: LineRef, _ b: LineRef, _ paragraphs: [[Int]]) -> Bool {
    a.page == b.page && paragraphs[a.page][a.line] == paragraphs[b.page][b.line]
  }

  private func inOneBlock(_ a: LineRef, _ b: LineRef) -> Bool {
    a.page == b.page && issue[line: a].block.index == issue[line: b].block.index
  }

  /// For each line of a page the number of its paragraph in the flow.
  private static func paragraphNumbers(of page: Page) -> [Int] {
    var numbers = [Int](repeating: -1, count: page.lines.count)
    for (number, paragraph) in (page.flow?.paragraphs ?? []).enumerated() {
      for line in paragraph.lines { numbers[line] = number }
    }
    return numbers
  }

  /// Page by page what no article claims: a component for each block, in reading order.
  private func leftovers(_ taken: inout ClaimedLines, _ context: inout StageContext) -> [Article] {
    var articles: [Article] = []
    for (page, content) in issue.pages.enumerated() {
      let order = content.flow?.lines ?? Array(content.lines.indices)
      var components: [Component] = []
      var lastBlock = -1
      for line in order {
        let ref = LineRef(page: page, line: line)
        guard taken.claim(ref) else { continue }
        let block = content.lines[line].block.index
        if block == lastBlock, !components.isEmpty {
          components[components.count - 1].lines.append(ref)
        } else {
          components.append(Component(.furniture, lines: [ref]))
          context.decide("furniture", at: .line(ref), because: "the delivery's structure does not name its block")
        }
        lastBlock = block
      }
      if !components.isEmpty { articles.append(Article(type: .furniture, components: components)) }
    }
    return articles
  }
}

/// Which lines of an issue have found their place; each is given out once.
struct ClaimedLines {
  private var claimed: [[Bool]]

  init(issue: Issue) {
    claimed = issue.pages.map { [Bool](repeating: false, count: $0.lines.count) }
    for entry in issue.ledger.entries { _ = claim(entry.line) }
  }

  /// True the first time a line is asked for, false ever after and for lines that are not there.
  mutating func claim(_ ref: LineRef) -> Bool {
    guard claimed.indices.contains(ref.page), claimed[ref.page].indices.contains(ref.line) else { return false }
    defer { claimed[ref.page][ref.line] = true }
    return !claimed[ref.page][ref.line]
  }
}
