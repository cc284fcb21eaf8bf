import OffprintKit
import OffprintLanguage
import OffprintStages
import OffprintTesting
import Testing

/// The way from a pipeline's setting to the library and back.
@Suite("dehyphenate with the dictionaries of hunspell", .enabled(if: Machine.hasHunspell))
struct DehyphenateWithHunspellTests {
  private func read(_ text: String, _ language: String?, dictionary: String, in folder: DictionaryFolder) throws
    -> OffprintKit.Issue
  {
    var registry = Registry()
    registry.register(folder.source)
    registry.register(Dehyphenate.self)
    let stage = try #require(registry.stages["dehyphenate"])
    let example = Example(
      "", .text(text), language: language, settings: ["dictionary": dictionary], expect: .text(""))
    return try ExampleRun.outcome(example, of: stage, in: registry)
  }

  private func text(_ issue: OffprintKit.Issue) -> String {
    issue.text(ofLines: issue.pages[0].lines.indices.map { LineRef(page: 0, line: $0) })
  }

  @Test("the dictionary of the text's language finds the word whose hyphen was lost")
  func lost() throws {
    let folder = try DictionaryFolder([
      "de_DE": (["Gesellschaft", "die"], "ISO8859-1"), "fr_FR": (["société", "la"], "ISO8859-1"),
    ])
    #expect(text(try read("die Geſell\nſchaft", "de", dictionary: "hunspell", in: folder)) == "die Geſellſchaft")
    #expect(text(try read("la soci\nété", "fr", dictionary: "hunspell", in: folder)) == "la société")
    #expect(text(try read("la soci\nété", "de", dictionary: "hunspell:fr_FR", in: folder)) == "la société")
    let none = try read("la soci\nété", "it", dictionary: "hunspell", in: folder)
    #expect(text(none) == "la soci été")
    #expect(none.flags == [Flag(code: "dictionary-missing", subject: .issue, note: "line ends in 'it'")])
  }

  @Test("a dictionary that is named and missing refuses the stage")
  func missing() throws {
    let folder = try DictionaryFolder(["de_DE": (["die"], "UTF-8")])
    let message = #expect(throws: Diagnostic.self) {
      try read("a-\nb", nil, dictionary: "hunspell:fr_FR", in: folder)
    }
    #expect(message?.code == .dictionaryMissing)
    #expect(message?.fix == "apt-get install hunspell-fr")
  }
}
