import OffprintKit
import Testing

@Suite("Stages of any kind")
struct AnyStageTests {
  private func run(_ name: String, _ settings: [String: String] = [:], on issue: inout Issue) throws {
    let entry = try #require(sampleRegistry.stages[name])
    try entry.make(settings.mapValues { .scalar($0) }).run(on: &issue)
  }

  private func issue(_ text: String) -> Issue { ExampleRun.document(.text(text), language: nil) }

  @Test("the registry knows the kind, the settings and the plugin of each stage")
  func registry() {
    #expect(sampleRegistry.plugins.map(\.name) == ["samples"])
    #expect(sampleRegistry.stages.values.allSatisfy { $0.plugin == "samples" })
    #expect(sampleRegistry.stages["shout-letters"]?.kind == .normalising)
    #expect(sampleRegistry.stages["shout-letters"]?.settings.map(\.name) == ["tail"])
    #expect(sampleRegistry.stages["count-lines"]?.kind.scope == .article)
  }

  @Test("pages are worked on one by one, and decisions carry the stage's id and the page")
  func normalising() throws {
    var issue = issue("a\u{0C}b")
    let stage = try #require(sampleRegistry.stages["shout-letters"]).make(["tail": .scalar("!")])
    try stage.run(on: &issue, as: "loud")
    #expect(issue.pages.flatMap { $0.lines.map(\.text) } == ["A!", "B!"])
    #expect(issue.decisions.map(\.stage) == ["loud", "loud"])
    #expect(issue.decisions.map(\.subject) == [.line(LineRef(page: 0, line: 0)), .line(LineRef(page: 1, line: 0))])
    try stage.run(on: &issue, keepsDecisions: false)
    #expect(issue.decisions.count == 2)
  }

  @Test("a selection leaves pages and articles alone")
  func selection() throws {
    var pages = issue("a\u{0C}b")
    let shout = try #require(sampleRegistry.stages["shout-letters"]).make([:])
    try shout.run(on: &pages, selection: StageSelection(pages: { $1 == 1 }))
    #expect(pages.pages.flatMap { $0.lines.map(\.text) } == ["a", "B"])
    try run("page-per-article", on: &pages)
    let count = try #require(sampleRegistry.stages["count-lines"]).make([:])
    try count.run(on: &pages, selection: StageSelection(articles: { $1 == 0 }))
    #expect(pages.articles.map(\.labels.count) == [1, 0])
  }

  @Test("a reflowing stage sees the page before with its order")
  func reflowing() throws {
    var issue = issue("a\u{0C}b")
    try run("one-paragraph", on: &issue)
    #expect(issue.pages.map { $0.flow?.paragraphs[0].column } == [nil, 1])
  }

  @Test("articles get different ids from the line they begin with; empty ones are left out")
  func segmenting() throws {
    var issue = issue("a\nb\u{0C}\u{0C}c")
    try run("page-per-article", on: &issue)
    #expect(issue.articles.map(\.id) == ["example-p1-1", "example-p3-1"])
    #expect(issue.hasArticles)
  }

  @Test("a line that no page has ends the stage with a message")
  func strayLine() {
    var issue = issue("a")
    let error = #expect(throws: Diagnostic.self) { try run("page-per-article", ["stray": "yes"], on: &issue) }
    #expect(error?.code == .linesLost)
    #expect(!issue.hasArticles)
  }

  @Test("runs are components if there are articles, else paragraphs, else blocks")
  func runs() throws {
    func runs(_ issue: Issue) throws -> Int? {
      var issue = issue
      try run("join-all", on: &issue)
      return issue.flags.last?.count
    }
    var issue = issue("a\nb\nc\u{0C}d")
    #expect(try runs(issue) == 2)
    issue.pages[0].flow = Flow(paragraphs: [Paragraph(lines: [0]), Paragraph(lines: [1]), Paragraph(lines: [2])])
    #expect(try runs(issue) == 4)
    try run("page-per-article", on: &issue)
    #expect(ReadingRuns.runs(of: issue).map(\.count) == [1, 2, 1, 0])
    #expect(try runs(issue) == 3, "a run without lines is not worth a stage's time")
  }

  @Test("what is dropped or merged stands in the ledger")
  func ledger() {
    var context = StageContext(stage: "s")
    context.drop(LineRef(page: 0, line: 1), because: "blank")
    context.merge(LineRef(page: 0, line: 2), into: "p@1")
    #expect(context.ledgerEntries.map(\.fate) == [.dropped(reason: "blank"), .merged(into: "p@1")])
  }
}
