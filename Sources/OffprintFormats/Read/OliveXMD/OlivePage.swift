import OffprintDiagnostics
import OffprintKit
import OffprintModel
import OffprintXML

/// A page of a delivery: the blocks of its entities, and what these are.
struct OlivePage {
  private(set) var page: Page
  private(set) var entities: [OlivePlacedEntity] = []
  private(set) var description = OliveDescription()
  private(set) var findings = OliveFindings()
  /// Its own file, else the first of its entities.
  private(set) var file: String
  /// False for a folder without any file of XMD.
  private(set) var isPage = false
  /// What had to be replaced, by file.
  private(set) var scrubbing: [(path: String, found: XMLScrubbing)] = []

  /// Reads the files of a page's folder.
  ///
  /// - Parameters:
  ///   - toc: the table of contents, to see what is missing.
  ///   - language: that of the issue; only others are told of blocks.
  init(
    _ name: String, _ files: [String], of document: DocumentSource, toc: OliveTOC?, styles: OliveStyles,
    language: String?
  ) throws {
    var pageFile: OlivePageFile?
    var read: [OliveEntity] = []
    file = files.first ?? name
    for path in files {
      let part = try OliveFile(path, of: document)
      switch part.kind {
      case .page:
        var handler = OlivePageFile(path: path)
        scrubbing.append((path, try part.read(into: &handler)))
        pageFile = handler
        file = path
        description.take(handler.description)
      case .entity:
        var handler = OliveEntityHandler(path: path)
        scrubbing.append((path, try part.read(into: &handler)))
        read.append(handler.entity)
        description.take(handler.description)
        findings.add(handler.findings)
      default:
        // What shows no root element is broken, and reading it says how.
        var handler = OliveEntityHandler(path: path)
        if part.isBroken { _ = try part.read(into: &handler) }
        findings.count(.otherFile, path)
      }
    }
    isPage = pageFile != nil || !read.isEmpty
    let named = (toc?.entities ?? []).filter { $0.page == name }
    // Without its own file a page only has no size; without any file it is not there.
    let own = files.isEmpty ? (toc?.pages ?? []).filter { $0.page == name } : []
    try Self.checkAllThere(own + named + (pageFile?.entities ?? []), files)
    if pageFile == nil, !read.isEmpty { findings.count(.noPageFile, file) }
    let names = Set(named.map(\.name))
    if toc?.entities.isEmpty == false {
      for entity in read where !names.contains(FilePath.pageName(entity.path)) { findings.count(.unnamed, entity.path) }
    }
    var builder = PageBuilder(name: name)
    builder.label = pageFile?.label
    builder.image = pageFile?.image
    builder.size = pageFile?.size ?? .unknown
    if !builder.size.isKnown { builder.size = Self.size(of: read) }
    var blocks = OliveBlocks(styles: styles, elements: pageFile?.elements ?? [:], language: language)
    entities = read.map { blocks.add($0, to: &builder) }
    for _ in builder.repeatedIDs { findings.count(.repeatedID, file) }
    page = builder.finish()
  }

  private static func checkAllThere(_ named: [OliveReference], _ files: [String]) throws {
    let there = Set(files.map { FilePath.pageName($0).lowercased() })
    if let gone = named.first(where: { !there.contains($0.name.lowercased()) }) { throw missing(gone, files.first) }
  }

  /// A page that does not say how large it is holds its blocks.
  private static func size(of entities: [OliveEntity]) -> Box {
    let boxes = entities.lazy.flatMap(\.primitives).flatMap { [$0.box] + $0.lines.map(\.box) }
    let all = boxes.reduce(Box.unknown) { $0.union($1) }
    return all.isKnown ? Box(left: 0, top: 0, right: all.right, bottom: all.bottom) : .unknown
  }

  fileprivate static func missing(_ reference: OliveReference, _ beside: String?) -> Diagnostic {
    let folder = reference.page.map { "Document/\($0)" } ?? beside.map(FilePath.folder) ?? "."
    return Diagnostic(
      .referenceBroken, "the file '\(folder)/\(reference.name).xml' is not in the delivery",
      at: SourcePlace(file: reference.file, line: reference.line),
      fix: "ask the deliverer for it; to read the other pages set 'broken_pages: leave-out'",
      notes: [.init("kept", "nothing of the document is exported")])
  }
}
