import OffprintModel

/// What a stage is told, and what it tells, while it works on one document.
public struct StageContext: Sendable {
  /// The stage's id in the pipeline.
  public let stage: String
  /// The page in hand, for stages that work page by page; else 0.
  public internal(set) var page: Int = 0
  /// True if decisions are kept. A stage need not reckon reasons that nobody asked for.
  public let keepsDecisions: Bool
  /// When the time of the document is up; nil if it has as much as it takes. The engine looks only between stages: a
  /// stage that waits for something outside stops waiting then.
  public let deadline: ContinuousClock.Instant?

  public private(set) var decisions: [Decision] = []
  public private(set) var flags: [Flag] = []
  public private(set) var ledgerEntries: [Ledger.Entry] = []

  public init(stage: String, keepsDecisions: Bool = true, deadline: ContinuousClock.Instant? = nil) {
    self.stage = stage
    self.keepsDecisions = keepsDecisions
    self.deadline = deadline
  }

  /// Notes what was chosen and why. `choice` is one of the words in the stage's spec.
  public mutating func decide(
    _ choice: String, at subject: Subject, because reason: @autoclosure () -> String, confidence: Double? = nil
  ) {
    guard keepsDecisions else { return }
    decisions.append(
      Decision(stage: stage, subject: subject, choice: choice, reason: reason(), confidence: confidence))
  }

  /// Tells users of the outputs of something they should know. `code` is a fixed word in kebab-case.
  public mutating func flag(_ code: String, at subject: Subject, count: Int = 1, note: String? = nil) {
    flags.append(Flag(code: code, subject: subject, count: count, note: note))
  }

  /// Leaves a line out of every output, for a reason that an operator can ask for. It must then stand in no component.
  public mutating func drop(_ line: LineRef, because reason: String) {
    ledgerEntries.append(Ledger.Entry(line: line, stage: stage, fate: .dropped(reason: reason)))
  }

  /// Says that a line's text is now part of another line's, by that line's name (`Issue.lineName`). It must then stand in
  /// no component.
  public mutating func merge(_ line: LineRef, into place: String) {
    ledgerEntries.append(Ledger.Entry(line: line, stage: stage, fate: .merged(into: place)))
  }

  /// Notes what a stage that ran elsewhere has said, in the words that it used.
  public mutating func note(decisions: [Decision], flags: [Flag], ledger: [Ledger.Entry]) {
    if keepsDecisions { self.decisions += decisions }
    self.flags += flags
    ledgerEntries += ledger
  }

  /// Hands all that was told to the document.
  func settle(into issue: inout Issue) {
    issue.decisions += decisions
    issue.flags += flags
    for entry in ledgerEntries { issue.ledger.record(entry.line, stage: entry.stage, entry.fate) }
  }
}
