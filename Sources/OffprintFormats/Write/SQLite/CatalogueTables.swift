/// The tables of a catalogue and their columns, in order; `CatalogueRecord` gives the values under the same names.
enum CatalogueTables {
  struct Table {
    var name: String
    var columns: [(name: String, type: String)]
    /// What stands behind the columns.
    var keys: String = ""

    var definition: String {
      let columns = columns.map { "\($0.name) \($0.type)" }.joined(separator: ", ")
      return "CREATE TABLE \(name) (\(columns)\(keys));"
    }

    var insertion: String {
      let names = columns.map(\.name).joined(separator: ", ")
      return "INSERT INTO \(name) (\(names)) VALUES (\(columns.map { _ in "?" }.joined(separator: ", ")))"
    }
  }

  static let issue = Table(
    name: "issue",
    columns: [
      ("id", "TEXT PRIMARY KEY"), ("title", "TEXT"), ("title_id", "TEXT"), ("issn", "TEXT"), ("place", "TEXT"),
      ("date", "TEXT"), ("volume", "TEXT"), ("number", "TEXT"), ("edition", "TEXT"), ("language", "TEXT"),
      ("provider", "TEXT"), ("licence", "TEXT"), ("source", "TEXT"),
    ])
  static let page = Table(
    name: "page",
    columns: [
      ("issue", "TEXT NOT NULL"), ("sequence", "INTEGER NOT NULL"), ("number", "TEXT"), ("file", "TEXT"),
      ("image", "TEXT"), ("width", "INTEGER"), ("height", "INTEGER"),
    ], keys: ", PRIMARY KEY (issue, sequence)")
  static let article = Table(
    name: "article",
    columns: [
      ("number", "INTEGER PRIMARY KEY"), ("id", "TEXT NOT NULL"), ("issue", "TEXT NOT NULL"), ("type", "TEXT NOT NULL"),
      ("headline", "TEXT"), ("byline", "TEXT"), ("section", "TEXT"), ("language", "TEXT"), ("found_by", "TEXT"),
      ("first_page", "INTEGER"), ("words", "INTEGER"), ("lines", "INTEGER"), ("confidence", "REAL"), ("text", "TEXT"),
    ])
  static let region = Table(
    name: "region",
    columns: [
      ("article", "INTEGER NOT NULL"), ("page", "INTEGER NOT NULL"), ("x", "INTEGER"), ("y", "INTEGER"),
      ("width", "INTEGER"), ("height", "INTEGER"),
    ])

  static let all = [issue, page, article, region]

  /// The columns of a table, for the manual.
  static func columns(_ name: String) -> String {
    all.first { $0.name == name }?.columns.map(\.name).joined(separator: ", ") ?? ""
  }

  /// Makes all of them.
  static func definition(_ search: CatalogueSearch) -> String {
    all.map(\.definition).joined(separator: "\n") + """

      CREATE TABLE catalogue (key TEXT PRIMARY KEY, value TEXT);
      CREATE VIRTUAL TABLE article_text USING fts5(headline, byline, text, content = 'article', \
      content_rowid = 'number', tokenize = '\(search.tokenizer)');
      """
  }

  /// Made when all rows are there: so they are packed, and made fast.
  static let completion = """
    CREATE INDEX article_id ON article (id);
    CREATE INDEX article_issue ON article (issue);
    CREATE INDEX region_article ON region (article);
    CREATE INDEX issue_date ON issue (date);
    INSERT INTO article_text (article_text) VALUES ('rebuild');
    INSERT INTO article_text (article_text) VALUES ('optimize');
    """
}
