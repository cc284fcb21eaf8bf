import OffprintKit

/// Finds what stands again and again at the edges of pages: titles, dates and numbers of running heads and feet.
enum PageEdges {
  /// Of the top, or of the foot, of the page's text.
  private static let depth = 0.05

  static func mark(_ units: inout [MeasuredUnit], _ issue: Issue) {
    markRepetitions(in: &units, issue)
    for index in units.indices {
      let unit = units[index]
      units[index].isFolio =
        unit.textLines == 1 && unit.text.figures > 0 && unit.text.letters <= 1 && unit.text.signs <= 8
        && (unit.top < depth || unit.top > 1 - depth)
    }
    markTitle(&units, issue)
  }

  /// Tells how far below the paper's title what stands on the first page is.
  private static func markTitle(_ units: inout [MeasuredUnit], _ issue: Issue) {
    let first = units.indices.filter { units[$0].page == 0 && units[$0].box.isKnown }
    guard
      let title = first.first(where: { isTitleInMargin(units[$0]) }) ?? named(among: first, units, issue)
        ?? title(among: first, units)
    else { return }
    let box = units[title].box
    let line = max(1, Double(box.height) / Double(max(1, units[title].lines.count)) / max(0.1, units[title].height))
    for index in first { units[index].belowTitle = max(0, Double(units[index].box.top - box.bottom) / line) }
  }

  /// Where the source has a top margin, the title is there.
  private static func isTitleInMargin(_ unit: MeasuredUnit) -> Bool {
    unit.isInMargin && unit.top < 0.3 && unit.text.letters >= 6
  }

  /// The line in large type on the upper part of the first page that says what the paper is called by its source.
  private static func named(among first: [Int], _ units: [MeasuredUnit], _ issue: Issue) -> Int? {
    guard let name = issue.publication.title else { return nil }
    var letters = LetterPairs()
    Array(name.utf8).withUnsafeBufferPointer { letters.add($0) }
    return first.first { index in
      let unit = units[index]
      return unit.top < 0.3 && unit.textLines <= 3 && unit.size >= 1.2
        && pairs(of: unit, issue).likeness(to: letters) >= 0.7
    }
  }

  /// The largest type on the upper part of the first page, if it is wider than a column, much larger than text, and has
  /// the date of the paper by it.
  private static func title(among first: [Int], _ units: [MeasuredUnit]) -> Int? {
    let upper = first.filter {
      units[$0].top < 0.3 && units[$0].textLines <= 3 && units[$0].text.letters >= 3 && units[$0].size >= 2
        && units[$0].span >= 1.2
    }
    func area(_ index: Int) -> Double { units[index].size * units[index].span }
    guard let title = upper.max(by: { (area($0), $1) < (area($1), $0) }) else { return nil }
    let box = units[title].box
    let line = Double(box.height) / Double(max(1, units[title].lines.count)) / max(0.1, units[title].height)
    let isDated = first.contains { index in
      let text = units[index].text
      let distance = Double(units[index].box.top - box.bottom) / max(1, line)
      return units[index].textLines <= 4 && text.signals.months > 0 && text.figures > 0
        && distance < reachOfDate && distance > -2 * reachOfDate
    }
    return isDated ? title : nil
  }

  /// The date stands so many lines below the title at most, or up to twice as many above.
  private static let reachOfDate = 10.0

  /// Compares short lines at an edge of a page with those at the same edge of the others, letter by letter in pairs
  /// (Dice, 1945), so that what OCR misread does not matter. Numbers are all alike.
  static func markRepetitions(in units: inout [MeasuredUnit], _ issue: Issue) {
    let edges = units.indices.filter { index in
      let unit = units[index]
      return unit.textLines <= 2 && unit.text.signs < 60 && unit.textLines > 0
        && (unit.top < depth || unit.top > 1 - depth)
    }
    let letters = edges.map { pairs(of: units[$0], issue) }
    for (rank, index) in edges.enumerated() {
      for (other, otherIndex) in edges.enumerated() where units[otherIndex].page != units[index].page {
        guard (units[index].top < depth) == (units[otherIndex].top < depth) else { continue }
        units[index].repetition = max(units[index].repetition, letters[rank].likeness(to: letters[other]))
      }
    }
  }

  private static func pairs(of unit: MeasuredUnit, _ issue: Issue) -> LetterPairs {
    var pairs = LetterPairs()
    for line in unit.lines { issue[line: line].utf8.withUnsafeBufferPointer { pairs.add($0) } }
    return pairs
  }
}

/// Letters of a text in pairs, small and capital alike.
private struct LetterPairs {
  private var found: [UInt64: Int] = [:]
  private var before: UInt32 = 0

  /// Goes on with more of the text, in UTF-8.
  mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
    var index = 0
    while index < bytes.count {
      let (value, length) = Letters.scalar(bytes, index)
      index += length
      guard Letters.isLetter(value) else { continue }
      let small = Letters.lower(value)
      if before != 0 { found[UInt64(before) << 32 | UInt64(small), default: 0] += 1 }
      before = small
    }
  }

  func likeness(to other: LetterPairs) -> Double {
    let (size, otherSize) = (found.values.reduce(0, +), other.found.values.reduce(0, +))
    // Two numbers, or hardly more than that.
    if size < 2, otherSize < 2 { return 0.5 }
    guard size >= 3, otherSize >= 3 else { return 0 }
    let common = found.reduce(0) { $0 + min($1.value, other.found[$1.key] ?? 0) }
    return 2 * Double(common) / Double(size + otherSize)
  }
}
