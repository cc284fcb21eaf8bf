import OffprintKit

/// The parts of a page that an article covers without a gap: down a column, until its next line stands higher or
/// aside, or something else stands between.
struct ArticleRuns {
  /// A part of a page.
  struct Run {
    var lines: [LineRef]
    /// Around its lines, as the page has it.
    var box: Box
    /// True if the article begins here.
    var isFirst: Bool
  }

  /// - Parameters:
  ///   - lines: those of an article in reading order, over all pages.
  ///   - page: the index of the page in question.
  static func runs(of lines: [LineRef], on page: Int, in issue: Issue) -> [Run] {
    let own = Set(lines.lazy.filter { $0.page == page }.map(\.line))
    let others = issue.pages[page].lines.filter { !own.contains($0.index) && $0.box.isKnown }.map(\.box)
    func isFree(_ box: Box) -> Bool {
      !others.contains {
        (box.left..<box.right).contains($0.centreX) && (box.top..<box.bottom).contains($0.centreY)
      }
    }
    var runs: [Run] = []
    var isOpen = false
    for (place, ref) in lines.enumerated() {
      guard ref.page == page, issue[line: ref].box.isKnown else {
        isOpen = isOpen && ref.page == page
        continue
      }
      let box = issue[line: ref].box
      if isOpen, let last = runs.last, let above = last.lines.last, box.centreY > issue[line: above].box.top,
        isNear(box, last.box, issue[line: above].box)
      {
        let both = last.box.union(box)
        if isFree(both) {
          runs[runs.count - 1].lines.append(ref)
          runs[runs.count - 1].box = both
          continue
        }
      }
      runs.append(Run(lines: [ref], box: box, isFirst: place == 0))
      isOpen = true
    }
    return runs
  }

  /// True under or over the run, or in a row with its last line, as the cells of a table and the halves of a heading
  /// in two languages are.
  private static func isNear(_ box: Box, _ run: Box, _ last: Box) -> Bool {
    box.overlapX(run) > 0 || box.overlapY(last) > 0
  }
}
