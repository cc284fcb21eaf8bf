import OffprintKit

/// Finds the articles of an issue: takes the publisher's own where a delivery has them, and else reads the pages for
/// headlines, bylines, datelines and the words that a headline shares with its text.
public struct SegmentArticles: ArticleSegmenting {
  public struct Settings: StageSettings {
    @Setting("Whether the article structure that came with a delivery is taken, or articles are found anew.")
    public var publisher = PublisherUse.prefer

    @Setting("Whether jump lines and texts that break off are followed to other pages.")
    public var acrossPages = true

    public init() {}
  }

  /// What to do with a delivery's own article structure.
  public enum PublisherUse: String, SettingChoice {
    /// Taken where there is one.
    case prefer
    /// Never looked at.
    case ignore
  }

  public static let spec = StageSpec(
    name: "segment-articles",
    summary: "Finds articles and their headlines, bylines, paragraphs and captions",
    discussion: """
      Where the delivery says what the articles are (METS), its structure is taken as it is and a decision says so; \
      what it leaves out becomes furniture. Else the stage reads the paragraphs of the flow. It looks for headings \
      (short and no sentence, larger, bolder, in capitals), bylines and datelines, and cuts the page where the signs \
      add up best: a headline before its text or after it, its words found again in the text, a byline where one \
      belongs. Jump lines join what stands on two pages. Every line ends up in an article or in furniture, never in \
      both and never in neither.
      """,
    needs: [.lines, .readingOrder, .paragraphs],
    gives: [.articles],
    choices: [
      .init("publisher", "the article is the publisher's own"),
      .init("article", "the signs of an article were found here"),
      .init("furniture", "the line belongs to the page, not to an article"),
      .init("continued", "the text goes on from another page"),
    ],
    examples: SegmentArticlesExamples.all)

  private let settings: Settings

  public init(_ settings: Settings) throws { self.settings = settings }

  public func articles(in issue: Issue, _ context: inout StageContext) throws -> [Article] {
    if settings.publisher == .prefer, let markup = issue.markup, !markup.articles.isEmpty {
      return PublisherArticles(issue: issue, markup: markup).articles(&context)
    }
    return FoundArticles(issue: issue, followsJumps: settings.acrossPages).articles(&context)
  }
}
