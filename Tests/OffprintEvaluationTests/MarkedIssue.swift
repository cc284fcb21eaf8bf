import OffprintKit

@testable import OffprintEvaluation

/// Small issues with truth, in few words.
///
/// A line `die Zei-|Zeitung` ends with the first half of a broken word, whose whole word follows the bar (nothing for
/// a pair without one); a line `|tung ist da` begins with the second half.
struct MarkedIssue {
  var issue = Issue(id: "marked")

  /// Adds a page of blocks side by side, each 600 pixels wide, its lines 40 high.
  mutating func page(_ blocks: [[String]], order: [Int]? = nil, _ shape: (inout PageBuilder) -> Void = { _ in }) {
    var builder = PageBuilder(name: "p\(issue.pages.count + 1)")
    shape(&builder)
    for (column, lines) in blocks.enumerated() {
      builder.beginBlock(id: "T\(column)", box: Box(x: column * 700, y: 0, width: 600, height: lines.count * 40))
      for (row, line) in lines.enumerated() { add(line, x: column * 700, y: row * 40, to: &builder) }
    }
    builder.size = Box(left: 0, top: 0, right: 700 * max(1, blocks.count), bottom: 1000)
    var page = builder.finish(number: issue.pages.count + 1)
    page.sourceOrder = order
    issue.pages.append(page)
  }

  private func add(_ written: String, x: Int, y: Int, to builder: inout PageBuilder) {
    var text = Substring(written)
    let isSecond = text.hasPrefix("|")
    if isSecond { text = text.dropFirst() }
    let bar = text.lastIndex(of: "|")
    let whole = bar.map { String(text[text.index(after: $0)...]) }
    text = bar.map { text[..<$0] } ?? text
    builder.beginLine(box: Box(x: x, y: y, width: 15 * text.count, height: 40))
    var words = text.split(separator: " ").map(String.init)
    let mark = bar != nil && words.last?.hasSuffix("-") == true
    if mark, let last = words.popLast() { words.append(String(last.dropLast())) }
    for word in words { builder.addWord(word.utf8) }
    if mark { builder.addMark("-".utf8) }
    if bar != nil { builder.addHalf(.first, wholeWord: whole.flatMap { $0.isEmpty ? nil : Array($0.utf8) }) }
    if isSecond { builder.addHalf(.second) }
  }

  /// Marks an article: for each component the lines, `page.line` by index.
  mutating func article(_ components: [[LineRef]], type: ArticleType = .article, marksParagraphs: Bool = false) {
    var markup =
      issue.markup ?? PublisherMarkup(source: "test", articles: [], marksParagraphs: marksParagraphs)
    markup.articles.append(
      Article(type: type, components: components.map { Component(.paragraph, lines: $0) }))
    issue.markup = markup
  }

  /// The result if the stages do what `work` does to the issue as read.
  func result(_ work: @escaping (inout Issue) -> Void) throws -> LineEvaluation.Result {
    try LineEvaluation(blind: .none).result(for: issue) { work(&$0) }
  }
}

func ref(_ line: Int, page: Int = 0) -> LineRef { LineRef(page: page, line: line) }

extension Issue {
  /// Sets the reading order of a page.
  mutating func read(_ paragraphs: [Int]..., page: Int = 0) {
    pages[page].flow = Flow(paragraphs: paragraphs.map { Paragraph(lines: $0) })
  }

  mutating func meet(_ first: Int, _ second: Int, _ seam: Seam) {
    joins[ref(first)] = Join(first: ref(first), second: ref(second), seam: seam, markLength: 1, confidence: 0.9)
  }
}
