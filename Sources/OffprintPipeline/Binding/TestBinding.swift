import OffprintDiagnostics
import OffprintKit

/// Binds `tests:`.
struct TestBinding {
  let stages: [StageStep]
  /// Of all stages in the file, those with mistakes too.
  let ids: [String]
  let settings: SettingsBinding
  private var findings: Findings { settings.findings }

  init(stages: [StageStep], ids: [String], settings: SettingsBinding) {
    self.stages = stages
    self.ids = ids
    self.settings = settings
  }

  func tests(_ node: PipelineNode?) -> [PipelineTest] {
    findings.list(node, "tests").enumerated().compactMap { test($0.element, number: $0.offset + 1) }
  }

  private func test(_ node: PipelineNode, number: Int) -> PipelineTest? {
    let keys = ["name", "stages", "text", "input", "language", "expect"]
    guard findings.map(node, "a test", keys: keys) != nil else { return nil }
    let name = findings.scalar(node["name"], "name") ?? "test \(number)"
    guard let input = input(node, name) else { return nil }
    guard let expected = node["expect"], !expected.isNothing, expected.entries?.isEmpty != true else {
      findings.add(
        Diagnostic(
          .keyMissing, "the test '\(name)' expects nothing", at: node.place,
          fix: "add expect: with text, articles, headlines, labels or languages"))
      return nil
    }
    guard
      let expect = findings.map(expected, "'expect'", keys: ["text", "articles", "headlines", "labels", "languages"])
    else {
      return nil
    }
    let expectation = Expectation(
      text: findings.scalar(expect["text"], "text"), articles: findings.scalar(expect["articles"], "articles"),
      headlines: texts(expect["headlines"], "headlines"), labels: findings.scalar(expect["labels"], "labels"),
      languages: texts(expect["languages"], "languages"))
    return PipelineTest(
      name: name, stages: chosen(node["stages"]), input: input,
      language: findings.scalar(node["language"], "language"), expect: expectation, place: node.place)
  }

  /// A list of texts, or one alone.
  private func texts(_ node: PipelineNode?, _ key: String) -> [String]? {
    node.map { node in
      node.scalar.map { [$0] } ?? findings.list(node, key).compactMap { findings.scalar($0, key) }
    }
  }

  private func input(_ node: PipelineNode, _ name: String) -> PipelineTest.Input? {
    if node["text"] != nil, let path = node["input"] {
      findings.add(
        Diagnostic(
          .valueUnsuited, "the test '\(name)' has both 'text' and 'input'", at: path.place,
          fix: "keep one of them"))
    }
    if let text = node["text"] { return findings.scalar(text, "text").map(PipelineTest.Input.text) }
    guard let path = node["input"] else {
      findings.add(
        Diagnostic(.keyMissing, "the test '\(name)' has no input", at: node.place, fix: "add text: or input:"))
      return nil
    }
    guard findings.scalar(path, "input") != nil else { return nil }
    let resolved = settings.variables.path(of: path, findings)
    if PathKind.of(resolved) == .nothing, !settings.variables.isOpen(path) {
      findings.add(
        Diagnostic(
          .pathMissing, "'\(resolved)' is not there, which the test '\(name)' reads", at: path.place,
          fix: "a path in a file is relative to that file"))
    }
    return .path(resolved)
  }

  /// The stages that a test names, in the order of the pipeline; all if it names none.
  private func chosen(_ node: PipelineNode?) -> [StageStep] {
    guard let node else { return stages }
    var wanted: Set<String> = []
    for entry in findings.list(node, "stages") {
      guard let id = findings.scalar(entry, "stages") else { continue }
      wanted.insert(id)
      if !ids.contains(id) {
        findings.add(
          Diagnostic(
            .nameNotRegistered, "the pipeline has no stage '\(id)' to test", at: entry.place,
            fix: NearestName.question(id, among: ids), notes: [.init("stages", ids.joined(separator: ", "))]))
      }
    }
    return stages.filter { wanted.contains($0.id) }
  }
}
