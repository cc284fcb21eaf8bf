import OffprintKit
import OffprintTesting
import Testing

/// Breaks every promise that a setting of its own names.
private struct Misbehaving: ArticleSegmenting {
  static let spec = StageSpec(
    name: "Bad_Name", summary: "Ends with a stop.", needs: [.lines], gives: [.articles],
    choices: [.init("known", "a word")],
    examples: [Example("It never holds", .text("a"), expect: .articles("headline: b"))])

  init(_ settings: NoSettings) {}

  func articles(in issue: Issue, _ context: inout StageContext) throws -> [Article] {
    context.decide("unknown", at: .article(99), because: "Of a full stop.", confidence: 2)
    context.flag("Not Kebab", at: .issue)
    guard let page = issue.pages.first, let first = page.lines.indices.first else { return [] }
    if page.lines.count > 900 { throw Diagnostic(.stageFailed, "too many lines") }
    let line = LineRef(page: 0, line: first)
    return [Article(components: [Component(.headline, lines: [line, line])])]
  }
}

/// Leaves lines out and does not say why, or where to.
private struct Hushing: LineNormalising {
  static let spec = StageSpec(
    name: "hushing", summary: "Leaves lines out", needs: [.lines], gives: [],
    examples: [Example("Nothing is there", .text(""), expect: .text(""))])

  init(_ settings: NoSettings) {}

  func normalise(_ page: inout Page, _ context: inout StageContext) {
    guard page.lines.count == 2 else { return }
    context.drop(LineRef(page: context.page, line: 0), because: "\t")
    context.merge(LineRef(page: context.page, line: 1), into: "the line before")
  }
}

private struct OfNoKind: Stage {
  static let spec = StageSpec(name: "of-no-kind", summary: "Does nothing", needs: [], gives: [], examples: [])
  init(_ settings: NoSettings) {}
}

private struct BadSettings: LineNormalising {
  struct Settings: StageSettings {
    @Setting("", in: 1...3)
    var count = 7
  }
  static let spec = StageSpec(name: "bad-settings", summary: "Does nothing", needs: [.lines], gives: [], examples: [])
  init(_ settings: Settings) {}
  func normalise(_ page: inout Page, _ context: inout StageContext) {}
}

@Suite("The check of stages")
struct StageCheckTests {
  @Test("sound stages of every kind pass")
  func sound() {
    #expect(checkStage(ShoutLetters.self) == [])
    #expect(checkStage(OneParagraph.self) == [])
    #expect(checkStage(PagePerArticle.self) == [])
    #expect(checkStage(JoinAll.self) == [])
    #expect(checkStage(CountLines.self) == [])
  }

  @Test("each broken promise is told")
  func broken() {
    let rules = Set(checkStage(Misbehaving.self).map(\.rule))
    #expect(
      rules == [
        "a name is in kebab-case", "a summary is one sentence without a full stop", "an example holds",
        "a stage does not fail on any text", "no line is lost", "decisions use only the words of the spec",
        "a reason is a sentence without a full stop",
        "a decision is about something that exists, with a confidence of 0...1",
        "a flag has a word in kebab-case, a count and a subject that exists",
      ])
  }

  @Test("a line that is left out needs a reason, or another line that it is part of now")
  func hushed() {
    let rules = Set(checkStage(Hushing.self).map(\.rule))
    #expect(rules == ["a line is dropped for a reason", "a line is merged into another line of the document"])
  }

  @Test("a stage of no kind, and settings that their own defaults do not suit")
  func kindAndSettings() {
    #expect(checkStage(OfNoKind.self).map(\.rule) == ["a stage implements exactly one of the six stage protocols"])
    let rules = checkStage(BadSettings.self).map(\.rule)
    #expect(
      rules == [
        "a stage has at least one example", "a setting has a help text",
        "a setting can be given its own default as written",
      ])
  }

  @Test("after the first hang nothing more is asked, and what was not tried is named")
  func hangs() throws {
    /// A stage of a plugin that does not come back from any text that has a word in it.
    func asked(examples: [Example], hangsAt word: String) -> (failures: [Failure], times: Int) {
      let times = Guarded(0)
      let spec = StageSpec(name: "slow", summary: "Hangs", needs: [.lines], gives: [], examples: examples)
      let entry = StageEntry(spec: spec, kind: .normalising, settings: []) { values in
        if let name = values.keys.first { throw Diagnostic(.stageFailed, "there is no setting '\(name)'") }
        return AnyStage(spec: spec, kind: .normalising) { issue, _, _ in
          guard issue.pages.contains(where: { $0.lines.contains { $0.text.contains(word) } }) else { return }
          times.withLock { $0 += 1 }
          throw Diagnostic(.pluginSilent, "no answer")
        }
      }
      let failures = checkStage(entry, in: Registry()).filter(\.isHang)
      return (failures, times.withLock { $0 })
    }
    let holds = Example("It holds", .text("a"), expect: .text("a"))
    let documents = asked(examples: [holds], hangsAt: "letter")
    #expect(documents.times == 0 && documents.failures.isEmpty)
    let one = asked(examples: [holds], hangsAt: "x")
    #expect(one.times == 1)
    #expect(one.failures.count == 1)
    let detail = one.failures.first?.detail ?? ""
    #expect(detail.hasPrefix("'slow' on 'one letter': OP604 no answer\nnot tried after that: "))
    #expect(detail.hasSuffix("'negative places', 'tables and pictures'") && !detail.contains("'one line'"))
    let example = asked(examples: [Example("It hangs", .text("x"), expect: .text("x")), holds], hangsAt: "x")
    #expect(example.times == 1)
    #expect(example.failures.count == 1)
    let words = "not tried after that: the example 'It holds', 'an empty page', "
    #expect(example.failures.first?.detail.contains(words) == true)
  }

  @Test("the failure of an example shows what differs")
  func exampleFailures() throws {
    var registry = Registry()
    registry.register(Misbehaving.self)
    let failures = runExamples(of: try #require(registry.stages["Bad_Name"]), in: registry)
    #expect(
      failures.map(\.description) == [
        "example of 'Bad_Name' does not hold: It never holds\narticles:\n- headline: b\n+ headline: a a"
      ])
  }
}
