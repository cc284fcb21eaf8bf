import OffprintDiagnostics
import OffprintKit

/// Binds `stages:`.
struct StageBinding {
  let registry: Registry
  let settings: SettingsBinding
  var findings: Findings { settings.findings }

  static let keys = ["stage", "id", "with", "when"]

  /// A stage's id as the file has it: `id:`, or else the stage's name.
  static func id(of node: PipelineNode) -> String? {
    node.scalar ?? node["id"]?.scalar ?? node["stage"]?.scalar
  }

  func steps(_ node: PipelineNode?) -> [(step: StageStep, place: SourcePlace)] {
    var steps: [(step: StageStep, place: SourcePlace)] = []
    var ids: Set<String> = []
    for entry in findings.list(node, "stages") {
      guard let bound = step(entry) else { continue }
      if !ids.insert(bound.step.id).inserted {
        findings.add(
          Diagnostic(
            .keyTwice, "there are two stages '\(bound.step.id)'", at: bound.place,
            fix: "give one of them an id of its own"))
      }
      steps.append(bound)
    }
    return steps
  }

  private func step(_ node: PipelineNode) -> (step: StageStep, place: SourcePlace)? {
    if node.scalar == nil { _ = findings.map(node, "stages", keys: Self.keys) }
    guard node.scalar != nil || node.entries != nil else { return nil }
    guard let nameNode = node.scalar == nil ? node["stage"] : node else {
      findings.add(
        Diagnostic(.keyMissing, "a stage needs its name", at: node.place, fix: "write stage: NAME"))
      return nil
    }
    guard let name = findings.scalar(nameNode, "stage") else { return nil }
    guard let entry = registry.stages[name] else {
      findings.add(Self.unknown(name, at: nameNode.place, registry))
      return nil
    }
    let part = BindablePart(name: name, settings: entry.settings, make: entry.make)
    let stage = settings.bind(part, with: node["with"], at: nameNode.place)
    guard let stage else { return nil }
    let scope = entry.kind.scope
    let when: Condition? = node["when"].flatMap { self.condition($0, scope) }
    let selection: StageSelection = when.map { Self.selection($0, scope) } ?? .all
    let ofIssue = when.flatMap { $0.isLocal ? nil : $0.holds }
    let isWanted: @Sendable (Issue) -> Bool = { issue in ofIssue?(ConditionSubject(issue: issue)) ?? true }
    let step = StageStep(id: Self.id(of: node) ?? name, stage: stage, selection: selection, isWanted: isWanted)
    return (step, nameNode.place)
  }

  private func condition(_ node: PipelineNode, _ scope: StageScope) -> Condition? {
    guard findings.scalar(node, "when") != nil else { return nil }
    do {
      return try Condition(settings.variables.text(of: node, findings), scope: scope)
    } catch let fault as ConditionFault {
      findings.add(
        Diagnostic(
          .conditionWrong, fault.summary, at: node.place(at: fault.offset, length: fault.length), fix: fault.fix,
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

  fileprivate static func unknown(_ name: String, at place: SourcePlace, _ registry: Registry) -> Diagnostic {
    let names = registry.stages.keys.sorted()
    return Diagnostic(
      .nameNotRegistered, "there is no stage '\(name)'", at: place, fix: NearestName.question(name, among: names),
      notes: [.init("stages", names.joined(separator: ", ")), .init("more", "offprint list stages")])
  }
}
