import OffprintKit
import OffprintModel
import OffprintXML

/// Writes pages as ALTO again, with what the stages have found: mended words, reading order, articles.
public struct ALTOWriter: Writer {
  public static let spec = WriterSpec(
    name: "alto",
    summary: "one ALTO 4.4 file for each page: its layout, broken words as pairs, reading order and articles",
    discussion: """
      A file holds one page, so the path must name `${page.name}` or `${page.number}`; with the name, lines are called \
      the same when the file is read again.

      Layout: blocks stand in the order of the source, in PrintSpace or in the margin they were in. Text blocks are \
      TextBlocks, those of a table are in a ComposedBlock whose TYPE is Table or the source's own word for one, pictures are Illustrations and rules \
      GraphicalElements. Figures are pixels; a text page has no pixels, and a cell of its lines counts as one. What \
      the source calls a block is a LayoutTag. Ids of blocks and lines are kept where XML takes them and each stands \
      once (a letter of ASCII or `_`, then letters, digits, `.`, `-` and `_`); others are made anew. What has no known \
      place has no figures, and an empty line has one String without content.

      Words: WC is the OCR engine's own figure, STYLEREFS the look. Words without a space between them have no SP; \
      they are one String where their places do not show that they touch.

      Broken words: where `dehyphenate` found that two lines share a word, the halves are HypPart1 and HypPart2, both \
      with the whole word in SUBS_CONTENT, punctuation included, also over the end of a column or page; the mark \
      stands in HYP. A hyphen that the word keeps is in SUBS_CONTENT. A mark that breaks no word, such as that in \
      Reichs- und Staatsanzeiger, stays in CONTENT unless the source had it in HYP. A word that is both the end of \
      one and the beginning of another, over three lines, is HypPart1.

      ReadingOrder has the articles of the page one after the other, each an OrderedGroup with a StructureTag that \
      has its type and id, and in it a reference to each block, or to each line where blocks do not stand whole; \
      without articles, the reading order of the page. Description names the image, the OCR program with the \
      source's own date, and Offprint with the provider of `publication:` as its agency. Labels, roles of components and confidences of stages have no place.
      """,
    fileExtension: "xml", needs: [.lines, .joins], layout: .files,
    schema: .xsd([StandardSchemas.alto]),
    sample: """
      <TextLine ID="TB8_l0" HPOS="210" VPOS="530" WIDTH="680" HEIGHT="34">
       <String CONTENT="einem" HPOS="640" VPOS="530" WIDTH="90" HEIGHT="34" WC="0.91"/>
       <SP HPOS="730" VPOS="530" WIDTH="20"/>
       <String CONTENT="Spei" HPOS="750" VPOS="530" WIDTH="140" HEIGHT="34" SUBS_TYPE="HypPart1" \
      SUBS_CONTENT="Speicher" WC="0.83"/>
       <HYP CONTENT="-"/>
      </TextLine>
      """,
    fields: fields)

  public let unit = ProductUnit.page

  public init(_ settings: NoSettings) {}

  public func products(for issue: Issue) throws -> [Product] {
    let pairs = ALTOPairs(of: issue)
    return try issue.pages.indices.map { page in
      Product(.page(page), try ALTOPageFile(issue: issue, page: page, pairs: pairs).bytes())
    }
  }
}
