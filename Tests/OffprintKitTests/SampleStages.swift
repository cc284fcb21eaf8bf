import OffprintKit

/// Makes every letter A; so that its work can be seen.
struct ShoutLetters: LineNormalising {
  struct Settings: StageSettings {
    @Setting("What is put behind each line.")
    var tail = ""
  }

  static let spec = StageSpec(
    name: "shout-letters", summary: "Makes letters upper case", needs: [.lines], gives: [.normalisedText],
    choices: [.init("shouted", "the line was changed")],
    examples: [Example("A headline is set in capitals", .text("ab\ncd"), expect: .text("AB CD"))])

  let settings: Settings
  init(_ settings: Settings) { self.settings = settings }

  func normalise(_ page: inout Page, _ context: inout StageContext) {
    for line in page.lines.indices {
      page.rewriteLine(line, text: Array((page.lines[line].text.uppercased() + settings.tail).utf8))
      context.decide("shouted", at: .line(LineRef(page: context.page, line: line)), because: "all lines are")
    }
  }
}

/// One paragraph for each page; its column tells how many paragraphs the page before had.
struct OneParagraph: ColumnReflowing {
  static let spec = StageSpec(
    name: "one-paragraph", summary: "Puts a page into one paragraph", needs: [.lines], gives: [.readingOrder],
    examples: [Example("Pages without columns are read through", .text("a\nb"), expect: .text("a b"))])

  init(_ settings: NoSettings) {}

  func reflow(_ page: inout Page, after previous: Page?, _ context: inout StageContext) {
    page.flow = Flow(paragraphs: [Paragraph(lines: Array(page.lines.indices), column: previous?.flow?.paragraphs.count)]
    )
  }
}

/// An article for each page; `stray` adds a line that does not exist.
struct PagePerArticle: ArticleSegmenting {
  struct Settings: StageSettings {
    @Setting("Whether it misbehaves.")
    var stray = false
  }

  static let spec = StageSpec(
    name: "page-per-article", summary: "Takes each page as an article", needs: [.lines], gives: [.articles],
    examples: [
      Example("A page of one article", .text("Head\nbody"), expect: .articles("headline: Head\nparagraph: body"))
    ])

  let settings: Settings
  init(_ settings: Settings) { self.settings = settings }

  func articles(in issue: Issue, _ context: inout StageContext) -> [Article] {
    issue.pages.indices.map { page in
      let lines = issue.pages[page].lines.indices.map { LineRef(page: page, line: $0) }
      let stray = settings.stray ? [LineRef(page: 9, line: 0)] : []
      return Article(components: [
        Component(.headline, lines: Array(lines.prefix(1))), Component(.paragraph, lines: lines.dropFirst() + stray),
      ])
    }
  }
}

/// Joins every line with the next, and says how many runs it was given.
struct JoinAll: Dehyphenating {
  static let spec = StageSpec(
    name: "join-all", summary: "Joins all lines", needs: [.lines], gives: [.joins],
    examples: [Example("Broken words are whole", .text("Zei-\ntung"), expect: .text("Zeitung"))])

  init(_ settings: NoSettings) {}

  func joins(in issue: Issue, runs: [[LineRef]], _ context: inout StageContext) -> [Join] {
    if !runs.isEmpty { context.flag("runs", at: .issue, count: runs.count) }
    return runs.map { run in run.filter { !issue[line: $0].isEmpty } }.flatMap { run in
      zip(run, run.dropFirst()).map {
        Join(
          first: $0, second: $1, seam: .joined, markLength: BreakMark.length(atEndOf: issue[line: $0].utf8),
          confidence: 1)
      }
    }
  }
}

/// Says how many lines an article has.
struct CountLines: ArticleLabelling {
  static let spec = StageSpec(
    name: "count-lines", summary: "Labels articles with their number of lines", needs: [.articles], gives: [.labels],
    examples: [
      Example(
        "Furniture is no article",
        .articles([
          (.furniture, [(.furniture, "Page 2")]), (.notice, [(.headline, "Births"), (.paragraph, "a\nb")]),
          (.article, [(.paragraph, "c")]),
        ]), expect: .labels("lines=3\n\nlines=1"))
    ])

  init(_ settings: NoSettings) {}

  func labels(for article: Article, at index: Int, in issue: Issue, _ context: inout StageContext) -> [Label] {
    [Label(kind: "lines", value: String(article.lines.count), source: context.stage, confidence: 1)]
  }
}

enum Samples: Plugin {
  static let name = "samples"
  static let summary = "Stages for the tests of the seam"
  static let version = "1"

  static func register(in registry: inout Registry) {
    registry.register(ShoutLetters.self)
    registry.register(OneParagraph.self)
    registry.register(PagePerArticle.self)
    registry.register(JoinAll.self)
    registry.register(CountLines.self)
  }
}

let sampleRegistry: Registry = {
  var registry = Registry()
  registry.add(Samples.self)
  return registry
}()
