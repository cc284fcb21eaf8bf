import OffprintDiagnostics
import OffprintKit
import OffprintModel
import OffprintXML

/// Reads the tables of words that Tesseract writes (`tesseract IMAGE OUT tsv`).
public struct TesseractTSVReader: Reader {
  public struct Settings: StageSettings {
    @Setting("What an issue is: all tables of a folder, or each file by itself.")
    public var issue = IssueExtent.folder
    @Setting("The language of the pages (BCP 47, such as de), which the tables do not say.")
    public var language: String? = nil
    public init() {}
  }

  public static let spec = ReaderSpec(
    name: "tesseract-tsv",
    summary: "Tesseract's tables of words, tab-separated, a row for each page, block, paragraph, line and word",
    discussion: """
      Each folder that directly holds such tables is an issue, in the order of their names, numbers by their value; \
      with `issue: file` each file is one. A name with a date (1858-12-07 or 18581207) gives the date, {title}_{date} \
      the title too. A table begins with the row `level page_num block_num par_num line_num word_num left top width \
      height conf text`; columns are known by their names, in any order. A file called .tsv without that row is taken \
      if its first row has twelve columns and a level of 1 to 5.

      Rows of level 1 are pages, those of level 3 blocks (named b2p1, the first paragraph of the second block), of \
      level 4 lines, of level 5 words. In tables of words alone the numbers in the rows say the same. A confidence of \
      -1 is unknown, others are percent. Words of white space, which Tesseract writes for rules and pictures, leave \
      an empty line. Rows with other columns are warned of once; their text is kept as words.
      """,
    gives: [.lines],
    sample: """
      level page_num block_num par_num line_num word_num left top width height conf text
      4 1 1 1 1 0 120 300 700 40 -1
      5 1 1 1 1 1 120 300 290 40 93.1 Vom
      5 1 1 1 1 2 430 300 390 40 88.4 Hafen
      """,
    fields: [
      .init("name of the folder, or of the file", "id of the issue; its date, and title, where they stand in it"),
      .init("level 1", "page, called as its file; the second in a file with -2 behind it"),
      .init("level 2", "nothing; its paragraphs are the blocks"),
      .init("level 3", "block of text, if there is a line in it"),
      .init("level 4", "line"),
      .init("level 5", "word; several if it has spaces, with shares of its box"),
      .init("page_num", "another page where it changes"),
      .init("block_num, par_num", "id of the block: b2p1"),
      .init("line_num", "another line where it changes, in a table of words alone"),
      .init("left, top, width, height", "the page's size; boxes of blocks, lines and words, pixels"),
      .init("conf", "confidence of the word, 0 to 100; any other figure is unknown"),
      .init("text", "text of the word; of white space none"),
      .init("U+00AD, ¬ or ⸗ at a line's end", "break mark that the source vouches for"),
      .init("setting 'language'", "language of the issue"),
      .init("control characters, stray bytes", "spaces, U+FFFD; the page is flagged"),
      .init("word_num", "nothing"),
    ])

  private let settings: Settings

  public init(_ settings: Settings) { self.settings = settings }

  public func documents(in input: InputSelection) throws -> DocumentListing {
    let files = input.files.filter { !FilePath.isLeftover($0) && Self.isTable($0) }
    guard !files.isEmpty else { throw Self.nothingFound(input) }
    return PageFiles.documents(of: files, in: input, each: settings.issue)
  }

  public func read(_ document: DocumentSource, _ context: inout ReadContext) throws -> Issue {
    var issue = PageFiles.issue(of: document, endings: Self.endings)
    issue.language = settings.language
    for path in document.files {
      let bytes = try TextPageBytes(try document.read(path), file: path)
      // A form feed is no layout of a table.
      let feeds = bytes.text.count { $0 == 0x0C }
      let text = feeds == 0 ? bytes.text : bytes.text.map { $0 == 0x0C ? 0x20 : $0 }
      let file = TSVFile(text, name: PageFiles.pageName(path, Self.endings))
      guard !file.pages.isEmpty else { throw Self.noRows(path) }
      var scrubbing = XMLScrubbing()
      scrubbing.invalidUTF8 = bytes.replaced
      scrubbing.controlCharacters = bytes.controlCharacters + feeds
      issue.flag(scrubbing, onPage: issue.pages.count, of: path, &context)
      file.findings.warn(path, &context)
      issue.append(file.pages, of: path, in: document)
    }
    issue.ocrSoftware = "tesseract"
    return issue
  }

  private static let endings = [".tsv"]

  /// True for a table with the names of its columns, or called `.tsv` with rows like Tesseract's.
  private static func isTable(_ path: String) -> Bool {
    guard let head = try? SourceFile.head(path, count: 1024) else { return false }
    let start = head.starts(with: [0xEF, 0xBB, 0xBF]) ? head.dropFirst(3) : head[...]
    let first = start.prefix { $0 != 0x0A && $0 != 0x0D }.split(separator: 0x09, omittingEmptySubsequences: false)
    let columns = TSVColumns(first)
    if columns.areNamed { return first.contains { $0.elementsEqual("text".utf8) } }
    guard FilePath.pageName(path).lowercased().hasSuffix(".tsv"), (11...12).contains(first.count) else { return false }
    return first[0].count == 1 && (0x31...0x35).contains(first[0].first ?? 0)
  }

  fileprivate static func nothingFound(_ input: InputSelection) -> Diagnostic {
    input.nothingFound(
      "table of words", rule: "'tesseract-tsv' takes tables whose first row names level, left, text and so on")
  }

  fileprivate static func noRows(_ path: String) -> Diagnostic {
    Diagnostic(.inputEmpty, "'\(path)' is a table without a row", at: SourcePlace(file: path))
  }
}
