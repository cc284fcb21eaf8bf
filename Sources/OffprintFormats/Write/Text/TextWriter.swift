import OffprintKit
import OffprintModel
import OffprintXML

/// Writes articles as plain text, to be read or searched.
public struct TextWriter: Writer {
  public struct Settings: StageSettings {
    @Setting("Running text with words mended, or lines as they are printed.")
    public var lineEnds = TextLineEnds.mended
    @Setting("The line that ends each article; nothing for none.")
    public var separator = "-----"
    @Setting("Whether mastheads, folios and running heads are written too.")
    public var furniture = false

    public init() {}
  }

  public static let spec = WriterSpec(
    name: "text",
    summary: "articles as plain text: components in reading order, an empty line between them",
    discussion: """
      UTF-8, lines end with LF. Components stand in reading order, so a headline printed below its text stays there. \
      Each is a paragraph of running text on one line, or with `line_ends: printed` the lines as printed, marks \
      included. Tables have a line for each row, with a tab between the cells. An article ends with an empty line, the \
      line `separator`, and another empty line, so that the articles of many issues can follow each other in one file.

      Plain text has no place for roles, pages, boxes, labels or confidence. Control characters, and bytes that are \
      not UTF-8, stand as U+FFFD; their number is not given.
      """,
    fileExtension: "txt", needs: [.articles], layout: .records,
    sample: """
      Feuer am Hafen

      Gestern Abend brach in einem Speicher Feuer aus.

      -----

      """,
    fields: [
      .init("a line, an empty line", "each component in reading order, mended; with 'line_ends: printed' its lines"),
      .init("lines with tabs", "role table: a line for each printed row; with 'line_ends: printed' its lines"),
      .init("-----", "setting 'separator', behind each article"),
    ])

  private let settings: Settings

  public init(_ settings: Settings) { self.settings = settings }

  public func products(for issue: Issue) throws -> [Product] {
    issue.articles.indices.compactMap { place in
      let article = issue.articles[place]
      if !settings.furniture, article.type.isOfPage { return nil }
      let pieces = ArticleText(of: article, in: issue, asPrinted: settings.lineEnds == .printed).parts.map(\.text.utf8)
      guard !pieces.isEmpty else { return nil }
      var bytes = Array(pieces.joined(separator: [0x0A, 0x0A]))
      bytes += [0x0A, 0x0A]
      if !settings.separator.isEmpty { bytes += Array(settings.separator.utf8) + [0x0A, 0x0A] }
      return Product(.article(place), bytes)
    }
  }
}

/// The line ends of a plain text, which has no place for both forms at once.
public enum TextLineEnds: String, SettingChoice {
  case mended, printed
}
