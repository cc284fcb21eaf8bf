import OffprintKit

/// A linear congruential generator (Knuth, MMIX): the same documents in every run and on every machine.
struct SeededNumbers: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}

/// Issues that have something of everything, at random.
struct RandomIssue {
  private var numbers: SeededNumbers
  private static let alphabet = Array("aöß鐵\u{301}-¬\u{AD}=א\u{1}\"\\ \u{1F4F0}\u{7F}")

  init(seed: UInt64) { numbers = SeededNumbers(state: seed) }

  mutating func make() -> Issue {
    var issue = Issue(id: word())
    issue.publication = Publication(title: maybe { $0.word() }, issn: maybe { $0.word() }, place: maybe { $0.word() })
    issue.issuance.provider = maybe { $0.word() }
    issue.issuance.authority = maybe { $0.word() }
    issue.issuance.rightsURI = maybe { $0.word() }
    issue.issuance.medium = maybe { $0.pick(ScannedMedium.allCases) }
    issue.date = maybe { IssueDate(year: $0.below(9999) + 1, month: $0.below(12) + 1) } ?? nil
    issue.language = maybe { $0.word() }
    issue.volume = maybe { $0.word() }
    issue.edition = maybe { $0.word() }
    issue.sourceCreated = maybe { $0.word() }
    issue.ocrSoftware = maybe { $0.word() }
    issue.sources = list(3) { $0.word() }
    issue.pages = list(4) { $0.page() }
    for index in issue.pages.indices where numbers.next() % 2 == 0 { edit(&issue.pages[index]) }
    let lines = issue.pages.indices.flatMap { page in
      issue.pages[page].lines.indices.map { LineRef(page: page, line: $0) }
    }
    guard !lines.isEmpty else { return issue }
    issue.articles = list(4) { $0.article(of: lines) }
    issue.hasArticles = numbers.next() % 2 == 0
    issue.markup = maybe { numbers in
      PublisherMarkup(
        source: numbers.word(), articles: numbers.list(3) { $0.article(of: lines) }, unresolved: numbers.below(9),
        marksParagraphs: numbers.below(2) == 0, titles: [3: numbers.word(), 1: numbers.word()],
        sections: [2, 0], printedPages: [1: 4, 0: 2])
    }
    for _ in 0..<below(5) {
      let join = Join(
        first: pick(lines), second: pick(lines), seam: pick(Seam.allCases), markLength: 0,
        replacement: maybe { $0.word() }, confidence: share())
      issue.joins[join.first] = join
    }
    issue.decisions = list(4) { numbers in
      Decision(
        stage: numbers.word(), subject: numbers.subject(lines), choice: numbers.word(), reason: numbers.word(),
        confidence: numbers.maybe { $0.share() })
    }
    issue.flags = list(4) { numbers in
      Flag(code: numbers.word(), subject: numbers.subject(lines), count: numbers.below(7), note: numbers.word())
    }
    for _ in 0..<below(4) {
      issue.ledger.record(
        pick(lines), stage: word(), below(2) == 0 ? .dropped(reason: word()) : .merged(into: word()))
    }
    return issue
  }

  // MARK: Parts

  private mutating func page() -> Page {
    if below(3) == 0 {
      let text = list(12) { numbers in numbers.list(5) { $0.word() }.joined(separator: "   ") }
      return PageBuilder.textPage(name: word(), number: below(9) + 1, text: Array(text.joined(separator: "\n").utf8))
    }
    var builder = PageBuilder(name: word())
    builder.resolution = maybe { $0.share() * 600 }
    builder.label = maybe { $0.word() }
    builder.language = maybe { $0.word() }
    builder.image = maybe { $0.word() }
    builder.size = box()
    for _ in 0..<below(4) {
      builder.beginBlock(
        id: word(), kind: pick(BlockKind.allCases), region: pick(PageRegion.allCases), box: box(),
        language: maybe { $0.word() }, label: maybe { $0.word() })
      for _ in 0..<below(5) {
        if below(3) == 0 {
          builder.setCell(
            TableCell(
              row: below(9), column: below(9), rowSpan: below(3) + 1, columnSpan: below(3) + 1, isHead: below(2) == 0))
        }
        builder.beginLine(box: box(), sourceID: below(2) == 0 ? Array(word().utf8) : nil, emptyLinesBefore: below(3))
        for _ in 0..<below(5) {
          let style = builder.style(
            TextStyle(size: Double(below(30)), isBold: below(2) == 0, family: maybe { $0.word() }))
          let bytes = below(20) == 0 ? [0x61, 0xFF, 0xC3] : Array(word().utf8)
          builder.addWord(bytes, box: box(), confidence: maybe { $0.share() }, style: style)
        }
        if below(3) == 0 { builder.addMark("-".utf8) }
        if below(3) == 0 { builder.addHalf(.first, wholeWord: Array(word().utf8)) }
        if below(3) == 0 { builder.addHalf(.second) }
      }
    }
    return builder.finish(number: below(9) + 1)
  }

  private mutating func edit(_ page: inout Page) {
    if page.unit == .character, let line = page.lines.indices.randomElement(using: &numbers) {
      page.split([line: [1, 2]])
    }
    if let line = page.lines.indices.randomElement(using: &numbers) {
      page.rewriteLine(line, text: Array("\(word()) \(word())".utf8))
    }
    if below(2) == 0 {
      let paragraphs = page.lines.indices.map {
        Paragraph(lines: [$0], column: maybe { $0.below(5) }, continuesFromPageBefore: $0 == 0)
      }
      page.flow = Flow(paragraphs: paragraphs)
    }
    if below(2) == 0 { page.sourceOrder = Array(page.blocks.indices.reversed()) }
    if below(2) == 0 { page.tables = [Array(page.blocks.indices.prefix(2)), []] }
  }

  private mutating func article(of lines: [LineRef]) -> Article {
    let components = list(3) { numbers in
      Component(
        numbers.pick(Role.allCases), lines: numbers.list(4) { $0.pick(lines) }, confidence: numbers.maybe { $0.share() }
      )
    }
    let labels = list(2) { numbers in
      Label(
        kind: numbers.word(), value: numbers.word(), source: numbers.word(), confidence: numbers.maybe { $0.share() })
    }
    return Article(
      id: word(), type: pick(ArticleType.allCases), components: components, language: maybe { $0.word() },
      origin: below(2) == 0 ? .found : .publisher(id: word()), labels: labels, section: maybe { $0.word() })
  }

  private mutating func subject(_ lines: [LineRef]) -> Subject {
    switch below(4) {
    case 0: .issue
    case 1: .page(0)
    case 2: .article(below(3))
    default: .line(pick(lines))
    }
  }

  // MARK: Chance

  mutating func below(_ end: Int) -> Int { Int.random(in: 0..<end, using: &numbers) }
  private mutating func share() -> Double { Double.random(in: 0...1, using: &numbers) }
  private mutating func pick<Value>(_ values: [Value]) -> Value { values[below(values.count)] }

  private mutating func box() -> Box {
    below(4) == 0 ? .unknown : Box(x: below(500) - 50, y: below(500) - 50, width: below(90), height: below(90))
  }

  private mutating func word() -> String {
    String(list(7) { $0.pick(Self.alphabet) }.filter { $0 != " " })
  }

  private mutating func list<Value>(_ most: Int, _ one: (inout RandomIssue) -> Value) -> [Value] {
    (0..<below(most + 1)).map { _ in one(&self) }
  }

  private mutating func maybe<Value>(_ one: (inout RandomIssue) -> Value) -> Value? {
    below(2) == 0 ? nil : one(&self)
  }
}
