import OffprintKit

/// All that is measured of the articles of one document, or of several together.
public struct ArticleScores: Hashable, Sendable {
  public var pages = 0
  /// Lines of marked articles.
  public var lines = 0
  /// Lines of mastheads, and those that nobody marked.
  public var linesOutside = 0
  /// Lines of marked articles that are in no found one.
  public var linesMissed = 0
  /// Blocks, each in the article that has most of its lines.
  public var ofBlocks = ClusterScore()
  /// Lines.
  public var ofLines = ClusterScore()
  public var exact = ExactScore()
  /// Marked articles with a headline, and how many have nearly the same in the found article that is most like them.
  public var headlines = Share()
  public var borders = BorderScore()
  /// Marked articles whose lines are in several found ones.
  public var split = 0
  /// Found articles that have lines of several marked ones.
  public var mixed = 0

  public init() {}

  /// From which likeness on two headlines are the same.
  static let leastLikeness = 0.8

  init(_ truth: ArticleTruth, _ assignment: ArticleAssignment, _ match: ArticleMatch) {
    pages = truth.issue.pages.count
    let marked = truth.lines.filter { truth.content(of: $0) != nil }
    lines = marked.count
    linesOutside = truth.lines.count - marked.count
    linesMissed = marked.count { assignment.article(of: $0) == nil }
    guard !marked.isEmpty else { return }
    let labels = GroupLabels(truth, assignment)
    let blocks = labels.ofBlocks()
    ofBlocks = ClusterScore(truth: blocks.map(\.truth), found: blocks.map(\.found))
    let ofEachLine = (truth: marked.compactMap(truth.content), found: marked.map(labels.found))
    ofLines = ClusterScore(truth: ofEachLine.truth, found: ofEachLine.found)
    borders = BorderScore(truth: ofEachLine.truth, found: ofEachLine.found)
    exact = ExactScore(truth, match)
    split = match.pieces.values.count { $0.count > 1 }
    mixed = match.held.values.count { $0.count > 1 }
    for index in match.marked where !TextLikeness.letters(of: truth.units[index].headline).isEmpty {
      let found = match.best(for: index).map { assignment.headlines[$0.found] } ?? ""
      headlines.count(TextLikeness.isAtLeast(Self.leastLikeness, found, truth.units[index].headline))
    }
  }

  public static func += (a: inout ArticleScores, b: ArticleScores) {
    a.pages += b.pages
    a.lines += b.lines
    a.linesOutside += b.linesOutside
    a.linesMissed += b.linesMissed
    a.ofBlocks += b.ofBlocks
    a.ofLines += b.ofLines
    a.exact += b.exact
    a.headlines += b.headlines
    a.borders += b.borders
    a.split += b.split
    a.mixed += b.mixed
  }
}

/// Numbers for the groups that lines and blocks are in.
private struct GroupLabels {
  private let truth: ArticleTruth
  private let assignment: ArticleAssignment
  /// By page, the number of its first line among all lines.
  private let firstLine: [Int]

  init(_ truth: ArticleTruth, _ assignment: ArticleAssignment) {
    self.truth = truth
    self.assignment = assignment
    var first = 0
    firstLine = truth.issue.pages.map { page in
      defer { first += page.lines.count }
      return first
    }
  }

  /// The found article of a line. A line that is in none is a group by itself, with a number below zero.
  func found(_ line: LineRef) -> Int { assignment.article(of: line) ?? -1 - firstLine[line.page] - line.line }

  /// Blocks with marked lines, each in the groups that most of its lines are in; of equal ones in that which it has
  /// first. On a text page, which has no blocks of its own, empty lines part them.
  func ofBlocks() -> [(truth: Int, found: Int)] {
    var blocks: [(truth: Int, found: Int)] = []
    var rest = truth.lines[...]
    while let first = rest.first {
      let isText = truth.issue.pages[first.page].unit == .character
      let block = truth.issue[line: first].block.index
      let lines = rest.prefix { ref in
        let line = truth.issue[line: ref]
        let isParted = isText && ref != first && line.emptyLinesBefore > 0
        return ref.page == first.page && line.block.index == block && !isParted
      }
      rest = rest[lines.endIndex...]
      guard let unit = Self.most(lines.compactMap(truth.unit)), !truth.units[unit].isMasthead else { continue }
      if let article = Self.most(lines.map(found)) { blocks.append((unit, article)) }
    }
    return blocks
  }

  private static func most(_ labels: [Int]) -> Int? {
    var counts: [Int: Int] = [:]
    for label in labels { counts[label, default: 0] += 1 }
    let most = counts.values.max()
    return labels.first { counts[$0] == most }
  }
}
