import OffprintKit

extension Issue {
  /// The document with what a stage or writer needs, made in the plainest way, so that each part can be checked
  /// without the stages that stand before it in a pipeline.
  func prepared(for needs: Set<Facet>) -> Issue {
    var issue = self
    if !needs.isDisjoint(with: [.readingOrder, .paragraphs, .articles, .labels]) {
      for index in issue.pages.indices where issue.pages[index].flow == nil {
        let blocks = issue.pages[index].blocks.map { Paragraph(lines: Array($0.lines.indices), column: 0) }
        issue.pages[index].flow = Flow(paragraphs: blocks.filter { !$0.lines.isEmpty })
      }
    }
    if !needs.isDisjoint(with: [.articles, .labels]), !issue.hasArticles { issue.takeBlocksAsArticles() }
    return issue
  }

  private mutating func takeBlocksAsArticles() {
    for (page, content) in pages.enumerated() {
      for block in content.blocks where !block.lines.isEmpty {
        let lines = block.lines.indices.map { LineRef(page: page, line: $0) }
        let rest = Component(.paragraph, lines: Array(lines.dropFirst()))
        let parts = [Component(.headline, lines: [lines[0]])] + (rest.lines.isEmpty ? [] : [rest])
        articles.append(
          Article(id: articleID(firstLine: lines[0]) + "-\(articles.count)", type: .article, components: parts))
      }
    }
    hasArticles = true
  }
}
