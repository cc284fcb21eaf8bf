import OffprintDiagnostics
import OffprintKit
import OffprintModel

/// Reads folders of ALTO pages that have no METS file: each folder is an issue.
public struct ALTOReader: Reader {
  public struct Settings: StageSettings {
    @Setting(
      "Dots an inch of the scans, for files that measure in tenths of a millimetre or 1200ths of an inch.",
      in: 1...10000)
    public var resolution = 300.0
    public init() {}
  }

  public static let spec = ReaderSpec(
    name: "alto",
    summary: "folders of ALTO files, versions 1 to 4, each folder an issue",
    discussion: """
      Each folder that directly holds ALTO files is an issue, named by the folder; a single file is an issue of its \
      own. Other XML files are passed over. Pages stand in the order of their names, numbers by their value. A \
      folder named {title}_{date} gives title and date; else a date in the name (1858-12-07 or 18581207) is taken.

      Elements are known by their local names, whatever the namespace. Boxes become pixels: files in mm10 and inch1200 \
      are converted with the setting `resolution`. A page without a size is as large as its blocks. Blocks without an \
      id are called _anon and their place on the page. A HYP element's mark is written at the end of its line unless \
      the last word has it already; without CONTENT it is a hyphen, or the mark that the word ends with. What has no \
      place of its own has the upright box around its Shape. The ReadingOrder of ALTO 4.3 is kept with the page as the \
      source's own order. Places that are no numbers or that no page has, ids that repeat in a file, references that \
      lead nowhere and units that ALTO does not have are told of and cost no line.

      Where the file writes SP elements, two words without one between them whose boxes touch are set without a \
      space. A confidence (WC) above 1 counts as unknown; Tesseract's habit of writing 9 % as 0.9 is undone.
      """,
    gives: [.lines],
    sample: """
      <TextBlock ID="TB1" HPOS="120" VPOS="300" WIDTH="700" HEIGHT="80">
        <TextLine HPOS="120" VPOS="300" WIDTH="700" HEIGHT="40">
          <String CONTENT="Zei" SUBS_TYPE="HypPart1" SUBS_CONTENT="Zeitung" WC="0.93"/>
          <HYP CONTENT="-"/>
        </TextLine>
      </TextBlock>
      """,
    fields: [
      .init("name of the folder or file", "id of the issue; its date, and title, where they stand in it"),
      .init("MeasurementUnit", "unit of all figures; mm10 and inch1200 become pixels by 'resolution'"),
      .init("sourceImageInformation/fileName", "the page's image"),
      .init("ocrProcessingStep, Processing", "the OCR program: softwareName and softwareVersion; 'NA' is none"),
      .init("processingDateTime", "when the OCR was done, else any other step; of several files the latest"),
      .init("Page", "page, called as its file; the second in a file with -2 behind it"),
      .init("Page/@WIDTH, @HEIGHT", "the page's size; without both, as far as its blocks reach"),
      .init("Page/@PRINTED_IMG_NR", "the page's label, else @PHYSICAL_IMG_NR"),
      .init("@LANG, @language, @xml:lang", "language of the page or block; a block's may be its ComposedBlock's"),
      .init("PrintSpace, TopMargin, …", "the part of the page that blocks stand in"),
      .init("TextBlock", "block of text; in a ComposedBlock whose type says so, a table with all others there"),
      .init("Illustration", "block, an illustration"),
      .init("GraphicalElement", "block, a separator; an illustration in a ComposedBlock whose type says so"),
      .init("ComposedBlock", "no block; its type and language are those of blocks in it that have none"),
      .init("@ID of a block", "id of the block; _anon0, _anon1, … without one, ~2, ~3, … where it repeats"),
      .init("@TYPE", "label of the block, but for a TextBlock"),
      .init("@TAGREFS", "label of the block where no TYPE is: that of the first tag that is known"),
      .init("LayoutTag, StructureTag, OtherTag", "what TAGREFS means: @LABEL, else @TYPE"),
      .init("@HPOS, @VPOS, @WIDTH, @HEIGHT", "boxes of blocks, lines, words in pixels; else those of what is inside"),
      .init("Shape/Polygon/@POINTS", "the same, upright, for what has no such figures"),
      .init("TextStyle", "@FONTFAMILY, @FONTSIZE, @FONTSTYLE: font, size, bold, italic"),
      .init("@STYLEREFS", "style of the block, line or word; without a TextStyle, that of what is around it"),
      .init("TextLine", "line, with the style of most of its words"),
      .init("TextLine/@ID", "the line's id in the source"),
      .init("String/@CONTENT", "word; several if it has spaces, each with its share of the box"),
      .init("String/@WC", "confidence, 0 to 1; a greater one is unknown; Tesseract's 0.9 for 9 % is undone"),
      .init("String/@STYLE", "bold, italic, on top of the style"),
      .init("SP", "the space between words; where a file has SPs, words that touch without one have none"),
      .init("HYP/@CONTENT", "break mark at the line's end, a hyphen if it is absent; text before another word"),
      .init("@SUBS_TYPE HypPart1, HypPart2", "the line's last word, or its first, is half of a broken one"),
      .init("@SUBS_CONTENT of HypPart1", "the whole of the broken word"),
      .init("ReadingOrder//ElementRef/@REF", "the source's own order of the page's blocks"),
      .init("control characters, stray bytes", "spaces, U+FFFD; the page is flagged"),
      .init("ALTERNATIVE, Variant, @CC", "nothing"),
    ])

  private let settings: Settings

  public init(_ settings: Settings) { self.settings = settings }

  public func documents(in input: InputSelection) throws -> DocumentListing {
    let pages = input.files.filter { !FilePath.isLeftover($0) && ALTOFile.isALTO($0) }
    guard !pages.isEmpty else { throw Self.nothingFound(input) }
    return PageFiles.documents(of: pages, in: input, each: .folder)
  }

  public func read(_ document: DocumentSource, _ context: inout ReadContext) throws -> Issue {
    var issue = PageFiles.issue(of: document, endings: [])
    var created: [String] = []
    for path in document.files {
      let file = try ALTOFile.read(path, of: document, root: document.root, resolution: settings.resolution)
      issue.flag(file.scrubbing, onPage: issue.pages.count, of: path, &context)
      file.findings.warn(path, &context)
      issue.append(file)
      issue.sources.append(FilePath.relative(path, to: document.root))
      if let date = file.description.created { created.append(date) }
    }
    issue.sourceCreated = created.max()
    return issue
  }

  fileprivate static func nothingFound(_ input: InputSelection) -> Diagnostic {
    input.nothingFound("ALTO", rule: "'alto' takes XML files whose root element is 'alto'")
  }
}
