import OffprintDiagnostics
import OffprintKit
import OffprintModel
import OffprintTesting
import Testing

@testable import OffprintStages

/// What a dictionary changes, with one that is made up.
@Suite struct DehyphenateDictionaryTests {
  private struct Known: WordKnowledge {
    let words: Set<String>
    /// As hunspell does, takes any known words with a hyphen between them.
    func knows(_ word: String) -> Bool { word.split(separator: "-").allSatisfy { words.contains(String($0)) } }
  }

  private struct Shelf: WordSource {
    let name = "hunspell"
    let words: [String: Set<String>]
    var library: LibraryReport { LibraryReport(name: name, found: "here", remedy: "") }
    func check() throws {}
    func words(of language: String) throws -> any WordKnowledge {
      guard let words = words[language] else { throw Diagnostic(.dictionaryMissing, "no '\(language)'") }
      return Known(words: words)
    }
  }

  private static let shelf = Shelf(words: [
    "fr": ["est", "mer", "outre", "outremer", "mission", "sou", "par", "dessus", "pardessus", "cigare", "ci", "gare"],
    "en": ["for", "ever", "forever", "together", "to", "may", "be", "maybe", "schedule", "self", "created"],
    "de": ["Gesellschaft", "offiziell"],
  ])

  private func run(_ text: String, _ language: String?, _ dictionary: String? = "hunspell") throws
    -> OffprintModel.Issue
  {
    var registry = Registry()
    // A source may be registered before the stage or after it.
    registry.register(Dehyphenate.self)
    registry.register(Self.shelf)
    let stage = try #require(registry.stages["dehyphenate"])
    let example = Example(
      "", .text(text), language: language, settings: dictionary.map { ["dictionary": $0] } ?? [:], expect: .text(""))
    return try ExampleRun.outcome(example, of: stage, in: registry)
  }

  private func read(_ text: String, _ language: String?, _ dictionary: String? = "hunspell") throws -> String {
    let issue = try run(text, language, dictionary)
    return issue.text(ofLines: issue.pages[0].lines.indices.map { LineRef(page: 0, line: $0) })
  }

  @Test func aWordThatTheDictionaryHasIsJoinedThoughItsMarkWasLost() throws {
    #expect(try read("the sched\nule of trains", "en", nil) == "the sched ule of trains")
    #expect(try read("the sched\nule of trains", "en") == "the schedule of trains")
    #expect(try read("die Geſell\nſchaft", "de") == "die Geſellſchaft")
    #expect(try read("ist oﬃ\nziell da", "de") == "ist oﬃziell da")
  }

  @Test func twoWordsThatAlsoMakeOneStayApart() throws {
    #expect(try read("it may\nbe so", "en") == "it may be so")
  }

  @Test func aHalfThatStandsInsideALineIsAWordOfTheIssue() throws {
    #expect(
      try read("a sched of ule and\nsched ule too\nthe sched\nule", "en")
        == "a sched of ule and sched ule too the sched ule")
  }

  @Test func theDictionaryComesBeforeWhatALanguageOftenDoes() throws {
    #expect(try read("la gare. Un ci-\ngare", "fr", nil) == "la gare. Un ci-gare")
    #expect(try read("la gare. Un ci-\ngare", "fr") == "la gare. Un cigare")
  }

  @Test func itComesAfterWhatALanguageAlwaysWritesWithAHyphen() throws {
    #expect(try read("le commerce d'outre-\nmer", "fr") == "le commerce d'outre-mer")
    #expect(try read("par-\ndessus", "fr") == "par-dessus")
  }

  @Test func itComesAfterTheWordsOfTheIssue() throws {
    let text = "for-ever and for-ever or for-\never"
    #expect(try read(text, "en") == "for-ever and for-ever or for-ever")
  }

  @Test func twoKnownHalvesAreNoReasonToKeepTheHyphen() throws {
    #expect(try read("est-\nmission", "fr") == "estmission")
  }

  @Test func aDashBetweenTwoWordsStays() throws {
    #expect(try read("ever for me, for--\never", "en") == "ever for me, for-- ever")
  }

  @Test func eachLineIsAskedOfInItsOwnLanguage() throws {
    var builder = DocumentBuilder(language: "de")
    builder.page {
      $0.block(x: 0, y: 0, width: 400, language: "fr", lines: ["le sched", "ule est"])
      $0.block(x: 0, y: 100, width: 400, lines: ["das sched", "ule ist", "die Gesell", "schaft"])
    }
    var issue = builder.issue
    var registry = Registry()
    registry.register(Self.shelf)
    registry.register(Dehyphenate.self)
    try #require(registry.stages["dehyphenate"]).make(["dictionary": .scalar("hunspell")]).run(on: &issue)
    #expect(issue.joins.keys.sorted() == [LineRef(page: 0, line: 4)])
    #expect(issue.flags == [])
  }

  @Test func linesWithoutADictionaryAreCountedInAFlag() throws {
    let issue = try run("la soci-\nété est-\nil", "it")
    #expect(issue.flags == [Flag(code: "dictionary-missing", subject: .issue, count: 2, note: "line ends in 'it'")])
    let unknown = try run("la soci-\nété", nil)
    #expect(unknown.flags.map(\.note) == ["line ends whose language nobody says"])
  }

  @Test func whatIsNamedMustBeThere() throws {
    func code(_ dictionary: String, _ registry: Registry) -> DiagnosticCode? {
      do { _ = try registry.stages["dehyphenate"]?.make(["dictionary": .scalar(dictionary)]) } catch {
        return (error as? Diagnostic)?.code
      }
      return nil
    }
    var registry = Registry()
    registry.register(Dehyphenate.self)
    #expect(code("hunspell", registry) == .libraryMissing)
    registry.register(Self.shelf)
    #expect(code("hunspell", registry) == nil)
    #expect(code("hunspell:fr", registry) == nil)
    #expect(code("hunspell:fi", registry) == .dictionaryMissing)
    #expect(code("/nowhere/hunspell", registry) == .inputMissing)
  }

  @Test(arguments: [
    ("words.txt", DictionarySetting.file("words.txt")), ("./hunspell", .file("./hunspell")),
    ("hunspell", .source("hunspell", dictionary: nil)), ("hunspell:de_AT", .source("hunspell", dictionary: "de_AT")),
  ])
  func written(text: String, value: DictionarySetting) throws {
    #expect(try DictionarySetting.parse(.scalar(text)) == value)
    #expect(value.written == text)
  }

  @Test func aColonNeedsALanguage() {
    #expect(throws: SettingFault.self) { try DictionarySetting.parse(.scalar("hunspell:")) }
  }
}
