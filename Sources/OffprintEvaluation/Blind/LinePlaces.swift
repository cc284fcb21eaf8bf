import OffprintKit

/// Which line of the outcome is which line of the issue as read. By where lines stand, never by what they say.
struct LinePlaces: Sendable {
  /// By page and line as read: the line of the outcome. nil if it has no text, or if the outcome cut it or set it
  /// together with another.
  private(set) var found: [[LineRef?]]
  /// By page and line of the outcome: the line as read. nil if it is only a part of one, or more than one.
  private(set) var read: [[LineRef?]]

  init(of truth: Issue, in outcome: Issue, origins: [LineOrigins]) {
    found = truth.pages.map { Array(repeating: nil, count: $0.lines.count) }
    read = outcome.pages.map { Array(repeating: nil, count: $0.lines.count) }
    for (page, origins) in origins.enumerated() where outcome.pages.indices.contains(page) {
      switch origins {
      case .lines(let lines):
        for (line, origin) in lines.enumerated() where outcome.pages[page].lines.indices.contains(line) {
          meet(origin, line, page)
        }
      case .cells(let rows): matchCells(rows, outcome.pages[page], page)
      }
    }
    for (number, page) in truth.pages.enumerated() {
      for line in page.lines where line.isEmpty { found[number][line.index] = nil }
    }
  }

  private mutating func meet(_ origin: Int, _ line: Int, _ page: Int) {
    found[page][origin] = LineRef(page: page, line: line)
    read[page][line] = LineRef(page: page, line: origin)
  }

  /// A part is the line whose cells it covers, if it covers nothing else and nothing else covers any of them.
  private mutating func matchCells(_ rows: [Int: [LineOrigins.PrintedLine]], _ page: Page, _ number: Int) {
    var touching: [Int: [Int]] = [:]
    for line in page.lines where !line.isEmpty {
      for printed in rows[line.number] ?? []
      where printed.cells.lowerBound < line.box.right && line.box.left < printed.cells.upperBound {
        touching[printed.line, default: []].append(line.index)
      }
    }
    var touched: [Int: Int] = [:]
    for lines in touching.values { for line in lines { touched[line, default: 0] += 1 } }
    for (origin, lines) in touching {
      guard let line = lines.first, lines.count == 1, touched[line] == 1 else { continue }
      meet(origin, line, number)
    }
  }
}
