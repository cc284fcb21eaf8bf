import OffprintDiagnostics
import OffprintKit
import OffprintXML

/// Finds METS files and sees which of them are of one issue.
enum METSDiscovery {
  /// The files that begin as a METS file does. One that shows no root element at all, being empty, cut off at its head
  /// or unreadable, counts as well if it is named like one, or if it stands where no METS file could name it as a page:
  /// reading it then says what is wrong, instead of an issue going missing.
  static func files(among all: [String]) -> [String] {
    var found: [String] = []
    var rootless: [String] = []
    // Pages stand in the folder of their METS file, below it, or beside other pages.
    var takenFolders: Set<String> = []
    for path in all where !FilePath.isLeftover(path) && FilePath.hasEnding(path, ".xml") {
      let root = (try? SourceFile.head(path)).flatMap(XMLSniff.rootElement)
      if root.map({ $0 == "mets" }) ?? FilePath.last(path).lowercased().contains("mets") {
        found.append(path)
      } else if root == nil {
        rootless.append(path)
        continue
      }
      takenFolders.insert(FilePath.folder(path))
    }
    guard !found.isEmpty, !rootless.isEmpty else { return found }
    let homes = Set(found.map(FilePath.folder))
    let lone = rootless.filter { path in
      var folder = FilePath.folder(path)
      guard !takenFolders.contains(folder) else { return false }
      while !homes.contains(folder) {
        guard folder != ".", folder != "/" else { return true }
        folder = FilePath.folder(folder)
      }
      return false
    }
    return lone.isEmpty ? found : all.filter(Set(found + lone).contains)
  }

  static func parse(_ path: String, _ bytes: [UInt8]) throws -> METSDocument {
    var handler = METSHandler(path: path)
    try XMLReader.read(bytes, file: path, into: &handler)
    return handler.document
  }

  /// One document for each METS file, or for those together that name the same pages.
  ///
  /// Files are only opened for that where one METS file stands beside or above another.
  static func listing(of files: [String], in input: InputSelection) -> DocumentListing {
    var listing = DocumentListing()
    for group in neighbours(files) {
      guard group.count > 1 else {
        listing.documents.append(document(group, in: input))
        continue
      }
      for issue in issues(among: group, in: input, &listing.diagnostics) {
        listing.documents.append(document(issue, in: input))
      }
    }
    listing.documents.sort { NaturalOrder.precedes($0.name, $1.name) }
    return listing
  }

  private static func document(_ files: [String], in input: InputSelection) -> DocumentSource {
    DocumentSource(
      name: FilePath.relative(files[0], to: input.root), root: input.root, files: files, input: input.bounds)
  }

  /// METS files under the topmost folder that holds one.
  private static func neighbours(_ files: [String]) -> [[String]] {
    let folders = Set(files.map(FilePath.folder))
    var groups: [String: [String]] = [:]
    for file in files {
      var top = FilePath.folder(file)
      var above = top
      while above != ".", above != "/" {
        above = FilePath.folder(above)
        if folders.contains(above) { top = above }
      }
      groups[top, default: []].append(file)
    }
    return groups.keys.sorted().compactMap { groups[$0] }
  }

  private struct Candidate {
    var path: String
    var pages: Set<String>
    var hasArticles: Bool
  }

  /// Puts together METS files that share a page, the fullest first. Those without a page are left out if others have
  /// some; broken ones stay by themselves, so that reading them says what is wrong.
  private static func issues(
    among files: [String], in input: InputSelection, _ diagnostics: inout [Diagnostic]
  ) -> [[String]] {
    var broken: [[String]] = []
    var candidates: [Candidate] = []
    for path in files {
      guard let mets = try? parse(path, document([path], in: input).read(path)) else {
        broken.append([path])
        continue
      }
      let pages = METSPageList.pages(of: mets, root: input.root).compactMap(\.path)
      let hasArticles = mets.divs.contains { METSRoles.itemType($0.kind) != nil }
      candidates.append(Candidate(path: path, pages: Set(pages), hasArticles: hasArticles))
    }
    if candidates.contains(where: { !$0.pages.isEmpty }) {
      diagnostics += candidates.filter(\.pages.isEmpty).map { withoutPages($0.path) }
      candidates.removeAll(where: \.pages.isEmpty)
    }
    candidates.sort { a, b in
      if a.pages.count != b.pages.count { return a.pages.count > b.pages.count }
      return a.hasArticles != b.hasArticles ? a.hasArticles : a.path < b.path
    }
    var issues: [(files: [String], pages: Set<String>)] = []
    for candidate in candidates {
      if !candidate.pages.isEmpty,
        let known = issues.firstIndex(where: { !$0.pages.isDisjoint(with: candidate.pages) })
      {
        issues[known].files.append(candidate.path)
        issues[known].pages.formUnion(candidate.pages)
      } else {
        issues.append(([candidate.path], candidate.pages))
      }
    }
    return issues.map(\.files) + broken
  }

  fileprivate static func withoutPages(_ path: String) -> Diagnostic {
    Diagnostic(
      .inputEmpty, "'\(path)' names no ALTO file and is passed over", severity: .note, at: SourcePlace(file: path))
  }
}
