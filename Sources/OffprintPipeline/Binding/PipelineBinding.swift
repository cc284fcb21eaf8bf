import OffprintDiagnostics
import OffprintKit

/// Binds a whole pipeline file: every part to what is registered, every value to its type.
struct PipelineBinding {
  let registry: Registry
  let findings: Findings
  let complete: Bool

  static let keys = [
    "offprint", "name", "about", "extends", "vars", "read", "run", "stages", "checks", "write", "tests",
  ]

  /// nil, with messages, if something that everything else hangs on is missing.
  func pipeline(_ root: PipelineNode, file: String, given: [String: String]) -> Pipeline? {
    guard findings.map(root, "the pipeline", keys: Self.keys) != nil else { return nil }
    checkVersion(root, file)
    let variables = Variables(root["vars"], given: given, complete: complete, findings)
    let settings = SettingsBinding(variables: variables, findings: findings)
    let parts = PartBinding(registry: registry, settings: settings, complete: complete)
    let read = parts.read(root["read"], file)
    let stages = StageBinding(registry: registry, settings: settings).steps(root["stages"])
    let checks = parts.checks(root["checks"])
    let writes = parts.writes(root["write"])
    // A stage that could not be bound may have given what others need.
    let isWhole = stages.count == root["stages"]?.list?.count ?? 0
    if isWhole, let read, let spec = registry.readers[read.format]?.spec {
      var order = FacetOrder(registry: registry, findings: findings, reader: spec)
      order.check(stages)
      for check in checks { order.need(check.step.spec.needs, of: check.step.id, at: check.place) }
      for write in writes { order.need(write.step.spec.needs, of: write.step.format, at: write.place) }
    }
    let tests = TestBinding(stages: stages.map(\.step), settings: settings).tests(root["tests"])
    let run = parts.run(root["run"], writes: writes.map(\.step), file)
    guard let read else { return nil }
    return Pipeline(
      name: findings.scalar(root["name"], "name") ?? file, about: findings.scalar(root["about"], "about") ?? "",
      file: file, read: read, stages: stages.map(\.step), checks: checks.map(\.step), writes: writes.map(\.step),
      run: run, tests: tests)
  }

  private func checkVersion(_ root: PipelineNode, _ file: String) {
    guard let node = root["offprint"] else {
      findings.add(
        Diagnostic(
          .keyMissing, "the pipeline does not say which version of the format it is in", at: root.place,
          fix: "begin the file with 'offprint: 1'"))
      return
    }
    if node.scalar != "1" {
      findings.add(
        Diagnostic(
          .valueUnsuited,
          "'offprint' is 1, the only version of the format so far\(node.scalar.map { ", not '\($0)'" } ?? "")",
          at: node.place))
    }
  }
}
