import OffprintDiagnostics
import OffprintKit
import OffprintModel
import OffprintXML

/// Writes all that is known of an article as plain XML: the printed form and the running form side by side.
public struct ArticleXMLWriter: Writer {
  public struct Settings: StageSettings {
    @Setting("When the files count as made, an ISO 8601 date-time; else what the source says of itself.")
    public var created: String? = nil
    @Setting("Whether mastheads, folios and running heads are written too, so that no line is missing.")
    public var furniture = true

    public init() {}
  }

  public static let spec = WriterSpec(
    name: "article-xml",
    summary: "one plain XML file for each article, with every line as printed and the running text",
    discussion: """
      An XML of Offprint's own, without a namespace, for programs that want everything and no standard. Its grammar is \
      `pipelines/schema/article.rng` (RELAX NG).

      The root `article` has `schema` (the version of the grammar, 1), `id`, `type` (article, advertisement, notice, \
      table, illustration, masthead, furniture), `origin` (`publisher` or `found`), `publisher-id`, `section`, \
      `xml:lang` and `created`. `issue` says of which newspaper it is, `issued` who hands it on and \
      under which terms (from `publication:`), `source` which files it was read from, `tool` \
      what made it. `headline` repeats the main headline. Each `label` and `flag` is what a stage said; a flag has the \
      scope `article`, `page` or `issue` and a count. `ocr` has the mean confidence of the words, \
      0 to 1, and the share of words that have one.

      Each `component` has a `role` and, where the stage gave one, a `confidence`. `text` is the running form: words \
      mended, lines joined, one space between words; tables have a line for each row and tabs between the cells. Each \
      `line` is the printed form, with the name it has in all outputs, the sequence number of its page, and its box in \
      pixels of the scan (cells of a text page) as x, y, width and height. `join` says how it meets the next line of \
      its component where that is not simply a space: joined, hyphen-kept, suspended or closed, with `join-confidence` \
      and, where the whole word is not just the halves, `word`.

      Characters that no XML may hold stand as U+FFFD; the flag `characters-replaced` counts them.
      """,
    fileExtension: "xml", needs: [.articles], layout: .files, schema: ArticleGrammar.schema,
    sample: """
      <article schema="1" id="tagblatt-1871-03-02-p1-TB7-0" type="article" origin="found" xml:lang="de" created="…">
       <issue id="tagblatt-1871-03-02" title="Tagblatt" date="1871-03-02" number="51"/>
       <headline>Feuer am Hafen</headline>
       <component role="paragraph" confidence="0.91">
        <text>Gestern Abend brach in einem Speicher Feuer aus.</text>
        <line name="0001#TB8#0" page="1" x="210" y="530" width="680" height="34" join="joined">Gestern Abend brach in \
      einem Spei-</line>
        <line name="0001#TB8#1" page="1" x="210" y="566" width="310" height="34">cher Feuer aus.</line>
       </component>
      </article>
      """,
    fields: fields)

  private let settings: Settings

  /// - Throws: `OP403` if `created` is no date-time.
  public init(_ settings: Settings) throws {
    if let fault = OutputTime.fault(in: settings.created) { throw fault }
    self.settings = settings
  }

  public func products(for issue: Issue) throws -> [Product] {
    let index = IssueIndex(issue)
    let created = OutputTime.created(settings.created, for: issue)
    return try issue.articles.indices.compactMap { place in
      if !settings.furniture, issue.articles[place].type.isOfPage { return nil }
      let file = ArticleXML(index: index, place: place, created: created)
      return Product(.article(place), try file.bytes())
    }
  }
}
