import OffprintKit
import OffprintXML

/// Writes each article as an NITF file of its own.
public struct NITFWriter: Writer {
  public struct Settings: StageSettings {
    @Setting("With IPTC's namespace, as the schema wants it, or without, as readers of NITF files mostly do.")
    public var form = NITFForm.namespaced
    @Setting("A domain of yours and a year in which you held it; document ids begin with them (RFC 4151).")
    public var authority: String? = nil
    @Setting("The copyright notice.")
    public var rights: String? = nil
    @Setting("What users may do with the articles.")
    public var usageTerms: String? = nil

    public init() {}
  }

  public static let spec = WriterSpec(
    name: "nitf",
    summary: "NITF 3.6, a file for each article",
    discussion: """
      Each article, advertisement and notice is a file; mastheads and furniture are none. What stands inline in the \
      items of `newsml-g2` is the same text, here as a document of its own.

      docdata has the id of the document (`tag:AUTHORITY:ISSUE/ARTICLE`, the guid of the NewsML-G2 item), the printed \
      date as far as it is known, the article's id as du-key, the rights, and labels of the kind `subject` as \
      keywords. doc.rights has the notice as owner, the terms (or the URI of the licence or rights statement) as \
      limitations and the provider as agent; they come from `publication:`, which the settings overrule. There is a \
      pubdata for each page that the article stands on, with the newspaper's title, ISSN, date, volume, number, \
      edition, section and page. The main headline is hl1 (without one, the first overline or subheadline); overlines, \
      subheadlines and further headlines are hl2 with their role as class; bylines and datelines stand in the head. \
      The text is one block: paragraphs, of which the first is the lede, crossheads, tables with the cells of the \
      source or a row for each printed row, and media with their captions. Texts of advertisements, jump lines and \
      section labels are paragraphs with their role as class.

      NITF has no place for boxes of lines, confidence, flags or how a program came to its answer: `newsml-g2`, \
      `article-xml` and `jsonl` have. Files are valid against NITF 3.6; without the namespace they are so once it is \
      put back. Characters that no XML may hold stand as U+FFFD.
      """,
    fileExtension: "xml", needs: [.articles], layout: .files,
    asks: [
      AskedFact(
        .authority, settings: ["authority"],
        otherwise: "ids begin with '\(NewsMLDocument.unstated.authority)', which is nobody's"),
      AskedFact(.rights, settings: ["rights", "usage_terms"], otherwise: "no file says what users may do with it"),
    ],
    schema: .xsd([NITFDocument.schema]),
    sample: """
      <nitf version="-//IPTC//DTD NITF 3.6//EN" change.date="September 11, 2009" change.time="12:26" baselang="de">
       <head><title>Feuer am Hafen</title>
        <docdata><doc-id regsrc="example.org" id-string="tag:example.org,2026:…"/><date.issue norm="18710302T000000Z"/>…
        <pubdata type="print" name="Tagblatt" issn="1234-5679" date.publication="18710302T000000Z" …/></head>
       <body><body.head><hedline><hl1>Feuer am Hafen</hl1></hedline></body.head>
        <body.content><block><p lede="true">Gestern Abend brach in einem Speicher Feuer aus.</p></block></body.content>
       </body>
      </nitf>
      """,
    fields: fields)

  private let settings: NewsMLSettings
  private let form: NITFForm

  /// The schema knows elements with their namespace only.
  public var isBySchema: Bool { form == .namespaced }

  /// - Throws: `OP403` if `authority` is no domain and year.
  public init(_ settings: Settings) throws {
    var item = NewsMLSettings()
    item.authority = settings.authority
    item.rights = settings.rights
    item.usageTerms = settings.usageTerms
    try item.demandSound()
    self.settings = item
    form = settings.form
  }

  public func products(for issue: Issue) throws -> [Product] {
    let document = NewsMLDocument(issue, settings)
    return try issue.articles.indices.filter { NewsMLDocument.isItem(issue.articles[$0]) }.map { place in
      let xml = XMLWriter()
      NITFDocument(item: NewsItem(document, article: place), form: form).write(xml)
      return Product(.article(place), try xml.finish())
    }
  }
}

/// The two forms in which NITF files go round.
public enum NITFForm: String, SettingChoice {
  case namespaced, plain
}
