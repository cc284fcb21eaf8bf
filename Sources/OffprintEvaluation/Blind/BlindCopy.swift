import OffprintKit

/// An issue without what gives its truth away, and the way back from its lines to those of the issue as read.
///
/// Delivered files tell the answers: blocks stand in the order in which somebody marked the articles, were cut along
/// their borders and are called after them, and the halves of broken words name the whole. A pipeline that is
/// measured on such a file is praised for what it was told. The copy is made in memory; pages and their sizes,
/// metadata and languages of pages stay.
struct BlindCopy: Sendable {
  var issue: Issue
  /// For each page, where its lines come from.
  var origins: [LineOrigins]

  init(of truth: Issue, depth: Blindness, hyphens: HyphenMarks, seed: UInt64) {
    issue = truth
    origins = []
    var chance = SplitMix64(seed: seed)
    if depth != .none { issue.markup = nil }
    for index in truth.pages.indices {
      let page = truth.pages[index]
      let copy: (page: Page, origins: LineOrigins) =
        switch depth {
        case _ where page.unit == .character: TextPageCopy(of: page, hyphens, keepsOrder: depth == .none).result
        case .blocks: BlockCopy.shuffled(page, hyphens, &chance)
        case .zones: UnzonedPage.copy(of: page, hyphens, &chance)
        case .text: PrintedPage.copy(of: page, hyphens, &chance)
        case .flow: FlowingPage.copy(of: page, hyphens, &chance)
        case .none where hyphens == .source: (page, .lines(Array(page.lines.indices)))
        case .none: BlockCopy.plain(page, hyphens)
        }
      issue.pages[index] = copy.page
      origins.append(copy.origins)
    }
  }
}

/// Where the lines of a page of the copy come from.
enum LineOrigins: Sendable {
  /// By the index of the line, the line of the page as read.
  case lines([Int])
  /// By the 1-based number of a line of a text page, the lines printed in it and the cells that each fills.
  case cells([Int: [PrintedLine]])

  struct PrintedLine: Hashable, Sendable {
    var line: Int
    var cells: Range<Int>
  }
}
