import OffprintDiagnostics
import OffprintKit
import OffprintModel
import OffprintXML

/// Reads hOCR, the HTML that OCR programs write.
public struct HOCRReader: Reader {
  public struct Settings: StageSettings {
    @Setting("What an issue is: all hOCR files of a folder, or each file by itself.")
    public var issue = IssueExtent.folder
    public init() {}
  }

  public static let spec = ReaderSpec(
    name: "hocr",
    summary: "hOCR of Tesseract, OCRmyPDF, ABBYY and others, also where it is no XML",
    discussion: """
      Each folder that directly holds hOCR files is an issue, its pages in the order of their names, numbers by their \
      value; with `issue: file` each file is one, as those are that hold all pages of an issue. A name with a date \
      (1858-12-07 or 18581207) gives the date, {title}_{date} the title too. HTML files without hOCR are passed over.

      Files that are XML are read as such, others as HTML, which has no fatal errors. A `<` that begins no markup, \
      as in a comment that never ends, an instruction without a name or a tag without `>`, is text. Nothing is lost \
      by it, and it is warned of once. A file that does not end with `</html>` is warned of too.

      A block is an ocr_par, or the ocr_carea or ocrx_block around lines that are in none. ocr_header and ocr_footer \
      around lines put these in the margins; on a line, as Tesseract writes them, ocr_header, ocr_caption and \
      ocr_textfloat make it a block with the label heading, caption or float. ocr_separator is a rule; ocr_photo, \
      ocr_image, ocr_linedrawing and the like are pictures; ocr_table is a table.

      Of a title are read bbox (also with decimals), x_wconf or x_conf, x_fsize, x_font, x_bboxes, image, x_source, \
      ocrp_lang and lpageno; of a CSS style the font. strong and em make a word bold and italic. A confidence is 0 to \
      100. The names of Tesseract's models are read as languages (deu_frak is de-Latf); the language of the html \
      element is not, since programs write always the same.

      A line without ocrx_words is cut at white space, with the places of its characters (x_bboxes, ocrx_cinfo) or \
      shares of its own. Of several readings of one text (alternatives) the one in `ins` is read, else the first; the \
      others are passed over. Text beside the words of a line is part of it. Text of a page that is in no line becomes \
      one, up to the next block element; what is outside of all pages becomes a page. Both are warned of once.
      """,
    gives: [.lines],
    sample: """
      <div class="ocr_page" title="image 0001.png; bbox 0 0 2480 3508; ppageno 0">
        <p class="ocr_par" lang="deu" title="bbox 120 300 820 380">
          <span class="ocr_line" title="bbox 120 300 820 340; baseline 0 -6">
            <span class="ocrx_word" title="bbox 120 300 410 340; x_wconf 93">Vom</span>
            <span class="ocrx_word" title="bbox 430 300 820 340; x_wconf 88">Hafen</span>
          </span>
        </p>
      </div>
      """,
    fields: [
      .init("name of the folder, or of the file", "id of the issue; its date, and title, where they stand in it"),
      .init("meta ocr-system", "the OCR program"),
      .init("ocr_page", "page, called as its file; the second in a file with -2 behind it"),
      .init("ocr_page bbox", "the page's size, from 0; else as far as its blocks reach"),
      .init("ocr_page image, x_source", "the page's image"),
      .init("ocr_page lpageno", "the page's label"),
      .init("ocrp_lang, lang, @lang", "language of the page or block, from the names of Tesseract's models too"),
      .init("ocr_par", "block of text"),
      .init("ocr_carea, ocrx_block, ocr_column, …", "block of the lines in it that are in no block of their own"),
      .init("ocr_header, ocr_footer", "block in the top or bottom margin, with the label header or footer"),
      .init("ocr_caption, ocr_title, ocr_author, …", "block with that label; textfloat is float, pageno page-number"),
      .init("span of such a class", "line, in a block with that label; of ocr_header the label is heading"),
      .init("ocr_separator", "block, a separator"),
      .init("ocr_photo, ocr_image, ocr_linedrawing, …", "block, an illustration"),
      .init("ocr_table", "block, a table; with paragraphs in it a block for each, all one table"),
      .init("ocr_document, ocr_chapter, ocr_section, …", "nothing; what is in them is read"),
      .init("ocr_line, ocrx_line", "line, with the style of most of its words"),
      .init("ocrx_word", "word; several if it has spaces, with shares of its box"),
      .init("text of a line in no word", "words, placed by their characters, else by shares of a line without words"),
      .init("alternatives: ins, else the first alt", "text of the word; other alts are nothing"),
      .init("text in no line, text in no page", "line up to the next block element, page of its own"),
      .init("bbox", "boxes of blocks, lines and words, pixels"),
      .init("ocrx_word x_wconf, x_conf, x_confs", "confidence, 0 to 100; of several the mean"),
      .init("ocrx_cinfo without a place in a word with text", "nothing, another reading; Tesseract writes such"),
      .init("span of such a class in an ocr_line", "part of that line"),
      .init("x_bboxes, ocrx_cinfo x_bboxes", "places of characters, for lines without words"),
      .init("x_font, x_fsize", "font, size; bold and italic as the font's name says"),
      .init("@style font-family, font-size, …", "font, size in pt, and by font-weight and font-style bold, italic"),
      .init("strong, b, em, i in a word", "bold, italic"),
      .init("sup, sub", "figures in the raised and lowered forms of Unicode"),
      .init("br in a line or word", "a space"),
      .init("ruby", "its base; rt and rp are nothing"),
      .init("@id", "id of the block; the line's id in the source"),
      .init("U+00AD, ¬ or ⸗ at a line's end", "break mark that the source vouches for"),
      .init("control characters, stray bytes", "spaces, U+FFFD; the page is flagged"),
      .init("head, title, script, style", "nothing of their text"),
    ])

  private let settings: Settings

  public init(_ settings: Settings) { self.settings = settings }

  public func documents(in input: InputSelection) throws -> DocumentListing {
    let files = input.files.filter { !FilePath.isLeftover($0) && Self.isHOCR($0) }
    guard !files.isEmpty else { throw Self.nothingFound(input) }
    return PageFiles.documents(of: files, in: input, each: settings.issue)
  }

  public func read(_ document: DocumentSource, _ context: inout ReadContext) throws -> Issue {
    var issue = PageFiles.issue(of: document, endings: Self.endings)
    for path in document.files {
      let name = PageFiles.pageName(path, Self.endings)
      let bytes = try document.read(path)
      if !bytes.isEmpty, let root = XMLSniff.rootElement(bytes.prefix(4096)), root.lowercased() != "html" {
        throw Self.otherRoot(path, root)
      }
      var file = try HTMLReader.read(bytes, file: path) { HOCRHandler(name: name) }
      file.handler.finishPage()
      guard !file.handler.pages.isEmpty else { throw Self.noPage(path) }
      if file.strayMarks > 0 { file.handler.findings.count(.strayMark, 0, file.strayMarks) }
      if !file.isEnded { file.handler.findings.count(.cutOff, 0) }
      issue.flag(file.scrubbing, onPage: issue.pages.count, of: path, &context)
      file.handler.findings.warn(path, &context)
      issue.append(file.handler.pages, of: path, in: document)
      issue.ocrSoftware = issue.ocrSoftware ?? file.handler.software
    }
    return issue
  }

  private static let endings = [".hocr", ".html", ".xhtml", ".htm"]

  /// True if the file begins as HTML does and names a class of hOCR in its first kilobytes, or is called `.hocr`.
  private static func isHOCR(_ path: String) -> Bool {
    let name = FilePath.pageName(path).lowercased()
    guard let head = try? SourceFile.head(path, count: 16384) else { return name.hasSuffix(".hocr") }
    guard let root = XMLSniff.rootElement(head) else { return name.hasSuffix(".hocr") }
    guard root.lowercased() == "html" else { return false }
    if name.hasSuffix(".hocr") { return true }
    let text = String(decoding: head.filter { $0 != 0 }, as: UTF8.self)
    return text.contains("ocr_") || text.contains("ocrx_") || text.contains("ocr-system")
  }

  fileprivate static func nothingFound(_ input: InputSelection) -> Diagnostic {
    input.nothingFound("hOCR", rule: "'hocr' takes HTML files with classes of hOCR, such as ocr_page")
  }

  fileprivate static func otherRoot(_ path: String, _ root: String) -> Diagnostic {
    Diagnostic(
      .formatUnexpected, "'\(path)' is no hOCR file: its root element is '\(root)'", at: SourcePlace(file: path))
  }

  fileprivate static func noPage(_ path: String) -> Diagnostic {
    Diagnostic(
      .inputEmpty, "'\(path)' is an HTML file without an ocr_page and without text", at: SourcePlace(file: path))
  }
}
