import OffprintModel
import OffprintXML

extension PAGEHandler {
  mutating func beginRegion(_ name: PAGEName, _ attributes: XMLAttributes) {
    var region = PAGERegion(name: name, parent: regions.last, fileLine: attributes.line)
    region.id = attributes.string(.id)
    region.custom = attributes.value(.custom).map { PAGECustom($0) } ?? PAGECustom()
    region.type = attributes.string(.type)
    // `other` stands for a type that the format does not know; Transkribus names it in `custom`.
    if region.type == nil || region.type == "other" { region.type = region.custom.regionType ?? region.type }
    region.language = language(attributes)
    regions.append(page.regions.count)
    page.regions.append(region)
  }

  mutating func beginLine(_ attributes: XMLAttributes) {
    // A line inside of a line is one of its own.
    if line != nil { endLine() }
    var line = PAGELine(fileLine: attributes.line, words: content.words.count)
    if let id = attributes.value(.id) {
      let start = content.ids.count
      content.ids.append(contentsOf: id.bytes)
      line.id = start..<content.ids.count
    }
    line.custom = attributes.value(.custom).map { PAGECustom($0) } ?? PAGECustom()
    line.language = language(attributes)
    self.line = line
  }

  mutating func endLine() {
    guard let line else { return }
    self.line = nil
    add(line)
  }

  /// Puts a line where it belongs: to the open region, or to a block of its own if there is none.
  private mutating func add(_ line: PAGELine) {
    if let region = regions.last {
      page.regions[region].lines.append(line)
      return
    }
    findings.count(.outsideRegion, line.fileLine)
    let last = page.regions.indices.last
    if let last, page.regions[last].isImplicit {
      page.regions[last].lines.append(line)
    } else {
      page.regions.append(PAGERegion(name: .unknownRegion, lines: [line], fileLine: line.fileLine, isImplicit: true))
    }
  }

  mutating func beginWord(_ attributes: XMLAttributes) {
    word = PAGEWord()
    letters.removeAll(keepingCapacity: true)
    guard line == nil else { return }
    findings.count(.outsideLine, attributes.line)
    line = PAGELine(fileLine: attributes.line, words: content.words.count, isImplicit: true)
  }

  mutating func endWord() {
    guard var word else { return }
    self.word = nil
    if letters.contains(where: { $0 > 0x20 }) {
      let start = content.bytes.count
      content.bytes += letters
      word.letters = start..<content.bytes.count
    }
    guard let first = line?.words.lowerBound else { return }
    if !word.isEmpty || word.place.box.isKnown {
      content.words.append(word)
      line?.words = first..<content.words.count
    }
    if line?.isImplicit == true { endLine() }
  }

  mutating func endGlyph() {
    if word != nil, let text = glyph.chosen?.text { letters += content.bytes[text] }
    glyph = PAGEText()
  }

  mutating func endReading() {
    guard var reading else { return }
    self.reading = nil
    reading.end(in: content)
    switch open.last ?? nil {
    case .glyph: glyph.offer(reading)
    case .word where word != nil: word?.text.offer(reading)
    case .textLine where line != nil: line?.text.offer(reading)
    case .tableCell where cell != nil: cell?.text.offer(reading)
    default:
      if let region = regions.last {
        page.regions[region].text.offer(reading)
      } else if !reading.isEmpty {
        add(PAGELine(reading))
      }
    }
  }

  mutating func endCell() {
    guard let cell else { return }
    self.cell = nil
    let count = regions.last.map { page.regions[$0].lines.count } ?? 0
    let hasText =
      regions.last.map { !page.regions[$0].lines[cell.firstLine..<count].allSatisfy(content.isEmpty) } ?? false
    if !hasText { for line in PAGELine.lines(of: cell.text, in: cell.place.box, content) { add(line) } }
    guard let region = regions.last else { return }
    for line in cell.firstLine..<page.regions[region].lines.count { page.regions[region].lines[line].cell = cell.cell }
  }

  /// Makes a page of what stands outside of all pages, so that no line of it is lost.
  mutating func finish() {
    endLine()
    if !page.regions.isEmpty { endPage() }
  }

  mutating func endPage() {
    pages.append(page.page(named: pages.isEmpty ? name : "\(name)-\(pages.count + 1)", content, &findings))
    page = PAGEPageData()
    regions = []
    cell = nil
  }
}

extension TableCell {
  /// Nil if the attributes do not say where the cell is, or name a place that no table has.
  init?(_ attributes: XMLAttributes, row: PAGEName, column: PAGEName) {
    guard let row = attributes.value(row)?.int, let column = attributes.value(column)?.int else { return nil }
    self.init(
      row: row, column: column, rowSpan: attributes.value(.rowSpan)?.int ?? 1,
      columnSpan: attributes.value(.colSpan)?.int ?? 1, isHead: attributes.value(.header)?.equals("true") ?? false)
    guard isPossible else { return nil }
  }
}
