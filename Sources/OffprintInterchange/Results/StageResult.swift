import OffprintJSON
import OffprintKit

/// What a stage of a plugin answers for one document, read and checked, ready to become part of it.
public struct StageResult: Sendable {
  private var lines: [(ref: LineRef, text: String)] = []
  private var languages: FoundLanguages?
  private var flows: [PageFlow] = []
  private var articles: [Article]?
  private var joins: [Join] = []
  private var labels: [(article: Int, label: Label)] = []
  private var decisions: [Decision] = []
  private var flags: [Flag] = []
  private var ledger: [Ledger.Entry] = []

  /// Reads an answer. Nothing of it is used if anything in it cannot be.
  ///
  /// - Parameters:
  ///   - stage: the stage's id in the pipeline, for what it says of the document.
  ///   - view: what the stage was shown; it may speak of nothing else.
  /// - Throws: a `Diagnostic` (`OP602`) with the place in the answer and what is allowed there; `OP606` if the plugin
  ///   says that it could not do the work.
  public init(
    _ form: Form, of part: PluginDescription.StagePart, stage: String, for issue: Issue, _ view: DocumentView
  ) throws {
    try form.throwIfError(of: stage)
    let places = ShownPlaces(issue: issue, view: view)
    try form.only(Self.members(of: part.kind) + ["decisions", "flags", "drops", "merges"])
    switch part.kind {
    case .normalising: lines = try form["lines"]?.list().map { try $0.changedLine(places) } ?? []
    case .detecting: languages = try form["languages"]?.languages(places)
    case .reflowing: flows = try form.required("flow").flows(places)
    case .segmenting: articles = try form.required("articles").list().map { try $0.article(places, stage) }
    case .dehyphenating: joins = try form["joins"]?.list().map { try $0.join(places) } ?? []
    case .labelling: labels = try form["labels"]?.list().map { try $0.articleLabel(places, stage) } ?? []
    }
    var remarks = PluginRemarks(
      stage: stage, choices: part.spec.choices.map(\.word), places: places, found: articles?.count)
    decisions = try form["decisions"]?.list().map(remarks.decision) ?? []
    flags = try form["flags"]?.list().map(remarks.flag) ?? []
    ledger = try form["drops"]?.list().map(remarks.drop) ?? []
    for merge in try form["merges"]?.list() ?? [] { ledger.append(try remarks.merge(merge)) }
  }

  /// What a stage of each kind answers with.
  private static func members(of kind: StageKind) -> [String] {
    switch kind {
    case .normalising: ["lines"]
    case .detecting: ["languages"]
    case .reflowing: ["flow"]
    case .segmenting: ["articles"]
    case .dehyphenating: ["joins"]
    case .labelling: ["labels"]
    }
  }

  /// Makes it part of the document.
  public func apply(to issue: inout Issue, _ context: inout StageContext) throws {
    for (ref, text) in lines { issue.pages[ref.page].rewriteLine(ref.line, text: text.utf8) }
    if let languages { issue.take(languages) }
    for flow in flows { flow.apply(to: &issue.pages[flow.page]) }
    if let articles { try issue.take(articles, from: context.stage) }
    try issue.take(joins, from: context.stage)
    for (index, label) in labels { issue.articles[index].labels.append(label) }
    context.note(decisions: decisions, flags: flags, ledger: ledger)
  }
}

extension Form {
  /// An answer may be `{"error": {"summary": …, "fix": …}}` instead.
  func throwIfError(of stage: String) throws {
    guard let error = self["error"] else { return }
    try error.only(["summary", "fix"])
    throw Diagnostic(
      .pluginFault, "plugin '\(plugin)': \(try error.required("summary").text())", fix: try error["fix"]?.text(),
      notes: [.init("stage", stage)])
  }
}
