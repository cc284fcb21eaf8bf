import OffprintModel

/// Makes pages and articles of what was collected of TEI files.
struct TEIPages {
  private(set) var pages: [Page] = []
  /// By line, where it is in the issue.
  private var refs: [LineRef?]

  /// - Parameter name: that of the issue's file or folder, for pages without a name of their own.
  init(_ handler: TEIHandler, name: String) {
    refs = Array(repeating: nil, count: handler.lines.count)
    var order = Array(handler.pages.indices)
    // Our own files name the page file of each line; pages stand in the order of those names, as elsewhere.
    if handler.pages.allSatisfy({ $0.name != nil }) {
      order.sort { NaturalOrder.precedes(handler.pages[$0].name ?? "", handler.pages[$1].name ?? "") }
    }
    let byPage = Dictionary(grouping: handler.lines.indices) { handler.lines[$0].page }
    for index in order {
      let read = handler.pages[index]
      var own = read.name ?? (pages.isEmpty ? name : "\(name)-\(pages.count + 1)")
      while pages.contains(where: { $0.name == own }) { own += "~" }
      add(read, named: own, lines: byPage[index] ?? [], handler)
    }
  }

  private mutating func add(_ read: TEIReadPage, named name: String, lines: [Int], _ handler: TEIHandler) {
    var builder = PageBuilder(name: name)
    builder.label = read.label
    builder.image = read.image
    builder.size = read.size
    var count = 0
    for group in Self.blocks(of: lines, handler) {
      guard let first = group.first else { continue }
      let block = handler.blocks[handler.lines[first].block]
      let named = handler.lines[first].name?.block
      builder.beginBlock(
        id: named ?? block.id ?? "_anon\(builder.blockCount)", kind: block.kind, region: block.region,
        box: named == nil ? block.box : .unknown, language: block.language, label: block.label)
      let numbers = group.map { handler.lines[$0].name?.number }
      // Names that repeat are none: lines then have their places for numbers.
      let areTelling = Set(numbers).count == numbers.count
      for index in group {
        let line = handler.lines[index]
        refs[index] = LineRef(page: pages.count, line: count)
        count += 1
        let style = line.look.map { builder.style(TextStyle(isBold: $0.bold, isItalic: $0.italic)) } ?? 0
        builder.setCell(line.cell)
        builder.beginLine(
          box: line.box, style: style, number: areTelling ? line.name?.number : nil, sourceID: line.id?.utf8)
        let texts = WhiteSpace.parts(of: line.bytes)
        for (text, box) in zip(texts, PageWords.shares(texts, line.box)) {
          builder.addWord(text, box: box, style: style)
        }
        addHalves(line, texts.last, index, handler, &builder)
      }
    }
    var page = builder.finish(number: pages.count + 1)
    if !page.size.isKnown {
      let all = page.blocks.reduce(Box.unknown) { $0.union($1.box) }
      if all.isKnown { page.size = Box(left: 0, top: 0, right: all.right, bottom: all.bottom) }
    }
    pages.append(page)
  }

  /// A mark that stands at the end of a broken word is one that the source vouches for. Without a mark the editors took
  /// it away, and the two pieces are the word.
  private func addHalves(
    _ line: TEIReadLine, _ last: ArraySlice<UInt8>?, _ index: Int, _ handler: TEIHandler,
    _ builder: inout PageBuilder
  ) {
    if line.isSecondHalf { builder.addHalf(.second) }
    guard line.isFirstHalf, let last else { return }
    let mark = BreakMark.length(atEndOf: last)
    if mark > 0 {
      builder.addMark(Array(last.suffix(mark)))
      builder.addHalf(.first)
    } else if index + 1 < handler.lines.count, let next = WhiteSpace.parts(of: handler.lines[index + 1].bytes).first {
      builder.addHalf(.first, wholeWord: Self.word(last + next))
    } else {
      builder.addHalf(.first)
    }
  }

  /// The letters of a word, without the marks around them.
  private static func word(_ text: ArraySlice<UInt8>) -> [UInt8] {
    func isMark(_ scalar: Unicode.Scalar) -> Bool {
      !scalar.properties.isAlphabetic && scalar.properties.numericType == nil
    }
    let scalars = String(decoding: text, as: UTF8.self).unicodeScalars
    guard let end = scalars.lastIndex(where: { !isMark($0) }) else { return Array(text) }
    return Array(String(scalars[...end].drop(while: isMark)).utf8)
  }

  /// The lines of each block, in their order. Lines of our own files stand where their names put them.
  private static func blocks(of lines: [Int], _ handler: TEIHandler) -> [[Int]] {
    var groups: [[Int]] = []
    var known: [String: Int] = [:]
    for index in lines {
      let line = handler.lines[index]
      let key = line.name.map { "#\($0.block)" } ?? "\(line.block)"
      if let group = known[key] {
        groups[group].append(index)
      } else {
        known[key] = groups.count
        groups.append([index])
      }
    }
    return groups.map { group in
      group.sorted { a, b in
        let (x, y) = (handler.lines[a].name?.number ?? 0, handler.lines[b].name?.number ?? 0)
        return x == y ? a < b : x < y
      }
    }
  }

  /// The articles, with their lines where they are in the issue; nil if no division is one.
  func markup(_ handler: TEIHandler, in issue: Issue) -> PublisherMarkup? {
    var articles: [Article] = []
    var sections: Set<Int> = []
    for read in handler.articles {
      // In the order in which they begin: what stands inside of another element may begin before it.
      let parts = read.components.filter { !$0.lines.isEmpty }.sorted { ($0.lines.first ?? 0) < ($1.lines.first ?? 0) }
      let components = parts.map { part in Component(part.role, lines: part.lines.compactMap { refs[$0] }) }
      guard !components.isEmpty else { continue }
      if read.isSection { sections.insert(articles.count) }
      articles.append(
        Article(type: read.type, components: components, language: read.language, origin: .publisher(id: read.id)))
    }
    guard !articles.isEmpty else { return nil }
    return PublisherMarkup(
      source: "TEI div", articles: articles, marksParagraphs: PrintedParagraphs.areWhole(articles, in: issue),
      sections: sections)
  }
}
