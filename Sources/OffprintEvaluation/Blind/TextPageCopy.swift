import OffprintKit

/// A page that was a text page in the first place: it has no blocks to shuffle and no boxes to forget.
struct TextPageCopy {
  var result: (page: Page, origins: LineOrigins)

  init(of page: Page, _ hyphens: HyphenMarks, keepsOrder: Bool) {
    var copy = page
    if !keepsOrder { copy.sourceOrder = nil }
    var printed: [Int: [LineOrigins.PrintedLine]] = [:]
    for line in page.lines where !line.isEmpty {
      if hyphens == .bare {
        let bare = LineCopy.bare(line.utf8, markLength: line.markLength)
        if !bare.elementsEqual(line.utf8) { copy.rewriteLine(line.index, text: bare) }
      }
      let cells = copy.lines[line.index].box
      printed[line.number, default: []].append(.init(line: line.index, cells: cells.left..<cells.right))
    }
    result = (copy, .cells(printed))
  }
}
