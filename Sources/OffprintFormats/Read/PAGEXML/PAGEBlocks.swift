import OffprintModel

/// Makes blocks with lines and words of the regions of a page.
struct PAGEBlocks {
  private let regions: [PAGERegion]
  private let content: PAGEContent
  private var words: PAGEWords
  /// How high a line is taken to be that has a baseline only.
  private let lineHeight: Int

  init(_ regions: [PAGERegion], _ content: PAGEContent) {
    self.regions = regions
    self.content = content
    words = PAGEWords(content)
    lineHeight = Self.lineHeight(regions)
  }

  mutating func add(_ index: Int, to builder: inout PageBuilder, _ findings: inout PAGEFindings) {
    let region = regions[index]
    let style = number(region.style, &builder) ?? 0
    builder.beginBlock(
      id: region.id ?? "_anon\(index)", kind: kind(of: region), box: region.place.isArea ? region.place.box : .unknown,
      style: style, language: language(of: index), label: label(of: region))
    let cell = cell(of: index)
    for line in region.lines {
      builder.setCell(line.cell ?? cell)
      words.take(line, box: box(of: line))
      if words.areOthers { findings.count(.otherWords, line.fileLine) }
      let lineStyle = number(line.style ?? words.commonStyle, &builder) ?? style
      builder.beginLine(box: words.lineBox, style: lineStyle, sourceID: content.ids[line.id])
      for word in words.all {
        builder.addWord(
          content.bytes[word.text], box: word.box, confidence: word.confidence,
          style: number(word.style, &builder) ?? lineStyle)
      }
    }
  }

  /// The page's number for a style of the content.
  private func number(_ style: Int?, _ builder: inout PageBuilder) -> Int? {
    style.map { builder.style(content.styles[$0]) }
  }

  /// For each table the regions that it is made of.
  var tables: [[Int]] {
    var tables: [Int: [Int]] = [:]
    for index in regions.indices {
      let outermost = outwards(from: index).reduce(nil as Int?) { regions[$1].name == .tableRegion ? $1 : $0 }
      if let outermost { tables[outermost, default: []].append(index) }
    }
    return tables.sorted { $0.key < $1.key }.map(\.value)
  }

  /// The cell of the outermost table that the region is or stands in: a table in a cell is part of its text.
  private func cell(of index: Int) -> TableCell? {
    outwards(from: index).reduce(nil) { regions[$1].cell ?? $0 }
  }

  /// A region and those that it stands in, the outermost last.
  private func outwards(from index: Int) -> UnfoldFirstSequence<Int> {
    sequence(first: index) { regions[$0].parent }
  }

  /// Text inside of a table is part of the table.
  private func kind(of region: PAGERegion) -> BlockKind {
    let own = region.name.blockKind ?? .text
    return own == .text && isInside(region, .tableRegion) ? .table : own
  }

  /// What stands in an advertisement is called so, whatever it is in it: the advertisement is one thing.
  private func label(of region: PAGERegion) -> String? {
    region.name == .advertRegion || isInside(region, .advertRegion) ? "advertisement" : region.type
  }

  private func isInside(_ region: PAGERegion, _ name: PAGEName) -> Bool {
    region.parent.map { outwards(from: $0).contains { regions[$0].name == name } } ?? false
  }

  /// The region's own, that of the region around it, or the one that all its lines with a language have.
  private func language(of index: Int) -> String? {
    if let language = outwards(from: index).lazy.compactMap({ regions[$0].language }).first { return language }
    let languages = Set(regions[index].lines.compactMap(\.language))
    return languages.count == 1 ? languages.first : nil
  }

  private func box(of line: PAGELine) -> Box {
    if line.place.isArea { return line.place.box }
    let base = line.baseline.box
    if base.isKnown, base.width > 0 {
      return Box(left: base.left, top: max(0, base.top - lineHeight), right: base.right, bottom: base.bottom)
    }
    return content.words[line.words].contains(where: \.place.isArea) ? .unknown : line.place.box
  }

  /// The usual height of the lines that have one; else the usual distance from one baseline to the next.
  private static func lineHeight(_ regions: [PAGERegion]) -> Int {
    func middle(_ figures: [Int]) -> Int? { figures.isEmpty ? nil : figures.sorted()[figures.count / 2] }
    let heights = regions.lazy.flatMap(\.lines).filter(\.place.isArea).map(\.place.box.height)
    if let height = middle(Array(heights)) { return height }
    let distances = regions.flatMap { region in
      let bases = region.lines.map(\.baseline.box).filter(\.isKnown)
      return zip(bases, bases.dropFirst()).map { $1.bottom - $0.bottom }.filter { $0 > 0 }
    }
    return middle(distances) ?? 0
  }
}

extension PAGERegion {
  /// The region with lines for its own text, if its lines have none. As many texts as lines are theirs; else they
  /// stand behind them. Where some lines have texts, the others get theirs if the region's text is otherwise the same.
  func withTextOfItsOwn(_ content: PAGEContent) -> PAGERegion {
    guard !text.isEmpty else { return self }
    guard lines.allSatisfy(content.isEmpty) else { return withMissingTexts(content) }
    var region = self
    let own = PAGELine.lines(of: text, in: lines.isEmpty && place.isArea ? place.box : .unknown, content)
    guard own.count == lines.count else {
      region.lines += own
      return region
    }
    for (index, line) in own.enumerated() { region.lines[index].text = line.text }
    return region
  }

  private func withMissingTexts(_ content: PAGEContent) -> PAGERegion {
    guard lines.contains(where: content.isEmpty) else { return self }
    let own = content.lines(of: text)
    guard own.count == lines.count, zip(own, lines).allSatisfy({ isOf($1, $0, content) }) else { return self }
    var region = self
    for (index, text) in own.enumerated() where content.isEmpty(lines[index]) {
      region.lines[index].text = PAGELine(PAGEReading(text)).text
    }
    return region
  }

  /// True if a line may have a text of the region: it has none, or the same.
  private func isOf(_ line: PAGELine, _ text: Range<Int>, _ content: PAGEContent) -> Bool {
    content.isEmpty(line)
      || content.haveSameLetters(content.words(in: text), content.words(in: line.text.chosen?.text ?? 0..<0))
  }
}
