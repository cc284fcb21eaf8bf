import OffprintKit
import OffprintModel

/// Writes a catalogue of all articles with full-text search, which any SQLite reads.
public struct SQLiteWriter: Writer {
  public struct Settings: StageSettings {
    @Setting("What a search finds: whole words, or any three signs in a row, as papers without spaces need.")
    public var search = CatalogueSearch.words
    @Setting("Whether mastheads, folios and running heads have rows too.")
    public var furniture = false

    public init() {}
  }

  public static let spec = WriterSpec(
    name: "sqlite",
    summary: "a catalogue of all articles in one SQLite database, with full-text search",
    discussion: """
      One file for the whole run, or one for each year with `${issue.year}` in the path. It is made at the end of a run \
      that has reached every issue, of the records that are kept beside it under its name with `.records` at the end: \
      keep them, and a later run makes again only what has changed. What a run that was broken off has done is in them; \
      the same command goes on and makes the database. The same records give the same bytes with the same SQLite.

      | table | a row for each | columns |
      | --- | --- | --- |
      | `issue` | issue | \(CatalogueTables.columns("issue")) |
      | `page` | page | \(CatalogueTables.columns("page")) |
      | `article` | article | \(CatalogueTables.columns("article")) |
      | `region` | part of a page that an article stands on | \(CatalogueTables.columns("region")) |
      | `article_text` | article, to search in (FTS5) | headline, byline, text |
      | `catalogue` | fact about the file | key, value |

      `issue.id`, `article.id`, `type`, `found_by` (`publisher` or `offprint`), `words` and `lines` are those of the \
      format `csv`; `text` is the running text, an empty line between paragraphs, the headline where it is printed. \
      `date` is ISO 8601, as far as it is known. `confidence` is the mean of the OCR engine's own figures, 0 to 1. \
      `article.number` counts articles from 1 in the order of the run, and is what `region.article` and \
      `article_text.rowid` hold. Boxes are in pixels of the scan, in cells of text pages. What is not known is NULL.

      `search: words` finds words whatever their case and accents (the tokenizer `unicode61`); `search: trigrams` finds \
      any three signs in a row, as Chinese and Japanese papers need, and takes more room. A search:

      ```sql
      SELECT article.id, issue.date, snippet(article_text, 2, '[', ']', '…', 12)
      FROM article_text JOIN article ON article.number = article_text.rowid JOIN issue ON issue.id = article.issue
      WHERE article_text MATCH 'harbour AND (fire OR flood)' ORDER BY rank LIMIT 20;
      ```
      """,
    fileExtension: "sqlite", needs: [.articles], layout: .records,
    sample: """
      sqlite> SELECT id, headline, words FROM article WHERE type = 'article' LIMIT 2;
      tagblatt-1871-03-02-p1-TB7-0|Feuer am Hafen|212
      tagblatt-1871-03-02-p1-TB9-0|Vom Landtage|94
      """,
    fields: fields)

  private let settings: Settings

  public init(_ settings: Settings) { self.settings = settings }

  public var assembly: (any RecordAssembling)? { CatalogueAssembly(search: settings.search) }

  /// A record for the issue, and one for each article.
  public func products(for issue: Issue) throws -> [Product] {
    let index = IssueIndex(issue)
    let articles = issue.articles.indices.filter { settings.furniture || !issue.articles[$0].type.isOfPage }
    return [Product(.issue, CatalogueRecord.line(of: issue))]
      + articles.map { Product(.article($0), CatalogueRecord.line(of: $0, in: index)) }
  }
}

/// What a full-text search finds.
public enum CatalogueSearch: String, SettingChoice {
  case words
  case trigrams

  /// FTS5's name for it.
  var tokenizer: String {
    switch self {
    case .words: "unicode61 remove_diacritics 2"
    case .trigrams: "trigram"
    }
  }
}
