import OffprintKit

/// Writes articles as Markdown, to be read as they are or turned into pages.
public struct MarkdownWriter: Writer {
  public struct Settings: StageSettings {
    @Setting("Whether mastheads, folios and running heads are written too.")
    public var furniture = false

    public init() {}
  }

  public static let spec = WriterSpec(
    name: "markdown",
    summary: "articles as Markdown: headlines, paragraphs, tables, and a line that says where they stood",
    discussion: """
      CommonMark in UTF-8, tables as GitHub has them. An article begins with its headline as `#`, or its id if it has \
      none; overlines and subheadlines follow in bold, bylines and datelines in italics, crossheads as `##`. Paragraphs \
      are running text with words mended, captions are quotes, and a table has the rows and cells of the source, or a \
      row for each printed row, under an empty head unless the source names one. The last line, in small print, is the newspaper, the date, the pages and the article's id; a rule \
      ends the article, so that many can follow each other in one file.

      Signs that mean something in Markdown have a backslash before them, so that the text reads as it was printed. \
      Boxes, confidence, labels and flags have no place here.
      """,
    fileExtension: "md", needs: [.articles], layout: .records,
    sample: """
      # Feuer am Hafen

      Gestern Abend brach in einem Speicher Feuer aus.

      <small>Tagblatt, 1871-03-02, page 1, tagblatt-1871-03-02-p1-TB7-0</small>

      ---

      """,
    fields: [
      .init("# …", "the main headline, mended; else the article's id"),
      .init("**…**", "roles overline, subheadline, section-label, masthead; further headlines"),
      .init("*…*", "roles byline, dateline, jump-line"),
      .init("a paragraph", "roles paragraph, advertisement-text, furniture, mended"),
      .init("## …", "role crosshead"),
      .init("> …", "role caption"),
      .init(
        "| … |", "role table: the rows of the source, or those printed, under an empty head unless the first is one"),
      .init("<small>: title", "the newspaper's: the source (METS: MODS) or 'publication:'"),
      .init("<small>: date", "the printed date, as precise as known"),
      .init("<small>: page", "printed numbers of its pages, from the source; else their places in the issue"),
      .init("<small>: id", "the article's id in all outputs"),
      .init("---", "the article's end"),
    ])

  private let settings: Settings

  public init(_ settings: Settings) { self.settings = settings }

  public func products(for issue: Issue) throws -> [Product] {
    issue.articles.indices.compactMap { place in
      let article = issue.articles[place]
      if !settings.furniture, article.type.isOfPage { return nil }
      let text = ArticleText(of: article, in: issue)
      guard !text.parts.isEmpty else { return nil }
      let heading = text.headline.isEmpty ? article.id : text.headline
      var blocks = ["# " + Self.escaped(heading)]
      var needsHeadline = !text.headline.isEmpty
      for part in text.parts {
        if part.role == .headline, needsHeadline {
          needsHeadline = false
          continue
        }
        blocks.append(Self.block(part))
      }
      blocks += ["<small>\(Self.escaped(Self.source(of: article, in: issue)))</small>", "---"]
      return Product(.article(place), Array((blocks.joined(separator: "\n\n") + "\n\n").utf8))
    }
  }

  private static func block(_ part: ArticleText.Part) -> String {
    if let rows = part.rows { return table(rows) }
    let text = escaped(part.text.string)
    return switch part.role {
    case .headline, .overline, .subheadline, .sectionLabel, .masthead: "**\(text)**"
    case .byline, .dateline, .jumpLine: "*\(text)*"
    case .crosshead: "## \(text)"
    case .caption: "> \(text)"
    case .paragraph, .advertisementText, .furniture, .table: text
    }
  }

  /// The head is the first row if it names the columns, or else empty, since a table must have one.
  private static func table(_ rows: [[TableRows.Cell]]) -> String {
    let texts = MarkdownTable(rows)
    guard texts.width > 0 else { return "" }
    func line(_ cells: [String]) -> String {
      let all = cells + Array(repeating: "", count: texts.width - cells.count)
      return "| " + all.map { escaped($0) }.joined(separator: " | ") + " |"
    }
    let rule = "|" + String(repeating: " --- |", count: texts.width)
    let isHead = rows.first?.allSatisfy { $0.isHead || $0.text.isEmpty } ?? false
    let lines = (isHead ? texts.rows : [[]] + texts.rows).map(line)
    return ([lines[0], rule] + lines.dropFirst()).joined(separator: "\n")
  }

  private static func source(of article: Article, in issue: Issue) -> String {
    let pages = issue.printedNumbers(ofPagesWith: article.lines)
    let page = "page\(pages.count == 1 ? "" : "s") " + pages.joined(separator: ", ")
    return [issue.publication.title, issue.date?.iso, page, article.id].compactMap(\.self).joined(separator: ", ")
  }

  /// Text in which nothing means anything (CommonMark 2.4): signs that could begin or hold markup have a backslash
  /// before them, and at the beginning those of lists.
  static func escaped(_ text: String) -> String {
    var out = ""
    let signs: Set<Unicode.Scalar> = ["\\", "`", "*", "_", "[", "]", "<", ">", "#", "|", "~", "&"]
    let digits = text.unicodeScalars.prefix { ("0"..."9").contains($0) }.count
    for (index, scalar) in text.unicodeScalars.enumerated() {
      let beginsList = index == 0 && (scalar == "-" || scalar == "+" || scalar == "=")
      let endsNumber = digits > 0 && index == digits && (scalar == "." || scalar == ")")
      if signs.contains(scalar) || beginsList || endsNumber { out += "\\" }
      out.unicodeScalars.append(scalar.value < 0x20 && scalar != "\n" && scalar != "\t" ? "\u{FFFD}" : scalar)
    }
    return out
  }
}
