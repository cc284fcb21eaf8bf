/// Tells lines that are set off from running text, how much each is set like a heading, and which stand together.
enum HeadingLook {
  /// Marks text, looks, signatures and runs of headings in all units of an issue.
  ///
  /// - Parameter wholeBlocks: the share of units that are a block of their own; where nearly all are, it says nothing.
  static func mark(_ units: inout [MeasuredUnit]) {
    let texts = units.lazy.filter { !$0.isTable }
    let wholeBlocks = Double(texts.count(where: \.isWholeBlock)) / Double(max(1, texts.count))
    for index in units.indices {
      units[index].isText = isText(units[index], wholeBlocks: wholeBlocks)
      units[index].look = look(of: units[index], wholeBlocks: wholeBlocks)
      units[index].signature = 0
      units[index].run = HeadingRun()
    }
    for index in units.indices.dropFirst() { units[index].signature = signature(index, units) }
    markRuns(&units)
  }

  private static func isText(_ unit: MeasuredUnit, wholeBlocks: Double) -> Bool {
    let text = unit.text
    let isPlain = text.capitalShare < 0.6 && unit.size < 1.25
    if unit.textLines == 0 { return false }
    if unit.isTable { return true }
    if unit.textLines >= 5 || text.startsSmall || text.endsBroken { return true }
    if unit.textLines >= 3, isPlain { return true }
    if text.signs > 110, text.capitalShare < 0.6, unit.size < 1.3 { return true }
    let endsSentence = text.end == .fullStop || text.end == .mark
    if unit.textLines >= 2, endsSentence, text.capitalShare < 0.5, unit.size < 1.15, !unit.isCentred, text.signs > 50 {
      return true
    }
    if unit.textLines == 1, endsSentence || text.end == .open, text.capitalShare < 0.5, unit.size < 1.12,
      !unit.isBold, !unit.isCentred, !unit.isRight, !(unit.isWholeBlock && wholeBlocks < 0.4), unit.width > 0.55
    {
      return true
    }
    guard text.startsWithDash || (text.startsWithQuote && endsSentence) else { return false }
    return unit.size < 1.2 && !unit.isCentred
  }

  /// Larger, bolder, in capitals, in the middle, with space around, a block of its own: each adds to it.
  private static func look(of unit: MeasuredUnit, wholeBlocks: Double) -> Double {
    guard unit.mayBeHeading, !unit.isTable else { return 0 }
    func part(_ value: Double, upTo most: Double) -> Double { max(0, min(most, value)) }
    var look = max(-0.3, min(2, (unit.size - 1.05) / 0.4))
    if unit.isBold { look += 0.6 }
    if unit.isUpperCase { look += 0.7 }
    if unit.isCentred { look += 0.4 }
    look += 0.35 * part(unit.gapAbove - 0.2, upTo: 3) + 0.15 * part(unit.gapBelow - 0.2, upTo: 3)
    look += 0.3 * part(unit.letterWidth - 1.05, upTo: 1.5)
    if unit.isWholeBlock, wholeBlocks < 0.5 { look += 0.6 }
    if unit.text.end == .fullStop { look -= 0.3 }
    if unit.textLines > 2 { look -= 0.2 }
    return look
  }

  /// How much the unit looks like the signature under a text: short, at the right, nearer to what is above it, and
  /// followed by something else. 0 if it does not.
  private static func signature(_ index: Int, _ units: [MeasuredUnit]) -> Double {
    let unit = units[index]
    let before = units[index - 1]
    guard !unit.isText, unit.textLines <= 2, unit.text.signs <= 45, before.isText || before.signature > 0,
      !unit.beginsColumn, before.page == unit.page
    else { return 0 }
    let next = index + 1 < units.count ? units[index + 1] : nil
    let isLast = next.map { $0.page != unit.page || $0.beginsColumn } ?? true
    var sign = 0.0
    if unit.isRight { sign += 1 }
    if unit.leftMargin > 0.25 { sign += 0.4 }
    if unit.gapAbove < unit.gapBelow - 0.3 { sign += 0.6 } else if unit.gapAbove > unit.gapBelow + 0.3 { sign -= 0.8 }
    if unit.size > 1.2 { sign -= 0.8 } else if unit.size <= 1 { sign += 0.5 }
    if unit.isBold { sign -= 0.5 }
    if isLast || next.map({ !$0.isText && $0.look > unit.look + 0.2 }) == true { sign += 0.5 }
    if !isLast, next?.isText == true, unit.gapBelow < 0.6 { sign -= 0.8 }
    if unit.text.isBracketed { sign += 0.6 }
    if unit.isCentred { sign -= 0.6 }
    return sign > 0.7 ? sign : 0
  }

  /// More lines than that are a list or a table.
  private static let longestRun = 8

  private static func markRuns(_ units: inout [MeasuredUnit]) {
    var start = 0
    while start < units.count {
      guard isSetOff(units[start]) else {
        start += 1
        continue
      }
      var end = start + 1
      while end < units.count, end - start < longestRun, isSetOff(units[end]), units[end].page == units[start].page,
        !units[end].beginsColumn
      {
        end += 1
      }
      markRun(start..<end, &units)
      start = end
    }
  }

  private static func isSetOff(_ unit: MeasuredUnit) -> Bool {
    !unit.isText && unit.signature == 0 && unit.textLines > 0
  }

  private static func markRun(_ range: Range<Int>, _ units: inout [MeasuredUnit]) {
    let strongest = range.map { units[$0].look }.max() ?? -1
    let hasText = range.upperBound < units.count && units[range.upperBound].isText
    var before = -1.0
    for index in range {
      units[index].run = HeadingRun(
        place: index - range.lowerBound, length: range.count, look: strongest, before: before, hasText: hasText)
      before = max(before, units[index].look)
    }
    var after = -1.0
    for index in range.reversed() {
      units[index].run.after = after
      after = max(after, units[index].look)
    }
  }
}
