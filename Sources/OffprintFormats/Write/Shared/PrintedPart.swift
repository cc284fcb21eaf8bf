import OffprintModel

/// A region of a page in which a part of an article stands: the lines that follow each other in one column.
struct PrintedPart {
  /// Index in the issue's pages.
  var page: Int
  /// 0-based, if the reading order has found columns.
  var column: Int?
  /// Around all lines; unknown if none of them has a place.
  var box: Box
  var lines: [LineRef]
  /// Ids of the source's blocks that the lines stand in, each once.
  var blocks: [String]

  /// The parts of an article in reading order. A new one starts on another page, where a line stands beside the one
  /// before or above the part, and where text in a column follows what runs over several.
  static func parts(of article: Article, in index: IssueIndex) -> [PrintedPart] {
    var parts: [PrintedPart] = []
    for component in article.components {
      for run in runs(of: component, in: index) {
        if let last = parts.last, last.isContinued(by: run) {
          parts[parts.count - 1].take(run)
        } else {
          parts.append(run)
        }
      }
    }
    return parts
  }

  /// The lines of a component, cut where the page or the column changes.
  private static func runs(of component: Component, in index: IssueIndex) -> [PrintedPart] {
    var runs: [PrintedPart] = []
    var last = Box.unknown
    for ref in component.lines {
      let line = index.issue[line: ref]
      let box = line.box
      let id = line.block.id
      if let run = runs.last, run.page == ref.page, !box.isKnown || !last.isKnown || follows(box, last) {
        runs[runs.count - 1].box = run.box.union(box)
        runs[runs.count - 1].lines.append(ref)
        if run.blocks.last != id { runs[runs.count - 1].add(block: id) }
      } else {
        runs.append(
          PrintedPart(page: ref.page, column: index.column(of: ref), box: box, lines: [ref], blocks: [id]))
      }
      if box.isKnown { last = box }
    }
    return runs
  }

  private static func follows(_ box: Box, _ last: Box) -> Bool {
    let isBelow = box.centreY >= last.top
    return isBelow && 5 * box.overlapX(last) >= min(box.width, last.width)
  }

  private func isContinued(by run: PrintedPart) -> Bool {
    guard page == run.page else { return false }
    guard box.isKnown, run.box.isKnown else { return true }
    let (narrow, wide) = run.box.width < box.width ? (run, self) : (self, run)
    let isUnder = 10 * narrow.box.overlapX(wide.box) >= 9 * narrow.box.width
    let isAlike = 10 * narrow.box.width >= 6 * wide.box.width || narrow.lines.count == 1
    return run.box.centreY >= box.top && isUnder && isAlike
  }

  private mutating func take(_ run: PrintedPart) {
    box = box.union(run.box)
    lines += run.lines
    for id in run.blocks { add(block: id) }
  }

  private mutating func add(block id: String) {
    if !blocks.contains(id) { blocks.append(id) }
  }
}
