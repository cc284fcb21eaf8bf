import OffprintDiagnostics
import OffprintKit
import OffprintModel
import Testing

@Suite struct ExplainTests {
  struct Shout: LineNormalising {
    struct Settings: StageSettings {
      @Setting(
        "How loud. This text is long enough to be broken into two lines, since a terminal has 80 columns.", in: 1...5)
      var loudness = 3
      @Setting("Words to leave.")
      var except: [String] = []
    }
    static let spec = StageSpec(
      name: "shout", summary: "Writes all in capitals",
      discussion: """
        A stage for tests. Its discussion has two paragraphs, and the first of them is longer than a line of a \
        terminal, so that it must be broken.

        The second is not.
        """,
      needs: [.lines], gives: [.normalisedText],
      choices: [.init("raised", "the line was small"), .init("kept", "it was not")],
      examples: [
        Example(
          "what is small becomes large", .text("one\n\n two"), language: "en", settings: ["loudness": "5"],
          expect: .text("ONE\n\nTWO")),
        Example(
          "boxes do not matter", .blocks([[.init("one", x: 1, y: 2, width: 30, height: 4)]]), after: ["shout"],
          expect: Expectation(articles: "headline: ONE", headlines: ["ONE"])),
      ])
    init(_ settings: Settings) {}
    func normalise(_ page: inout Page, _ context: inout StageContext) throws {}
  }

  struct Tape: Reader {
    static let spec = ReaderSpec(
      name: "tape", summary: "Punched tape", discussion: "Holes are ones.", gives: [.boxes], sample: "o .oo\n o.o")
    init(_ settings: NoSettings) {}
    func documents(in input: InputSelection) throws -> DocumentListing { DocumentListing() }
    func read(_ document: DocumentSource, _ context: inout ReadContext) throws -> Issue { Issue(id: "x") }
  }

  struct TapeWriter: Writer {
    static let spec = WriterSpec(
      name: "tape", summary: "Punches tape", fileExtension: "tape", layout: .records, sample: "o .oo")
    init(_ settings: NoSettings) {}
    func products(for issue: Issue) throws -> [Product] { [] }
  }

  struct Holes: Check {
    static let spec = CheckSpec(
      name: "holes", summary: "Counts holes", unit: "holes", bound: .atMost, needs: [.articles])
    init(_ settings: NoSettings) {}
    func measure(_ issue: Issue) -> Double { 0 }
  }

  enum Tapes: Plugin {
    static let name = "Tapes"
    static let summary = "Reads and writes tape"
    static let version = "2.0"
    static func register(in registry: inout Registry) {
      registry.register(Tape.self)
      registry.register(TapeWriter.self)
    }
  }

  static var registry: Registry {
    var registry = Registry()
    registry.register(Shout.self)
    registry.register(Holes.self)
    registry.add(Tapes.self)
    return registry
  }

  @Test(arguments: ["shout", "tape", "holes", "OP301"])
  func `every part has a page`(name: String) {
    let run = CommandRun("explain", name, registry: Self.registry)
    #expect(run.status == 0 && run.err.isEmpty)
    expectSnapshot(run.out, "explain-\(name.lowercased())")
  }

  @Test func `a code may be written small`() {
    #expect(CommandRun("explain", "op301").out == CommandRun("explain", "OP301").out)
  }

  @Test(arguments: CodeCatalogue.all.map(\.id))
  func `every code has a page`(id: String) {
    #expect(CommandRun("explain", id).out.hasPrefix("\(id): "))
  }

  @Test func `a mistyped name is answered with the nearest`() {
    let run = CommandRun("explain", "shuot", registry: Self.registry)
    #expect(run.status == 64 && run.out.isEmpty)
    #expect(run.err.contains("did you mean 'shout'?"))
  }

  @Test func `colour only when it is wanted`() {
    #expect(!CommandRun("explain", "x").err.contains("\u{1B}"))
    #expect(CommandRun("explain", "x", "--color", "always").err.contains("\u{1B}[1;31m"))
    #expect(CommandRun("explain", "x", terminal: true).err.contains("\u{1B}"))
    #expect(!CommandRun("explain", "x", "--color", "never", terminal: true).err.contains("\u{1B}"))
  }

  @Test func `everything can be listed`() {
    let run = CommandRun("list", registry: Self.registry)
    #expect(run.status == 0)
    expectSnapshot(run.out, "list")
    #expect(CommandRun("list", "plugins", registry: Self.registry).out == "Tapes 2.0  Reads and writes tape\n")
  }
}
