import OffprintDiagnostics
import OffprintKit
import OffprintModel
import OffprintXML

/// Reads issues as the Koninklijke Bibliotheek delivers them (Delpher): a DIDL file, ALTO pages, texts of articles.
public struct DIDLALTOReader: Reader {
  public struct Settings: StageSettings {
    @Setting(
      "What becomes of an issue with a page file that is missing or broken: the issue fails, or the page is left out.")
    public var brokenPages = BrokenPages.fail
    @Setting(
      "Dots an inch of the scans, for pages that measure in tenths of a millimetre or 1200ths of an inch.",
      in: 1...10000)
    public var resolution = 300.0
    public init() {}
  }

  public static let spec = ReaderSpec(
    name: "didl-alto",
    summary: "issues of a DIDL file (KB, Delpher), its ALTO pages and the texts of its articles",
    discussion: """
      Every XML file whose root element is `DIDL` is an issue. Its pages are the Components with the role alto, in \
      the order of the file; a file is looked for by its name, by its address, and by its URN with _ for the colons, \
      beside the DIDL file and below it. If a page file is missing or broken the issue fails, unless `broken_pages: \
      leave-out` says otherwise. ALTO files and texts of articles beside the DIDL file that it does not name are \
      told of.

      Articles come from the blocks of each article's zoning, in their order; their types from the subject \
      (artikel, advertentie, familiebericht, illustratie met onderschrift, tabel). A block that two articles claim \
      belongs to the first.

      The text of an article (`<title>`, `<p>`) is laid over the lines of its blocks, by their letters alone. The \
      lines of the title are the headline, and each <p> is one component, over blocks and pages. Where the text is \
      missing or another one, the components are the blocks, and a warning says so. A <p> is often a whole column: \
      the components count as printed paragraphs only if hardly any has another one beginning inside of it, by its \
      indented first line.

      Title, date, number, publisher, place and language come from the metadata of the DIDL file; two languages are \
      none. The issue is called as its file, without `didl`; if that says nothing, as its folder.
      """,
    gives: [.lines],
    sample: """
      <dcx:article-part order="1" pageid="ddd:010:mpeg21:p001">
        <dcx:blocks alto="DDD_010_001_alto.xml">
          <dcx:TextBlock ID="P1_TB00006"/>
        </dcx:blocks>
      </dcx:article-part>
      """,
    fields: fields)

  private let settings: Settings

  public init(_ settings: Settings) { self.settings = settings }

  public func documents(in input: InputSelection) throws -> DocumentListing {
    let files = input.files.filter { Self.isDIDL($0) }
    guard !files.isEmpty else { throw Self.nothingFound(input) }
    let folders = Dictionary(grouping: files, by: FilePath.folder)
    return DocumentListing(
      documents: files.sorted(by: NaturalOrder.precedes).map { file in
        // Beside two DIDL files nobody can tell whose a file would be that neither names.
        let folder = FilePath.folder(file)
        let beside = folders[folder]?.count == 1 ? input.files.filter { Self.mayBelong($0, to: folder) } : []
        return DocumentSource(
          name: FilePath.relative(file, to: input.root), root: input.root, files: [file] + beside.filter { $0 != file },
          input: input.bounds)
      })
  }

  public func read(_ document: DocumentSource, _ context: inout ReadContext) throws -> Issue {
    guard let path = document.files.first else { throw Self.noPages(document.name, nil) }
    let didl = try Self.parse(path, try document.read(path))
    var issue = Issue(id: Self.identifier(path))
    issue.sources = [FilePath.last(path)]
    var folder = DeliveryFolder(of: path, root: document.root)
    var index = ALTOBlockIndex()
    try readPages(of: didl, document, &folder, &issue, &index, &context)
    guard !issue.pages.isEmpty else { throw Self.noPages(path, didl.pages.first?.file.line) }
    Self.describe(&issue, didl.description, FilePath.folder(path))
    var markup = DIDLMarkup(didl, issue: issue, index: index)
    issue.markup = markup.build(&folder)
    markup.findings.warn(path, &context)
    let orphans = document.files.dropFirst().filter { !didl.names.contains(FilePath.last($0).lowercased()) }
    if let first = orphans.first { context.warn(Self.orphans(orphans.count, first)) }
    return issue
  }

  private func readPages(
    of didl: DIDLDocument, _ document: DocumentSource, _ folder: inout DeliveryFolder, _ issue: inout Issue,
    _ index: inout ALTOBlockIndex, _ context: inout ReadContext
  ) throws {
    for page in didl.pages {
      do {
        guard let path = page.file.find(in: &folder) else { throw Self.missing(page.file, didl.path) }
        let file = try ALTOFile.read(path, of: document, root: folder.folder, resolution: settings.resolution)
        let first = issue.pages.count
        issue.flag(file.scrubbing, onPage: first, of: path, &context)
        file.findings.warn(path, &context)
        issue.append(file)
        if let label = page.label { issue.pages[first].label = label }
        issue.sources.append(FilePath.relative(path, to: folder.folder))
        let entry = ALTOBlockIndex.Entry(
          path: path, pages: Array(first..<issue.pages.count), composedBlocks: file.pages.map(\.composedBlocks))
        for key in [page.id, page.file.name.map(DIDLMarkup.key), DIDLMarkup.key(ofFile: path)].compactMap({ $0 }) {
          index.add(key, entry)
        }
        issue.sourceCreated = [issue.sourceCreated, file.description.created].compactMap { $0 }.max()
      } catch {
        guard settings.brokenPages == .leaveOut else { throw error }
        for message in Diagnostics.messages(of: error) {
          context.warn(message.noting("kept", "the other pages; 'broken_pages: leave-out' is set"))
        }
        issue.flags.append(
          Flag(code: "page-left-out", subject: .issue, note: page.file.spellings.first.map(FilePath.last)))
      }
    }
  }

  private static func describe(_ issue: inout Issue, _ description: DIDLDescription, _ folder: String) {
    issue.publication.title = description.title
    issue.publication.publisher = description.publisher
    issue.publication.place = description.place
    issue.publication.identifier = description.identifier
    issue.date = description.date.flatMap(METSIssueData.date) ?? IssueName(ofFolder: folder).date
    issue.volume = description.volume
    issue.number = description.number
    issue.edition = description.edition
    let languages = Set(description.languages.compactMap(LanguageCode.bcp47))
    issue.language = languages.count == 1 ? languages.first : nil
  }

  private static func parse(_ path: String, _ bytes: [UInt8]) throws -> DIDLDocument {
    let found = XMLSniff.rootElement(bytes.prefix(4096))
    if !bytes.isEmpty, let found, found != "DIDL" { throw otherRoot(path, found) }
    var handler = DIDLHandler(path: path)
    try XMLReader.read(bytes, file: path, into: &handler)
    return handler.document
  }

  /// True if the file begins as a DIDL file does, or is named like one and shows no root element at all, so that
  /// reading it says what is wrong with it.
  private static func isDIDL(_ path: String) -> Bool {
    guard !FilePath.isLeftover(path), FilePath.hasEnding(path, ".xml") else { return false }
    let found = (try? SourceFile.head(path)).flatMap(XMLSniff.rootElement)
    return found.map { $0 == "DIDL" } ?? FilePath.last(path).lowercased().contains("didl")
  }

  /// True for files of the folder itself that are called as pages and texts are.
  private static func mayBelong(_ path: String, to folder: String) -> Bool {
    guard FilePath.folder(path) == folder, !FilePath.isLeftover(path) else { return false }
    let name = FilePath.pageName(path).lowercased()
    return name.hasSuffix("alto") || name.hasSuffix("articletext")
  }

  /// The file's name without what only says that it is DIDL; its folder's if nothing is left.
  private static func identifier(_ path: String) -> String {
    var name = FilePath.pageName(path)
    for ending in ["didl", "mpeg21"] where name.lowercased().hasSuffix(ending) {
      name.removeLast(ending.utf8.count)
      while let last = name.last, "-_.:".contains(last) { name.removeLast() }
    }
    return name.isEmpty ? IssueName.id(ofFolder: FilePath.folder(path)) : name
  }

  fileprivate static func nothingFound(_ input: InputSelection) -> Diagnostic {
    input.nothingFound(
      "DIDL", rule: "'didl-alto' takes XML files whose root element is 'DIDL'",
      fix: "for ALTO pages without a DIDL file use 'format: alto'")
  }

  fileprivate static func otherRoot(_ path: String, _ root: String) -> Diagnostic {
    Diagnostic(
      .formatUnexpected, "'\(path)' is no DIDL file: its root element is '\(root)'", at: SourcePlace(file: path))
  }

  fileprivate static func noPages(_ path: String, _ line: Int?) -> Diagnostic {
    Diagnostic(
      .inputEmpty, "'\(path)' names no page that can be read", at: SourcePlace(file: path, line: line),
      notes: [.init("looked for", "Components with the role 'alto' and a Resource")])
  }

  fileprivate static func missing(_ file: DIDLFile, _ didl: String) -> Diagnostic {
    Diagnostic(
      .referenceBroken, "the page file '\(file.name ?? file.reference ?? "")' is not in the delivery",
      at: SourcePlace(file: didl, line: file.line),
      fix: "ask the deliverer for it; to read the other pages set 'broken_pages: leave-out'",
      notes: [.init("kept", "nothing of the document is exported")])
  }

  fileprivate static func orphans(_ count: Int, _ first: String) -> Diagnostic {
    let what = count == 1 ? "1 file beside the DIDL file is" : "\(count) files beside the DIDL file are"
    return Diagnostic(
      .referenceBroken, "\(what) named nowhere in it; the first is this one", severity: .warning,
      at: SourcePlace(file: first), notes: [.init("kept", "nothing of what is not named")])
  }
}
