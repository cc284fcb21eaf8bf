import OffprintKit
import OffprintModel

/// Writes each article as a NewsML-G2 newsItem with its text as NITF, and each issue as a packageItem.
public struct NewsMLG2Writer: Writer {
  public typealias Settings = NewsMLSettings

  public static let spec = WriterSpec(
    name: "newsml-g2",
    summary: "one NewsML-G2 2.35 newsItem for each article, its text as NITF 3.6, and one packageItem for the issue",
    discussion: """
      Each article, advertisement and notice becomes a newsItem; mastheads and furniture become none. The packageItem \
      lists the items in reading order, one group for each section; a section that comes again joins its first group. Items are of conformance level Power and valid \
      against IPTC's schemas. The same issue and settings give the same bytes: all date-times are the setting \
      `created`, else the date that the source gives for its own making, else the printed date.

      Ids: guid is `tag:AUTHORITY:ISSUE/ARTICLE`, the same in all versions. AUTHORITY is a domain of yours \
      and a year in which you held it. Ids within an item begin with `i-` and the article's id, in the package with \
      `i-` and the issue's, so that items can be put together into a newsMessage.

      Where it comes from: pubHistory has the title (by ISSN, by the library's id, or by a tag URI), printed date, \
      volume, number, edition and pages; hopHistory what was done: printed, scanned, recognised, separated. Who issues \
      the item is the provider; rightsInfo has the notice, the terms, and links to the rights statement and the \
      licence. Provider, authority, rights, schemes and media come from `publication:` of the pipeline; the settings \
      here overrule it. What nobody states is not made up: `Provider not stated`, and ids of `example.org`. Only the \
      digitalSourceType of scanned pages is `print` where `media` and `scanned_from` say nothing of a film. Neither has a hop a \
      time that the source does not tell: the printed date is the only one.

      What it is: contentCreated is the printed date, as precise as known (a year alone is a year alone). The type of \
      unit is a genre of Offprint's own scheme `optype`; labels of the kind `genre` are IPTC genres where they are \
      one, else codes of the scheme `opgenre`; labels `subject` and `place` are subjects, others extension properties. \
      Headlines have a rank, the main one first, and a role. What a program found is marked `how="howextr:tool"`, \
      with a confidence where the stage gave one. Nothing is claimed of articles that the publisher marked.

      Where it stands: one partMeta for each printed part, that is for each run of lines in one column of a page, with \
      a regionDelim in pixels of the scan (none for text pages) and extension properties `oprel:page`, \
      `oprel:page-sequence`, `oprel:page-file`, `oprel:column` and `oprel:lines`. The last is the list of line names \
      with a space between them; a space in a name is `%20`, a `%` is `%25`. OCR confidence is `oprel:ocr-confidence`, \
      0 to 1, with `oprel:ocr-confidence-coverage`, the share of words that have a figure. Flags are \
      `oprel:flag-NAME` with their count (`page-flag-` and `issue-flag-` for what is true of the page or \
      issue); `oprel:flag-characters-replaced` counts characters that no XML may hold and that stand as U+FFFD.

      The text: NITF in inlineXML, one block. The main headline is hl1 (without one, the first overline or subheadline, with its role as class); overlines, subheadlines and further headlines \
      are hl2 in the head; bylines and datelines stand in the head also when they are printed elsewhere; crossheads \
      are hl2 in the block. A caption is a media element with the illustration it stands by, or a paragraph of class \
      `caption`. Tables have a row for each printed row. wordcount counts words between spaces, in Chinese and \
      Japanese characters; charcount counts code points; both count the texts of the body, not the breaks \
      between paragraphs. Paragraphs are running \
      text: for the printed form of lines use `article-xml`.

      `unit: message` writes a newsMessage for each issue instead, and the path names the issue: the header begins with \
      `sent`, which follows the same rule as all times here, the package is the first item, and each item stands in it \
      as it would in a file of its own. No id stands twice in a message.

      Versions: with `versions: FOLDER` at the writer (beside `to:`), the delivery that was last handed on is compared, \
      item by item. FOLDER has what that run wrote below the fixed beginning of `to:`, and is only read. An item that \
      says what it said stays as it is, byte by byte and with its version. One that says something else is written with \
      the next version and the same guid, `sig:correction`, a link `irel:previousVersion`, and an edNote that names the \
      parts that changed; firstCreated stays. An article that is no more leaves an item of the next version that is \
      `stat:canceled`, and the package names it as `oprel:withdrawn`; should it come back, the item goes on with the \
      version after that. The package follows the same rule. What only tells which release of Offprint wrote an item is \
      no change. `created` must be given, and be later than the versions that are replaced.

      `profile: compat` leaves out the hop history and the titles of package groups, at which readers in use stop. \
      Before an item is handed on it is read back and checked for what no schema sees; `self_check: false` saves the \
      time.
      """,
    fileExtension: "xml", needs: [.articles], layout: .files,
    asks: [
      AskedFact(
        .provider, settings: ["provider"], otherwise: "items name '\(NewsMLDocument.unstated.provider)' as provider"),
      AskedFact(
        .authority, settings: ["authority"],
        otherwise: "guids begin with '\(NewsMLDocument.unstated.authority)', which is nobody's"),
      AskedFact(
        .rights, settings: ["rights", "rights_uri", "usage_terms"],
        otherwise: "no item says what its readers may do with it"),
    ],
    keepsVersions: true, schema: .xsd([NewsMLDocument.schema, NITFDocument.schema]),
    sample: """
      <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" standard="NewsML-G2" standardversion="2.35" …>
       <itemMeta>
        <itemClass qcode="ninat:text"/>
        <provider literal="Stadtbibliothek"><name>Stadtbibliothek</name></provider>
        <versionCreated>2026-03-01T12:00:00Z</versionCreated>
        <title>Feuer am Hafen</title>
       </itemMeta>
       <contentMeta>
        <contentCreated>1871-03-02</contentCreated>
        <genre qcode="optype:article" how="howextr:tool"/>
        <headline rank="1" role="oprole:headline" confidence="92">Feuer am Hafen</headline>
       </contentMeta>
       <partMeta partid="i-…-part1" seq="1"><regionDelim x="210" y="480" width="690" height="1310"/>…</partMeta>
       <contentSet>
        <inlineXML contenttype="application/nitf+xml" wordcount="212" …><nitf …>…</nitf></inlineXML>
       </contentSet>
      </newsItem>
      """,
    fields: fields)

  private let settings: NewsMLSettings

  public init(_ settings: NewsMLSettings) throws {
    try settings.demandSound()
    self.settings = settings
  }

  public var unit: ProductUnit { settings.unit == .message ? .issue : .article }

  public func products(for issue: Issue) throws -> [Product] { try products(for: issue, after: .none) }

  public func products(for issue: Issue, after earlier: EarlierProducts) throws -> [Product] {
    try products(for: issue, after: EarlierIssue(earlier, settings.unit))
  }

  private func products(for issue: Issue, after earlier: EarlierIssue) throws -> [Product] {
    let delivery = try NewsMLDelivery(NewsMLDocument(issue, settings), after: earlier)
    return settings.unit == .message ? try delivery.message() : delivery.products
  }
}
