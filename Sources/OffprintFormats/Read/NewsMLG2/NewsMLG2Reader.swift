import OffprintDiagnostics
import OffprintKit
import OffprintModel
import OffprintXML

/// Reads NewsML-G2 items with NITF, such as those that Offprint writes, back into issues.
public struct NewsMLG2Reader: Reader {
  public static let spec = ReaderSpec(
    name: "newsml-g2",
    summary: "NewsML-G2 items with NITF text, a folder of them or a newsMessage an issue, with their articles",
    discussion: """
      A newsMessage is an issue. So are the newsItems and the packageItem in a folder; where items of several issues \
      stand in one folder, they are told apart by their guids as far as these end in ISSUE/ARTICLE. Other XML files are \
      passed over. Items that are canceled are no articles.

      Articles stand in the order of their pages, on a page in that of the package, else of file names. Their texts are those of the NITF \
      in inlineXML, with or without its namespace: hl1 is the headline unless its class says otherwise, hl2 in the head what its class says or else a \
      subheadline, hl2 in the text a crosshead; byline, dateline, captions of media, and tables by their rows; p is a \
      paragraph, or what its class says. Each text is one line: how it was broken into lines on the page does not stand \
      in an item, nor does what was furniture. The reader gives reading order and articles, with the ids that they were written with, \
      so that a pipeline needs no stages to write them in another format.

      A page of text is made for each printed page on which articles begin (`oprel:page-sequence` of partMeta). The \
      issue's id, volume, number, edition, publisher and place are those of pubHistory, title and ISSN too, the date is \
      that of pubHistory or contentCreated; type, section and language are those of the item. The id of an \
      article is the end of its guid. Provider and rights go on to what is written, unless `publication:` states \
      others. Regions, codes that are not Offprint's and confidences are not read. An item with another content than \
      NITF is told of, and has no text.
      """,
    gives: [.lines, .readingOrder, .paragraphs, .publisherMarkup, .articles], tells: [.provider, .rights],
    sample: """
      <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="tag:example.org,2026:tagblatt-1871-03-02/…">
       <itemMeta>…</itemMeta>
       <contentSet>
        <inlineXML contenttype="application/nitf+xml"><nitf …><body>…<p>Gestern Abend …</p></body></nitf></inlineXML>
       </contentSet>
      </newsItem>
      """,
    fields: [
      .init("newsMessage; packageItem, newsItems", "issue; what the package says of it counts, else the first item"),
      .init("newsItem", "article; none if its pubStatus is canceled"),
      .init("newsItem/@guid", "id of the article, by its end; its issue, where several stand in a folder"),
      .init("packageItem itemRef/@residref", "order of the articles on a page"),
      .init("@xml:lang, language/@tag", "language of the article; the package's, or that of most, is the issue's"),
      .init("published/name, infoSource/name", "title of the newspaper"),
      .init("published/@uri urn:issn:…", "ISSN of the newspaper"),
      .init("published/timestamp, contentCreated", "date of the issue"),
      .init("publishedExtProperty", "id, volume, number, edition of the issue; publisher, place, by the end of @rel"),
      .init("versionCreated", "when the source was made, the latest"),
      .init("generator", "the OCR program, unless it is Offprint"),
      .init("itemMeta/provider", "provider of what is written: name, else @literal, and @uri"),
      .init("copyrightNotice, usageTerms", "rights and terms of use of what is written"),
      .init("rightsInfo/link of rel rightspolicy", "address of the rights; a second one is the licence"),
      .init("genre/@qcode", "type of the article, by its end"),
      .init("contentMetaExtProperty section", "section of the article"),
      .init("partMetaExtProperty page-sequence", "page of the issue on which the article begins, else its label"),
      .init("partMetaExtProperty page", "the page's label"),
      .init("partMeta", "how many pages the article was printed on"),
      .init("hl1", "role headline, or what its class says"),
      .init("hl2", "role subheadline, or what its class says; outside of hedline crosshead"),
      .init("byline, dateline", "roles byline and dateline, with the p in them"),
      .init("p", "role paragraph, or what its class says"),
      .init("media-caption", "role caption"),
      .init("table", "role table, a line for each tr, three spaces between cells"),
      .init("each text", "line of a text page, and a paragraph by itself; words stand at spaces"),
      .init("control characters, stray bytes", "spaces, U+FFFD; the first page is flagged"),
      .init("itemMeta/title, other codes, confidences", "nothing"),
      .init("inlineData", "nothing; the item is warned of"),
    ])

  public init(_ settings: NoSettings) {}

  public func documents(in input: InputSelection) throws -> DocumentListing {
    var groups: [String: [(file: String, isPackage: Bool)]] = [:]
    for file in input.files where !FilePath.isLeftover(file) && FilePath.hasEnding(file, ".xml") {
      guard let head = try? SourceFile.head(file), let root = XMLSniff.rootElement(head) else { continue }
      switch root {
      case "newsMessage": groups[file, default: []].append((file, true))
      case "newsItem", "packageItem":
        let key = FilePath.folder(file) + "\u{0}" + Self.issue(of: head)
        groups[key, default: []].append((file, root == "packageItem"))
      default: break
      }
    }
    guard !groups.isEmpty else {
      throw input.nothingFound(
        "NewsML-G2", rule: "'newsml-g2' takes XML files whose root is newsItem, packageItem or newsMessage")
    }
    let isAlone = Dictionary(grouping: groups.keys) { $0.split(separator: "\u{0}").first ?? "" }.mapValues {
      $0.count == 1
    }
    return DocumentListing(
      documents: groups.keys.sorted(by: NaturalOrder.precedes).map { key in
        source(key, groups[key] ?? [], isAlone[key.split(separator: "\u{0}").first ?? ""] ?? true, input)
      })
  }

  private func source(
    _ key: String, _ files: [(file: String, isPackage: Bool)], _ isAlone: Bool, _ input: InputSelection
  ) -> DocumentSource {
    let sorted = files.sorted { a, b in
      a.isPackage != b.isPackage ? a.isPackage : NaturalOrder.precedes(a.file, b.file)
    }.map(\.file)
    let parts = key.split(separator: "\u{0}", omittingEmptySubsequences: false)
    let folder = FilePath.folder(sorted[0])
    var name =
      parts.count == 1 ? FilePath.relative(sorted[0], to: input.root) : FilePath.relative(folder, to: input.root)
    if input.isSingleFile { name = FilePath.last(sorted[0]) }
    if name.isEmpty { name = FilePath.last(input.root) }
    if !isAlone, parts.count > 1 { name += "/" + (parts[1].split(separator: "/").last.map(String.init) ?? "items") }
    return DocumentSource(name: name, root: folder, files: sorted, input: input.bounds)
  }

  /// The beginning of a guid in the start tag, up to the article: what items of one issue share.
  private static func issue(of head: [UInt8]) -> String {
    let text = String(decoding: head.prefix(2048), as: UTF8.self)
    guard let start = text.firstRange(of: " guid=\"") else { return "" }
    let guid = text[start.upperBound...].prefix { $0 != "\"" }
    guard guid.hasPrefix("tag:"), let slash = guid.lastIndex(of: "/") else { return "" }
    return String(guid[..<slash])
  }

  public func read(_ document: DocumentSource, _ context: inout ReadContext) throws -> Issue {
    var items: [NewsMLReadItem] = []
    var replaced: [(path: String, scrubbing: XMLScrubbing)] = []
    for path in document.files {
      var file = NewsMLFile()
      let scrubbing = try XMLReader.read(try document.read(path), file: path, into: &file)
      if !scrubbing.isEmpty { replaced.append((path, scrubbing)) }
      guard !file.items.isEmpty else { throw Self.noItem(path) }
      for item in file.items where item.hasOtherContent && item.parts.isEmpty {
        context.warn(Self.otherContent(item.guid, path))
      }
      items += file.items
    }
    guard !items.isEmpty else { throw Self.noItem(document.files.first ?? document.root) }
    let name = FilePath.pageName(FilePath.last(document.name))
    var issue = NewsMLIssue(items, named: name).made(
      sources: document.files.map { FilePath.relative($0, to: document.root) })
    if issue.pages.isEmpty { issue.pages = [PageBuilder.textPage(name: "page1", text: [])] }
    for (path, scrubbing) in replaced { issue.flag(scrubbing, onPage: 0, of: path, &context) }
    return issue
  }

  private static func noItem(_ path: String) -> Diagnostic {
    Diagnostic(
      .formatUnexpected, "'\(path)' holds no item of NewsML-G2", at: SourcePlace(file: path),
      notes: [.init("kept", "nothing of the document it belongs to is exported")])
  }

  private static func otherContent(_ guid: String, _ path: String) -> Diagnostic {
    Diagnostic(
      .inputNotUnderstood, "the content of item '\(guid)' is not NITF in inlineXML", severity: .warning,
      at: SourcePlace(file: path), notes: [.init("kept", "nothing of its text")])
  }
}
