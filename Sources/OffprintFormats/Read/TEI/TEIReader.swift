import OffprintDiagnostics
import OffprintKit
import OffprintModel
import OffprintXML

/// Reads TEI P5: newspapers of editions, and the files that Offprint writes itself.
public struct TEIReader: Reader {
  public struct Settings: StageSettings {
    @Setting("What an issue is: each file by itself, or all TEI files of a folder.")
    public var issue = IssueExtent.file
    public init() {}
  }

  public static let spec = ReaderSpec(
    name: "tei",
    summary: "TEI P5, with its pages, lines and the articles that its divisions are",
    discussion: """
      Every XML file whose root element is `TEI` is an issue; with `issue: folder` each folder that directly holds \
      such files is one. Title, date, ISSN, number, volume and edition are those of the sourceDesc, else what the \
      name says.

      A line begins at each `lb`, at each paragraph or other element with text, and at each cell of a table that goes \
      on with no line of its row. `pb` begins a page, whose image is its `facs` or that of the surface it leads to; \
      `lb` and paragraphs have the places of the zones that their `facs` leads to, in pixels. `break="no"` at an `lb`, \
      `cb` or `pb` says that a word goes on: a mark before it is the source's own, without one the pieces are the \
      whole word.

      A `div` is an article if its `type` is article, advertisement, notice, table, illustration, masthead, furniture \
      or a word for one of these (ad, announcement, obituary, letter, …), or begins with j and a capital, as in the \
      DTA basic format (jArticle, jAnnouncements). Where such divisions stand inside each other the innermost are the \
      articles, the outer ones sections. head is a headline, by its type an overline, subheadline, section label or \
      crosshead, and a crosshead in a list or in a division inside of the article; byline and signed, dateline, figure \
      (caption), table and fw (furniture) have their roles, ab that of its type; all other text is paragraphs.

      Where an edition gives several forms of a text, one is read. Of a choice that is the printed one: the first that \
      is not reg, corr, expan or ex, or the first of these if there is no other. Of an app it is lem, else the first \
      rdg; an app with from or loc stands apart from the text, and nothing of it is read. Of a correction in the \
      source add is read, del is not. figDesc and desc are passed over.

      Files of our own writer give the same lines under the same names, if the lines have such names as \
      0001#TB7#0, and the same articles, each with its heads first. Read with `issue: folder`, articles that were \
      written each to a file make one issue again.
      """,
    gives: [.lines],
    sample: """
      <div type="jArticle"><head><pb n="3" facs="#f0003"/><lb facs="#z1"/>Feuer am Hafen</head>
        <p><lb facs="#z2"/>Gestern Abend brach in einem Spei-<lb facs="#z3" break="no"/>cher Feuer aus.</p>
      </div>
      """,
    fields: [
      .init("name of the file, or of the folder", "id of the issue; its date, and title, where the header has none"),
      .init("sourceDesc title of level j or s", "title of the newspaper, else one without a level; other titles last"),
      .init("sourceDesc date", "date of the issue: @when, else its text"),
      .init("other date/@when with a time", "when the source was made"),
      .init("idno of type ISSN", "ISSN of the newspaper"),
      .init("sourceDesc idno of type title", "identifier of the newspaper"),
      .init("sourceDesc publisher, pubPlace", "publisher and place of the newspaper"),
      .init("sourceDesc biblScope", "volume, number and edition of the issue, by @unit volume, issue, edition"),
      .init("sourceDesc note of type ocr", "the OCR program"),
      .init("text/@xml:lang, body/@xml:lang, TEI/@xml:lang", "language of the issue, the first that is there"),
      .init("langUsage language/@ident", "language of the issue without those, if there is one only"),
      .init("div/@xml:lang, p/@xml:lang, …", "language of the article, of the block"),
      .init("pb", "page, called as the file, or as the names of its lines say"),
      .init("pb/@n", "the page's label"),
      .init("pb/@facs", "the page's image, or #id of its surface"),
      .init("surface", "the page's size; its image is the @url of graphic"),
      .init("zone, @facs of lb, p, …", "box of the line or block; words have shares of the line's by letters"),
      .init("lb", "line; each element with text and each row begins one too, cb ends one"),
      .init("lb/@n such as 0001#TB7#0", "page, id of the block and number of the line"),
      .init("lb/@xml:id", "the line's id in the source, else @n"),
      .init("@break=\"no\" of lb, or cb or pb before it", "halves of a broken word; without a mark its whole too"),
      .init("div/@type", "article of that type; of another word, part of what is around it, with a warning"),
      .init("div of a type with such divs in it", "section; what stands loose in it is an article too"),
      .init("div/@n, @xml:id", "id of the article at the publisher"),
      .init("p, ab, item, l, note, quote, …", "block; role paragraph, by the article advertisement-text or furniture"),
      .init("@xml:id of such an element", "id of the block; _anon0, _anon1, … without one"),
      .init("ab/@type", "role, if it is the name of one"),
      .init("titlePart, docDate, docAuthor, docEdition, docImprint", "block, as p"),
      .init("head", "label heading; role headline, the second one subheadline, crosshead in a div of the article"),
      .init("head/@type", "roles overline, subheadline, section-label, crosshead: over, sub, section, cross, …"),
      .init("byline, signed", "role byline"),
      .init("dateline", "role dateline"),
      .init("figure", "label and role caption of what is in it"),
      .init("table", "block, a table, with role table"),
      .init("row, cell/@rows, @cols, @role", "the cell of its lines, a head where the role is 'label'"),
      .init("head in a table", "role caption"),
      .init("fw", "role furniture, or masthead by @type; by @place in the top or bottom margin"),
      .init("hi/@rend, @rendition", "bold, italic, for all of the line; raised and lowered figures"),
      .init("choice", "orig, sic and abbr are read; reg, corr, expan and ex only if there is no other"),
      .init("app", "lem is read, else the first rdg; with @from or @loc nothing"),
      .init("add, del", "text; nothing but its line and page breaks, except in restore"),
      .init("control characters, stray bytes", "spaces, U+FFFD; the first page is flagged"),
      .init("figDesc, desc", "nothing"),
    ])

  private let settings: Settings

  public init(_ settings: Settings) { self.settings = settings }

  public func documents(in input: InputSelection) throws -> DocumentListing {
    let files = input.files.filter { !FilePath.isLeftover($0) && Self.isTEI($0) }
    guard !files.isEmpty else { throw Self.nothingFound(input) }
    return PageFiles.documents(of: files, in: input, each: settings.issue)
  }

  public func read(_ document: DocumentSource, _ context: inout ReadContext) throws -> Issue {
    var issue = PageFiles.issue(of: document, endings: [".tei"])
    var handler = TEIHandler()
    for path in document.files {
      let bytes = try document.read(path)
      if !bytes.isEmpty, let root = XMLSniff.rootElement(bytes.prefix(16384)), root != Self.root {
        throw Self.otherRoot(path, root)
      }
      handler.begin(PageFiles.pageName(path, [".tei"]))
      handler.findings = ReadFindings()
      let scrubbing = try XMLReader.read(bytes, file: path, into: &handler)
      handler.finishFile()
      issue.flag(scrubbing, onPage: 0, of: path, &context)
      handler.findings.warn(path, &context)
      issue.sources.append(FilePath.relative(path, to: document.root))
    }
    guard !handler.lines.isEmpty else { throw Self.noText(document.files.first ?? document.name) }
    let name = document.files.first.map { PageFiles.pageName($0, [".tei"]) } ?? issue.id
    let made = TEIPages(handler, name: name)
    issue.pages = made.pages
    for index in issue.pages.indices { issue.pages[index].file = issue.sources.first ?? name }
    issue.markup = made.markup(handler, in: issue)
    issue.take(handler.header)
    issue.language = handler.documentLanguage
    return issue
  }

  private static let root = "TEI"

  private static func isTEI(_ path: String) -> Bool {
    (try? SourceFile.head(path, count: 16384)).flatMap(XMLSniff.rootElement) == root
  }

  fileprivate static func nothingFound(_ input: InputSelection) -> Diagnostic {
    input.nothingFound("TEI", rule: "'tei' takes XML files whose root element is 'TEI'")
  }

  fileprivate static func otherRoot(_ path: String, _ root: String) -> Diagnostic {
    Diagnostic(
      .formatUnexpected, "'\(path)' is no TEI file: its root element is '\(root)'", at: SourcePlace(file: path))
  }

  fileprivate static func noText(_ path: String) -> Diagnostic {
    Diagnostic(.inputEmpty, "'\(path)' is a TEI file without text", at: SourcePlace(file: path))
  }
}

extension Issue {
  /// What a header says of the newspaper; it counts before what the file's name says.
  fileprivate mutating func take(_ header: TEIReadHeader) {
    publication.title = header.title ?? publication.title ?? header.mainTitle
    publication.issn = header.issn
    publication.identifier = header.identifier
    publication.publisher = header.publisher
    publication.place = header.pubPlace
    date = header.date.flatMap { IssueDate($0) } ?? date
    volume = header.scopes["volume"]
    number = header.scopes["issue"]
    edition = header.scopes["edition"]
    sourceCreated = header.created
    ocrSoftware = header.software
  }
}
