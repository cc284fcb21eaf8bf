import OffprintDiagnostics
import OffprintKit

/// Binds `stages:`.
struct StageBinding {
  let registry: Registry
  let settings: SettingsBinding
  var findings: Findings { settings.findings }

  static let keys = ["stage", "id", "with", "when", "on_error", "isolate"]

  /// Where a stage runs, if not in this process.
  enum Isolation: String, CaseIterable { case process }

  /// A stage's id as the file has it: `id:`, or else the stage's name.
  static func id(of node: PipelineNode) -> String? {
    node.scalar ?? node["id"]?.scalar ?? node["stage"]?.scalar
  }

  /// An entry of `stages:` as far as it could be bound, so that one mistake does not bring others after it.
  struct Bound {
    var id: String?
    /// nil if there is no such stage.
    var spec: StageSpec?
    /// nil if something does not suit.
    var step: StageStep?
    var place: SourcePlace
  }

  func steps(_ node: PipelineNode?) -> [Bound] {
    let stages = findings.list(node, "stages").map(bound)
    var ids: Set<String> = []
    for stage in stages {
      guard let id = stage.id, !ids.insert(id).inserted else { continue }
      findings.add(
        Diagnostic(
          .keyTwice, "there are two stages '\(id)'", at: stage.place, fix: "give one of them an id of its own"))
    }
    return stages
  }

  private func bound(_ node: PipelineNode) -> Bound {
    var bound = Bound(id: Self.id(of: node), place: node.place)
    if node.scalar == nil, findings.map(node, "a stage", keys: Self.keys) == nil { return bound }
    _ = findings.scalar(node["id"], "id")
    guard let nameNode = node.scalar == nil ? node["stage"] : node else {
      findings.add(
        Diagnostic(.keyMissing, "a stage needs its name", at: node.place, fix: "write stage: NAME"))
      return bound
    }
    guard let name = findings.scalar(nameNode, "stage") else { return bound }
    bound.place = nameNode.place
    guard let entry = registry.stages[name] else {
      findings.add(
        UnknownPart.diagnostic("stage", name, among: registry.stages.keys.sorted(), at: nameNode.place, registry))
      return bound
    }
    bound.spec = entry.spec
    bound.step = step(node, entry, id: bound.id ?? name, at: nameNode.place)
    return bound
  }

  private func step(_ node: PipelineNode, _ entry: StageEntry, id: String, at place: SourcePlace) -> StageStep? {
    let part = BindablePart(
      name: entry.spec.name, settings: entry.settings, plugin: entry.plugin, make: maker(of: entry, node["isolate"]))
    let stage = settings.bind(part, with: node["with"], at: place)
    let scope = entry.kind.scope
    let when: Condition? = node["when"].flatMap { self.condition($0, scope) }
    let onError = findings.choice(node["on_error"], "on_error", as: RunPolicy.OnError.self)
    guard let stage else { return nil }
    let selection: StageSelection = when.map { Self.selection($0, scope) } ?? .all
    let ofIssue = when.flatMap { $0.isLocal ? nil : $0.holds }
    let isWanted: @Sendable (Issue) -> Bool = { issue in ofIssue?(ConditionSubject(issue: issue)) ?? true }
    var step = StageStep(id: id, stage: stage.made, selection: selection, isWanted: isWanted, onError: onError)
    step.meaning = stage.meaning
    step.meaning.condition = node["when"].map { settings.variables.text(of: $0, findings) }
    return step
  }

  /// How the stage is made: as it is, or so that it runs in a process of its own.
  private func maker(of entry: StageEntry, _ isolate: PipelineNode?) -> ([String: SettingInput]) throws -> AnyStage {
    guard let isolate, findings.choice(isolate, "isolate", as: Isolation.self) != nil else { return entry.make }
    guard let isolation = registry.isolation else {
      findings.add(
        Diagnostic(
          .valueUnsuited, "this program cannot run stages in processes of their own", at: isolate.place,
          fix: "take out 'isolate'"))
      return entry.make
    }
    return { try isolation.isolated(entry, $0) }
  }

  private func condition(_ node: PipelineNode, _ scope: StageScope) -> Condition? {
    guard findings.scalar(node, "when") != nil else { return nil }
    do {
      return try Condition(settings.variables.text(of: node, findings), scope: scope)
    } catch let fault as ConditionFault {
      guard !settings.variables.isOpen(node) else { return nil }
      // Offsets are those of the text with its variables replaced.
      let isAsWritten = settings.variables.text(of: node, findings) == node.scalar
      findings.add(
        Diagnostic(
          .conditionWrong, fault.summary,
          at: isAsWritten ? node.place(at: fault.offset, length: fault.length) : node.place, fix: fault.fix,
          notes: fault.note.map { [.init("fields", $0)] } ?? []))
    } catch {
      findings.add(Diagnostic(.conditionWrong, "the condition cannot be read", at: node.place))
    }
    return nil
  }

  private static func selection(_ condition: Condition, _ scope: StageScope) -> StageSelection {
    guard condition.isLocal else { return .all }
    switch scope {
    case .page:
      return StageSelection(pages: { issue, index in
        condition.holds(ConditionSubject(issue: issue, page: issue.pages[index]))
      })
    case .article:
      return StageSelection(articles: { issue, index in
        condition.holds(ConditionSubject(issue: issue, article: issue.articles[index]))
      })
    case .issue: return .all
    }
  }
}
