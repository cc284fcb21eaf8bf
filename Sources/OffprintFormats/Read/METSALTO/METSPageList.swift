import OffprintDiagnostics

/// A page that a METS file names: its file, found or not.
struct METSPage {
  var file: METSFile
  var finding: DeliveryFolder.Finding
  /// The page's number or name in the physical structure.
  var label: String?

  var path: String? {
    if case .file(let path) = finding { return path }
    return nil
  }
}

enum METSPageList {
  /// The ALTO files of a METS file in the order of its physical structure, else of its fileSec.
  ///
  /// What a file is shows in its first bytes, not in its MIME type or group; these only tell of files that are not
  /// there, or are something else, whether they should have been pages.
  static func pages(of document: METSDocument, root: String) -> [METSPage] {
    var folder = DeliveryFolder(of: document.path, root: root)
    var pages: [METSPage] = []
    var missing: [METSPage] = []
    var others: [METSPage] = []
    var groups: Set<String> = []
    var seen: Set<String> = []
    for file in document.files where mayBePage(file) {
      let page = METSPage(file: file, finding: folder.find(file.href))
      guard let path = page.path else {
        missing.append(page)
        continue
      }
      guard path != document.path, seen.insert(path).inserted else { continue }
      guard ALTOFile.isALTO(path) else {
        others.append(page)
        continue
      }
      groups.insert(file.group)
      pages.append(page)
    }
    pages += missing.filter { groups.contains($0.file.group) || saysText($0.file) }
    // Among pages, what is none stands in a page's place, such as what a server sent instead of the file.
    pages += others.filter { groups.contains($0.file.group) }
    return ordered(pages, document)
  }

  /// True unless the name's ending says that it is something else than XML.
  private static func mayBePage(_ file: METSFile) -> Bool {
    let name = FilePath.last(file.href.replacing("\\", with: "/")).lowercased()
    guard let ending = name.split(separator: ".").dropFirst().last else { return true }
    return ["xml", "alto", "gz", "bz2", "xz", "zst"].contains(ending)
  }

  private static func saysText(_ file: METSFile) -> Bool {
    let words = (file.group + " " + file.id).lowercased()
    return ["alto", "ocr", "fulltext", "text"].contains { words.contains($0) }
  }

  private static func ordered(_ pages: [METSPage], _ document: METSDocument) -> [METSPage] {
    let files = Dictionary(
      document.files.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first })
    var places: [String: (place: Int, label: String?)] = [:]
    for (place, div) in physical(document).enumerated() {
      for area in document.divs[div].areas where places[area.fileID] == nil {
        places[area.fileID] = (place, label(of: document.divs[div], document))
      }
    }
    let fileOrder = { (page: METSPage) in files[page.file.id] ?? 0 }
    return pages.map { page in
      var page = page
      // `NP` is how the BnF writes that a page has no number.
      page.label = places[page.file.id]?.label.flatMap { $0 == "NP" ? nil : $0 }
      return page
    }.sorted { a, b in
      let (x, y) = (places[a.file.id]?.place ?? .max, places[b.file.id]?.place ?? .max)
      return x != y ? x < y : fileOrder(a) < fileOrder(b)
    }
  }

  /// The number in the structure, or the one in the page's description.
  private static func label(of div: METSDiv, _ document: METSDocument) -> String? {
    div.orderLabel ?? div.descriptions.lazy.compactMap { document.descriptions[$0]?.page }.first
  }

  /// Divisions of the physical structure in their order. Without one that is called so, the first map that points at
  /// whole files counts.
  private static func physical(_ document: METSDocument) -> [Int] {
    let named = document.maps.filter { $0.type == "physical" }
    let unnamed = document.maps.filter { $0.type.isEmpty }
    return (named.isEmpty ? unnamed : named).flatMap { sorted($0.roots, document) }
  }

  private static func sorted(_ divs: [Int], _ document: METSDocument) -> [Int] {
    let hasOrder = divs.allSatisfy { document.divs[$0].order != nil }
    let inOrder =
      hasOrder
      ? divs.sorted { (document.divs[$0].order ?? 0, $0) < (document.divs[$1].order ?? 0, $1) } : divs
    return inOrder.flatMap { [$0] + sorted(document.divs[$0].children, document) }
  }
}
