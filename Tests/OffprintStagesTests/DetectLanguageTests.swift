import OffprintDiagnostics
import OffprintKit
import OffprintModel
import OffprintTesting
import Testing

@testable import OffprintStages

/// How the languages of blocks add up, with a library that is made up.
@Suite struct DetectLanguageTests {
  /// Takes a text for the language whose code stands in it most often, if that is one of those asked for.
  private struct Codes: LanguageSource {
    var library: LibraryReport { LibraryReport(name: "codes", found: "here", remedy: "") }
    func guesser(among languages: [String]) throws -> any LanguageGuessing {
      if languages.contains("xx") { throw Diagnostic(.valueUnsuited, "'languages' has 'xx'") }
      return Guesser(languages: languages)
    }

    struct Guesser: LanguageGuessing {
      let languages: [String]
      func language(of text: [UInt8]) -> String? {
        let words = String(decoding: text, as: UTF8.self).split(separator: " ").map(String.init)
        let counts = languages.map { language in words.count { $0 == language } }
        guard let most = counts.max(), most > 0 else { return nil }
        return counts.firstIndex(of: most).map { languages[$0] }
      }
    }
  }

  private static var registry: Registry {
    var registry = BuiltinStages.registry
    registry.register(Codes())
    return registry
  }

  private func run(_ issue: OffprintModel.Issue, _ settings: [String: SettingInput] = [:]) throws
    -> OffprintModel.Issue
  {
    var issue = issue
    try #require(Self.registry.stages["detect-language"]).make(settings).run(on: &issue)
    return issue
  }

  /// `count` times the code: two letters each.
  private func text(_ language: String, _ count: Int) -> String {
    Array(repeating: language, count: count).joined(separator: " ")
  }

  private func issue(_ language: String? = nil, _ pages: [[(said: String?, text: String)]]) -> OffprintModel.Issue {
    var builder = DocumentBuilder(language: language)
    for blocks in pages {
      builder.page { page in
        for (number, block) in blocks.enumerated() {
          page.block(y: number * 100, language: block.said, lines: [block.text])
        }
      }
    }
    return builder.issue
  }

  private func said(_ issue: OffprintModel.Issue) -> [[String?]] { issue.pages.map { $0.blocks.map(\.language) } }
  private func choices(_ issue: OffprintModel.Issue) -> [String] { issue.decisions.map(\.choice) }

  @Test func keepsThePromisesOfEveryStage() {
    // The examples are in real languages, which the made-up library does not know.
    let failures = checkStage(DetectLanguage.self, in: Self.registry).filter { $0.rule != "an example holds" }
    #expect(failures == [])
  }

  @Test func aLongBlockIsBelievedAndAShortOneComparedWithTheLanguagesOfTheLongOnes() throws {
    // By itself the third block would be Italian.
    let found = try run(
      issue(
        nil, [[(nil, text("de", 110)), (nil, text("fr", 80)), (nil, text("it", 8) + " " + text("fr", 7)), (nil, "de")]])
    )
    #expect(said(found) == [["de", "fr", "fr", nil]])
    #expect(choices(found) == ["detected", "detected", "likely", "left"])
    #expect(found.pages[0].language == "de")
    #expect(found.language == "de")
    #expect(found.language(of: LineRef(page: 0, line: 3)) == "de")
  }

  @Test func aLanguageThatTheIssueHasLittleOfIsBelievedIfBothHalvesAreInIt() throws {
    let mixed = text("it", 60) + " " + text("fr", 40)
    let found = try run(
      issue(nil, [[(nil, text("de", 3000)), (nil, text("fr", 1200)), (nil, text("lb", 90)), (nil, mixed)]]))
    #expect(said(found) == [["de", "fr", "lb", "fr"]])
    #expect(choices(found) == ["detected", "detected", "detected", "likely"])
  }

  @Test func withoutALongBlockTheIssueIsTakenAsOne() throws {
    let found = try run(issue(nil, [[(nil, text("fr", 12)), (nil, text("fr", 14) + " de de")]]))
    #expect(said(found) == [["fr", "fr"]])
    #expect(try said(run(issue(nil, [[(nil, "fr fr")]]))) == [[nil]])
  }

  @Test func eachPageIsInTheLanguageOfMostOfItsLettersAndOneWithoutAnyInThatOfTheIssue() throws {
    let found = try run(issue(nil, [[(nil, text("de", 100))], [(nil, text("fr", 90)), (nil, "fr")], [(nil, "7")]]))
    #expect(found.pages.map(\.language) == ["de", "fr", "de"])
  }

  @Test func whatTheDeliverySaysStaysUnlessItIsNotTrusted() throws {
    var before = issue("de", [[("en", text("fr", 90)), (nil, text("fr", 120))]])
    before.articles = [
      Article(components: [Component(.paragraph, lines: [LineRef(page: 0, line: 1)])], language: "en")
    ]
    before.hasArticles = true
    before.markup = PublisherMarkup(source: "METS", articles: before.articles)
    let trusting = try run(before)
    #expect(said(trusting) == [["en", "fr"]])
    #expect(choices(trusting) == ["source", "detected"])
    #expect(trusting.language == "de")
    #expect(trusting.language(of: trusting.articles[0]) == "en")
    let anew = try run(before, ["trust_source": .scalar("no")])
    #expect(said(anew) == [["fr", "fr"]])
    #expect(anew.language == "fr")
    #expect(anew.language(of: anew.articles[0]) == "fr")
    #expect(anew.markup?.articles[0].language == nil)
  }

  @Test func pagesThatWhenLeavesOutStayAsTheyAre() throws {
    var found = issue(nil, [[(nil, text("de", 100))], [(nil, text("fr", 100))]])
    try #require(Self.registry.stages["detect-language"]).make([:])
      .run(on: &found, selection: StageSelection(pages: { _, page in page == 1 }))
    #expect(said(found) == [[nil], ["fr"]])
    #expect(found.pages.map(\.language) == [nil, "fr"])
  }

  @Test func chineseAndJapaneseNeedNoLibrary() throws {
    let stage = try #require(BuiltinStages.registry.stages["detect-language"])
    var found = issue(nil, [[(nil, "柳叶湾镇中心小学图书馆新馆今天上午正式开放共有藏书两万册")]])
    try stage.make(["languages": .list([.scalar("zh-Hans"), .scalar("ja")])]).run(on: &found)
    #expect(said(found) == [["zh-Hans"]])
    #expect(choices(found) == ["script"])
  }

  @Test func withoutTheLibraryAndWithLanguagesThatNobodyKnowsItIsRefused() throws {
    func code(_ registry: Registry, _ settings: [String: SettingInput]) throws -> DiagnosticCode? {
      let stage = try #require(registry.stages["detect-language"])
      do { _ = try stage.make(settings) } catch { return (error as? Diagnostic)?.code }
      return nil
    }
    #expect(try code(BuiltinStages.registry, [:]) == .libraryMissing)
    #expect(try code(Self.registry, ["languages": .list([.scalar("de"), .scalar("xx")])]) == .valueUnsuited)
    #expect(try code(Self.registry, ["languages": .list([])]) == .valueUnsuited)
    #expect(BuiltinStages.registry.stages["detect-language"]?.absence != nil)
    #expect(Self.registry.stages["detect-language"]?.absence == nil)
  }

  @Test func lettersAreReadSmallAndModernAndAllElseIsASpace() throws {
    let blocks = issue(nil, [[(nil, "Poſt⸗Amt 1858: ÉTÉ\u{FFFD}ﬁn")]]).pages[0].blocks
    let letters = BlockLetters(blocks[0], onPage: 0)
    #expect(String(decoding: letters.text, as: UTF8.self) == "post amt été fin ")
    #expect(letters.letters == 12)
  }
}
