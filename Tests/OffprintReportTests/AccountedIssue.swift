import OffprintKit

/// An invented issue of two pages and four articles, with decisions of three stages.
enum AccountedIssue {
  static let segmenting: Set = ["segment"]

  static func make() -> OffprintModel.Issue {
    var issue = OffprintModel.Issue(id: "bote_1884-03-02")
    issue.pages = [
      page(1, ["Der Markt", "Gestern war der Mar-", "kt gut besucht", "Der Markt brennt", "Es brannte sehr"]),
      page(2, ["Folgt noch mehr", "Neuthaler Bote"]),
    ]
    issue.articles = [
      Article(
        id: "bote-p1-T-0",
        components: [
          Component(.headline, lines: [ref(0)], confidence: 0.9),
          Component(.paragraph, lines: [ref(1), ref(2), ref(0, page: 1)]),
        ], language: "de", origin: .publisher(id: "A1"),
        labels: [Label(kind: "genre", value: "market", source: "label", confidence: 0.75)]),
      Article(
        id: "bote-p1-T-3",
        components: [Component(.headline, lines: [ref(3)]), Component(.paragraph, lines: [ref(4)])]),
      Article(id: "bote-p2-T-1", type: .furniture, components: [Component(.furniture, lines: [ref(1, page: 1)])]),
    ]
    issue.hasArticles = true
    issue.decisions = [
      Decision(stage: "reflow", subject: .page(0), choice: "columns", reason: "there are two columns"),
      Decision(stage: "segment", subject: .line(ref(3)), choice: "begins", reason: "it is of another article"),
      Decision(stage: "segment", subject: .line(ref(0, page: 1)), choice: "continued", reason: "a jump line says so"),
      Decision(
        stage: "segment", subject: .line(ref(0)), choice: "begins", reason: "larger type", confidence: 0.875),
      Decision(stage: "segment", subject: .article(0), choice: "article", reason: "a headline and its text"),
      Decision(stage: "segment", subject: .article(1), choice: "article", reason: "another article altogether"),
      Decision(stage: "segment", subject: .page(0), choice: "cut", reason: "the page has two articles"),
      Decision(stage: "segment", subject: .issue, choice: "found", reason: "nobody marked articles"),
      Decision(stage: "mend", subject: .line(ref(3)), choice: "joined", reason: "of another article"),
    ]
    issue.decisions += (0..<5).map { time in
      Decision(
        stage: "mend", subject: .line(ref(1)), choice: "joined", reason: "reason \(time)",
        confidence: time == 0 ? 1 : nil)
    }
    return issue
  }

  static func ref(_ line: Int, page: Int = 0) -> LineRef { LineRef(page: page, line: line) }

  private static func page(_ number: Int, _ lines: [String]) -> Page {
    var builder = PageBuilder(name: "000\(number)")
    builder.beginBlock(id: "T")
    for (row, line) in lines.enumerated() {
      builder.beginLine(box: Box(x: 100, y: 100 + row * 50, width: 20 * line.count, height: 40))
      for word in line.split(separator: " ") { builder.addWord(word.utf8) }
    }
    builder.size = Box(left: 0, top: 0, right: 1000, bottom: 1400)
    return builder.finish(number: number)
  }
}
