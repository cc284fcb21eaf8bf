import OffprintKit

/// Measures where the units of a page stand: in their columns, and to what is around them.
struct UnitPlaces {
  let page: Page
  let usual: PageMeasures

  /// The places of lines with text, from top to bottom, and the height of the highest.
  private let lines: [Box]
  private let highest: Int
  private let rules: [Box]
  private let pictures: [Box]

  /// Where nothing stands above or below, the space is this wide.
  static let open = 6.0

  init(page: Page, usual: PageMeasures) {
    self.page = page
    self.usual = usual
    lines = page.lines.lazy.filter { !$0.isEmpty && $0.box.isKnown }.map(\.box)
      .sorted { ($0.top, $0.left) < ($1.top, $1.left) }
    highest = lines.map(\.height).max() ?? 0
    rules = page.blocks.lazy.filter { $0.kind == .separator && $0.box.isKnown }.map(\.box)
    pictures = page.blocks.lazy.filter { $0.kind == .illustration && $0.box.isKnown }.map(\.box)
  }

  func measure(_ units: inout [MeasuredUnit]) {
    guard !usual.isTextPage else { return measureText(&units) }
    let boxes = units.lazy.map(\.box).filter(\.isKnown)
    let top = boxes.map(\.top).min() ?? 0
    let foot = max(top + 1, boxes.map(\.bottom).max() ?? 1)
    for index in units.indices {
      guard units[index].box.isKnown else {
        units[index].gapAbove = Self.open
        units[index].gapBelow = Self.open
        continue
      }
      let box = units[index].box
      measureColumn(&units[index])
      measureGaps(&units[index])
      units[index].top = Double(box.top - top) / Double(foot - top)
      guard index > 0, units[index - 1].box.isKnown else { continue }
      let before = units[index - 1].box
      units[index].beginsColumn = Double(box.top) < Double(before.top) - usual.lineHeight
      units[index].hasRuleAbove = hasRule(between: before, and: box)
    }
  }

  /// Against the lines around it that are about as wide as its column.
  private func measureColumn(_ unit: inout MeasuredUnit) {
    let box = unit.box
    let reach = Int(14 * usual.lineHeight)
    let isNarrow = Double(box.width) < 1.5 * usual.columnWidth
    var near: [Box] = []
    for line in lines[first(from: box.top - reach)...] {
      if line.top >= box.bottom + reach { break }
      let overlap = min(line.right, box.right) - max(line.left, box.left)
      if overlap < 0, line.overlapY(box) * 2 > min(line.height, box.height) { unit.isBeside = true }
      guard line.bottom > box.top - reach, overlap * 2 > min(line.width, box.width) else { continue }
      guard !isNarrow || Double(line.width) < 2 * usual.columnWidth else { continue }
      near.append(line)
    }
    let widths = near.map(\.width).sorted()
    let least = Double(widths[safe: widths.count * 85 / 100] ?? 0) * 0.75
    let full = near.filter { Double($0.width) >= least }
    var (left, right) = (box.left, box.right)
    if full.count >= 2 {
      let (lefts, rights) = (full.map(\.left).sorted(), full.map(\.right).sorted())
      left = lefts[lefts.count * 3 / 10]
      right = rights[rights.count * 7 / 10]
    }
    let width = Double(max(1, right - left))
    unit.leftMargin = Double(box.left - left) / width
    unit.rightMargin = Double(right - box.right) / width
    unit.width = Double(box.width) / width
    unit.span = Double(box.width) / usual.columnWidth
    let known = unit.lines.map { page.lines[$0.line].box }
    if let first = known.first, first.isKnown { unit.indent = Double(first.left - box.left) / usual.lineHeight }
    if let last = known.last, last.isKnown {
      unit.lastFill = Double(last.right - box.left) / Double(max(1, box.width))
    }
  }

  private func measureGaps(_ unit: inout MeasuredUnit) {
    let box = unit.box
    let slack = Int(0.4 * usual.lineHeight)
    let above = lineAbove(box, slack)
    let below = lines[first(from: box.top)...].first { line in
      line.overlapX(box) * 5 > line.width && line.top >= box.bottom - slack && line.bottom > box.bottom
    }?.top
    func gap(_ distance: Int) -> Double { min(Self.open, Double(distance) / usual.lineHeight - usual.lineGap) }
    unit.isTopOfColumn = above == nil
    unit.isFootOfColumn = below == nil
    unit.gapAbove = above.map { gap(box.top - $0) } ?? Self.open
    unit.gapBelow = below.map { gap($0 - box.bottom) } ?? Self.open
    unit.hasPictureAbove = pictures.contains { picture in
      let distance = Double(box.top - picture.bottom) / usual.lineHeight
      return distance > -1 && distance < 3 && picture.overlapX(box) * 10 > 3 * box.width
    }
  }

  /// The first line that may reach down to a height.
  private func first(from top: Int) -> Int { lines.partitioningIndex { $0.top >= top - highest } }

  /// The foot of the nearest line above a box; nil if there is none.
  private func lineAbove(_ box: Box, _ slack: Int) -> Int? {
    var found: Int?
    for line in lines[..<lines.partitioningIndex { $0.top >= box.top }].reversed() {
      // What stands higher cannot reach as far down.
      if let found, line.top + highest < found { break }
      guard line.overlapX(box) * 5 > line.width, line.bottom <= box.top + slack else { continue }
      found = max(found ?? .min, line.bottom)
    }
    return found
  }

  private func hasRule(between above: Box, and below: Box) -> Bool {
    rules.contains { rule in
      Double(rule.width) > 2 * usual.lineHeight && Double(rule.height) < 1.5 * usual.lineHeight
        && Double(rule.centreY) > Double(above.bottom) - usual.lineHeight
        && Double(rule.centreY) < Double(below.top) + usual.lineHeight && rule.overlapX(below) > 0
    }
  }

  // MARK: Text pages

  /// On text pages the empty lines are the gaps, and the longest lines around show how wide the column is.
  private func measureText(_ units: inout [MeasuredUnit]) {
    let longest = units.map { unit in unit.lines.map { Letters.count(page.lines[$0.line].utf8) }.max() ?? 0 }
    let usualLongest = longest.indices.filter { units[$0].textLines >= 2 }.map { longest[$0] }.sorted()
    let fallback = usualLongest[safe: usualLongest.count / 2] ?? 40
    for index in units.indices {
      let around = max(0, index - 8)..<min(units.count, index + 9)
      let texts = around.filter { units[$0].textLines >= 3 }.map { longest[$0] }.sorted()
      let column = max(1, texts[safe: texts.count / 2] ?? fallback)
      units[index].width = Double(longest[index]) / Double(column)
      units[index].span = units[index].width
      units[index].gapAbove = Double(units[index].emptyLinesBefore)
      units[index].gapBelow = index + 1 < units.count ? Double(units[index + 1].emptyLinesBefore) : 3
      units[index].top = Double(index) / Double(units.count)
      if let last = units[index].lines.last {
        units[index].lastFill = Double(Letters.count(page.lines[last.line].utf8)) / Double(column)
      }
    }
  }
}
