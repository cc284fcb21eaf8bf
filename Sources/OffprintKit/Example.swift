import OffprintModel

/// An input, what must come of it, and why: a test, a part of the manual and of the `explain` page at once.
public struct Example: Sendable {
  /// Why it must be so: a rule that a typesetter or librarian would state.
  public var reason: String
  public var input: Input
  /// BCP 47; nil if nobody says.
  public var language: String?
  /// Settings of the stage, as written in a pipeline file.
  public var settings: [String: String]
  /// Stages that run before it, by name, with their defaults.
  public var after: [String]
  public var expect: Expectation

  public enum Input: Sendable {
    /// A text page; a form feed starts the next page.
    case text(String)
    /// Blocks of lines with places, in the order of the file.
    case blocks([[PlacedLine]])
    /// Articles that were found already, each with its components; for stages that work on articles. Lines of a text
    /// end with a newline.
    case articles([(type: ArticleType, components: [(role: Role, text: String)])])
  }

  /// A line of a page with boxes, in pixels.
  public struct PlacedLine: Sendable {
    public var text: String
    public var box: Box

    public init(_ text: String, x: Int, y: Int, width: Int, height: Int) {
      self.text = text
      box = Box(x: x, y: y, width: width, height: height)
    }
  }

  public init(
    _ reason: String, _ input: Input, language: String? = nil, settings: [String: String] = [:],
    after: [String] = [], expect: Expectation
  ) {
    self.reason = reason
    self.input = input
    self.language = language
    self.settings = settings
    self.after = after
    self.expect = expect
  }
}

/// What must come of an example or of a test in a pipeline file; what is nil is not looked at.
public struct Expectation: Hashable, Sendable {
  /// The running text: paragraphs (or components) with an empty line between them.
  public var text: String?
  /// Components as `role: text`, one a line, an empty line between articles; furniture as an article of its own.
  public var articles: String?
  /// Main headlines in order, without those of furniture.
  public var headlines: [String]?
  /// Labels as `kind=value`, one a line, an empty line between articles that have any.
  public var labels: String?
  /// The languages of all blocks in the order of the file, `und` where none is known; of text pages, of each page.
  public var languages: [String]?

  public init(
    text: String? = nil, articles: String? = nil, headlines: [String]? = nil, labels: String? = nil,
    languages: [String]? = nil
  ) {
    self.text = text
    self.articles = articles
    self.headlines = headlines
    self.labels = labels
    self.languages = languages
  }

  public static func text(_ text: String) -> Expectation { Expectation(text: text) }
  public static func articles(_ articles: String) -> Expectation { Expectation(articles: articles) }
  public static func labels(_ labels: String) -> Expectation { Expectation(labels: labels) }
  public static func languages(_ languages: String...) -> Expectation { Expectation(languages: languages) }

  /// What differs, as pairs of expected and actual; empty if all is as it must be.
  public func differences(from issue: Issue) -> [Difference] {
    var found: [Difference] = []
    func compare(_ what: String, _ expected: String?, _ actual: @autoclosure () -> String) {
      guard let expected else { return }
      let (wanted, got) = (Self.trimmed(expected), Self.trimmed(actual()))
      if wanted != got { found.append(Difference(what: what, expected: wanted, actual: got)) }
    }
    compare("text", text, Self.text(of: issue))
    compare("articles", articles, Self.articles(of: issue))
    compare(
      "headlines", headlines?.joined(separator: "\n"),
      issue.articles.filter { $0.type != .furniture }.compactMap(issue.headline(of:)).joined(separator: "\n"))
    compare("labels", labels, Self.labels(of: issue))
    compare("languages", languages?.joined(separator: "\n"), Self.languages(of: issue))
    return found
  }

  public struct Difference: Hashable, Sendable {
    public var what: String
    public var expected: String
    public var actual: String
  }

  static func text(of issue: Issue) -> String {
    ReadingRuns.runs(of: issue).map { issue.text(ofLines: $0) }.filter { !$0.isEmpty }.joined(separator: "\n\n")
  }

  static func articles(of issue: Issue) -> String {
    issue.articles.map { article in
      article.components.map { "\($0.role.rawValue): \(issue.text(of: $0))" }.joined(separator: "\n")
    }.joined(separator: "\n\n")
  }

  static func labels(of issue: Issue) -> String {
    issue.articles.filter { !$0.labels.isEmpty }.map { article in
      article.labels.map { "\($0.kind)=\($0.value)" }.joined(separator: "\n")
    }.joined(separator: "\n\n")
  }

  static func languages(of issue: Issue) -> String {
    issue.pages.flatMap { page in
      page.blocks.map { $0.language ?? page.language ?? issue.language ?? "und" }
    }.joined(separator: "\n")
  }

  private static func trimmed(_ text: String) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      String(line.reversed().drop { $0 == " " }.reversed())
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    while lines.first?.isEmpty == true { lines.removeFirst() }
    return lines.joined(separator: "\n")
  }
}
