import OffprintKit

/// A blind copy of a marked issue, to learn from: the stages work on it, and then each line is told what it is marked
/// as in the issue as read.
public struct MarkedCopy: Sendable {
  /// Without what gives its truth away.
  public let issue: Issue
  private let truth: Issue
  private let origins: [LineOrigins]

  /// The same seed gives the same copy, on any machine.
  public init(of truth: Issue, blind: Blindness, hyphens: HyphenMarks = .source, seed: UInt64 = 1) {
    let copy = BlindCopy(of: truth, depth: blind, hyphens: hyphens, seed: seed)
    issue = copy.issue
    origins = copy.origins
    self.truth = truth
  }

  /// The copy as stages left it, which may have cut lines of text pages, with its marks.
  public func marked(_ outcome: Issue) -> MarkedIssue {
    let marks = Self.marks(of: truth)
    let found = outcome.pages.enumerated().map { number, page -> [LineMark?] in
      guard origins.indices.contains(number) else { return Array(repeating: nil, count: page.lines.count) }
      switch origins[number] {
      case .lines(let lines):
        return page.lines.indices.map { lines.indices.contains($0) ? marks[number][lines[$0]] : nil }
      case .cells(let rows):
        return page.lines.map { line in
          Self.origin(of: line, in: rows[line.number] ?? []).flatMap { marks[number][$0] }
        }
      }
    }
    return MarkedIssue(issue: outcome, marks: found)
  }

  /// The printed line that has most of the cells of a line of a text page, of two equal ones the first.
  private static func origin(of line: Line, in row: [LineOrigins.PrintedLine]) -> Int? {
    let shares = row.map { min($0.cells.upperBound, line.box.right) - max($0.cells.lowerBound, line.box.left) }
    guard let most = shares.max(), most > 0 else { return nil }
    return shares.firstIndex(of: most).map { row[$0].line }
  }

  private static func marks(of truth: Issue) -> [[LineMark?]] {
    var marks = truth.pages.map { [LineMark?](repeating: nil, count: $0.lines.count) }
    for (unit, article) in (truth.markup?.articles ?? []).enumerated() {
      for component in article.components {
        for line in component.lines where marks[line.page][line.line] == nil {
          marks[line.page][line.line] = LineMark(unit: unit, type: article.type, role: component.role)
        }
      }
    }
    return marks
  }
}
