import OffprintModel

/// What every stage has: settings, a spec, and a way to be made. A stage also implements exactly one of
/// `LineNormalising`, `LanguageDetecting`, `ColumnReflowing`, `ArticleSegmenting`, `Dehyphenating` and
/// `ArticleLabelling`.
///
/// A stage is a value; one value serves many threads at once and keeps nothing from one document to the next.
public protocol Stage: Sendable {
  associatedtype Settings: StageSettings = NoSettings
  static var spec: StageSpec { get }
  /// Throws a `Diagnostic` if the settings name something that is not there, such as a word list.
  init(_ settings: Settings) throws
  /// The same for a stage that asks libraries of the system; others need not have it.
  init(_ settings: Settings, aids: StageAids) throws
}

extension Stage {
  public init(_ settings: Settings, aids: StageAids) throws { try self.init(settings) }
}

/// Mends the text of single lines: normal forms, stray characters, letter-spacing.
public protocol LineNormalising: Stage {
  /// Changes lines of a page with `Page.rewriteLine`. The engine calls it for each page.
  func normalise(_ page: inout Page, _ context: inout StageContext) throws
}

/// Says in which languages an issue is written.
public protocol LanguageDetecting: Stage {
  /// Gives the languages of blocks and of what is around them. `pages` are those that the pipeline's `when:` leaves to
  /// the stage; all others stay as they are.
  func languages(of issue: Issue, pages: [Int], _ context: inout StageContext) throws -> FoundLanguages
}

/// Languages as BCP 47. What is not named stays as it is.
public struct FoundLanguages: Hashable, Sendable {
  /// By index of the page in the issue, then by index of the block in the page.
  public var blocks: [Int: [Int: String]] = [:]
  public var pages: [Int: String] = [:]
  public var issue: String?
  /// True if articles are in the language of most of their text, whatever the delivery says of them.
  public var overrulesArticles = false

  public init() {}
}

/// Finds columns, reading order and paragraphs.
public protocol ColumnReflowing: Stage {
  /// Sets `page.flow`, in which every line of the page stands once. The engine calls it for each page in order;
  /// `previous` is the page before, its flow found, or nil.
  func reflow(_ page: inout Page, after previous: Page?, _ context: inout StageContext) throws
}

/// Finds the articles of an issue.
public protocol ArticleSegmenting: Stage {
  /// Gives articles and furniture in reading order. Every line of the issue that the ledger does not name stands in
  /// exactly one component. Ids are given by the engine.
  func articles(in issue: Issue, _ context: inout StageContext) throws -> [Article]
}

/// Decides how line ends meet.
public protocol Dehyphenating: Stage {
  /// Gives the joins of neighbouring lines that do not simply meet with a space. `runs` are the lines that are read
  /// one after the other: those of each component if articles were found, else those of each paragraph or block.
  func joins(in issue: Issue, runs: [[LineRef]], _ context: inout StageContext) throws -> [Join]
}

/// Says something about articles: genre, subject, place.
public protocol ArticleLabelling: Stage {
  /// Gives the labels of one article. The engine calls it for each that is not furniture; `index` is its place in
  /// the issue, for decisions.
  func labels(for article: Article, at index: Int, in issue: Issue, _ context: inout StageContext) throws -> [Label]
}
