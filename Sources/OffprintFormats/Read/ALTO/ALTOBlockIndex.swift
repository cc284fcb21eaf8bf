import OffprintModel
import OffprintXML

/// Finds the lines that a pointer into ALTO files means, such as an area of a METS file. Ids count for each file by
/// itself: they repeat from page to page.
struct ALTOBlockIndex {
  /// A page file with its pages in the issue.
  struct Entry {
    var path: String
    var pages: [Int]
    var composedBlocks: [[String: Range<Int>]]
  }

  /// By the name that pointers have for the file.
  private var entries: [String: Entry] = [:]
  private var blocks: [Int: [String: Int]] = [:]
  private var lines: [Int: [String: Int]] = [:]
  private var words: [String: [String: LineRef]] = [:]

  /// Gives other names to the files, by their paths; those without one are known no more.
  mutating func rename(_ names: [(path: String, fileID: String)]) {
    let byPath = Dictionary(entries.values.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    entries = [:]
    for name in names { if let entry = byPath[name.path] { entries[name.fileID] = entry } }
    words = [:]
  }

  mutating func add(_ fileID: String, _ entry: Entry) { entries[fileID] = entry }

  /// True if the file is a page of the issue.
  func isPage(_ fileID: String) -> Bool { entries[fileID] != nil }

  /// All lines of a page file, in the order of the file.
  func lines(_ fileID: String, in issue: Issue) -> [LineRef] {
    (entries[fileID]?.pages ?? []).flatMap { page in
      issue.pages[page].lines.indices.map { LineRef(page: page, line: $0) }
    }
  }

  /// The lines of blocks, ComposedBlocks, lines or words from `begin` to `end`; nil if there is nothing of that id.
  /// A picture is something, without lines.
  mutating func lines(_ fileID: String, from begin: String, to end: String?, in issue: Issue) -> [LineRef]? {
    guard let entry = entries[fileID] else { return nil }
    for (index, page) in entry.pages.enumerated() {
      let composed = entry.composedBlocks[index]
      guard let first = blockRange(begin, page, composed, issue) else { continue }
      let last = end.flatMap { blockRange($0, page, composed, issue) } ?? first
      let range = first.lowerBound..<max(first.upperBound, last.upperBound)
      return range.flatMap { block in
        issue.pages[page].blocks[block].lines.indices.map { LineRef(page: page, line: $0) }
      }
    }
    for page in entry.pages {
      guard let first = line(begin, page, issue) else { continue }
      let last = end.flatMap { line($0, page, issue) } ?? first
      return (first...max(first, last)).map { LineRef(page: page, line: $0) }
    }
    return linesOfWords(fileID, entry, from: begin, to: end)
  }

  private mutating func blockRange(
    _ id: String, _ page: Int, _ composed: [String: Range<Int>], _ issue: Issue
  ) -> Range<Int>? {
    if blocks[page] == nil {
      blocks[page] = Dictionary(
        issue.pages[page].blocks.map { ($0.id, $0.index) }, uniquingKeysWith: { first, _ in first })
    }
    if let block = blocks[page]?[id] { return block..<block + 1 }
    return composed[id]
  }

  private mutating func line(_ id: String, _ page: Int, _ issue: Issue) -> Int? {
    if lines[page] == nil {
      lines[page] = Dictionary(
        issue.pages[page].lines.compactMap { line in line.sourceID.map { ($0, line.index) } },
        uniquingKeysWith: { first, _ in first })
    }
    return lines[page]?[id]
  }

  /// Words have no ids in the page model, since hardly any delivery points at them; the file is looked at again.
  private mutating func linesOfWords(
    _ fileID: String, _ entry: Entry, from begin: String, to end: String?
  ) -> [LineRef]? {
    if words[fileID] == nil { words[fileID] = ALTOWordIDs.lines(in: entry.path, pages: entry.pages) }
    guard let first = words[fileID]?[begin] else { return nil }
    let last = end.flatMap { words[fileID]?[$0] } ?? first
    guard last.page == first.page else { return [first] }
    return (first.line...max(first.line, last.line)).map { LineRef(page: first.page, line: $0) }
  }
}
