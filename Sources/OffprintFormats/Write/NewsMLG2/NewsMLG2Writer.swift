import OffprintDiagnostics
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
      lists the items in reading order, one group for each section. Items are of conformance level Power and valid \
      against IPTC's schemas. The same issue and settings give the same bytes: all date-times are the setting \
      `created`, else the date that the source gives for its own making, else the printed date.

      Ids: guid is `tag:AUTHORITY:ISSUE/ARTICLE`, version 1. AUTHORITY is the setting `authority`, a domain of yours \
      and a year in which you held it. Set your own before you hand items on. Ids within an item begin with the \
      article's id, so that items can be put together into a newsMessage.

      Where it comes from: pubHistory has the title (by ISSN, by the library's id, or by a tag URI), printed date, \
      volume, number, edition and pages; hopHistory what was done: printed, scanned, recognised, separated. Who issues \
      the item is `provider`; rightsInfo has `rights`, `usage_terms` and `rights_uri`.

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

      The text: NITF in inlineXML, one block. The main headline is hl1; overlines, subheadlines and further headlines \
      are hl2 in the head; bylines and datelines stand in the head also when they are printed elsewhere; crossheads \
      are hl2 in the block. A caption is a media element with the illustration it stands by, or a paragraph of class \
      `caption`. Tables have a row for each printed row. wordcount counts words between spaces, in Chinese and \
      Japanese characters; charcount counts code points; both count the texts of the body. Paragraphs are running \
      text: for the printed form of lines use `article-xml`.

      `profile: compat` leaves out the hop history and the titles of package groups, at which readers in use stop. \
      Before an item is handed on it is read back and checked for what no schema sees; `self_check: false` saves the \
      time.
      """,
    fileExtension: "xml", needs: [.articles], layout: .files,
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
      """)

  private let settings: NewsMLSettings

  public init(_ settings: NewsMLSettings) throws {
    try settings.demandSound()
    self.settings = settings
  }

  public func products(for issue: Issue) throws -> [Product] {
    let document = NewsMLDocument(issue, settings)
    let items = issue.articles.indices.filter { NewsMLDocument.isItem(issue.articles[$0]) }.map {
      NewsItem(document, article: $0)
    }
    var guids: Set<String> = []
    for item in items where !guids.insert(item.guid).inserted { throw Diagnostic.doubled(item.guid) }
    var products: [Product] = []
    for item in items {
      let bytes = try item.bytes()
      try check(bytes, of: item.article.id, nil)
      products.append(Product(.article(item.place), bytes))
    }
    guard !items.isEmpty else { return products }
    let package = try NewsPackage(document: document, items: items).bytes()
    try check(package, of: "\(issue.id)-package", guids)
    products.append(Product(.issue, package))
    return products
  }

  private func check(_ bytes: [UInt8], of id: String, _ items: Set<String>?) throws {
    guard settings.selfCheck else { return }
    let problems = NewsMLCheck.problems(in: bytes, items: items)
    guard problems.isEmpty else { throw Diagnostics(problems.map { .unsound(id, $0) }) }
  }
}

extension Diagnostic {
  fileprivate static func unsound(_ id: String, _ problem: NewsMLCheck.Problem) -> Diagnostic {
    Diagnostic(
      .itemUnsound, "item '\(id)': \(problem.text)",
      notes: [.init("rule", problem.rule.rawValue), .init("kept", "nothing of the document is exported")])
  }

  fileprivate static func doubled(_ guid: String) -> Diagnostic {
    Diagnostic(
      .itemUnsound, "two articles of the issue have the id '\(guid)'",
      notes: [.init("kept", "nothing of the document is exported")])
  }
}
