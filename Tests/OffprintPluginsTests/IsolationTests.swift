import Foundation
import OffprintInterchange
import OffprintKit
import OffprintStages
import OffprintTesting
import Testing

@testable import OffprintPlugins

/// Stages in child processes of the real command. What a stage of our own cannot do wrong, a library that is loaded can:
/// see LoadedPluginTests.
@Suite("Stages in processes of their own", .serialized)
struct IsolationTests {
  /// The command built beside these tests.
  static let command: String = {
    if let named = ProcessInfo.processInfo.environment["OFFPRINT_COMMAND"] { return named }
    return URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: "offprint").path
  }()

  private func registry() -> Registry {
    var registry = Registry()
    registry.add(BuiltinStages.self)
    registry.isolation = ProcessIsolation(command: [Self.command, "serve-stages"])
    return registry
  }

  @Test(
    "do what they do at home, whatever the document",
    arguments: ["normalise-text", "reflow-columns", "segment-articles", "dehyphenate"])
  func same(name: String) throws {
    let registry = registry()
    let entry = try #require(registry.stages[name])
    let away = try #require(registry.isolation).isolated(entry, [:])
    let home = try entry.make([:])
    for (title, issue) in NastyDocuments.all {
      var (here, there) = (issue, issue)
      for index in issue.pages.indices where entry.spec.needs.contains(.readingOrder) {
        here.pages[index].flow = Flow(paragraphs: [Paragraph(lines: Array(issue.pages[index].lines.indices))])
      }
      there = here
      try home.run(on: &here, as: "step")
      try away.run(on: &there, as: "step")
      #expect(DocumentJSON.encode(here) == DocumentJSON.encode(there), "\(title)")
    }
  }

  @Test("work on the pages that the pipeline leaves to them")
  func selection() throws {
    let registry = registry()
    let entry = try #require(registry.stages["reflow-columns"])
    let stage = try #require(registry.isolation).isolated(entry, [:])
    var issue = ExampleRun.document(.text("one\ntwo\u{0C}three\nfour"), language: nil)
    try stage.run(on: &issue, selection: StageSelection(pages: { $1 == 1 }))
    #expect(issue.pages.map { $0.flow != nil } == [false, true])
  }

  @Test("refuse settings as at home, and before anything runs")
  func settings() throws {
    let registry = registry()
    let entry = try #require(registry.stages["dehyphenate"])
    #expect(throws: SettingFaults.self) { try registry.isolation?.isolated(entry, ["min_evidence": .scalar("x")]) }
  }

  @Test("a failure there is the failure here, code and all")
  func failure() throws {
    let messages = [
      Diagnostic(
        .linesLost, "lost", at: SourcePlace(file: "f", line: 3, column: 4), fix: "find them",
        notes: [.init("stage", "s"), .init("more", "x")])
    ]
    let bytes = StageReply.failure(messages).encode(to: 7)
    guard case .failure(let back) = try StageReply.decode(bytes, to: 7) else { return #expect(Bool(false)) }
    #expect(back == messages)
    #expect(throws: Diagnostic.self) { try StageReply.decode(bytes, to: 8) }
  }

  @Test(
    "a program that is no offprint is told of",
    arguments: [["true"], ["/no/such"], ["echo", "hello"], ["sleep", "100"]])
  func nonsense(command: [String]) throws {
    let entry = try #require(registry().stages["normalise-text"])
    let stage = try ProcessIsolation(command: command).isolated(entry, [:])
    var issue = ExampleRun.document(.text("one"), language: nil)
    let message = #expect(throws: Diagnostic.self) { try stage.run(on: &issue, deadline: .now + .seconds(2)) }
    #expect(message?.summary.contains("the process of stage 'normalise-text'") == true, "\(message?.summary ?? "")")
  }

  @Test("the child needs little memory")
  func memory() throws {
    let entry = try #require(registry().stages["normalise-text"])
    let text = (0..<500).map { "Line \($0) of a page of text" }.joined(separator: "\n")
    var issue = ExampleRun.document(.text(text), language: nil)
    try ProcessIsolation(command: [Self.command, "serve-stages"], memory: 100 << 20).isolated(entry, [:])
      .run(on: &issue)
  }
}
