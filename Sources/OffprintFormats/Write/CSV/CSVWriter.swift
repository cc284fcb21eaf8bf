import OffprintKit
import OffprintXML

/// Writes a row for each article, for spreadsheets and catalogues.
public struct CSVWriter: Writer {
  public struct Settings: StageSettings {
    @Setting("Whether the running text of each article is the last column.")
    public var text = false
    @Setting("Whether mastheads, folios and running heads have rows too.")
    public var furniture = false

    public init() {}
  }

  /// The columns, in order.
  static let columns = [
    "id", "type", "headline", "newspaper", "issn", "issue", "date", "number", "edition", "pages", "section", "language",
    "found_by", "words", "characters", "lines", "labels", "flags", "licence", "text",
  ]

  public static let spec = WriterSpec(
    name: "csv",
    summary: "a row for each article: where it stands, what it is called, how long it is",
    discussion: """
      UTF-8, fields with a comma between them, rows end with CR LF, and a field with a comma, a quote or a line end in \
      it stands in quotes (RFC 4180). The first row of a file names the columns: \(columns.joined(separator: ", ")). \
      Rows of many issues may stand in one file.

      `id` is the article's id in all outputs. `date` is ISO 8601, as far as it is known. `pages` are the printed \
      numbers of the pages, with a space between them. `found_by` is `publisher` or `offprint`. `words` counts words \
      between spaces, in Chinese and Japanese characters, and `characters` code points, both of the running text \
      without the breaks between paragraphs; \
      `lines` are those of the page. `labels` are `kind=value`, `flags` `code=count`, with `; ` between them. `licence` is the URI of the licence or \
      rights statement of `publication:`. `text` is \
      empty unless the setting `text` is true; its paragraphs have a line feed between them.

      A text that begins with `=`, `+`, `-` or `@` stands as it is: let your spreadsheet read the columns as text.
      """,
    fileExtension: "csv", needs: [.articles], layout: .records,
    header: columns.joined(separator: ",") + "\r\n",
    sample: """
      id,type,headline,newspaper,issn,issue,date,number,edition,pages,section,language,found_by,words,characters,lines,…
      tagblatt-1871-03-02-p1-TB7-0,article,Feuer am Hafen,Tagblatt,,tagblatt-1871-03-02,1871-03-02,51,,1,,de,offprint,…
      """,
    fields: [
      .init("id", "the article's id in all outputs"),
      .init("type", "the article's type: the publisher's, or found by 'segment-articles'"),
      .init("headline", "the main headline, mended; empty if there is none"),
      .init("newspaper", "the newspaper's title: the source (METS: MODS) or 'publication:'"),
      .init("issn", "the newspaper's ISSN: source or 'publication:'"),
      .init("issue", "the issue's id in all outputs"),
      .init("date", "the printed date, as precise as known"),
      .init("number", "the issue's number that the source names (METS: MODS)"),
      .init("edition", "the edition: source or 'publication:'"),
      .init("pages", "printed numbers of its pages, from the source; else their places in the issue"),
      .init("section", "the section that the source names"),
      .init("language", "the article's language, BCP 47: source, 'detect-language' or 'publication:'"),
      .init("found_by", "offprint, or publisher where the source marked it"),
      .init("words, characters", "words and code points of the running text, headlines included"),
      .init("lines", "how many lines of the pages it has"),
      .init("labels", "what labelling stages said: kind and value"),
      .init("flags", "flags of readers, stages and the writer that touch the article, with their count"),
      .init("licence", "the licence of 'publication:', else its rights statement"),
      .init("text", "with the setting 'text': its components as running text, mended"),
    ])

  private let settings: Settings

  public init(_ settings: Settings) { self.settings = settings }

  public func products(for issue: Issue) throws -> [Product] {
    let index = IssueIndex(issue)
    return issue.articles.indices.compactMap { place in
      if !settings.furniture, issue.articles[place].type.isOfPage { return nil }
      let row = fields(of: place, in: index).map(Self.field).joined(separator: ",") + "\r\n"
      return Product(.article(place), Array(row.utf8))
    }
  }

  private func fields(of place: Int, in index: IssueIndex) -> [String] {
    let issue = index.issue
    let article = issue.articles[place]
    let text = ArticleText(of: article, in: issue)
    var count = TextCount()
    for part in text.parts { count.add(part.text.string) }
    var pages: [Int] = []
    for line in article.lines where !pages.contains(line.page) { pages.append(line.page) }
    let flags = index.flags(of: place, replaced: text.replaced)
    return [
      article.id, article.type.rawValue, text.headline, issue.publication.title ?? "", issue.publication.issn ?? "",
      issue.id, issue.date?.iso ?? "", issue.number ?? "", issue.edition ?? "",
      pages.map { issue.pages[$0].printedNumber }.joined(separator: " "), article.section ?? "",
      LanguageTag.usable(issue.language(of: article)) ?? "", article.origin == .found ? "offprint" : "publisher",
      String(count.words),
      String(count.characters), String(article.lines.count),
      article.labels.map { "\($0.kind)=\($0.value)" }.joined(separator: "; "),
      flags.map { "\($0.code)=\($0.count)" }.joined(separator: "; "),
      issue.issuance.termsURI ?? "", settings.text ? text.parts.map(\.text.string).joined(separator: "\n") : "",
    ]
  }

  /// A field, in quotes if need be; control characters but for line ends and tabs stand as U+FFFD.
  private static func field(_ text: String) -> String {
    let clean = String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { $0.value < 0x20 && !["\n", "\t"].contains($0) || $0.value == 0x7F ? "\u{FFFD}" : $0 })
    )
    guard clean.unicodeScalars.contains(where: { [",", "\"", "\n", "\r"].contains($0) }) else { return clean }
    return "\"" + clean.replacing("\"", with: "\"\"") + "\""
  }
}
