/// What a stage is, for the loader, the manual, `explain` and the tests at once.
public struct StageSpec: Sendable {
  /// kebab-case, a verb and its object: `segment-articles`.
  public var name: String
  /// One sentence without a full stop.
  public var summary: String
  /// What an operator should know: what it looks at, in which order, what it never does. Plain paragraphs.
  public var discussion: String
  public var needs: Set<Facet>
  public var gives: Set<Facet>
  /// The words that its decisions use, each with its meaning.
  public var choices: [Choice]
  /// Input, expected output and the reason; run as tests and shown by `explain`.
  public var examples: [Example]

  public struct Choice: Hashable, Sendable {
    public var word: String
    public var meaning: String

    public init(_ word: String, _ meaning: String) {
      self.word = word
      self.meaning = meaning
    }
  }

  public init(
    name: String, summary: String, discussion: String = "", needs: Set<Facet>, gives: Set<Facet>,
    choices: [Choice] = [], examples: [Example]
  ) {
    self.name = name
    self.summary = summary
    self.discussion = discussion
    self.needs = needs
    self.gives = gives
    self.choices = choices
    self.examples = examples
  }
}

/// The domain's steps; each stage is of exactly one kind.
public enum StageKind: String, Sendable, CaseIterable {
  case normalising, detecting, reflowing, segmenting, dehyphenating, labelling

  /// What `when:` of such a stage may look at: the fields of issues, and of pages or articles if it works on them.
  public var scope: StageScope {
    switch self {
    case .normalising, .detecting, .reflowing, .dehyphenating: .page
    case .segmenting: .issue
    case .labelling: .article
    }
  }
}

/// The unit a stage works on, one at a time.
public enum StageScope: String, Sendable {
  case issue, page, article
}
