import OffprintDiagnostics
import OffprintKit
import OffprintModel

/// Writes articles as TEI P5, with each printed line marked where it begins.
public struct TEIWriter: Writer {
  public struct Settings: StageSettings {
    @Setting("What a file holds: one article, or the issue with a division for each article.")
    public var unit = TEIUnit.article
    @Setting("Broken words mended, as printed with their marks, or both side by side in 'choice'.")
    public var lineEnds = LineEnds.mended
    @Setting("Who publishes the files: the library or digitiser, not the newspaper.")
    public var publisher: String? = nil
    @Setting("The URI of a licence or rights statement.")
    public var licence: String? = nil
    @Setting("When the files count as made, an ISO 8601 date-time; else what the source says of itself.")
    public var created: String? = nil
    @Setting("Whether mastheads, folios and running heads are written too, so that no line is missing.")
    public var furniture = true

    public init() {}
  }

  public static let spec = WriterSpec(
    name: "tei",
    summary: "TEI P5, a file for each article or issue, with page, column and line beginnings",
    discussion: """
      With `unit: article` each article is a file, and the path must name `${article.id}`; with `unit: issue` the \
      issue is one, and the path names `${issue.id}`.

      The header has the title, the publisher (the provider of `publication:`, or the setting `publisher`), the \
      licence or rights statement with notice and terms under availability, the newspaper with ISSN, number, \
      date and pages under sourceDesc, the source's files and the OCR program as notes, how line ends are treated \
      under editorialDecl, Offprint under appInfo, languages, and what stages said: labels as terms of a textClass \
      that the division names in `decls`, flags as notes whose `target` is the division. `facsimile` has a surface for \
      each page with its image and a zone for each line, in pixels; pages of text have a surface without zones.

      An article is a `div` whose `type` is article, advertisement, notice, table, illustration, masthead or \
      furniture; `subtype` is publisher or found, and `n` the publisher's own id. Headlines, overlines, subheadlines \
      and section labels are `head` with a type and stand first, as TEI wants it, also where they are printed below; \
      so do bylines and datelines that are printed before the text. A crosshead begins a `div` of type section. \
      Paragraphs and texts of advertisements are `p`, captions the `head` of a `figure`, tables have the cells of the \
      source, or a row for each printed row; furniture and mastheads are `fw`; jump lines, and bylines and datelines \
      behind the text, are `ab` with their role as type. `cert` is the stage's confidence.

      Every line of the source has an `lb`, whose `n` is the name that the line has in all outputs and whose `facs` \
      leads to its zone; `pb` and `cb` stand where page and column change. `break="no"` says that a word goes on over \
      the line's end, `break="maybe"` that the lines meet without a space, as in Chinese. With `line_ends: mended` the \
      mark of a broken word is left out (Spei<lb break="no"/>cher); with `printed` it stays (Spei-<lb \
      break="no"/>cher); with `both` the print is in `orig` and the word in `reg`. `cert` has the join's confidence. \
      All other text is the same in the three, with one space between words.

      Files are valid against TEI P5 (tested with a subset of tei_all 4.12). Ids that XML does not take get `_` in \
      front. Characters that no XML may hold stand as U+FFFD; the flag `characters-replaced` counts them.
      """,
    fileExtension: "xml", needs: [.articles], layout: .files,
    asks: [
      AskedFact(
        .provider, settings: ["publisher"], otherwise: "files name '\(TEIHeader.unstatedPublisher)' as publisher"),
      AskedFact(.rights, settings: ["licence"], otherwise: "no file has an availability"),
    ],
    schema: .relaxNG("https://vault.tei-c.org/P5/current/xml/tei/custom/schema/relaxng/tei_all.rng"),
    sample: """
      <div type="article" subtype="found" xml:id="tagblatt-1871-03-02-p1-TB7-0" xml:lang="de">
       <head type="main"><pb n="1" facs="#p1"/><cb n="1"/><lb n="0001#TB7#0" facs="#p1-l4"/>Feuer am Hafen</head>
       <p cert="0.91"><lb n="0001#TB8#0" facs="#p1-l5"/>Gestern Abend brach in einem Spei<lb n="0001#TB8#1" \
      facs="#p1-l6" break="no" cert="0.98"/>cher Feuer aus.</p>
      </div>
      """,
    fields: fields)

  private let settings: Settings
  public var unit: ProductUnit { settings.unit == .article ? .article : .issue }

  /// - Throws: `OP403` if `created` is no date-time.
  public init(_ settings: Settings) throws {
    if let fault = OutputTime.fault(in: settings.created) { throw fault }
    self.settings = settings
  }

  public func products(for issue: Issue) throws -> [Product] {
    let index = IssueIndex(issue)
    let places = issue.articles.indices.filter { settings.furniture || !issue.articles[$0].type.isOfPage }
    switch settings.unit {
    case .article:
      return try places.map { place in
        let document = TEIDocument(index: index, articles: [place], settings: settings)
        return Product(.article(place), try document.bytes())
      }
    case .issue:
      guard !places.isEmpty else { return [] }
      return [Product(.issue, try TEIDocument(index: index, articles: places, settings: settings).bytes())]
    }
  }
}

/// What one TEI file holds.
public enum TEIUnit: String, SettingChoice {
  case article, issue
}
