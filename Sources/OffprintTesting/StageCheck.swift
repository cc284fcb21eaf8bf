import OffprintKit

/// Checks what every stage promises, whatever it does: its spec is complete, its examples hold, its settings bind,
/// it gives the same result twice, loses no line of the nastiest documents, and speaks in its own documented words.
///
/// ```swift
/// @Test func isAGoodStage() { #expect(checkStage(LabelFamilyNotices.self) == []) }
/// ```
///
/// Of a stage that asks for a library which this machine does not have only the spec is checked, with a line that
/// says so.
///
/// - Parameter registry: holds the stages that the examples name in `after`, and the libraries; none are needed
///   otherwise.
/// - Returns: what is wrong; empty if all is as it must be.
public func checkStage(_ type: any Stage.Type, in registry: Registry = Registry()) -> [Failure] {
  var registry = registry
  guard register(type, in: &registry), let entry = registry.stages[type.spec.name] else {
    return [Failure("a stage implements exactly one of the six stage protocols", "'\(type.spec.name)'")]
  }
  return checkStage(entry, in: registry)
}

/// The same for a stage that is registered already, from whatever plugin.
public func checkStage(_ entry: StageEntry, in registry: Registry) -> [Failure] {
  let settings = entry.absence == nil ? SpecCheck.failures(settings: entry.settings) { _ = try entry.make($0) } : []
  let found = specFailures(of: entry) + exampleFailures(of: entry, in: registry) + settings
  return found.contains(where: \.isHang) ? found : found + conductFailures(of: entry)
}

private func exampleFailures(of entry: StageEntry, in registry: Registry) -> [Failure] {
  let run = ExamplesRun(of: entry, in: registry)
  var found = run.failures.map { Failure("an example holds", $0.description) }
  // The example at which a stage hangs is the last.
  if run.hangs, let last = found.popLast() {
    let names = run.untried.map { "the example '\($0.reason)'" } + NastyDocuments.names()
    found.append(Failure(Failure.answersInTime, last.detail).leavingOut(names))
  }
  return found
}

/// False if the type is of no kind, or of several.
private func register(_ type: any Stage.Type, in registry: inout Registry) -> Bool {
  var kinds = 0
  if let type = type as? any LineNormalising.Type {
    registry.register(type)
    kinds += 1
  }
  if let type = type as? any LanguageDetecting.Type {
    registry.register(type)
    kinds += 1
  }
  if let type = type as? any ColumnReflowing.Type {
    registry.register(type)
    kinds += 1
  }
  if let type = type as? any ArticleSegmenting.Type {
    registry.register(type)
    kinds += 1
  }
  if let type = type as? any Dehyphenating.Type {
    registry.register(type)
    kinds += 1
  }
  if let type = type as? any ArticleLabelling.Type {
    registry.register(type)
    kinds += 1
  }
  return kinds == 1
}

private func specFailures(of entry: StageEntry) -> [Failure] {
  let spec = entry.spec
  var found = SpecCheck.failures(name: spec.name, summary: spec.summary)
  if spec.examples.isEmpty { found.append(Failure("a stage has at least one example", "'\(spec.name)'")) }
  for example in spec.examples where example.reason.isEmpty {
    found.append(Failure("an example has a reason", "'\(spec.name)'"))
  }
  if Set(spec.choices.map(\.word)).count != spec.choices.count {
    found.append(Failure("each word for a choice stands once", "\(spec.choices.map(\.word))"))
  }
  for choice in spec.choices where choice.word.isEmpty || choice.meaning.isEmpty {
    found.append(Failure("each choice has a word and a meaning", "'\(choice.word)'"))
  }
  return found
}

private func conductFailures(of entry: StageEntry) -> [Failure] {
  let stage: AnyStage
  do { stage = try entry.make([:]) } catch { return [] }
  return NastyDocuments.failures { name, issue in
    StageConduct(stage: stage, document: name, before: issue.prepared(for: entry.spec.needs)).failures()
  }
}
