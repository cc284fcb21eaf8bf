import OffprintDiagnostics
import OffprintKit
import OffprintModel
import OffprintXML

/// Reads issues as Olive Software delivered them: folders of XMD, a file for each article.
public struct OliveXMDReader: Reader {
  public struct Settings: StageSettings {
    @Setting(
      "What becomes of an issue with a page whose files are missing or broken: the issue fails, or the page is left out."
    )
    public var brokenPages = BrokenPages.fail
    @Setting("Whether the pieces of an article that goes on elsewhere are one article, or each an article by itself.")
    public var continuations = Continuations.join
    public init() {}
  }

  public enum Continuations: String, SettingChoice {
    case join, apart
  }

  public static let spec = ReaderSpec(
    name: "olive-xmd",
    summary: "issues as Olive Software delivered them (XMD), with their articles and advertisements",
    discussion: """
      Every folder with a TOC.xml whose root element is `Xmd_toc`, or with XMD files below its folder `Document`, is \
      an issue. The folders in `Document` are its pages, by number, and are called by their names: lines are \
      `1#Ar0010001#0`. A page's articles, advertisements and pictures are the files Ar….xml, Ad….xml and others with \
      the root element `XMD-entity`, in the order of their names; its size, its printed number and what its blocks \
      are stand in Pg….xml. If a file that TOC.xml or Pg….xml names is missing, or a file is broken, the issue \
      fails, unless `broken_pages: leave-out` says otherwise; the issue is then flagged `page-left-out`.

      A Primitive is a block. Its words come in pieces; those without a space between them are one word. The word \
      that QW gives whole is no text of its own: where its pieces end one line and begin the next, they are the \
      halves of a broken word. Places are in pixels of the page images (IMAGES_RESOLUTION), fonts from \
      styleGallery.txt. The frame of an advertisement is a block, an illustration, only if the advertisement has no \
      text.

      Each entity is an article; those that are linked by CONTINUATION_FROM or CONTINUATION_TO are one, unless \
      `continuations: apart` says otherwise. Entities of the type Ad are advertisements, primitives called HedLine_… \
      headlines (over a later piece: jump lines). Where lines are marked as beginnings of paragraphs (P), these are \
      the components, over blocks and pages, and they count as printed paragraphs if hardly any has another one \
      beginning inside of it, by its indented first line; else blocks are the components.

      The date is that of BASE_HREF, else ISSUE_DATE, which Olive writes day first. The title is the name that \
      Olive's repository has for it if there is no other. The issue is called by its place in that repository if its \
      folder stands so, such as GDL/1900/01/02, else as its folder.
      """,
    gives: [.lines],
    sample: """
      <XMD-entity ENTITY_TYPE="Article" ID="Ar00103" CONTINUATION_TO="Ar00200">
        <Content><Primitive BOX="86 695 456 1141" ID="Ar0010301">
          <L BOX="88 739 455 758" P="S"/>
          <W BOX="88 739 108 758" STYLE_REF="1">les</W>
          <Q BOX="420 739 448 758" STYLE_REF="1" QID="4">che</Q>
          <Q BOX="448 739 455 758" STYLE_REF="1" QID="4">-</Q>
          <L BOX="88 760 454 779"/>
          <q BOX="88 760 121 779" STYLE_REF="1" NS="y" QID="4">nets</q>
          <QW QID="4">chenets</QW>
          <W BOX="122 760 127 779" STYLE_REF="1">.</W>
        </Primitive></Content>
      </XMD-entity>
      """,
    fields: [
      .init("name of the folder", "id of the issue, if it does not end with BASE_HREF; its date, if no file has one"),
      .init("folder in Document", "page, called as the folder"),
      .init("TOC Page, Entity", "files that must be there: an error, or the flag page-left-out"),
      .init("PublishDate", "when the source was made"),
      .init("Meta/@BASE_HREF", "date of the issue; its id, if the folder stands so"),
      .init("Meta/@ISSUE_DATE, @RELEASE_NO", "date of the issue, where BASE_HREF has none"),
      .init("Meta/@PUBLICATION_DESCRIPTION", "title of the newspaper, else @PUBLICATION"),
      .init("Meta/@PUBLICATION", "identifier of the newspaper"),
      .init("Xmd_toc, Meta @LANGUAGE", "language of the issue"),
      .init("Pg Meta/@PAGE_LABEL", "the page's label"),
      .init("Pg Meta/@SINGLE_PAGE_PDF_NAME", "the page's image"),
      .init("Pg Meta/@PAGE_WIDTH, @PAGE_HEIGHT", "the page's size, by IMAGES_RESOLUTION and the default Resolution"),
      .init("Pg Entity/@ID", "file that must be there"),
      .init("Pg Primitive/@ELEMENT_TYPE", "what the block is, else the element that it stands in"),
      .init("XMD-entity", "article, or a piece of one"),
      .init("XMD-entity/@ID", "id of the article at the publisher"),
      .init("XMD-entity/@ENTITY_TYPE", "type: Ad is an advertisement, Picture an illustration, others an article"),
      .init("XMD-entity/@LANGUAGE", "language of the article and its blocks, if it is not the issue's"),
      .init("XMD-entity/@INDEX_IN_DOC", "order of the articles on the page"),
      .init("@CONTINUATION_FROM, @CONTINUATION_TO", "pieces of one article, unless 'continuations: apart' is set"),
      .init("Meta/@NAME", "title of the article, which is no line; Untitled… is none"),
      .init("Meta/@SECTION", "section of the article, but for None"),
      .init("Primitive", "block; label what it is, but for Content, or Advertisement; style of most words"),
      .init("Primitive HedLine_…", "role headline; jump-line in a later piece of an article"),
      .init("other Primitive", "role paragraph; of an advertisement advertisement-text, of a picture caption"),
      .init("Primitive/@ID", "id of the block; _anon0, _anon1, … without one, ~2, ~3, … where it repeats"),
      .init("@BOX", "boxes of blocks, lines and words, in pixels of the page's image"),
      .init("Img", "block, an illustration; in AdFrame only if the advertisement has no lines"),
      .init("L", "line"),
      .init("L/@P beginning with S", "begin of a paragraph, which is a component"),
      .init("W, Q, q", "word, or a piece of one: no space stands behind Q or NS=\"y\""),
      .init("QW/@QID", "halves, mark and whole of a broken word, if its pieces end a line and begin the next"),
      .init("@STYLE_REF, styleGallery.txt", "font, size, bold, italic"),
      .init("control characters, stray bytes", "spaces, U+FFFD; the page is flagged"),
    ])

  private let settings: Settings

  public init(_ settings: Settings) { self.settings = settings }

  public func documents(in input: InputSelection) throws -> DocumentListing {
    let folders = OliveDelivery.folders(in: input)
    guard !folders.isEmpty else { throw Self.nothingFound(input) }
    return DocumentListing(
      documents: folders.map { folder in
        let name = FilePath.relative(folder, to: input.root)
        return DocumentSource(
          name: name.isEmpty ? FilePath.last(input.root) : name, root: folder, files: OliveDelivery.files(in: folder),
          input: input.bounds)
      })
  }

  public func read(_ document: DocumentSource, _ context: inout ReadContext) throws -> Issue {
    let delivery = OliveDelivery(document.files)
    let toc = try delivery.toc.map { try Self.toc($0, document) }
    var description = toc?.handler.description ?? OliveDescription()
    var issue = Issue(id: document.name)
    let language = description.language.flatMap(LanguageCode.bcp47)
    var findings = OliveFindings()
    var entities: [[OlivePlacedEntity]] = []
    let styles = try delivery.styles.map { OliveStyles(String(decoding: try document.read($0), as: UTF8.self)) }
    issue.sources = [delivery.toc, delivery.styles].compactMap { $0 }.map { FilePath.relative($0, to: document.root) }
    for name in Self.pageNames(delivery, toc?.handler) {
      let files = delivery.pages.first { $0.name == name }?.files ?? []
      do {
        let read = try OlivePage(
          name, files, of: document, toc: toc?.handler, styles: styles ?? OliveStyles(), language: language)
        findings.add(read.findings)
        guard read.isPage else { continue }
        var page = read.page
        page.number = issue.pages.count + 1
        page.file = FilePath.relative(read.file, to: document.root)
        for (path, found) in read.scrubbing { issue.flag(found, onPage: issue.pages.count, of: path, &context) }
        issue.pages.append(page)
        issue.sources += files.map { FilePath.relative($0, to: document.root) }
        entities.append(read.entities)
        description.take(read.description)
      } catch {
        guard settings.brokenPages == .leaveOut else { throw error }
        for message in Diagnostics.messages(of: error) {
          context.warn(message.noting("kept", "the other pages; 'broken_pages: leave-out' is set"))
        }
        issue.flags.append(Flag(code: "page-left-out", subject: .issue, note: "Document/\(name)"))
      }
    }
    guard !issue.pages.isEmpty else { throw Self.noPages(document) }
    if let toc, let path = delivery.toc { issue.flag(toc.found, onPage: 0, of: path, &context) }
    issue.id = Issue.identifier(description.identifier(folder: document.root))
    description.describe(&issue, folder: document.root)
    var markup = OliveMarkup(entities, issue: issue)
    issue.markup = markup.build(settings.continuations)
    findings.add(markup.findings)
    findings.warn(&context)
    return issue
  }

  private static func toc(
    _ path: String, _ document: DocumentSource
  ) throws -> (handler: OliveTOC, found: XMLScrubbing) {
    let file = try OliveFile(path, of: document)
    if !file.isBroken, file.kind != .toc { throw otherRoot(path) }
    var handler = OliveTOC(path: path)
    let found = try file.read(into: &handler)
    return (handler, found)
  }

  /// The pages that are there and those that the table of contents names.
  private static func pageNames(_ delivery: OliveDelivery, _ toc: OliveTOC?) -> [String] {
    let named = ((toc?.pages ?? []) + (toc?.entities ?? [])).compactMap(\.page)
    return Set(delivery.pages.map(\.name) + named).sorted(by: NaturalOrder.precedes)
  }

  fileprivate static func nothingFound(_ input: InputSelection) -> Diagnostic {
    input.nothingFound(
      "Olive XMD", rule: "'olive-xmd' takes folders that hold a TOC.xml of Olive's and the folder 'Document'")
  }

  fileprivate static func otherRoot(_ path: String) -> Diagnostic {
    Diagnostic(
      .formatUnexpected, "'\(path)' is no table of contents of Olive's: its root element is not 'Xmd_toc'",
      at: SourcePlace(file: path))
  }

  fileprivate static func noPages(_ document: DocumentSource) -> Diagnostic {
    Diagnostic(
      .inputEmpty, "'\(document.name)' has no page that can be read",
      at: SourcePlace(file: document.files.first ?? document.root),
      notes: [.init("looked for", "files of XMD in the folders in 'Document' or Document.zip")])
  }
}
