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

  /// The same, and where each line was found, for those who draw the pages.
  ///
  /// - Throws: what `stages` throws.
  public func resultAndPlaces(
    for issue: Issue, stages: (inout Issue) throws -> Void
  ) throws -> (result: Result, places: ArticlePlaces) {
    let (outcome, origins) = try outcome(of: issue, stages)
    let assignment = ArticleAssignment(of: outcome, truth: issue, origins: origins)
    let places = ArticlePlaces(of: outcome, origins: origins, truth(of: issue), assignment)
    return (compare(issue, assignment), places)
  }

  /// Where the stages put the lines of the issue.
  func assignment(for issue: Issue, stages: (inout Issue) throws -> Void) throws -> ArticleAssignment {
    let (outcome, origins) = try outcome(of: issue, stages)
    return ArticleAssignment(of: outcome, truth: issue, origins: origins)
  }

  private func outcome(
    of issue: Issue, _ stages: (inout Issue) throws -> Void
  ) throws -> (outcome: Issue, origins: [LineOrigins]) {
    let copy = BlindCopy(of: issue, depth: blind, hyphens: hyphens, seed: seed)
    var outcome = copy.issue
    try stages(&outcome)
    return (outcome, copy.origins)
  }

  private func truth(of issue: Issue) -> ArticleTruth {
    // A line without text leaves no trace on a text page.
    let isText = blind == .text || blind == .flow || issue.pages.contains { $0.unit == .character }
    return ArticleTruth(of: issue, countsEmpty: !isText)
  }

  func compare(_ issue: Issue, _ assignment: ArticleAssignment) -> Result {
    let truth = truth(of: issue)
    let match = ArticleMatch(truth, assignment)
    return Result(
      scores: ArticleScores(truth, assignment, match), faults: ArticleFault.all(truth, assignment, match))
  }
}
