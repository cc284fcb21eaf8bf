import OffprintDiagnostics
import OffprintModel

/// A stage with its settings bound, ready to work on documents, whatever its kind.
public struct AnyStage: Sendable {
  public let spec: StageSpec
  public let kind: StageKind
  /// What the stage asks of the whole batch; nil if nothing.
  public internal(set) var survey: StageSurvey?
  private let work: @Sendable (inout Issue, StageSelection, inout StageContext) throws -> Void

  /// Works on one document. What the stage says of it is added to the document.
  ///
  /// - Parameters:
  ///   - selection: which pages or articles the pipeline's `when:` leaves to this stage.
  ///   - deadline: when the time of the document is up.
  public func run(
    on issue: inout Issue, as id: String? = nil, selection: StageSelection = .all, keepsDecisions: Bool = true,
    deadline: ContinuousClock.Instant? = nil
  ) throws {
    var context = StageContext(stage: id ?? spec.name, keepsDecisions: keepsDecisions, deadline: deadline)
    try work(&issue, selection, &context)
    context.settle(into: &issue)
  }

  /// A stage that no type of this program stands behind: it runs elsewhere, and `work` brings its results home.
  ///
  /// - Parameter work: changes the document as a stage of that kind may, by `Issue.take` where there is one; what the
  ///   stage says of it goes to the context.
  public init(
    spec: StageSpec, kind: StageKind, survey: StageSurvey? = nil,
    work: @escaping @Sendable (inout Issue, StageSelection, inout StageContext) throws -> Void
  ) {
    self.spec = spec
    self.kind = kind
    self.survey = survey
    self.work = work
  }

  init<S: LineNormalising>(normalising stage: S) {
    spec = S.spec
    kind = .normalising
    work = { issue, selection, context in
      for index in issue.pages.indices where selection.pages(issue, index) {
        context.page = index
        try stage.normalise(&issue.pages[index], &context)
      }
    }
  }

  init<S: LanguageDetecting>(detecting stage: S) {
    spec = S.spec
    kind = .detecting
    work = { issue, selection, context in
      let pages = issue.pages.indices.filter { selection.pages(issue, $0) }
      issue.take(try stage.languages(of: issue, pages: pages, &context))
    }
  }

  init<S: ColumnReflowing>(reflowing stage: S) {
    spec = S.spec
    kind = .reflowing
    work = { issue, selection, context in
      for index in issue.pages.indices where selection.pages(issue, index) {
        context.page = index
        try stage.reflow(&issue.pages[index], after: index > 0 ? issue.pages[index - 1] : nil, &context)
      }
    }
  }

  init<S: ArticleSegmenting>(segmenting stage: S) {
    spec = S.spec
    kind = .segmenting
    work = { issue, _, context in
      try issue.take(try stage.articles(in: issue, &context), from: context.stage)
    }
  }

  init<S: Dehyphenating>(dehyphenating stage: S) {
    spec = S.spec
    kind = .dehyphenating
    work = { issue, selection, context in
      let active = issue.pages.indices.map { selection.pages(issue, $0) }
      let runs = ReadingRuns.runs(of: issue).filter { run in run.first.map { active[$0.page] } ?? false }
      try issue.take(try stage.joins(in: issue, runs: runs, &context), from: context.stage)
    }
  }

  init<S: ArticleLabelling>(labelling stage: S) {
    spec = S.spec
    kind = .labelling
    work = { issue, selection, context in
      for index in issue.articles.indices
      where issue.articles[index].type != .furniture && selection.articles(issue, index) {
        let labels = try stage.labels(for: issue.articles[index], at: index, in: issue, &context)
        issue.articles[index].labels += labels
      }
    }
  }
}

/// Which pages and articles a `when:` leaves to a stage.
public struct StageSelection: Sendable {
  public var pages: @Sendable (Issue, Int) -> Bool
  public var articles: @Sendable (Issue, Int) -> Bool

  public init(
    pages: @escaping @Sendable (Issue, Int) -> Bool = { _, _ in true },
    articles: @escaping @Sendable (Issue, Int) -> Bool = { _, _ in true }
  ) {
    self.pages = pages
    self.articles = articles
  }

  public static let all = StageSelection()
}
