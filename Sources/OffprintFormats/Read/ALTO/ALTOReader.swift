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

      Elements are known by their local names, whatever the namespace. Boxes become pixels: files in mm10 and \
      inch1200 are converted with the setting `resolution`. A page without a size is as large as its blocks. Blocks \
      without an id are called _anon and their place on the page. A HYP element's mark is written at the end of its \
      line unless the last word has it already; without CONTENT it is a hyphen. What has no place of its own has the \
      upright box around its Shape. The ReadingOrder of ALTO 4.3 is kept with the page as the source's own order. \
      Places that are no numbers or that no page has, ids that repeat in a file, references that lead nowhere and \
      units that ALTO does not have are told of and cost no line.

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
      """)

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
