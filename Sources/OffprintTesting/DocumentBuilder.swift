import OffprintKit

/// Builds documents for tests in a few words.
///
/// ```swift
/// var builder = DocumentBuilder(language: "de")
/// builder.textPage("links      rechts\nLinie      zwei")
/// builder.page { $0.block(x: 0, y: 0, width: 400, lines: ["Der Kaiser ist", "in Berlin."]) }
/// builder.article(.notice, (.headline, "Births"), (.paragraph, "At Bath, the wife of\nMr. Hall, of a son."))
/// let issue = builder.issue
/// ```
public struct DocumentBuilder: Sendable {
  public private(set) var issue: Issue

  public init(id: String = "test", language: String? = nil) {
    issue = Issue(id: id)
    issue.language = language
  }

  /// Adds a text page; a form feed starts the next one.
  public mutating func textPage(_ text: String) {
    for part in text.split(separator: "\u{0C}", omittingEmptySubsequences: false) {
      let number = issue.pages.count + 1
      issue.pages.append(PageBuilder.textPage(name: "page\(number)", number: number, text: Array(part.utf8)))
    }
  }

  /// Adds a page with boxes.
  public mutating func page(_ build: (inout BoxedPage) -> Void) {
    let number = issue.pages.count + 1
    var page = BoxedPage(name: "page\(number)")
    build(&page)
    issue.pages.append(page.finish(number: number))
  }

  /// Adds an article on a text page of its own, its components as they would come out of a segmenting stage. Lines of
  /// a text end with a newline.
  public mutating func article(_ type: ArticleType = .article, _ components: (role: Role, text: String)...) {
    let index = issue.pages.count
    textPage(components.map(\.text).joined(separator: "\n\n"))
    var next = 0
    let parts = components.map { role, text in
      let count = PageBuilder.textPage(name: "part", text: Array(text.utf8)).lines.count
      defer { next += count }
      return Component(role, lines: (next..<next + count).map { LineRef(page: index, line: $0) })
    }
    var article = Article(type: type, components: parts.filter { !$0.lines.isEmpty })
    article.id = article.lines.first.map(issue.articleID) ?? "\(issue.id)-empty\(index)"
    issue.articles.append(article)
    issue.hasArticles = true
    issue.pages[index].flow = Flow(paragraphs: parts.map { Paragraph(lines: $0.lines.map(\.line), column: 0) })
  }
}

/// A page with boxes in the making, in pixels.
public struct BoxedPage {
  private var builder: PageBuilder
  private var blocks = 0

  init(name: String) { builder = PageBuilder(name: name) }

  /// Adds a block of lines, one under the other; words get the share of the width that their letters have.
  public mutating func block(
    _ id: String? = nil, kind: BlockKind = .text, x: Int = 0, y: Int = 0, width: Int = 600, lineHeight: Int = 40,
    language: String? = nil, lines: [String]
  ) {
    blocks += 1
    builder.beginBlock(id: id ?? "B\(blocks)", kind: kind, language: language)
    for (row, text) in lines.enumerated() {
      line(text, Box(x: x, y: y + row * lineHeight, width: width, height: lineHeight))
    }
  }

  /// Adds a block of lines that each have a place of their own.
  public mutating func block(_ id: String? = nil, kind: BlockKind = .text, placed lines: [Example.PlacedLine]) {
    blocks += 1
    builder.beginBlock(id: id ?? "B\(blocks)", kind: kind)
    for placed in lines { line(placed.text, placed.box) }
  }

  /// Adds a block without text: a rule, a picture, a table that was not read.
  public mutating func empty(_ kind: BlockKind, x: Int, y: Int, width: Int, height: Int) {
    blocks += 1
    builder.beginBlock(id: "B\(blocks)", kind: kind, box: Box(x: x, y: y, width: width, height: height))
  }

  private mutating func line(_ text: String, _ box: Box) {
    builder.beginLine(box: box)
    let letters = max(1, text.unicodeScalars.count)
    var at = 0
    for word in text.split(separator: " ", omittingEmptySubsequences: false) {
      let count = word.unicodeScalars.count
      let left = box.left + box.width * at / letters
      let right = box.left + box.width * (at + count) / letters
      builder.addWord(word.utf8, box: Box(left: left, top: box.top, right: right, bottom: box.bottom))
      at += count + 1
    }
  }

  /// Adds a block whose lines and words have no places.
  public mutating func blockWithoutPlaces(_ id: String? = nil, lines: [String]) {
    blocks += 1
    builder.beginBlock(id: id ?? "B\(blocks)")
    for line in lines {
      builder.beginLine()
      for word in line.split(separator: " ") { builder.addWord(word.utf8) }
    }
  }

  mutating func finish(number: Int) -> Page {
    var page = builder.finish(number: number)
    page.size = page.blocks.reduce(Box.unknown) { $0.union($1.box) }
    return page
  }
}
