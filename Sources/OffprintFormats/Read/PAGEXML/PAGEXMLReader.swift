import OffprintDiagnostics
import OffprintKit
import OffprintModel
import OffprintXML

/// Reads PAGE-XML, the format of transcription platforms and of ground truth: each file, or each folder, is an issue.
public struct PAGEXMLReader: Reader {
  public struct Settings: StageSettings {
    @Setting("What an issue is: each file by itself, or all PAGE files of a folder.")
    public var issue = IssueExtent.file
    public init() {}
  }

  public static let spec = ReaderSpec(
    name: "page-xml",
    summary: "PAGE-XML of 2010 to 2019, with reading order, region types and articles marked in it",
    discussion: """
      Every XML file whose root element is `PcGts` is an issue of its own; with `issue: folder` each folder that \
      directly holds such files is one, its pages in the order of their names, numbers by their value. A name with a \
      date (1858-12-07 or 18581207) gives the date, {title}_{date} the title too.

      Regions of all types become blocks in the order of the file, nested ones behind those around them. The type of \
      a region (heading, caption, page-number, …) is its label; where it is absent or `other`, the one that \
      Transkribus writes in `custom` is taken. What stands in an AdvertRegion is labelled advertisement, what stands \
      in a TableRegion is of the kind table; lines of TableCells go to the table's block. Rows, columns and spans of \
      cells are kept, be they said by a TableCell or a TableCellRole, and a table is read cell by cell.

      Of several TextEquivs that with the lowest index counts, else the first; one without text never before one \
      with text. A line without any is made of its Words, a Word without any of its Glyphs. A region without lines \
      that have text gives lines of its own TextEquiv, one for each line of that text. The line's text is what is \
      read; its words have the places of the Word elements where they can be told apart, else shares of the line's \
      place by their letters.

      A place is the upright box around Coords, as points or as Point elements; a line without one has its Baseline, \
      and the usual height of the page's lines. A page without a size is as large as its blocks. Confidences outside \
      of 0 to 1 are unknown.

      The ReadingOrder is kept with the page as the source's own order, by index in ordered groups; without one, the \
      `custom` readingOrder of the regions. `structure {id:a7; type:article;}` in the `custom` of lines and regions \
      makes articles; ids count for each page by itself, but `continued:true` takes up an article of the same id on \
      an earlier page. `role:subheadline;` in a structure is the line's role.

      What is not understood is counted and warned of once for each kind; its text is kept.
      """,
    gives: [.lines],
    sample: """
      <TextRegion id="r2" type="heading" custom="readingOrder {index:1;}">
        <Coords points="120,300 820,300 820,380 120,380"/>
        <TextLine id="r2l1" custom="structure {id:a1; type:article;}">
          <Coords points="120,300 820,300 820,380 120,380"/>
          <TextEquiv conf="0.93"><Unicode>Vom Hafen</Unicode></TextEquiv>
        </TextLine>
      </TextRegion>
      """,
    fields: [
      .init("name of the file, or of the folder", "id of the issue; its date, and title, where they stand in it"),
      .init("Metadata/Creator", "the OCR program, by its first line"),
      .init("Metadata/LastChange", "when the source was made, else Created; of several files the latest"),
      .init("Page", "page, called as its file; the second in a file with -2 behind it"),
      .init("Page/@imageFilename", "the page's image"),
      .init("Page/@imageWidth, @imageHeight", "the page's size; without both, as far as its blocks reach"),
      .init("@primaryLanguage, @language", "language of the page or block, or that around it, or that of its lines"),
      .init("ReadingOrder", "the source's own order of the blocks, by regionRef; by index in ordered groups"),
      .init("header, footer, page-number, … not in it", "before it if above the middle of the page, else behind it"),
      .init("TextRegion", "block of text; in a TableRegion a part of that table"),
      .init("AdvertRegion", "block of text; it and all that is in it have the label advertisement"),
      .init("NoiseRegion, UnknownRegion, CustomRegion", "block of text"),
      .init("TableRegion", "block, a table"),
      .init("TableCell", "no block; its lines are the table's, made of its own TextEquiv if it has none with text"),
      .init(
        "TableCell/@row, @col, @rowSpan, @colSpan; TableCellRole/@rowIndex, @columnIndex, …",
        "the cell of its lines; of a table in a cell, that of the cell around it"),
      .init("SeparatorRegion", "block, a separator"),
      .init("ImageRegion, GraphicRegion, MapRegion, …", "block, an illustration"),
      .init("region/@id", "id of the block; _anon0, _anon1, … without one, ~2, ~3, … where it repeats"),
      .init("region/@type", "label of the block; role of its lines, if they are of an article"),
      .init("type heading", "role headline; crosshead behind a paragraph of the article"),
      .init("type caption, credit", "roles caption and byline"),
      .init("type header, footer, page-number, …", "role furniture; also signature-mark and catch-word"),
      .init("other types", "role paragraph or advertisement-text; table and caption where the block is such a one"),
      .init("custom readingOrder {index}", "the source's order without a ReadingOrder, or of tables left out of it"),
      .init("custom structure {id; type}", "article of the line, or of the lines of the region, and its type"),
      .init("custom structure {continued:true}", "the article goes on from that of the same id on an earlier page"),
      .init("custom structure {role}", "role of the line"),
      .init("custom structure {type} of no article", "type of the line, or of the region if it has none or is other"),
      .init("region/Coords", "box of the block, upright; else that of its lines"),
      .init("TextLine", "line"),
      .init("TextLine/@id", "the line's id in the source"),
      .init("TextLine/Coords", "box of the line, upright"),
      .init("TextLine/Baseline", "box of a line without Coords, as high as lines of the page usually are"),
      .init("TextLine/TextEquiv", "text of the line, and its words; without it the region's, if that fits all lines"),
      .init("Word", "word, where the line has no text of its own; else the place of one"),
      .init("Word/Coords", "box of the word; without any in the line, shares of the line's box by letters"),
      .init("Word/Glyph/TextEquiv", "letters of a word that has no text"),
      .init("TextEquiv/Unicode", "text, else PlainText"),
      .init("TextEquiv/@index", "which of several counts: the lowest, else the first"),
      .init("TextEquiv/@conf", "confidence of the word, 0 to 1, else the line's; any other figure is unknown"),
      .init("region/TextEquiv", "lines of the block, if it has none with text"),
      .init("TextStyle", "font, size, bold, italic of the block, line or word"),
      .init("control characters, stray bytes", "spaces, U+FFFD; the page is flagged"),
      .init("Border, PrintSpace, Grid, Graphemes", "nothing"),
    ])

  private let settings: Settings

  public init(_ settings: Settings) { self.settings = settings }

  public func documents(in input: InputSelection) throws -> DocumentListing {
    let files = input.files.filter { !FilePath.isLeftover($0) && Self.isPAGE($0) }
    guard !files.isEmpty else { throw Self.nothingFound(input) }
    return PageFiles.documents(of: files, in: input, each: settings.issue)
  }

  public func read(_ document: DocumentSource, _ context: inout ReadContext) throws -> Issue {
    var issue = PageFiles.issue(of: document, endings: [])
    var articles: [Article] = []
    for path in document.files {
      let file = try Self.file(path, try document.read(path))
      issue.flag(file.scrubbing, onPage: issue.pages.count, of: path, &context)
      file.handler.findings.warn(path, &context)
      for read in file.handler.pages {
        var page = read.page
        page.number = issue.pages.count + 1
        page.file = FilePath.relative(path, to: document.root)
        let number = issue.pages.count
        for article in read.articles
        where !article.goesOn(in: &articles, onPage: number, ofPages: issue.pages.map(\.name)) {
          articles.append(article.article(onPage: number, named: page.name))
        }
        issue.pages.append(page)
      }
      issue.sources.append(FilePath.relative(path, to: document.root))
      issue.ocrSoftware = issue.ocrSoftware ?? file.handler.creator
      let date = [file.handler.lastChange, file.handler.created].lazy.compactMap { $0 }.first(where: Self.isDate)
      issue.sourceCreated = [issue.sourceCreated, date].compactMap { $0 }.max()
    }
    if !articles.isEmpty { issue.markup = PublisherMarkup(source: "PAGE custom structure", articles: articles) }
    return issue
  }

  private static func file(
    _ path: String, _ bytes: [UInt8]
  ) throws -> (handler: PAGEHandler, scrubbing: XMLScrubbing) {
    let found = XMLSniff.rootElement(bytes.prefix(4096))
    if !bytes.isEmpty, let found, found != root { throw otherRoot(path, found) }
    var handler = PAGEHandler(name: FilePath.pageName(path))
    let scrubbing = try XMLReader.read(bytes, file: path, into: &handler)
    guard !handler.pages.isEmpty else { throw noPage(path) }
    handler.finish()
    return (handler, scrubbing)
  }

  private static let root = "PcGts"

  /// True if the file begins as a PAGE file does, or is named like an XML file and shows no root element at all, so
  /// that reading it says what is wrong with it.
  private static func isPAGE(_ path: String) -> Bool {
    let found = (try? SourceFile.head(path)).flatMap(XMLSniff.rootElement)
    return found.map { $0 == root } ?? FilePath.hasEnding(path, ".xml")
  }

  /// True for a date in ISO 8601, with or without a time.
  private static func isDate(_ text: String) -> Bool {
    IssueName.isWholeDate(text.prefix { $0 != "T" }) && IssueDate(text) != nil
  }

  fileprivate static func nothingFound(_ input: InputSelection) -> Diagnostic {
    input.nothingFound("PAGE", rule: "'page-xml' takes XML files whose root element is 'PcGts'")
  }

  fileprivate static func otherRoot(_ path: String, _ root: String) -> Diagnostic {
    Diagnostic(
      .formatUnexpected, "'\(path)' is no PAGE file: its root element is '\(root)'", at: SourcePlace(file: path))
  }

  fileprivate static func noPage(_ path: String) -> Diagnostic {
    Diagnostic(.inputEmpty, "'\(path)' is a PAGE file without a Page", at: SourcePlace(file: path))
  }
}
