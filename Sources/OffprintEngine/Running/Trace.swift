import OffprintDiagnostics
import OffprintModel
import OffprintPipeline

/// Which decisions to tell.
public enum TraceSelection: String, Sendable, CaseIterable {
  /// How line ends meet.
  case joins
  /// Where articles begin and what their components are.
  case articles
  case all

  /// The ids of the stages whose decisions are meant; nil for all.
  func stages(of pipeline: Pipeline) -> Set<String>? {
    switch self {
    case .all: nil
    case .joins: Set(pipeline.stages.filter { $0.stage.kind == .dehyphenating }.map(\.id))
    case .articles: Set(pipeline.stages.filter { $0.stage.kind == .segmenting }.map(\.id))
    }
  }
}

/// One decision as a line for people and scripts.
public struct TraceLine: Hashable, Sendable {
  /// The line's name; the page's, article's or issue's where the decision is about one of these.
  public var subject: String
  public var stage: String
  public var choice: String
  public var reason: String
  /// 0...1.
  public var confidence: Double?

  init(_ decision: Decision, in issue: Issue) {
    subject =
      switch decision.subject {
      case .issue: issue.id
      case .page(let index): issue.pages.indices.contains(index) ? issue.pages[index].name : "page \(index)"
      case .line(let ref): issue.holds(ref) ? issue.lineName(ref) : "\(ref.page)/\(ref.line)"
      case .article(let index): issue.articles.indices.contains(index) ? issue.articles[index].id : "article \(index)"
      }
    stage = decision.stage
    choice = decision.choice
    reason = decision.reason
    confidence = decision.confidence
  }

  /// The fields with tabs between them; tabs and line ends inside a field become spaces, and what would steer a terminal
  /// is shown instead.
  public var tabbed: String {
    let hundredths = confidence.map { Int((max(0, min(1, $0)) * 100).rounded()) }
    let figure = hundredths.map { "\($0 / 100).\($0 % 100 / 10)\($0 % 10)" } ?? ""
    return [subject, stage, choice, reason, figure].map(Self.plain).joined(separator: "\t")
  }

  private static func plain(_ field: String) -> String {
    let bytes = field.utf8.map { $0 == 0x09 || $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 }
    return PrintableText.line(String(decoding: bytes, as: UTF8.self))
  }
}
