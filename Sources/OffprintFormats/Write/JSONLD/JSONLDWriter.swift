import OffprintDiagnostics
import OffprintKit
import OffprintModel

/// Writes articles as linked data of schema.org.
public struct JSONLDWriter: Writer {
  public struct Settings: StageSettings {
    @Setting("What the ids of articles and issues follow to be URIs, such as 'https://example.org/papers/'.")
    public var base: String? = nil
    @Setting("The URI of a licence or rights statement.")
    public var licence: String? = nil
    @Setting("When the records count as made, an ISO 8601 date-time; else what the source says of itself.")
    public var created: String? = nil
    @Setting("Whether mastheads, folios and running heads have records too.")
    public var furniture = false

    public init() {}
  }

  public static let spec = WriterSpec(
    name: "json-ld",
    summary: "a NewsArticle of schema.org for each article, in JSON-LD",
    discussion: """
      A record is one JSON object on one line. With a path that names `${article.id}` each is a file of its own, to be \
      put into a page as it is; else they follow each other, one a line. Members stand in a fixed order, and those \
      that nothing is known for are left out.

      An advertisement is an AdvertiserContentArticle, all else a NewsArticle. The issue that `isPartOf` names is a \
      PublicationIssue (and a PublicationVolume where a volume is known, with both numbers), and that is part of a \
      Newspaper. The text is mended; its parts have an empty line between them, cells of tables a tab.

      Boxes, confidence, lines and flags have no place: `jsonl` has them. Characters that no XML may hold stand as \
      U+FFFD, as in all outputs.
      """,
    fileExtension: "jsonld", needs: [.articles], layout: .records,
    asks: [AskedFact(.rights, settings: ["licence"], otherwise: "no record has a license")],
    sample: """
      {"@context":"https://schema.org","@type":"NewsArticle","@id":"https://example.org/papers/tagblatt-1871-03-02-p1-TB7-0",\
      "identifier":"tagblatt-1871-03-02-p1-TB7-0","headline":"Feuer am Hafen","articleBody":"Gestern Abend brach …",\
      "wordCount":212,"inLanguage":"de","datePublished":"1871-03-02","printPage":"1","pageStart":"1","pageEnd":"1",\
      "printColumn":"2","genre":["article"],"isPartOf":{"@type":"PublicationIssue","identifier":"tagblatt-1871-03-02",\
      "issueNumber":"51","datePublished":"1871-03-02","isPartOf":{"@type":"Newspaper","name":"Tagblatt"}}}
      """,
    fields: [
      .init("@id", "setting 'base' and the article's id"),
      .init("identifier", "the article's id in all outputs"),
      .init("headline", "the main headline; else the beginning of the text with …"),
      .init("alternativeHeadline", "overlines, subheadlines, further headlines"),
      .init("creditText, dateline", "bylines and datelines, as printed"),
      .init("articleSection, printSection", "the section that the source names"),
      .init("articleBody", "the text of all other components"),
      .init("wordCount", "words of the whole article, headlines included"),
      .init("inLanguage", "the article's language, BCP 47"),
      .init("datePublished", "the printed date, as precise as known"),
      .init("printPage, pageStart, pageEnd", "printed numbers of its pages"),
      .init("printColumn", "the column that it begins in, from 1"),
      .init("printEdition", "the edition"),
      .init("genre", "the article's type, and labels of the kind genre"),
      .init("keywords", "all other labels"),
      .init("license", "setting 'licence'; else licence or statement of 'publication:'"),
      .init("copyrightNotice, conditionsOfAccess", "notice and terms of 'publication:'"),
      .init("sdPublisher", "the provider of 'publication:'"),
      .init("sdDatePublished", "setting 'created'; else the source's own date"),
      .init("isPartOf", "the issue: id, number, volume, date"),
      .init("isPartOf/isPartOf", "the newspaper: title, ISSN, identifier, publisher, place"),
    ])

  private let settings: Settings

  /// - Throws: `OP403` if `created` is no date-time.
  public init(_ settings: Settings) throws {
    if let fault = OutputTime.fault(in: settings.created) { throw fault }
    self.settings = settings
  }

  public func products(for issue: Issue) throws -> [Product] {
    let index = IssueIndex(issue)
    return issue.articles.indices.compactMap { place in
      if !settings.furniture, issue.articles[place].type.isOfPage { return nil }
      return Product(.article(place), NewsArticleRecord(index: index, place: place, settings: settings).line)
    }
  }
}
