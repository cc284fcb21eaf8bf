import OffprintKit
import OffprintModel

/// A field that `when:` may look at.
public struct ConditionField: Sendable {
  public enum Kind: String, Sendable {
    case text, number, truth, date
    /// A BCP 47 tag; `zh` also means `zh-Hans`.
    case language

    var hasOrder: Bool { self != .truth && self != .language }
  }

  /// As written: `page.language`.
  public let name: String
  public let kind: Kind
  public let scope: StageScope
  public let help: String
  /// The only values it has; empty if any may come.
  public let choices: [String]
  let value: @Sendable (ConditionSubject) -> ConditionValue?

  /// All of them, as documented.
  public static let all: [ConditionField] = [
    .init("issue.id", .text, .issue, "the issue's id") { .text($0.issue.id) },
    .init("issue.title", .text, .issue, "the paper's title") { $0.issue.publication.title.map(ConditionValue.text) },
    .init("issue.language", .language, .issue, "the issue's language") {
      $0.issue.language.map(ConditionValue.text)
    },
    .init("issue.date", .date, .issue, "the printed date, as YYYY-MM-DD; compared with a year or a month, as that") {
      $0.issue.date.map { .text($0.iso) }
    },
    .init("issue.year", .number, .issue, "the year of the printed date") {
      $0.issue.date.map { .number(Double($0.year)) }
    },
    .init("issue.pages", .number, .issue, "how many pages the issue has") { .number(Double($0.issue.pages.count)) },
    .init("page.number", .number, .page, "the page's place in the issue, from 1") {
      $0.page.map { .number(Double($0.number)) }
    },
    .init("page.name", .text, .page, "the page's file without its extensions") { $0.page.map { .text($0.name) } },
    .init("page.language", .language, .page, "the page's language, or else the issue's") {
      ($0.page?.language ?? $0.issue.language).map(ConditionValue.text)
    },
    .init("page.lines", .number, .page, "how many lines the page has") {
      $0.page.map { .number(Double($0.lines.count)) }
    },
    .init("page.has_boxes", .truth, .page, "whether the page's words have places") {
      $0.page.map { .truth($0.unit != .character) }
    },
    .init(
      "article.type", .text, .article, "article, advertisement, notice, …",
      choices: ArticleType.allCases.map(\.rawValue)
    ) {
      $0.article.map { .text($0.type.rawValue) }
    },
    .init("article.language", .language, .article, "the article's language") { subject in
      subject.article.flatMap { subject.issue.language(of: $0) }.map(ConditionValue.text)
    },
    .init("article.lines", .number, .article, "how many lines the article has") {
      $0.article.map { .number(Double($0.lines.count)) }
    },
    .init("article.pages", .number, .article, "on how many pages the article stands") { subject in
      subject.article.map { .number(Double(subject.issue.pageNumbers(of: $0).count)) }
    },
  ]

  private init(
    _ name: String, _ kind: Kind, _ scope: StageScope, _ help: String, choices: [String] = [],
    _ value: @escaping @Sendable (ConditionSubject) -> ConditionValue?
  ) {
    self.name = name
    self.kind = kind
    self.scope = scope
    self.help = help
    self.choices = choices
    self.value = value
  }
}

/// What a condition is asked about.
struct ConditionSubject {
  var issue: Issue
  var page: Page?
  var article: Article?
}

/// A value in a condition.
enum ConditionValue: Hashable, Sendable {
  case text(String)
  case number(Double)
  case truth(Bool)
}
