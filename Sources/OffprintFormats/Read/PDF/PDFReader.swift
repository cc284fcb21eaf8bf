import OffprintDiagnostics
import OffprintKit
import OffprintModel
import OffprintXML

/// Reads PDF files that have text: born digital, or with the text of an OCR program behind the pictures.
public struct PDFReader: Reader {
  public struct Settings: StageSettings {
    @Setting("Dots an inch that the places of words are converted with, from points; also for pictures.", in: 36...1200)
    public var resolution = 300.0
    @Setting("A folder for a picture of each page; without it none are made.")
    public var images: SettingPath? = nil
    @Setting("How long a program of poppler may take for one file; for pictures four times as long.")
    public var timeLimit = SettingDuration(seconds: 120)
    @Setting("The language of the pages (BCP 47, such as de), which PDF files seldom say.")
    public var language: String? = nil
    public init() {}
  }

  public static let spec = ReaderSpec(
    name: "pdf",
    summary: "PDF with text, born digital or searchable, by the programs of poppler",
    discussion: """
      Each file that begins with %PDF is an issue, named by the file: a name with a date (1858-12-07 or 18581207) \
      gives the date, {title}_{date} the title too. The programs of poppler do the reading, as child processes \
      without a shell and with a limit of time (`time_limit`); without them (apt-get install poppler-utils) a \
      pipeline with this reader is refused by `offprint check`.

      pdftotext finds the words with their places, the lines and the blocks; pdftohtml the fonts, which go to the \
      words that stand in its runs of text; pdfinfo when the file was made, which pages lie on a side, and the OCR \
      program if its name is that of one. Text that cannot be seen, as OCR programs put behind a picture, is read too. Points become pixels with \
      `resolution`; sizes of type stay points.

      With `images: FOLDER` pdftoppm draws each page into {page}.png, and the page names that picture.

      A file without any text is refused, with what to do; pages without text among others are told of. So are files \
      that are encrypted, do not allow that their text is taken, or are broken. Pictures and rules on the page are \
      not told by poppler.
      """,
    gives: [.lines],
    sample: "%PDF-1.7\n…\nBT /F1 9.5 Tf 72 700 Td (Vom Hafen) Tj ET\n",
    fields: [
      .init("name of the file", "id of the issue; its date, and title, where they stand in it"),
      .init("page", "page, called as the file; the second with -2 behind it; one without text is warned of"),
      .init("page's width and height, in points", "the page's size in pixels, by 'resolution'"),
      .init("block of pdftotext", "block of text, called b1, b2, …"),
      .init("line of pdftotext", "line, with the style of most of its words"),
      .init("word of pdftotext", "word, also of text that cannot be seen"),
      .init("places of blocks, lines and words", "boxes in pixels, by 'resolution'"),
      .init("fontspec/@family, @size of pdftohtml", "font, without ABCDEF+; bold and italic by its name; points"),
      .init("b, i of pdftohtml", "bold, italic, for the run of text; words have the style of theirs"),
      .init("U+00AD, ¬ or ⸗ at a line's end", "break mark that the source vouches for"),
      .init("CreationDate", "when the source was made"),
      .init("Producer, Creator", "the OCR program, if one of them is the name of such a program"),
      .init("picture of the page by pdftoppm", "the page's image {page}.png, with 'images'"),
      .init("setting 'language'", "language of the issue"),
      .init("control characters, stray bytes", "spaces, U+FFFD; the first page is flagged"),
      .init("pictures, rules, tags, bookmarks", "nothing"),
    ])

  private let settings: Settings
  private let tools: PDFTools

  /// - Throws: OP312 if a program of poppler is not there.
  public init(_ settings: Settings) throws {
    self.settings = settings
    tools = try PDFTools([.pdftotext, .pdftohtml, .pdfinfo] + (settings.images == nil ? [] : [.pdftoppm]))
  }

  public func documents(in input: InputSelection) throws -> DocumentListing {
    let files = input.files.filter { !FilePath.isLeftover($0) && Self.isPDF($0) }
    guard !files.isEmpty else { throw PDFMessages.nothingFound(input) }
    return PageFiles.documents(of: files, in: input, each: .file)
  }

  public func read(_ document: DocumentSource, _ context: inout ReadContext) throws -> Issue {
    var issue = PageFiles.issue(of: document, endings: [".pdf"])
    issue.language = settings.language
    for path in document.files {
      let bytes = try document.read(path)
      guard !bytes.isEmpty else { throw Self.empty(path) }
      guard Self.isPDF(bytes) else { throw PDFMessages.notPDF(path) }
      let name = PageFiles.pageName(path, [".pdf"])
      let file = try PDFFile(bytes, path: path, name: name, tools: tools, settings: settings)
      issue.flag(file.scrubbing, onPage: issue.pages.count, of: path, &context)
      file.findings.warn(path, &context)
      issue.append(file.pages, of: path, in: document)
      issue.sourceCreated = issue.sourceCreated ?? file.info.created
      issue.ocrSoftware = issue.ocrSoftware ?? file.info.software
    }
    return issue
  }

  /// A kilobyte may stand before the mark (PDF 1.7, implementation note 13).
  private static func isPDF(_ head: [UInt8]) -> Bool { head.prefix(1024).firstRange(of: Array("%PDF-".utf8)) != nil }

  private static func isPDF(_ path: String) -> Bool {
    guard let head = try? SourceFile.head(path, count: 1024) else { return path.lowercased().hasSuffix(".pdf") }
    return isPDF(head) || (head.isEmpty && path.lowercased().hasSuffix(".pdf"))
  }

  fileprivate static func empty(_ path: String) -> Diagnostic {
    Diagnostic(.inputEmpty, "'\(path)' is empty", at: SourcePlace(file: path))
  }
}
