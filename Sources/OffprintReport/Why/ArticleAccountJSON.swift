import OffprintJSON
import OffprintKit

/// An account of an article for scripts: every decision that has to do with it, none summarised. Keys stand in a fixed
/// order, a component or decision on a line of its own.
public struct ArticleAccountJSON: Sendable {
  /// Raised when a key changes its meaning or goes.
  public static let schema = 1

  private let account: ArticleAccount
  private let pipeline: String
  private let document: String

  /// - Parameters:
  ///   - pipeline: the pipeline's name.
  ///   - document: the id of the issue.
  public init(_ account: ArticleAccount, pipeline: String, document: String) {
    self.account = account
    self.pipeline = pipeline
    self.document = document
  }

  public var text: String {
    JSONLayout.document([
      ("schema", String(Self.schema)),
      ("offprint", JSONText.string(offprintVersion)),
      ("pipeline", JSONText.string(pipeline)),
      ("document", JSONText.string(document)),
      ("article", article),
      ("components", JSONLayout.listed(account.parts.map(Self.part))),
      ("segmentation", JSONLayout.listed(account.segmentation.map(Self.decision))),
      ("ending", JSONLayout.listed(account.ending.map(Self.decision))),
      ("others", JSONLayout.listed(account.others.map(Self.decision))),
    ])
  }

  private var article: String {
    let article = account.article
    var publisher: String?
    if case .publisher(let id) = article.origin { publisher = id }
    return JSONText.object([
      ("id", JSONText.string(article.id)), ("type", JSONText.string(article.type.rawValue)),
      ("publisher_id", Self.string(publisher)), ("headline", Self.string(account.headline)),
      ("language", Self.string(article.language)), ("section", Self.string(article.section)),
      ("labels", JSONText.array(article.labels.map(Self.label))), ("pages", Self.numbers(account.pages)),
      ("lines", String(account.lines)), ("before", Self.string(account.before?.id)),
      ("after", Self.string(account.after?.id)),
    ])
  }

  private static func label(_ label: Label) -> String {
    JSONText.object([
      ("kind", JSONText.string(label.kind)), ("value", JSONText.string(label.value)),
      ("source", JSONText.string(label.source)), ("confidence", figure(label.confidence)),
    ])
  }

  private static func part(_ part: ArticleAccount.Part) -> String {
    JSONText.object([
      ("role", JSONText.string(part.role.rawValue)), ("confidence", figure(part.confidence)),
      ("pages", numbers(part.pages)), ("lines", String(part.lines)), ("text", JSONText.string(part.text)),
    ])
  }

  private static func decision(_ entry: AccountedDecision) -> String {
    var members = [
      ("stage", JSONText.string(entry.decision.stage)), ("about", JSONText.string(entry.kind)),
    ]
    switch entry.subject {
    case .article, .issue: break
    case .line(let name, let text, _):
      members += [("line", JSONText.string(name)), ("text", JSONText.string(text))]
    case .page(let number, let name): members += [("page", String(number)), ("name", JSONText.string(name))]
    }
    members += [
      ("choice", JSONText.string(entry.decision.choice)), ("reason", JSONText.string(entry.decision.reason)),
      ("confidence", figure(entry.decision.confidence)),
    ]
    return JSONText.object(members)
  }

  private static func string(_ text: String?) -> String { text.map(JSONText.string) ?? "null" }
  private static func numbers(_ numbers: [Int]) -> String { JSONText.array(numbers.map(String.init)) }
  private static func figure(_ value: Double?) -> String { value.map { Figure.decimal($0, places: 4) } ?? "null" }
}
