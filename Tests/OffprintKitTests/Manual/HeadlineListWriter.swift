import OffprintKit

/// Writes a row for each article: its id, the page that it begins on and its headline, with tabs between them.
struct HeadlineListWriter: Writer {
  struct Settings: StageSettings {
    @Setting("What stands for the headline of an article that has none.")
    var nameless = "(without a headline)"
    init() {}
  }

  static let spec = WriterSpec(
    name: "headline-list", summary: "a row for each article: id, page, headline",
    fileExtension: "tsv", layout: .records,
    sample: "tagblatt-1871-03-02-p1-TB7-0\t1\tFeuer am Hafen",
    fields: [
      .init("1st column", "the article's id in all outputs"),
      .init("2nd column", "the place of its first page in the issue"),
      .init("3rd column", "its headline, mended; a space for each tab in it"),
    ])
  private let settings: Settings

  init(_ settings: Settings) { self.settings = settings }

  func products(for issue: Issue) -> [Product] {
    issue.articles.enumerated().compactMap { index, article in
      guard article.type != .furniture, let first = article.lines.first else { return nil }
      let headline = article.components.first { $0.role == .headline }.map { issue.text(of: $0) } ?? ""
      let title = headline.isEmpty ? settings.nameless : headline.replacing("\t", with: " ")
      return Product(.article(index), Array("\(article.id)\t\(first.page + 1)\t\(title)\n".utf8))
    }
  }
}
