import OffprintEvaluation
import OffprintKit

/// The blind copies of a marked issue that a model learns from and is measured on: what other deliveries of the same
/// pages might look like.
struct TrainingCopies {
  /// What a copy forgets.
  enum Kind: String, CaseIterable {
    /// The order and the names of blocks.
    case blocks
    /// The zoning, and which hyphens break words.
    case zones
    /// The boxes too: a line of text for each line, one column after the other.
    case flow
    /// The boxes too: the page as text, its columns side by side.
    case text

    var blind: Blindness {
      switch self {
      case .blocks: .blocks
      case .zones: .zones
      case .flow: .flow
      case .text: .text
      }
    }

    var hyphens: HyphenMarks { self == .blocks ? .source : .bare }
    var evaluation: ArticleEvaluation { ArticleEvaluation(blind: blind, hyphens: hyphens) }

    /// Text has no zoning that could be forgotten.
    static func all(for issue: Issue) -> [Kind] {
      issue.pages.allSatisfy { $0.unit == .character } ? [.blocks] : allCases
    }
  }

  private let stages: [AnyStage]

  /// With the stages that come before articles: text made uniform, reading order and paragraphs found anew.
  init(registry: Registry) throws {
    let wanted: [(name: String, settings: [String: SettingInput])] = [
      ("normalise-text", [:]), ("reflow-columns", ["source_order": .scalar("ignore")]),
    ]
    stages = try wanted.compactMap { try registry.stages[$0.name]?.make($0.settings) }
  }

  /// Takes a copy through the stages.
  func prepare(_ issue: inout Issue) throws {
    for stage in stages { try stage.run(on: &issue, keepsDecisions: false) }
  }

  /// The copy of an issue with what is marked in it.
  func marked(_ issue: Issue, _ kind: Kind) throws -> MarkedIssue {
    // Few sources mark tables, and what is one by its source is a table without being asked: texts teach more.
    var issue = issue
    issue.pages = issue.pages.map { $0.withoutTables() }
    let copy = MarkedCopy(of: issue, blind: kind.blind, hyphens: kind.hyphens)
    var outcome = copy.issue
    try prepare(&outcome)
    return copy.marked(outcome)
  }
}
