import OffprintKit

/// An account of an article for people, in lines of at most 100 columns.
public struct ArticleAccountText: Sendable {
  private let account: ArticleAccount

  public init(_ account: ArticleAccount) { self.account = account }

  /// How many places, or examples of a stage's choice, are shown.
  private static let examples = 3

  public var lines: [String] { about + parts + segmentation + ending + others }

  private var about: [String] {
    let article = account.article
    var rows = [("type", type)]
    if let headline = account.headline { rows.append(("headline", headline)) }
    if let language = article.language { rows.append(("language", language)) }
    if let section = article.section { rows.append(("section", section)) }
    rows += article.labels.map { ("label", Self.words(of: $0)) }
    rows += [("pages", Self.listed(account.pages)), ("lines", String(account.lines))]
    if let before = account.before { rows.append(("before it", "\(before.id)  \(before.title)")) }
    if let after = account.after { rows.append(("after it", "\(after.id)  \(after.title)")) }
    return [PlainText.cut(article.id)] + PlainText.columns(rows.map { [$0.0, $0.1] })
  }

  private var type: String {
    let type = account.article.type.rawValue
    guard case .publisher(let id) = account.article.origin else { return type }
    return id.isEmpty ? "\(type), the publisher's own" : "\(type), the publisher's own '\(id)'"
  }

  private static func words(of label: Label) -> String {
    let sureness = label.confidence.map { ", \(figure($0))" } ?? ""
    return "\(label.kind) \(label.value) (\(label.source)\(sureness))"
  }

  private var parts: [String] {
    let rows = account.parts.map { part in
      [
        part.role.rawValue, part.confidence.map(Self.figure) ?? "", "page \(Self.listed(part.pages))",
        PlainText.counted(part.lines, "line"), part.text,
      ]
    }
    return ["", "COMPONENTS"] + PlainText.columns(rows)
  }

  private var segmentation: [String] {
    let groups = DecisionGroup.alike(account.segmentation)
    guard !groups.isEmpty else { return ["", "WHY IT IS AN ARTICLE", "  no stage that finds articles says so"] }
    let stages = groups.reduce(into: [String]()) { stages, group in
      if !stages.contains(group.first.decision.stage) { stages.append(group.first.decision.stage) }
    }
    return stages.flatMap { stage in
      ["", PlainText.cut("WHY IT IS AN ARTICLE, by \(stage)")]
        + groups.filter { $0.first.decision.stage == stage }.flatMap(full)
    }
  }

  private var ending: [String] {
    guard let after = account.after, !account.ending.isEmpty else { return [] }
    return ["", PlainText.cut("WHY IT ENDS: the next one begins, \(after.id)")]
      + DecisionGroup.alike(account.ending).flatMap(full)
  }

  /// The choice with its confidence, the whole reason, and where.
  private func full(_ group: DecisionGroup) -> [String] {
    let decision = group.first.decision
    let count = group.decisions.count > 1 ? ", \(PlainText.counted(group.decisions.count, group.first.kind))" : ""
    let sureness = decision.confidence.map { ", confidence \(Self.figure($0))" } ?? ""
    return [PlainText.cut("  \(decision.choice)\(count)\(sureness)")]
      + PlainText.wrapped(decision.reason, indent: 4)
      + shown(group) { entry in
        switch entry.subject {
        case .article: []
        case .line(let name, let text, _): [PlainText.cut("    at \(name)  \(text)")]
        case .page, .issue: [PlainText.cut("    for \(entry.place ?? "")")]
        }
      }
  }

  private var others: [String] {
    let groups = DecisionGroup.byChoice(account.others)
    guard !groups.isEmpty else { return [] }
    let told = groups.flatMap { group -> [String] in
      let decision = group.first.decision
      let count = PlainText.counted(group.decisions.count, group.first.kind)
      return [PlainText.cut("  \(decision.stage): \(decision.choice), \(count)")]
        + shown(group, Self.example)
    }
    return ["", "WHAT OTHER STAGES DECIDED"] + told
  }

  /// The place and the reason, on one line if they fit.
  private static func example(_ entry: AccountedDecision) -> [String] {
    let reason = entry.decision.reason + (entry.decision.confidence.map { " (\(figure($0)))" } ?? "")
    guard let place = entry.place else { return PlainText.wrapped(reason, indent: 4) }
    let line = PlainText.printable("    \(place)  \(reason)")
    return line.count <= PlainText.width
      ? [line] : [PlainText.cut("    \(place)")] + PlainText.wrapped(reason, indent: 6)
  }

  /// The first few, and how many more there are.
  private func shown(_ group: DecisionGroup, _ words: (AccountedDecision) -> [String]) -> [String] {
    let all = group.decisions.map(words).filter { !$0.isEmpty }
    let rest = all.count - Self.examples
    return all.prefix(Self.examples).flatMap { $0 } + (rest > 0 ? ["    and \(rest) more"] : [])
  }

  private static func figure(_ value: Double) -> String { Figure.decimal(value, places: 2) }
  private static func listed(_ numbers: [Int]) -> String { numbers.map(String.init).joined(separator: ", ") }
}
