import OffprintKit
import OffprintModel

/// The `to:` of a writer: a path in which fields of the issue and the article stand, already resolved against the
/// pipeline file's folder and with the vars replaced.
public struct OutputPath: Hashable, Sendable {
  public enum Piece: Hashable, Sendable {
    case text(String)
    case field(OutputField)
  }

  public var pieces: [Piece]

  public init(pieces: [Piece]) { self.pieces = pieces }

  /// The path as a pipeline file has it, with its fields.
  public var written: String {
    pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .field(let field): "${\(field.rawValue)}"
      }
    }.joined()
  }

  /// The folder that everything written under this path lies below; empty for the one in which the command runs.
  public var fixedFolder: String {
    guard case .text(let head)? = pieces.first, let slash = head.lastIndex(of: "/") else { return "" }
    return slash == head.startIndex ? "/" : String(head[..<slash])
  }

  /// The same path by the folder as it is, without links; folders that are not there yet are left as they are written.
  var withoutLinks: OutputPath {
    let folder = fixedFolder
    return SourceFile.resolved(folder.isEmpty ? "." : folder).map(moved) ?? self
  }

  /// The same path below another folder.
  public func moved(to folder: String) -> OutputPath {
    guard case .text(let head)? = pieces.first else { return OutputPath(pieces: [.text(folder + "/")] + pieces) }
    let rest = head.lastIndex(of: "/").map { head[head.index(after: $0)...] } ?? head[...]
    return OutputPath(pieces: [.text("\(folder)/\(rest)")] + pieces.dropFirst())
  }

  /// The path for a product. Values are made fit for file names; what is unknown is `unknown`.
  public func path(for scope: Product.Scope, of issue: Issue) -> String {
    pieces.map { piece in
      switch piece {
      case .text(let text): text
      case .field(let field): Issue.identifier(field.value(for: scope, of: issue) ?? "unknown")
      }
    }.joined()
  }
}

/// The fields that a path may name.
public enum OutputField: String, Hashable, Sendable, CaseIterable {
  case issueID = "issue.id"
  case issueDate = "issue.date"
  case issueYear = "issue.year"
  case issueTitle = "issue.title"
  case issueNumber = "issue.number"
  case articleID = "article.id"
  case articleType = "article.type"
  case pageName = "page.name"
  case pageNumber = "page.number"

  /// What a product must be about for the field to mean something; nil for fields of the issue, which all have.
  var unit: ProductUnit? {
    switch self {
    case .articleID, .articleType: .article
    case .pageName, .pageNumber: .page
    case .issueID, .issueDate, .issueYear, .issueTitle, .issueNumber: nil
    }
  }

  func value(for scope: Product.Scope, of issue: Issue) -> String? {
    switch self {
    case .issueID: issue.id
    case .issueDate: issue.date?.iso
    case .issueYear: issue.date.map { String($0.year) }
    case .issueTitle: issue.publication.title
    case .issueNumber: issue.number
    case .articleID:
      switch scope {
      case .article(let index): issue.articles[index].id
      case .former(let id): id
      case .issue: "\(issue.id)-package"
      case .page: nil
      }
    case .articleType:
      switch scope {
      case .article(let index): issue.articles[index].type.rawValue
      case .issue: "issue"
      case .page, .former: nil
      }
    case .pageName: scope.page.map { issue.pages[$0].name }
    case .pageNumber: scope.page.map { String(issue.pages[$0].number) }
    }
  }
}

extension Product.Scope {
  fileprivate var page: Int? {
    if case .page(let index) = self { index } else { nil }
  }
}
