import Foundation
import Testing

@testable import OffprintLanguage

@Suite("Which dictionary suits a language")
struct DictionaryFilesTests {
  private func match(_ wanted: String, _ names: String...) -> String? {
    let all = names.sorted().map { DictionaryFiles(name: $0, affixes: "", words: "") }
    return DictionaryFiles.matching(wanted, among: all)?.name
  }

  @Test func aNameIsThatOfOneDictionary() {
    #expect(match("fr_FR", "fr", "fr_CA", "fr_FR") == "fr_FR")
    #expect(match("fr_BE", "fr", "fr_FR") == nil)
  }

  @Test func aLanguageTakesItsRegionFirst() {
    #expect(match("de-AT", "de_AT", "de_DE") == "de_AT")
    #expect(match("zh-Hans-CN", "zh_CN", "zh_TW") == "zh_CN")
    #expect(match("de-CH", "de_AT", "de_DE") == "de_DE")
  }

  @Test func thenTheOneWithoutARegionThenThatOfMostReaders() {
    #expect(match("fr", "fr", "fr_BE", "fr_FR") == "fr")
    #expect(match("en", "en_AU", "en_GB", "en_US") == "en_US")
    #expect(match("en", "en_AU", "en_GB") == "en_AU")
    #expect(match("DE", "de_DE") == "de_DE")
  }

  @Test func norwegianIsBokmålUnlessItSaysNynorsk() {
    #expect(match("no", "nb_NO", "nn_NO") == "nb_NO")
    #expect(match("nn", "nb_NO", "nn_NO") == "nn_NO")
  }

  @Test func anotherLanguageIsNoMatch() {
    #expect(match("fi", "de_DE", "fil_PH") == nil)
    #expect(match("", "de_DE") == nil)
  }

  @Test func aDictionaryHasTwoFilesAndTheFirstFolderWins() throws {
    let first = try DictionaryFolder(["de_DE": (["eins"], "UTF-8")])
    let second = try DictionaryFolder(["de_DE": (["zwei"], "UTF-8"), "fr": (["deux"], "UTF-8")])
    try Data().write(to: URL(filePath: "\(first.path)/it_IT.aff"))
    let all = DictionaryFiles.all(in: ["/nowhere", first.path, second.path])
    #expect(all.map(\.name) == ["de_DE", "fr"])
    #expect(all.first?.words == "\(first.path)/de_DE.dic")
  }
}
