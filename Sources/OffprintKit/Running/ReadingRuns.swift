import OffprintModel

/// The lines of an issue that are read one after the other.
public enum ReadingRuns {
  /// The lines of each component if articles were found; else of each paragraph, if an order was found; else of
  /// each block.
  public static func runs(of issue: Issue) -> [[LineRef]] {
    if issue.hasArticles { return issue.articles.flatMap { $0.components.map(\.lines) } }
    return issue.pages.indices.flatMap { index in
      let page = issue.pages[index]
      if let flow = page.flow {
        return flow.paragraphs.map { $0.lines.map { LineRef(page: index, line: $0) } }
      }
      return page.blocks.map { $0.lines.indices.map { LineRef(page: index, line: $0) } }
    }
  }
}
