import OffprintKit

/// Makes reading units of the flow of pages.
struct UnitReading {
  let issue: Issue
  /// Signs that the pipeline adds to those known.
  var phrases = OwnPhrases()

  /// The units of a page in reading order. Every line of the page that the ledger does not name is in one of them.
  func units(ofPage index: Int) -> [ReadingUnit] {
    let page = issue.pages[index]
    let gone = Set(issue.ledger.entries.lazy.filter { $0.line.page == index }.map(\.line.line))
    let bodyHeight = Self.bodyHeight(of: page)
    let body = page.unit == .character ? TextStyle() : Self.bodyStyle(of: page)
    let paragraphs = page.flow?.paragraphs ?? page.blocks.map { Paragraph(lines: Array($0.lines.indices)) }
    var units = paragraphs.flatMap { paragraph in
      phrases.pieces(of: paragraph.lines.filter { !gone.contains($0) }, on: page).map { lines in
        unit(lines, paragraph, page, index, bodyHeight, body)
      }
    }
    markShortTexts(in: &units)
    markSignatures(in: &units, page)
    markCaptions(in: &units, page, bodyHeight)
    return units
  }

  /// A short sentence that is set like the text is a headline only over a text; else it is one itself.
  private func markShortTexts(in units: inout [ReadingUnit]) {
    for index in units.indices.reversed() where units[index].isHeading && units[index].endsSentence {
      let isPlain = !units[index].isUpperCase && !units[index].isBold && units[index].relativeSize < 1.15
      let isOverText = index + 1 < units.count && (units[index + 1].isText || units[index + 1].isByline)
      if isPlain, !isOverText { units[index].kind = .text }
    }
  }

  /// A short line in capitals directly under a text, with empty space after it, is the writer's name.
  private func markSignatures(in units: inout [ReadingUnit], _ page: Page) {
    guard page.unit == .character else { return }
    for index in units.indices.dropFirst() where units[index].isHeading && units[index].isUpperCase {
      let follows = units[index].emptyLinesBefore == 0 && units[index - 1].isText && units[index].lines.count == 1
      let isLast = index + 1 == units.count || units[index + 1].emptyLinesBefore > 0
      if follows, isLast, units[index].length <= 40 { units[index].kind = .byline }
    }
  }

  /// A few lines directly under a picture are its caption.
  private func markCaptions(in units: inout [ReadingUnit], _ page: Page, _ bodyHeight: Double) {
    let pictures = page.blocks.filter { $0.kind == .illustration && $0.box.isKnown }.map(\.box)
    guard !pictures.isEmpty, bodyHeight > 0 else { return }
    for index in units.indices where units[index].lines.count <= 4 && units[index].box.isKnown {
      let box = units[index].box
      let isUnder = pictures.contains { picture in
        let gap = box.top - picture.bottom
        return Double(gap) > -bodyHeight && Double(gap) < 2 * bodyHeight && picture.overlapX(box) * 2 > box.width
          && box.width * 10 <= picture.width * 13
      }
      if isUnder { units[index].kind = .caption }
    }
  }

  private func unit(
    _ lines: [Int], _ paragraph: Paragraph, _ page: Page, _ index: Int, _ bodyHeight: Double, _ body: TextStyle
  ) -> ReadingUnit {
    var scalars: [Unicode.Scalar] = []
    var lengths: [Int] = []
    var box = Box.unknown
    var heights: [Int] = []
    var bold = 0
    var size = 0.0
    for line in lines {
      let view = page.lines[line]
      box = box.union(view.box)
      guard !view.isEmpty else { continue }
      let text = view.scalars
      lengths.append(text.count { $0 != " " })
      heights.append(view.box.isKnown ? view.box.height : 0)
      if view.style.isBold { bold += 1 }
      size = max(size, view.style.size)
      Self.append(text, to: &scalars)
    }
    let unspaced = scalars.count { Script.isUnspaced($0) }
    let length = lengths.reduce(0, +)
    let isUnspaced = unspaced * 2 > length
    var (letters, capitals) = (0, 0)
    for scalar in scalars where scalar.isAlphabetic && !Script.isUnspaced(scalar) {
      letters += 1
      if scalar.isUppercase { capitals += 1 }
    }
    let end = Phrase.lastTelling(scalars)
    var unit = ReadingUnit(
      page: index, lines: lines.map { LineRef(page: index, line: $0) }, scalars: scalars, length: length,
      lineLengths: lengths, isUnspaced: isUnspaced,
      isUpperCase: letters >= 3 && capitals * 10 >= letters * 8,
      endsSentence: end.map(Phrase.sentenceEnds.contains) ?? false,
      opensReport: DatelineSigns.opensReport(scalars, isUnspaced: isUnspaced), words: WordSet(scalars))
    unit.emptyLinesBefore = lines.first.map { page.lines[$0].emptyLinesBefore } ?? 0
    unit.box = box
    unit.column = paragraph.column
    unit.label = lines.first.flatMap { page.lines[$0].block.label }
    unit.blockKind = lines.first.map { page.lines[$0].block.kind } ?? .text
    if page.unit != .character {
      unit.isBold = bold * 2 > lengths.count && !body.isBold
      let height = heights.sorted()[safe: heights.count / 2].map(Double.init) ?? 0
      let byHeight = bodyHeight > 0 && height > 0 ? height / bodyHeight : 1
      let bySize = body.size > 0 && size > 0 ? size / body.size : byHeight
      unit.relativeSize = abs(bySize - 1) > 0.05 ? max(bySize, min(byHeight, bySize * 1.15)) : byHeight
    }
    unit.kind = unit.isTable ? .text : UnitSigns.kind(of: unit)
    if !phrases.isEmpty, !unit.isTable, let first = lines.first { apply(phrases, page.lines[first], &unit) }
    return unit
  }

  /// What the pipeline says of this paper goes before what is known of others.
  private func apply(_ phrases: OwnPhrases, _ first: Line, _ unit: inout ReadingUnit) {
    if phrases.opensReport(first.text) { unit.opensReport = true }
    if unit.lines.count <= 3, unit.length <= 140, phrases.opensByline(first.text) { unit.kind = .byline }
    if unit.lines.count == 1, let notice = phrases.jump(in: first) { unit.kind = .jump(notice) }
  }

  /// Adds a line's text to running text: break marks dropped, a space between words of spaced writing.
  private static func append(_ text: [Unicode.Scalar], to scalars: inout [Unicode.Scalar]) {
    guard let last = scalars.last, let first = text.first else {
      scalars += text
      return
    }
    if last == "-" || last == "\u{AD}" || last == "¬" || last == "⸗" {
      scalars.removeLast()
    } else if !(Script.isUnspaced(last) && Script.isUnspaced(first)) {
      scalars.append(" ")
    }
    scalars += text
  }

  /// Median height of the lines that hold several words, in the page's unit; 0 if there is none.
  static func bodyHeight(of page: Page) -> Double {
    guard page.unit != .character else { return 0 }
    let heights = page.lines.lazy.filter { $0.words.count > 2 && $0.box.isKnown && $0.box.height > 0 }
      .map(\.box.height).sorted()
    return heights[safe: heights.count / 2].map(Double.init) ?? 0
  }

  /// The style in which most letters of the page are set.
  static func bodyStyle(of page: Page) -> TextStyle {
    var counts: [TextStyle: Int] = [:]
    for line in page.lines { counts[line.style, default: 0] += line.utf8.count }
    return counts.max { ($0.value, $1.key.size) < ($1.value, $0.key.size) }?.key ?? TextStyle()
  }
}

extension Array {
  /// nil where the index is out of range.
  subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
