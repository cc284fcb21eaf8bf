import OffprintModel

/// Points from a METS file at lines of ALTO files.
///
/// A block that is meant whole is named by its ID. Some lines of a block are named by the IDs of the first and the
/// last of them. Where lines have no IDs, the block is named with the rectangle that its lines lie in.
struct METSPointers {
  /// An `area` element.
  struct Area: Hashable {
    var fileID: String
    var begin: String?
    var end: String?
    var coordinates: String?
    /// Index of the page in the issue, and of the block in the page.
    var page: Int
    var block: Int
    var box: Box
  }

  /// A page's file and what can be named in it; nil for what cannot.
  struct PageFile {
    var fileID: String
    var blocks: [String?]
    var lines: [String?]
  }

  let issue: Issue
  /// One for each page of the issue; nil for a page that no file can be named for.
  let files: [PageFile?]

  /// The areas of lines that are read one after the other.
  func areas(of lines: [LineRef]) -> [Area] {
    var areas: [Area] = []
    var rest = lines[...]
    while let first = rest.first {
      let block = issue[line: first].block
      let run = rest.prefix { $0.page == first.page && issue[line: $0].block.index == block.index }
      rest = rest.dropFirst(run.count)
      guard let file = files[first.page] else { continue }
      areas += Self.areas(of: run.map(\.line), in: block, file, issue.pages[first.page], first.page)
    }
    return areas
  }

  /// The area of a whole block, nil if the file has no ID for it.
  func area(ofBlock block: Block, onPage page: Int) -> Area? {
    guard let file = files[page], let id = file.blocks[block.index] else { return nil }
    return Area(fileID: file.fileID, begin: id, page: page, block: block.index, box: block.box)
  }

  private static func areas(of lines: [Int], in block: Block, _ file: PageFile, _ page: Page, _ place: Int) -> [Area] {
    let id = file.blocks[block.index]
    func area(_ begin: String?, _ lines: ArraySlice<Int>) -> Area {
      Area(
        fileID: file.fileID, begin: begin, page: place, block: block.index,
        box: lines.reduce(.unknown) { $0.union(page.lines[$1].box) })
    }
    let isWhole = lines.elementsEqual(block.lines.indices)
    if isWhole, let id { return [area(id, lines[...])] }
    let hasIDs = lines.allSatisfy { file.lines[$0] != nil }
    if hasIDs {
      return ascending(lines).map { run in
        var own = area(run.first.flatMap { file.lines[$0] }, run)
        if run.count > 1 { own.end = run.last.flatMap { file.lines[$0] } }
        return own
      }
    }
    // Lines of a whole block in another order than the file's: the order cannot be said, the block can.
    if let id, lines.count == block.lines.count { return [area(id, lines[...])] }
    var own = area(id, lines[...])
    own.coordinates = METSPlaces.coordinates(of: own.box, on: page)
    return [own]
  }

  /// Runs of indices that count up by one.
  private static func ascending(_ lines: [Int]) -> [ArraySlice<Int>] {
    var runs: [ArraySlice<Int>] = []
    var start = 0
    for at in lines.indices where at + 1 == lines.count || lines[at + 1] != lines[at] + 1 {
      runs.append(lines[start...at])
      start = at + 1
    }
    return runs
  }
}

extension METSPointers.PageFile {
  /// What can be named in an ALTO file of the delivery: IDs as they stand in it, as far as each stands once.
  init(delivered page: Page, fileID: String) {
    self.fileID = fileID
    // The reader's own names for blocks without an ID, or with one that stood before, are no names of XML or begin so.
    blocks = page.blocks.map { $0.id.hasPrefix("_anon") || $0.id.contains("~") ? nil : $0.id }
    let ids = page.lines.map(\.sourceID)
    var seen: [String: Int] = [:]
    for case let id? in ids + blocks { seen[id, default: 0] += 1 }
    lines = ids.map { id in id.flatMap { seen[$0] == 1 ? $0 : nil } }
  }

  /// The same in the file that the writer `alto` makes of a page.
  init(written page: Page, fileID: String) {
    let identifiers = ALTOIdentifiers(of: page)
    self.init(fileID: fileID, blocks: identifiers.blocks, lines: identifiers.lines)
  }
}
