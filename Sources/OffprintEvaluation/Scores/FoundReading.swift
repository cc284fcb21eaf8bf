import OffprintKit

/// What a pipeline made of an issue, told in the lines of the issue as read.
struct FoundReading: Sendable {
  let outcome: Issue
  let places: LinePlaces
  /// By page and line of the outcome: its place among all lines with text, over all pages.
  private let order: [[Int?]]
  /// The lines in that order, as read; nil for what is no whole line.
  private let sequence: [LineRef?]
  /// By page and line of the outcome: the paragraph or component that it is in.
  private let units: [[Int?]]
  /// What stages said of lines, by line of the outcome.
  let decisions: [LineRef: [Decision]]

  init(of outcome: Issue, places: LinePlaces) {
    self.outcome = outcome
    self.places = places
    var order = outcome.pages.map { [Int?](repeating: nil, count: $0.lines.count) }
    var sequence: [LineRef?] = []
    for (number, page) in outcome.pages.enumerated() {
      for line in page.flow?.lines ?? Array(page.lines.indices) where !page.lines[line].isEmpty {
        order[number][line] = sequence.count
        sequence.append(places.read[number][line])
      }
    }
    self.order = order
    self.sequence = sequence
    units = Self.units(of: outcome)
    var decisions: [LineRef: [Decision]] = [:]
    for decision in outcome.decisions {
      if case .line(let line) = decision.subject { decisions[line, default: []].append(decision) }
    }
    self.decisions = decisions
  }

  /// The line's place in the reading order of the issue; nil if it is nowhere whole.
  func place(of ref: LineRef) -> Int? {
    places.found[ref.page][ref.line].flatMap { order[$0.page][$0.line] }
  }

  /// The line that follows in the reading order.
  func line(after ref: LineRef) -> LineRef? {
    guard let place = place(of: ref), place + 1 < sequence.count else { return nil }
    return sequence[place + 1]
  }

  /// Whether two lines are in the same paragraph; nil if one of them is nowhere whole.
  func isOneParagraph(_ a: LineRef, _ b: LineRef) -> Bool? {
    guard let first = unit(of: a), let second = unit(of: b) else { return nil }
    return first == second
  }

  /// How the line's end was found to meet another line, and which.
  func join(at ref: LineRef) -> (seam: Seam, second: LineRef?)? {
    guard let line = places.found[ref.page][ref.line], let join = outcome.joins[line] else { return nil }
    return (join.seam, places.read[join.second.page][join.second.line])
  }

  private func unit(of ref: LineRef) -> Int? {
    places.found[ref.page][ref.line].flatMap { units[$0.page][$0.line] }
  }

  /// Components if articles were found, else paragraphs of the reading order, one that goes on over the page's end
  /// counting as one; else blocks.
  private static func units(of outcome: Issue) -> [[Int?]] {
    var units = outcome.pages.map { [Int?](repeating: nil, count: $0.lines.count) }
    var unit = 0
    func put(_ line: LineRef) { units[line.page][line.line] = unit }
    if outcome.hasArticles {
      for component in outcome.articles.flatMap(\.components) {
        component.lines.forEach(put)
        unit += 1
      }
      return units
    }
    for (number, page) in outcome.pages.enumerated() {
      guard let flow = page.flow else {
        for block in page.blocks {
          unit += 1
          block.lines.forEach { put(LineRef(page: number, line: $0.index)) }
        }
        continue
      }
      for paragraph in flow.paragraphs {
        if !paragraph.continuesFromPageBefore { unit += 1 }
        paragraph.lines.forEach { put(LineRef(page: number, line: $0)) }
      }
    }
    return units
  }
}
