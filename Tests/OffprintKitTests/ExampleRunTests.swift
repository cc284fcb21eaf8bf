import OffprintKit
import Testing

@Suite("Running examples")
struct ExampleRunTests {
  @Test("the examples of every sample stage hold", arguments: sampleRegistry.stages.keys.sorted())
  func hold(name: String) throws {
    let entry = try #require(sampleRegistry.stages[name])
    for example in entry.spec.examples {
      #expect(try ExampleRun.differences(example, of: entry, in: sampleRegistry).isEmpty)
    }
  }

  @Test("what differs is told, each as a whole")
  func differences() throws {
    let entry = try #require(sampleRegistry.stages["page-per-article"])
    let example = Example(
      "r", .text("Head\nbody"),
      expect: Expectation(text: "Head body", articles: "headline: Head", headlines: ["Kopf"], labels: "a=b"))
    let found = try ExampleRun.differences(example, of: entry, in: sampleRegistry)
    #expect(found.map(\.what) == ["text", "articles", "headlines", "labels"])
    #expect(found.map(\.expected) == ["Head body", "headline: Head", "Kopf", "a=b"])
    #expect(found.map(\.actual) == ["Head\n\nbody", "headline: Head\nparagraph: body", "Head", ""])
  }

  @Test("stages that an example names run before, with their defaults")
  func after() throws {
    let entry = try #require(sampleRegistry.stages["page-per-article"])
    let example = Example("r", .text("Head"), after: ["shout-letters"], expect: Expectation(headlines: ["HEAD"]))
    #expect(try ExampleRun.differences(example, of: entry, in: sampleRegistry).isEmpty)
    let missing = Example("r", .text("Head"), after: ["nobody"], expect: Expectation())
    #expect(throws: Diagnostic.self) { try ExampleRun.outcome(missing, of: entry, in: sampleRegistry) }
  }

  @Test("settings of an example are bound, and wrong ones are told")
  func settings() throws {
    let entry = try #require(sampleRegistry.stages["shout-letters"])
    let example = Example("r", .text("a"), settings: ["tail": "?"], expect: .text("A?"))
    #expect(try ExampleRun.differences(example, of: entry, in: sampleRegistry).isEmpty)
    let wrong = Example("r", .text("a"), settings: ["tale": "?"], expect: .text("A?"))
    #expect(throws: SettingFaults.self) { try ExampleRun.outcome(wrong, of: entry, in: sampleRegistry) }
  }

  @Test("headlines of furniture and spaces at line ends are not compared")
  func leniency() {
    let issue = ExampleRun.document(
      .articles([(.furniture, [(.headline, "Page 2")]), (.article, [(.headline, "News")])]), language: nil)
    let expectation = Expectation(articles: "headline: Page 2  \n\nheadline: News\n\n", headlines: ["News"])
    #expect(expectation.differences(from: issue).isEmpty)
  }

  @Test("a form feed starts a page, and pages are numbered")
  func formFeed() {
    let issue = ExampleRun.document(.text("a\u{0C}b"), language: "de")
    #expect(issue.pages.map(\.number) == [1, 2])
    #expect(issue.pages.map(\.name) == ["page1", "page2"])
    #expect(issue.language == "de")
  }

  @Test("words of placed lines share the line's width by their letters")
  func placed() {
    let issue = ExampleRun.document(
      .blocks([[.init("ab  cd", x: 100, y: 10, width: 60, height: 20)], [.init("x", x: 0, y: 0, width: 5, height: 5)]]),
      language: nil)
    let page = issue.pages[0]
    #expect(page.blocks.map(\.id) == ["B1", "B2"])
    #expect(page.lines[0].words.map(\.box.left) == [100, 140])
    #expect(page.lines[0].words.map(\.box.right) == [120, 160])
    #expect(page.size == Box(left: 0, top: 0, right: 160, bottom: 30))
  }

  @Test("articles stand ready, with their order and ids, and no line is lost")
  func articles() {
    let issue = ExampleRun.document(
      .articles([
        (.notice, [(.headline, "Births"), (.paragraph, "one\ntwo")]), (.article, [(.paragraph, "")]),
        (.article, [(.paragraph, "three")]),
      ]), language: nil)
    #expect(issue.articles.map(\.id) == ["example-p1-1", "example-p1-8"])
    #expect(
      Expectation.articles("headline: Births\nparagraph: one two\n\nparagraph: three").differences(from: issue).isEmpty)
    #expect(Ledger.balance(of: issue).isEven)
    #expect(issue.pages[0].flow?.lines == [0, 1, 2, 3])
  }
}
