import OffprintKit
import OffprintModel

/// Writes pages as hOCR, in the order in which they are read, with the articles around their lines.
public struct HOCRWriter: Writer {
  public struct Settings: StageSettings {
    @Setting("What a file holds: one page, or all pages of the issue.")
    public var unit = HOCRUnit.page
    @Setting("Words broken at line ends end with a soft hyphen (mended), or with the mark that is printed.")
    public var lineEnds = HOCRLineEnds.mended

    public init() {}
  }

  public static let spec = WriterSpec(
    name: "hocr",
    summary: "hOCR 1.2 in XHTML: pages, areas, paragraphs, lines and words, with the articles around them",
    discussion: """
      With `unit: page` each page is a file, and the path must name `${page.name}` or `${page.number}`; with `unit: \
      issue` the issue is one. Files are XHTML 1.0 strict, so that readers of XML take them as well as those of HTML.

      Typesetting: an ocr_page holds, in reading order, ocr_carea, ocr_par, ocr_line and ocrx_word, each with its \
      bbox; x_wconf is the OCR engine's own figure. A paragraph that stands in two blocks is an ocr_carea with an \
      ocr_par in each. Pictures are ocr_photo and rules ocr_separator, behind the text.

      Logic: hOCR lets logical elements stand around those of typesetting, and has none for articles. The part of an \
      article on a page is an ocr_section, whose title has `x_article` (the article's id in all outputs), `x_type` and \
      `x_part` (1 for the first page it stands on); in it headlines stand in an ocr_title, bylines in an ocr_author, \
      captions in an ocr_caption, tables in an ocr_table. Furniture is ocr_header or ocr_footer. Without articles the \
      page is in its reading order, or else in that of the source.

      Line ends are inside of ocr_line, as hOCR wants them: a space where words end; nothing where Chinese and \
      Japanese lines meet; U+00AD in place of the mark where `dehyphenate` joined a word over them, so that a browser \
      and a search see the whole word. A hyphen that belongs to the word stays. With `line_ends: printed` all marks do.

      Pages of text have no bbox. Confidences of stages, labels and flags have no place.
      """,
    fileExtension: "hocr", needs: [.lines, .joins], layout: .files,
    sample: """
      <div class="ocr_page" id="page_1" title="image &quot;scans/0001.tif&quot;; bbox 0 0 2480 3508; ppageno 0">
       <div class="ocr_section" id="section_1_3" title="x_article tagblatt-1871-03-02-p1-TB7-0; x_type article; x_part 1">
        <div class="ocr_title">
         <div class="ocr_carea" id="carea_1_7" title="bbox 210 480 890 514">
          <p class="ocr_par" id="par_1_7" title="bbox 210 480 890 514"><span class="ocr_line" id="line_1_9" \
      title="bbox 210 480 890 514"><span class="ocrx_word" id="word_1_31" title="bbox 210 480 370 514; x_wconf 93">\
      Feuer</span> <span …>am</span> …
      """,
    fields: [
      .init("meta ocr-system", "the OCR program as the source names it; Offprint and its version"),
      .init("meta ocr-langs", "languages of the articles, or of the issue"),
      .init("ocr_page image, bbox, ppageno", "the page's image, size and place in the issue, from 0"),
      .init("ocr_section x_article, x_type", "the article's id and type"),
      .init("ocr_title, ocr_author, …", "roles headline, byline, caption, table"),
      .init("ocr_carea, ocr_par", "the lines of a component in one block"),
      .init("ocr_line, ocrx_word bbox", "boxes of lines and words, pixels"),
      .init("ocrx_word x_wconf", "the OCR engine's own figure, 0 to 100"),
      .init("U+00AD at a line's end", "a word that 'dehyphenate' joined"),
    ])

  public var unit: ProductUnit { settings.unit == .page ? .page : .issue }
  private let settings: Settings

  public init(_ settings: Settings) { self.settings = settings }

  public func products(for issue: Issue) throws -> [Product] {
    let mends = settings.lineEnds == .mended
    switch settings.unit {
    case .page:
      return try issue.pages.indices.map { page in
        Product(.page(page), try HOCRDocument(issue: issue, pages: [page], mends: mends).bytes())
      }
    case .issue:
      guard !issue.pages.isEmpty else { return [] }
      return [Product(.issue, try HOCRDocument(issue: issue, pages: Array(issue.pages.indices), mends: mends).bytes())]
    }
  }
}

/// What one hOCR file holds.
public enum HOCRUnit: String, SettingChoice {
  case page, issue
}

/// How lines end within a broken word.
public enum HOCRLineEnds: String, SettingChoice {
  case mended, printed
}
