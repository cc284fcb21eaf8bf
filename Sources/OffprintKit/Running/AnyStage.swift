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
  /// - Parameter selection: which pages or articles the pipeline's `when:` leaves to this stage.
  public func run(
    on issue: inout Issue, as id: String? = nil, selection: StageSelection = .all, keepsDecisions: Bool = true
  ) throws {
    var context = StageContext(stage: id ?? spec.name, keepsDecisions: keepsDecisions)
    try work(&issue, selection, &context)
    context.settle(into: &issue)
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
      var articles = try stage.articles(in: issue, &context)
      try articles.lazy.flatMap(\.lines).forEach { try issue.requireLine($0, namedBy: context.stage) }
      var taken: Set<String> = []
      for index in articles.indices {
        guard let first = articles[index].lines.first else { continue }
        var id = issue.articleID(firstLine: first)
        var next = 2
        while !taken.insert(id).inserted {
          id = "\(issue.articleID(firstLine: first))-\(next)"
          next += 1
        }
        articles[index].id = id
      }
      issue.articles = articles.filter { !$0.lines.isEmpty }
      issue.hasArticles = true
    }
  }

  init<S: Dehyphenating>(dehyphenating stage: S) {
    spec = S.spec
    kind = .dehyphenating
    work = { issue, selection, context in
      let active = issue.pages.indices.map { selection.pages(issue, $0) }
      let runs = ReadingRuns.runs(of: issue).filter { run in run.first.map { active[$0.page] } ?? false }
      for join in try stage.joins(in: issue, runs: runs, &context) {
        try issue.requireLine(join.first, namedBy: context.stage)
        try issue.requireLine(join.second, namedBy: context.stage)
        issue.joins[join.first] = join
      }
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

extension Issue {
  /// Ends the stage with a message instead of a crash later on, when it names a line that no page has.
  fileprivate func requireLine(_ ref: LineRef, namedBy stage: String) throws {
    guard pages.indices.contains(ref.page), pages[ref.page].lines.indices.contains(ref.line) else {
      throw Diagnostic.unknownLine(ref, stage: stage)
    }
  }
}

extension Diagnostic {
  fileprivate static func unknownLine(_ ref: LineRef, stage: String) -> Diagnostic {
    Diagnostic(
      .linesLost, "'\(stage)' names a line that the document does not have",
      notes: [.init("line", "\(ref.line) of page \(ref.page), both counted from 0"), .init("stage", stage)])
  }
}

extension Issue {
  /// Languages of blocks and pages that are not there are passed over.
  fileprivate mutating func take(_ found: FoundLanguages) {
    for (page, languages) in found.blocks where pages.indices.contains(page) {
      for (block, language) in languages where pages[page].blocks.indices.contains(block) {
        pages[page].setLanguage(language, ofBlock: block)
      }
    }
    for (page, language) in found.pages where pages.indices.contains(page) { pages[page].language = language }
    language = found.issue ?? language
    guard found.overrulesArticles else { return }
    for index in articles.indices { articles[index].language = nil }
    for index in (markup?.articles ?? []).indices { markup?.articles[index].language = nil }
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
