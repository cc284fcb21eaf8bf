/// What a decision, a flag or an entry of the ledger is about.
public enum Subject: Hashable, Sendable {
  case issue
  /// Index in the issue's pages.
  case page(Int)
  case line(LineRef)
  /// Index in the issue's articles at the time.
  case article(Int)
}

/// What a stage chose and why, kept so that an operator can ask.
public struct Decision: Hashable, Sendable {
  /// The stage's id in the pipeline.
  public var stage: String
  public var subject: Subject
  /// What was chosen, in the stage's own documented words, such as `joined`.
  public var choice: String
  /// Why, as a sentence without a full stop, such as `'Zeitung' occurs 4 times in the issue`.
  public var reason: String
  /// 0...1; nil if it cannot say.
  public var confidence: Double?

  public init(stage: String, subject: Subject, choice: String, reason: String, confidence: Double? = nil) {
    self.stage = stage
    self.subject = subject
    self.choice = choice
    self.reason = reason
    self.confidence = confidence
  }
}

/// Something about the input or the result that a user of the outputs should know.
public struct Flag: Hashable, Sendable {
  /// A fixed word such as `control-characters-replaced`.
  public var code: String
  public var subject: Subject
  /// How many times.
  public var count: Int
  public var note: String?

  public init(code: String, subject: Subject, count: Int = 1, note: String? = nil) {
    self.code = code
    self.subject = subject
    self.count = count
    self.note = note
  }
}
