import OffprintKit

/// A marked article that was not found as it is.
public struct ArticleFault: Hashable, Sendable {
  /// Some lines, told by their first.
  public struct Part: Hashable, Sendable {
    public var line: LineFault.NamedLine
    public var lines: Int
  }

  public var type: ArticleType
  /// The number of the page that the article begins on.
  public var page: Int
  /// Its first line with text, as its source reads it.
  public var first: LineFault.NamedLine
  public var lines: Int
  /// What it has in common with the found article that is most like it, 0...1.
  public var overlap: Double
  /// What of it is in each found article, the most first.
  public var pieces: [Part]
  /// Lines that are in no found article.
  public var missed: Int
  /// What the found article that is most like it has of other marked articles, the most first.
  public var others: [Part]
  /// Lines of that article that no article is marked for.
  public var strangers: Int

  /// How bad it is: as many lines as are wrong in an article that is all wrong.
  public var weight: Double { Double(lines) * (1 - overlap) }
}

extension ArticleFault {
  /// The marked articles that were not found, in the order of the truth.
  static func all(_ truth: ArticleTruth, _ assignment: ArticleAssignment, _ match: ArticleMatch) -> [ArticleFault] {
    match.marked.filter { !match.isFound($0) }.map { ArticleFault($0, truth, assignment, match) }
  }

  private init(_ index: Int, _ truth: ArticleTruth, _ assignment: ArticleAssignment, _ match: ArticleMatch) {
    let unit = truth.units[index]
    func part(_ lines: [LineRef]) -> Part {
      let first = lines.first { !truth.issue[line: $0].isEmpty } ?? lines[0]
      return Part(line: LineFault.NamedLine(first, in: truth.issue), lines: lines.count)
    }
    func sorted(_ groups: [[LineRef]]) -> [Part] {
      groups.map(part).enumerated().sorted { ($1.element.lines, $0.offset) < ($0.element.lines, $1.offset) }
        .map(\.element)
    }
    let best = match.best(for: index)
    type = unit.type
    page = truth.issue.pages[unit.lines[0].page].number
    first = part(unit.lines).line
    lines = unit.lines.count
    overlap = best?.overlap ?? 0
    let pieces = Dictionary(grouping: unit.lines) { assignment.article(of: $0) }
    missed = pieces[nil]?.count ?? 0
    self.pieces = sorted(pieces.keys.compactMap { $0 }.sorted().compactMap { pieces[$0] })
    let held = best.flatMap { match.held[$0.found] } ?? []
    others = sorted(
      held.filter { $0 != index }.map { other in
        truth.units[other].lines.filter { assignment.article(of: $0) == best?.found }
      })
    let known = (best?.lines ?? 0) + others.reduce(0) { $0 + $1.lines }
    strangers = (best.flatMap { match.sizes[$0.found] } ?? 0) - known
  }
}
