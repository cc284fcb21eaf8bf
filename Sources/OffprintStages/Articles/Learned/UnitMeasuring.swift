import OffprintKit

/// Measures the units of an issue: the paragraphs of the flow of its pages, in reading order.
struct UnitMeasuring {
  private let issue: Issue
  /// Signs of bylines, datelines and jumps that the pipeline adds to those known.
  private let phrases: OwnPhrases

  init(issue: Issue, phrases: OwnPhrases = OwnPhrases()) {
    self.issue = WritingDirection.levelled(issue)
    self.phrases = phrases
  }

  func units() -> [MeasuredUnit] {
    var units: [MeasuredUnit] = []
    var gone: [Int: Set<Int>] = [:]
    for entry in issue.ledger.entries { gone[entry.line.page, default: []].insert(entry.line.line) }
    for page in issue.pages.indices { units += self.units(ofPage: page, gone: gone[page] ?? []) }
    BlockGrain.forgetParagraphs(&units)
    PageEdges.mark(&units, issue)
    return units
  }

  /// Every line of the page that the ledger does not name is in one of the units.
  private func units(ofPage index: Int, gone: Set<Int>) -> [MeasuredUnit] {
    let page = issue.pages[index]
    let usual = PageMeasures(page)
    let paragraphs = page.flow?.paragraphs ?? page.blocks.map { Paragraph(lines: Array($0.lines.indices)) }
    var units: [MeasuredUnit] = []
    for paragraph in paragraphs {
      for lines in phrases.pieces(of: paragraph.lines.filter { !gone.contains($0) }, on: page) {
        units.append(unit(lines, page, index, usual))
      }
    }
    for place in units.indices {
      units[place].place = place
      units[place].unitsOnPage = units.count
    }
    UnitPlaces(page: page, usual: usual).measure(&units)
    return units
  }

  private func unit(_ lines: [Int], _ page: Page, _ index: Int, _ usual: PageMeasures) -> MeasuredUnit {
    let views = lines.map { page.lines[$0] }
    let telling = views.filter { !$0.isEmpty }
    var unit = MeasuredUnit(page: index, lines: lines.map { LineRef(page: index, line: $0) }, text: UnitText(telling))
    unit.textLines = telling.count
    unit.isTextPage = usual.isTextPage
    unit.box = views.reduce(Box.unknown) { $0.union($1.box) }
    unit.height = usual.height(of: telling)
    unit.styleSize = usual.styleSize == 0 ? 0 : (telling.map(\.style.size).max() ?? 0) / usual.styleSize
    unit.isBold = !usual.isBold && telling.count(where: \.style.isBold) * 2 > telling.count
    unit.isItalic = telling.count(where: \.style.isItalic) * 2 > max(1, telling.count)
    unit.letterWidth = usual.letterWidth(of: telling)
    unit.confidence = Self.confidence(of: telling)
    if let first = views.first, let last = views.last {
      unit.block = first.block.index
      unit.lastBlock = last.block.index
      unit.blockLines = first.block.lines.count
      unit.isWholeBlock = unit.textLines > 0 && unit.blockLines == lines.count && unit.block == unit.lastBlock
      unit.blockKind = first.block.kind
      unit.isInMargin = first.block.region != .printSpace
      unit.isLabelledAdvertisement = first.block.label?.lowercased().hasPrefix("advert") == true
      unit.emptyLinesBefore = first.emptyLinesBefore
    }
    phrases.look(at: telling, &unit)
    return unit
  }

  /// The median of the lines' own means; -1 if there is none.
  private static func confidence(of lines: [Line]) -> Double {
    var means: [Double] = []
    for line in lines {
      var sum = 0.0
      var count = 0.0
      for word in line.words {
        guard let confidence = word.confidence else { continue }
        sum += confidence
        count += 1
      }
      if count > 0 { means.append(sum / count) }
    }
    return means.sorted()[safe: means.count / 2] ?? -1
  }
}
