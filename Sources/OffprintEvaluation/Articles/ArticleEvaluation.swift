import OffprintKit

/// Measures how well stages find the articles of issues whose articles are marked.
///
/// As for lines, the truth is taken from each issue as it was read; then a blind copy goes through the stages, and what
/// comes of it is compared line by line, by where lines stand.
public struct ArticleEvaluation: Sendable {
  public var blind: Blindness
  public var hyphens: HyphenMarks
  /// The same seed gives the same copies, on any machine.
  public var seed: UInt64

  public init(blind: Blindness = .blocks, hyphens: HyphenMarks = .source, seed: UInt64 = 1) {
    self.blind = blind
    self.hyphens = hyphens
    self.seed = seed
  }

  /// What came of one issue.
  public struct Result: Sendable {
    public var scores: ArticleScores
    /// In the order in which the articles are marked.
    public var faults: [ArticleFault]
  }

  /// Takes the blind copy of one issue through the stages and compares.
  ///
  /// - Throws: what `stages` throws.
  public func result(for issue: Issue, stages: (inout Issue) throws -> Void) throws -> Result {
    compare(issue, try assignment(for: issue, stages: stages))
  }

  /// Where the stages put the lines of the issue.
  func assignment(for issue: Issue, stages: (inout Issue) throws -> Void) throws -> ArticleAssignment {
    let copy = BlindCopy(of: issue, depth: blind, hyphens: hyphens, seed: seed)
    var outcome = copy.issue
    try stages(&outcome)
    return ArticleAssignment(of: outcome, truth: issue, origins: copy.origins)
  }

  func compare(_ issue: Issue, _ assignment: ArticleAssignment) -> Result {
    // A line without text leaves no trace on a text page.
    let isText = blind == .text || blind == .flow || issue.pages.contains { $0.unit == .character }
    let truth = ArticleTruth(of: issue, countsEmpty: !isText)
    let match = ArticleMatch(truth, assignment)
    return Result(
      scores: ArticleScores(truth, assignment, match), faults: ArticleFault.all(truth, assignment, match))
  }
}
