import OffprintKit

/// The lines of an issue as read that a line of the outcome was printed from.
struct OriginsOfLines {
  private let outcome: Issue
  private let origins: [LineOrigins]

  init(_ outcome: Issue, _ origins: [LineOrigins]) {
    self.outcome = outcome
    self.origins = origins
  }

  func lines(_ ref: LineRef) -> [LineRef] {
    guard origins.indices.contains(ref.page) else { return [] }
    switch origins[ref.page] {
    case .lines(let lines):
      return lines.indices.contains(ref.line) ? [LineRef(page: ref.page, line: lines[ref.line])] : []
    case .cells(let rows):
      let line = outcome[line: ref]
      return (rows[line.number] ?? [])
        .filter { $0.cells.lowerBound < line.box.right && line.box.left < $0.cells.upperBound }
        .map { LineRef(page: ref.page, line: $0.line) }
    }
  }
}
