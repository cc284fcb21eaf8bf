import OffprintKit

/// Measures how stages order, join and mend the lines of issues whose truth is known.
///
/// For each issue the truth is taken as it was read; then a blind copy goes through the stages, and what comes of it is
/// compared line by line. Lines are known by where they stand, so nothing depends on matching texts.
public struct LineEvaluation: Sendable {
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
    public var scores: LineScores
    /// In the order of the issue.
    public var faults: [LineFault]
  }

  /// Takes the blind copy of one issue through the stages and compares.
  ///
  /// - Parameter stages: works on the copy; keeps decisions if reasons are to be shown.
  /// - Throws: what `stages` throws.
  public func result(for issue: Issue, stages: (inout Issue) throws -> Void) throws -> Result {
    let copy = BlindCopy(of: issue, depth: blind, hyphens: hyphens, seed: seed)
    var outcome = copy.issue
    try stages(&outcome)
    return Self.compare(issue, outcome, copy.origins)
  }

  private static func compare(_ issue: Issue, _ outcome: Issue, _ origins: [LineOrigins]) -> Result {
    let truth = TruthReading(of: issue)
    let found = FoundReading(of: outcome, places: LinePlaces(of: issue, in: outcome, origins: origins))
    var faults: [LineFault] = []
    var scores = LineScores()
    scores.pages = issue.pages.count
    scores.lines = issue.pages.reduce(0) { $0 + $1.lines.count { !$0.isEmpty } }
    scores.breaks = BreakScore(BreakGold(of: truth), found, truth: issue, faults: &faults)
    scores.order = OrderScore(truth, found, faults: &faults)
    scores.paragraphs = ParagraphScore(truth, found, faults: &faults)
    return Result(scores: scores, faults: faults)
  }
}
