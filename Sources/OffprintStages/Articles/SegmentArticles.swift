import OffprintKit

/// Finds the articles of an issue: takes the publisher's own where a delivery has them, and else cuts the pages by what
/// was learned from marked issues, or by rules where these are surer.
public struct SegmentArticles: ArticleSegmenting {
  public struct Settings: StageSettings {
    @Setting("Whether the article structure that came with a delivery is taken, or articles are found anew.")
    public var publisher = PublisherUse.prefer

    @Setting("Whether jump lines and texts that break off are followed to other pages.")
    public var acrossPages = true

    @Setting("A model of your own, as written by 'offprint train articles'; without one, that of Offprint.")
    public var model: SettingPath? = nil

    @Setting("How much is one article: whole sections, articles, or each short item of a section by itself.")
    public var granularity = Granularity.articles

    @Setting(
      "Headings of so many times the text's size begin an article, smaller ones do not; without it, size is weighed.",
      in: 0.5...20)
    public var headlineRatio: Double? = nil

    @Setting("What rules between texts say: weighed as a sign, an article begins under each (strong), or nothing.")
    public var separators = SeparatorUse.weigh

    @Setting("Whether advertisements are cut as any text, each by itself, or joined where they follow one another.")
    public var ads = AdvertisementUse.weigh

    @Setting("How bylines of this paper begin, besides those that are known.")
    public var bylines: [String] = []

    @Setting("How reports of this paper begin, besides those with a place and a date.")
    public var datelines: [String] = []

    @Setting("How lines begin that say where an article goes on, besides those that are known.")
    public var jumps: [String] = []

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
      what it leaves out becomes furniture. Else the stage reads the paragraphs of the flow.

      What belongs to the page comes first: margins, folios, what repeats at the edges, the paper's title. Then a model \
      is asked of each paragraph whether an article begins with it. It was learned from marked issues of several \
      libraries and weighs some 170 measures: type against that of the page, space above and below, place in the \
      column, capitals, how texts end and begin, dates, words in common, how headings like this one are used in the \
      issue. By its answers the issue is cut so that the most articles can be expected to be whole. Headings over a \
      text become overline, headline and subheadlines; a table that the source marks is one component; each component \
      has a probability. Decisions say what weighed most, and `offprint why` shows them.

      Papers in Chinese and Japanese, and texts whose articles and headings stand between empty lines, are read by \
      rules instead: a headline before its text or after it, its words found again in the text, a byline where one \
      belongs.

      Jump lines join what stands on two pages. Every line ends up in an article or in furniture, never in both and \
      never in neither.

      Collections differ in what they call an article. `granularity` moves the number of cuts; `headline_ratio`, \
      `separators` and `ads` overrule the model; `offprint train articles` learns a model from your own marked issues.
      """,
    needs: [.lines, .readingOrder, .paragraphs],
    gives: [.articles],
    choices: [
      .init("publisher", "the article is the publisher's own"),
      .init("article", "an article was found; what it is made of"),
      .init("begins", "an article begins with the line"),
      .init("goes-on", "the article goes on with the line, though something speaks for a new one"),
      .init("furniture", "the line belongs to the page, not to an article"),
      .init("continued", "the text goes on from another page"),
    ],
    examples: SegmentArticlesExamples.all)

  private let settings: Settings
  /// nil for the one that comes with Offprint, which is read when articles are first to be found by it.
  private let model: ArticleModel?

  /// - Throws: `OP201` if the file of a model is not there, `OP314` if it is none.
  public init(_ settings: Settings) throws {
    self.settings = settings
    model = try settings.model.map { try ArticleModel(file: $0.path) }
  }

  /// With a model that is in no file yet.
  public init(_ settings: Settings = Settings(), model: ArticleModel) {
    self.settings = settings
    self.model = model
  }

  public func articles(in issue: Issue, _ context: inout StageContext) throws -> [Article] {
    if settings.publisher == .prefer, let markup = issue.markup, !markup.articles.isEmpty {
      return PublisherArticles(issue: issue, markup: markup).articles(&context)
    }
    if ArticleRules.suit(issue) {
      return FoundArticles(issue: issue, wishes: settings.wishes).articles(&context)
    }
    let model = try model ?? ArticleModel.bundled.get()
    return LearnedArticles(issue: issue, model: model, wishes: settings.wishes).articles(&context)
  }
}

extension SegmentArticles.Settings {
  fileprivate var wishes: ArticleWishes {
    ArticleWishes(
      granularity: granularity, headlineRatio: headlineRatio, separators: separators, advertisements: ads,
      phrases: OwnPhrases(
        bylines: Self.phrases(bylines), datelines: Self.phrases(datelines), jumps: Self.phrases(jumps)),
      followsJumps: acrossPages)
  }

  /// An empty one, as a variable may give it, is none: every line begins with it.
  private static func phrases(_ texts: [String]) -> [String] {
    texts.filter { $0.contains { $0 != " " } }.map { $0.lowercased() }
  }
}
