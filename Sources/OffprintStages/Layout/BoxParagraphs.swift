import OffprintKit

/// Joins the lines of an element to paragraphs: by indents, short last lines, spacing and change of type. All
/// measures are relative to the height of a line or the width of the element.
struct BoxParagraphs {
  let page: Page
  let measures: ParagraphMeasures

  /// The paragraphs of an element in order, each with what shows that it begins; nil for the first.
  func paragraphs(of element: BoxElement) -> [(lines: [Int], sign: ParagraphSign?)] {
    let lines = element.lines
    guard let first = lines.first, lines.count > 1, element.box.isKnown else { return [(lines, nil)] }
    if page.lines[first].block.kind == .table { return [(lines, nil)] }
    let setting = ColumnSetting(element, page)
    let looks = lines.map { LineLook(page.lines[$0]) }
    let kept = KeptLines.begins(lines, looks, setting, page)
    var found: [(lines: [Int], sign: ParagraphSign?)] = [([first], nil)]
    for index in lines.indices.dropFirst() {
      let isAlone = found.last?.lines.count == 1
      let ends = LineEnds(looks[index - 1], looks[index])
      let sign =
        kept[index] && !ends.breaksWord
        ? .keptLine : sign(at: lines[index], after: lines[index - 1], ends, isAlone: isAlone, setting)
      if let sign { found.append(([lines[index]], sign)) } else { found[found.count - 1].lines.append(lines[index]) }
    }
    return found
  }

  /// What shows that a line begins a paragraph; nil if nothing does.
  ///
  /// - Parameter isAlone: the line before is all there is of its paragraph so far.
  private func sign(
    at line: Int, after previous: Int, _ ends: LineEnds, isAlone: Bool, _ setting: ColumnSetting
  ) -> ParagraphSign? {
    let (a, b) = (page.lines[previous], page.lines[line])
    guard !a.isEmpty, !b.isEmpty, a.box.isKnown, b.box.isKnown, !ends.breaksWord else { return nil }
    if ends.changesCapitals { return .capitals }
    // A line that is misjudged in the middle of a sentence: stains make it high, few tall letters low.
    if changesType(a, b), ends.endsSentence || !ends.nextStartsLowerCase { return .type }
    let height = Double(setting.height)
    let extra = Double(b.box.centreY - a.box.centreY - setting.leading)
    if extra > measures.space * height, ends.endsSentence || extra > 1.5 * height { return .space }
    let (above, own) = (setting.margins(of: a.box), setting.margins(of: b.box))
    let isSetIn = own.left > measures.indent * height
    let wasSetIn = above.left > measures.indent * height
    // A heading in the middle or at the right of the column, and the text under it; not the end of a verse.
    let isHeading = isAlone && above.left > measures.heading * height
    if isHeading, own.left < measures.heading / 2 * height, !ends.nextStartsLowerCase { return .underHeading }
    // A heading that is centred and long, and a line under it that is not of the same heading.
    let isOneHeading = isCentred(own, height) || ends.areCapitals
    if isAlone, isCentred(above, height), !isOneHeading, own.left < above.left - height / 2, !ends.nextStartsLowerCase {
      return .underHeading
    }
    let isShort = above.right > measures.shortLine * Double(setting.width)
    // Lines that are all set in are centred or belong to a list: only their ends tell.
    if isSetIn, !wasSetIn || ends.endsSentence {
      return ends.endsSentence || (setting.isText && (isShort || !ends.nextStartsLowerCase)) ? .indent : nil
    }
    return isShort && ends.endsSentence && !ends.nextStartsLowerCase ? .shortLine : nil
  }

  /// Stands in the middle of the column, clear of both edges, as a heading does that nearly fills it.
  private func isCentred(_ margins: (left: Double, right: Double), _ height: Double) -> Bool {
    min(margins.left, margins.right) > 1.2 * height
      && abs(margins.left - margins.right) < max(height, 0.4 * (margins.left + margins.right))
  }

  private func changesType(_ a: Line, _ b: Line) -> Bool {
    let (small, large) = (min(a.box.height, b.box.height), max(a.box.height, b.box.height))
    let sizes = (a.style.size, b.style.size)
    if sizes.0 > 0, sizes.1 > 0, max(sizes.0, sizes.1) >= 1.25 * min(sizes.0, sizes.1) {
      return large * 100 > small * 112
    }
    if a.style.isBold != b.style.isBold, a.words.count > 1, b.words.count > 1 { return true }
    // A word or two without tall letters makes a low line in any size.
    let lower = a.box.height < b.box.height ? a : b
    return lower.utf8.count > 8 && large * 2 > small * 3 + 6
  }

  /// True if the text at the end of an element goes on at the head of the next: it breaks off, and what follows does
  /// not begin anew.
  func goesOn(from last: Int, of element: BoxElement, to first: Int, of next: BoxElement) -> Bool {
    let (a, b) = (page.lines[last], page.lines[first])
    guard element.region == next.region, a.block.kind == .text, b.block.kind == .text else { return false }
    guard !a.isEmpty, !b.isEmpty, !changesType(a, b) else { return false }
    let ends = LineEnds(a, b)
    if ends.endsSentence || ends.changesCapitals { return false }
    if ends.breaksWord { return true }
    if ends.nextStartsLowerCase { return true }
    let setting = ColumnSetting(element, page)
    let isFull = setting.margins(of: a.box).right <= measures.shortLine * Double(setting.width)
    let nextSetting = ColumnSetting(next, page)
    let isSetIn = nextSetting.margins(of: b.box).left > measures.indent * Double(nextSetting.height)
    return isFull && !isSetIn && element.lines.count > 1 && next.lines.count > 1
  }
}
