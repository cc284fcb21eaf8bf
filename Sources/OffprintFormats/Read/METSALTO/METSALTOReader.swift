import OffprintDiagnostics
import OffprintKit
import OffprintModel
import OffprintXML

/// Reads issues that come as a METS file and its ALTO pages, with the article structure if the METS file has one.
public struct METSALTOReader: Reader {
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
    name: "mets-alto",
    summary: "issues of a METS file and its ALTO pages, with their article structure if they have one",
    discussion: """
      Every XML file whose root element is `mets` is an issue; BagIt folders need no unpacking, the METS file inside \
      is found, and so are those in archives. Several METS files that name the same pages, such as the BnF's manifest and toc, are one issue. Page \
      files are those of the fileSec that truly are ALTO, whatever their group and MIME type say, in the order of \
      the physical structure; a file of their group that is something else counts as a broken page.

      A page file is looked for as written, with % escapes undone and \\ for /, packed (0001.xml.gz for 0001.xml, also \
      .bz2, .xz, .zst), in other letter case, and under its name elsewhere below the METS file. Nothing outside of the folder that `from:` names is read, through links \
      neither. If a page file \
      is missing or broken the issue fails, unless `broken_pages: leave-out` says otherwise; the issue is then \
      flagged `page-left-out`.

      Articles come from the logical structMap (ENMAP, docWorks, BnF toc, Olive) or from structLink (British \
      Library). Its order is kept. A block that two divisions claim belongs to the first. Blocks that no division \
      claims stay unclaimed. References that lead nowhere are counted in one warning. Titles that only the metadata \
      has make no lines. A structure that the writer `mets-alto` has added counts in place of those of the delivery.

      The issue is called as its METS file, without `-METS`; if that says nothing (`mets.xml`), as its folder.
      """,
    gives: [.lines],
    sample: """
      <div TYPE="ARTICLE" DMDID="MODSMD_ARTICLE1">
        <div TYPE="HEADING"><div TYPE="TITLE"><fptr>
          <area BETYPE="IDREF" FILEID="ALTO00001" BEGIN="P1_TB00008"/>
        </fptr></div></div>
      </div>
      """,
    fields: fields)

  private let settings: Settings

  public init(_ settings: Settings) { self.settings = settings }

  public func documents(in input: InputSelection) throws -> DocumentListing {
    let files = METSDiscovery.files(among: input.files)
    guard !files.isEmpty else { throw Self.nothingFound(input) }
    return METSDiscovery.listing(of: files, in: input)
  }

  public func read(_ document: DocumentSource, _ context: inout ReadContext) throws -> Issue {
    let files = try document.files.map { (path: $0, bytes: try document.read($0)) }
    let all = try files.map { try METSDiscovery.parse($0.path, $0.bytes) }
    guard let main = all.first else { throw Self.noPages(document.name) }
    var issue = Issue(id: Self.identifier(main.path))
    issue.delivery = Delivery(path: Self.name(main.path, of: main.path, document.root), bytes: files[0].bytes)
    issue.sources = all.map { Self.name($0.path, of: main.path, document.root) }
    var index = ALTOBlockIndex()
    let created = try readPages(of: main, document, &issue, &index, &context)
    guard !issue.pages.isEmpty else { throw Self.noPages(main.path) }
    for mets in all { METSIssueData.apply(mets, to: &issue) }
    issue.date =
      issue.date ?? IssueName(FilePath.pageName(main.path)).date
      ?? IssueName(ofFolder: FilePath.folder(main.path)).date
    issue.sourceCreated = issue.sourceCreated ?? created
    for mets in all where issue.markup == nil {
      if mets.path != main.path {
        // Another METS file of the same pages has ids of its own for them.
        let pages = METSPageList.pages(of: mets, root: document.root)
        index.rename(pages.compactMap { page in page.path.map { ($0, page.file.id) } })
      }
      var markup = METSMarkup(mets, issue: issue, index: index)
      issue.markup = markup.build()
      Self.warn(markup, mets.path, &context)
    }
    return issue
  }

  /// Reads the pages into the issue; gives the date of the OCR.
  private func readPages(
    of mets: METSDocument, _ document: DocumentSource, _ issue: inout Issue, _ index: inout ALTOBlockIndex,
    _ context: inout ReadContext
  ) throws -> String? {
    var created: String?
    for page in METSPageList.pages(of: mets, root: document.root) {
      do {
        guard let path = page.path else { throw Self.missing(page, mets.path) }
        let folder = FilePath.folder(mets.path)
        let file = try ALTOFile.read(
          path, of: document, root: FilePath.isInside(path, folder) ? folder : document.root,
          resolution: settings.resolution)
        let first = issue.pages.count
        issue.flag(file.scrubbing, onPage: first, of: path, &context)
        file.findings.warn(path, &context)
        issue.append(file)
        if let label = page.label, first < issue.pages.count { issue.pages[first].label = label }
        for index in first..<issue.pages.count { issue.pages[index].alto = ALTOSource(fileID: page.file.id) }
        issue.sources.append(Self.name(path, of: mets.path, document.root))
        index.add(
          page.file.id,
          .init(
            path: path, pages: Array(first..<issue.pages.count), composedBlocks: file.pages.map(\.composedBlocks)))
        created = [created, file.description.created].compactMap { $0 }.max()
      } catch {
        guard settings.brokenPages == .leaveOut else { throw error }
        for message in Diagnostics.messages(of: error) {
          context.warn(message.noting("kept", "the other pages; 'broken_pages: leave-out' is set"))
        }
        issue.flags.append(Flag(code: "page-left-out", subject: .issue, note: FilePath.last(page.file.href)))
      }
    }
    return created
  }

  /// The METS file's name without what only says that it is one; its folder's if nothing is left.
  private static func identifier(_ path: String) -> String {
    var name = FilePath.pageName(path)
    for ending in ["-mets", "_mets", ".mets"] where name.lowercased().hasSuffix(ending) {
      name.removeLast(ending.utf8.count)
    }
    let nothing: Set<String> = ["mets", "manifest", "toc", "issue", "example", "index", ""]
    return nothing.contains(name.lowercased()) ? IssueName.id(ofFolder: FilePath.folder(path)) : name
  }

  private static func name(_ path: String, of mets: String, _ root: String) -> String {
    let folder = FilePath.folder(mets)
    return FilePath.relative(path, to: FilePath.isInside(path, folder) ? folder : root)
  }

  private static func warn(_ markup: METSMarkup, _ path: String, _ context: inout ReadContext) {
    if let line = markup.firstUnresolved {
      context.warn(unresolved(markup.unresolved, SourcePlace(file: path, line: line)))
    }
    for (type, count, line) in markup.unknown.prefix(20) {
      context.warn(unknown(type, count, SourcePlace(file: path, line: line)))
    }
    if let line = markup.firstDoubled { context.warn(doubled(markup.doubled, SourcePlace(file: path, line: line))) }
  }

  fileprivate static func nothingFound(_ input: InputSelection) -> Diagnostic {
    input.nothingFound(
      "METS", rule: "'mets-alto' takes XML files whose root element is 'mets'",
      fix: "for ALTO pages without a METS file use 'format: alto'")
  }

  fileprivate static func noPages(_ path: String) -> Diagnostic {
    Diagnostic(
      .inputEmpty, "'\(path)' names no ALTO file that is in the delivery", at: SourcePlace(file: path),
      notes: [.init("looked for", "files of the fileSec that end in .xml and whose root element is 'alto'")])
  }

  fileprivate static func missing(_ page: METSPage, _ mets: String) -> Diagnostic {
    let place = SourcePlace(file: mets, line: page.file.line)
    if page.finding == .outside {
      return Diagnostic(
        .pathEscapes, "'\(page.file.href)' is outside of the folder that is read", at: place,
        fix: "name a folder in 'from:' that holds both")
    }
    return Diagnostic(
      .referenceBroken, "the page file '\(page.file.href)' is not in the delivery", at: place,
      fix: "ask the deliverer for it; to read the other pages set 'broken_pages: leave-out'",
      notes: [.init("kept", "nothing of the document is exported")])
  }

  fileprivate static func unresolved(_ count: Int, _ place: SourcePlace) -> Diagnostic {
    let what = count == 1 ? "1 reference leads" : "\(count) references lead"
    return Diagnostic(
      .referenceBroken, "\(what) to no block of the pages; the first is here", severity: .warning, at: place,
      notes: [.init("kept", "all lines; the references have no effect")])
  }

  fileprivate static func unknown(_ type: String, _ count: Int, _ place: SourcePlace) -> Diagnostic {
    let what = count == 1 ? "1 division has" : "\(count) divisions have"
    return Diagnostic(
      .inputNotUnderstood, "\(what) the type '\(type)', which is not known; the first is here", severity: .warning,
      at: place, notes: [.init("kept", "their lines, as what is around them, or as an article if nothing is")])
  }

  fileprivate static func doubled(_ count: Int, _ place: SourcePlace) -> Diagnostic {
    let what = count == 1 ? "1 reference is" : "\(count) references are"
    return Diagnostic(
      .referenceBroken, "\(what) to a block that an earlier division has; the first is here", severity: .warning,
      at: place, notes: [.init("kept", "the lines, in the division that comes first")])
  }
}
