import OffprintDiagnostics
import OffprintKit
import OffprintModel

/// The items of one issue, made in the light of what was handed on earlier, checked and put in their order.
struct NewsMLDelivery {
  let document: NewsMLDocument
  let earlier: EarlierIssue
  private let rule: VersionRule
  private var issue: Issue { document.issue }

  /// The finished items; the package is the last.
  private(set) var products: [Product] = []

  init(_ document: NewsMLDocument, after earlier: EarlierIssue) throws {
    self.document = document
    self.earlier = earlier
    rule = VersionRule(created: document.created)
    var members: [NewsPackage.Member] = []
    var guids: Set<String> = []
    for place in document.issue.articles.indices where NewsMLDocument.isItem(document.issue.articles[place]) {
      let item = NewsItem(document, article: place)
      guard guids.insert(item.guid).inserted else { throw Diagnostic.doubled(item.guid) }
      let before = try earlier.item(item.article.id, guid: item.guid)
      let outcome = try rule.outcome(item.article.id, after: before, render: item.bytes)
      try check(outcome.bytes, of: item.article.id, nil)
      products.append(Product(.article(place), outcome.bytes))
      members.append(.init(item: item, version: outcome.version.number))
    }
    let withdrawn = try withdraw(known: guids)
    guard !members.isEmpty || !withdrawn.isEmpty else { return }
    let package = NewsPackage(document: document, members: members, withdrawn: withdrawn)
    let outcome = try rule.outcome(package.id, after: earlier.package, render: package.bytes)
    try check(outcome.bytes, of: package.id, guids)
    products.append(Product(.issue, outcome.bytes))
  }

  /// Writes the last version of each item whose article is no more. Gives their guids.
  private mutating func withdraw(known guids: Set<String>) throws -> [String] {
    var withdrawn: [String] = []
    for (guid, id) in earlier.members where !guids.contains(guid) && !withdrawn.contains(guid) {
      guard let before = try earlier.item(id, guid: guid) else {
        throw Diagnostic.unusable(id, "is not there, though its package names it")
      }
      let item = WithdrawnItem(document: document, guid: guid, title: before.title)
      let bytes = try rule.withdrawn(id, after: before, render: item.bytes)
      try check(bytes, of: id, nil)
      products.append(Product(.former(id: id), bytes))
      withdrawn.append(guid)
    }
    return withdrawn
  }

  /// Items of a message are checked as parts of it.
  private func check(_ bytes: [UInt8], of id: String, _ items: Set<String>?) throws {
    guard document.settings.selfCheck, document.settings.unit == .item else { return }
    try Self.demandSound(bytes, of: id, items)
  }

  private static func demandSound(_ bytes: [UInt8], of id: String, _ items: Set<String>?) throws {
    let problems = NewsMLCheck.problems(in: bytes, items: items)
    guard problems.isEmpty else { throw Diagnostics(problems.map { .unsound(id, $0) }) }
  }

  /// The same as one message, the package first. Its check sees all that one of each item would; only if it finds
  /// something are the items looked at one by one, so that the one to blame is named.
  func message() throws -> [Product] {
    guard let package = products.last else { return [] }
    let bytes = try NewsMLMessage(document: document, items: [package.bytes] + products.dropLast().map(\.bytes)).bytes()
    if document.settings.selfCheck, !NewsMLCheck.problems(in: bytes).isEmpty {
      for product in products { try Self.demandSound(product.bytes, of: id(of: product.scope), nil) }
      try Self.demandSound(bytes, of: issue.id, nil)
    }
    return [Product(.issue, bytes)]
  }

  private func id(of scope: Product.Scope) -> String {
    switch scope {
    case .article(let place): issue.articles[place].id
    case .former(let id): id
    case .page, .issue: "\(issue.id)-package"
    }
  }
}

extension Diagnostic {
  fileprivate static func unsound(_ id: String, _ problem: NewsMLCheck.Problem) -> Diagnostic {
    Diagnostic(
      .itemUnsound, "item '\(id)': \(problem.text)",
      notes: [.init("rule", problem.rule.rawValue), .init("kept", "nothing of the document is exported")])
  }

  fileprivate static func doubled(_ guid: String) -> Diagnostic {
    Diagnostic(
      .itemUnsound, "two articles of the issue have the id '\(guid)'",
      notes: [.init("kept", "nothing of the document is exported")])
  }
}
