import OffprintDiagnostics
import OffprintKit

/// Binds a whole pipeline file: every part to what is registered, every value to its type.
struct PipelineBinding {
  let registry: Registry
  let findings: Findings
  let complete: Bool

  static let keys = [
    "offprint", "name", "about", "extends", "vars", "publication", "read", "run", "stages", "checks", "write", "tests",
  ]

  /// nil, with messages, if something that everything else hangs on is missing.
  func pipeline(_ root: PipelineNode, file: String, given: [String: String]) -> Pipeline? {
    let example = "offprint: 1 and its other keys, each on a line of its own"
    guard findings.map(root, "the pipeline", keys: Self.keys, example: example) != nil else { return nil }
    if root["offprint"] == nil { findings.add(Self.noVersion(root)) }
    let variables = Variables(root["vars"], given: given, complete: complete, findings)
    let root = variables.filled(root, findings)
    let settings = SettingsBinding(registry: registry, variables: variables, findings: findings)
    let parts = PartBinding(registry: registry, settings: settings, complete: complete)
    let publication = PublicationBinding(settings: settings).publication(root["publication"])
    var read = parts.read(root["read"], file)
    read?.publication = publication.declaration
    read?.publicationMeaning = publication.meaning
    let bound = StageBinding(registry: registry, settings: settings).steps(root["stages"])
    let stages = bound.compactMap(\.step)
    let checks = parts.checks(root["checks"])
    let writes = parts.writes(root["write"], root["run"])
    let reader = root["read"]?["format"]?.scalar.flatMap { registry.readers[$0]?.spec }
    publication.askForMissing(by: writes, root["write"], told: reader?.tells ?? [], settings)
    // What an unknown reader or stage gives, nobody knows: no talk then of what is missing.
    if let reader, bound.allSatisfy({ $0.spec != nil }) {
      var order = FacetOrder(registry: registry, findings: findings, reader: reader)
      order.check(
        bound.compactMap { stage in
          stage.spec.map { .init(spec: $0, place: stage.place, keepsInput: stage.step?.onError == .keepInput) }
        })
      for check in checks { order.need(check.step.spec.needs, of: check.step.id, at: check.place) }
      for write in writes { order.need(write.step.spec.needs, of: write.step.format, at: write.place) }
    }
    let tests = TestBinding(stages: stages, ids: bound.compactMap(\.id), settings: settings).tests(root["tests"])
    let run = parts.run(root["run"], writes: writes.map(\.step), file)
    parts.refuseOwnFiles(among: writes, of: run, file)
    guard let read else { return nil }
    var pipeline = Pipeline(
      name: findings.scalar(root["name"], "name") ?? file, about: findings.scalar(root["about"], "about") ?? "",
      file: file, read: read, stages: stages, checks: checks.map(\.step), writes: writes.map(\.step),
      run: run, tests: tests)
    if run.onError == .keepInput { pipeline.passOverStagesThatNothingNeeds() }
    return pipeline
  }

  fileprivate static func noVersion(_ root: PipelineNode) -> Diagnostic {
    Diagnostic(
      .keyMissing, "the pipeline does not say which version of the format it is in", at: root.place,
      fix: "begin the file with 'offprint: 1'")
  }
}

extension Pipeline {
  /// What `on_error: keep-input` of the whole run means for a stage that does not say for itself: it may be passed over
  /// if nothing after it needs what only it gives.
  fileprivate mutating func passOverStagesThatNothingNeeds() {
    for index in stages.indices where stages[index].onError == nil {
      let needs = (stages[(index + 1)...].map(\.stage.spec.needs) + checks.map(\.spec.needs) + writes.map(\.spec.needs))
        .reduce(into: Set<Facet>()) { $0.formUnion($1) }
      let others = stages[..<index].flatMap(\.stage.spec.gives)
      let onlyHere = stages[index].stage.spec.gives.subtracting(others)
      stages[index].onError = needs.isDisjoint(with: onlyHere) ? .keepInput : .skip
    }
  }
}
