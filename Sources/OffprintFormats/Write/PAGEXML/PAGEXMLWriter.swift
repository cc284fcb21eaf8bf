import OffprintDiagnostics
import OffprintKit
import OffprintModel

/// Writes pages as PAGE-XML, each line marked with its article.
public struct PAGEXMLWriter: Writer {
  public struct Settings: StageSettings {
    @Setting("When the files count as made, an ISO 8601 date-time; else what the source says of itself.")
    public var created: String? = nil

    public init() {}
  }

  public static let spec = WriterSpec(
    name: "page-xml",
    summary: "PAGE-XML 2019-07-15, a file for each page, each line marked with its article",
    discussion: """
      A file holds one page, so the path must name `${page.name}` or `${page.number}`; with the name, lines are called \
      the same when the file is read again. Blocks and lines stand as in the source; the ReadingOrder has the regions \
      in the order in which the articles are read, each where its first line is. Ids of the source are kept where XML \
      takes them. A block that is no text but has lines is a region of its kind with a TextRegion inside; in a table \
      whose cells the source names there is one for each cell, with its TableCellRole.

      Each line has in `custom` what Transkribus and readers of article ground truth take: `structure {id:a7; \
      type:article;}`, the number being that of the article in the issue and the type article, advertisement, notice, \
      table, illustration or masthead, with `continued:true` where an article goes on from an earlier page; and \
      `structure {type:heading; role:subheadline;}`, PAGE's word for the line and Offprint's. The type of a region is \
      that of most of its lines. `page-xml` reads both; with `issue: folder` an article over several pages is one.

      The text of lines is as printed. Halves of a mended word have two readings: TextEquiv 0 is the print, 1 the \
      whole word. A place that is not known is `0,0 0,0`, since PAGE wants one; cells of text pages count as pixels, \
      and what stands left of the page or above it is cut off. There is no Baseline, since pages know none, and \
      confidences of stages, labels and flags have no place.
      """,
    fileExtension: "xml", needs: [.lines, .joins], layout: .files,
    schema: .xsd([StandardSchemas.page]),
    sample: """
      <TextRegion id="TB7" custom="readingOrder {index:2;}" type="heading">
       <Coords points="210,480 890,480 890,514 210,514"/>
       <TextLine id="TB7_l0" custom="readingOrder {index:0;} structure {id:a3; type:article;} \
      structure {type:heading; role:headline;}">
        <Coords points="210,480 890,480 890,514 210,514"/>
        <Word id="TB7_l0_w1">
         <Coords points="210,480 370,480 370,514 210,514"/>
         <TextEquiv conf="0.93"><Unicode>Feuer</Unicode></TextEquiv>
        </Word>…
      """,
    fields: [
      .init("Metadata/Created, LastChange", "setting 'created'; else the source's own date, else the printed one"),
      .init("Metadata/MetadataItem", "the OCR program; Offprint and its version"),
      .init("Page/@imageFilename", "the image as the source names it; else the page's file"),
      .init("Page/@imageWidth, @imageHeight", "the page's size in pixels; else that of all blocks"),
      .init("@primaryLanguage", "language of the page or block, in PAGE's words"),
      .init("ReadingOrder", "order of the articles' lines, by regions"),
      .init("TextRegion, TableRegion, …", "blocks, by their kind"),
      .init("TextRegion/Roles/TableCellRole", "row, column and spans of a table's cell, as the source has them"),
      .init("TextRegion/@type", "roles of its lines: heading, paragraph, caption, credit, header"),
      .init("TextLine/@custom", "article, its type, the line's role"),
      .init("Word/TextEquiv/@conf", "the OCR engine's own figure, 0 to 1"),
      .init("Word/TextEquiv[@index=1]", "the whole word that the line end broke, from 'dehyphenate'"),
      .init("TextLine/TextStyle", "font, size, bold, italic of all words of the line"),
      .init("Word/TextStyle", "the same, in lines whose words have several"),
    ])

  public let unit = ProductUnit.page
  private let settings: Settings

  /// - Throws: `OP403` if `created` is no date-time.
  public init(_ settings: Settings) throws {
    if let fault = OutputTime.fault(in: settings.created) { throw fault }
    self.settings = settings
  }

  public func products(for issue: Issue) throws -> [Product] {
    let pairs = ALTOPairs(of: issue)
    let created = OutputTime.created(settings.created, for: issue)
    return try issue.pages.indices.map { page in
      Product(.page(page), try PAGEPageFile(issue: issue, page: page, pairs: pairs, created: created).bytes())
    }
  }
}
