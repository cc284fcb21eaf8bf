import Foundation
import OffprintDiagnostics
import OffprintModel
import Testing

@testable import OffprintStages

/// How words are known again: folding, counting, the word list.
@Suite struct DehyphenateWordsTests {
  @Test(arguments: [
    ("Zeitung", "ZEITUNG"), ("Geſellſchaft", "Gesellschaft"), ("ÉTÉ", "été"), ("Čas", "čas"), ("ﬁn", "fin"),
    ("Saint⸗Denis", "saint-denis"),
  ])
  func sameWord(_ one: String, _ other: String) { #expect(WordKey(one) == WordKey(other)) }

  @Test func differentWords() {
    #expect(WordKey("été") != WordKey("ete"))
    #expect(WordKey("ab") != WordKey("ba"))
  }

  @Test func aKeyGoesOn() {
    #expect(WordKey("peut").hyphenated.adding(Array("être".utf8)[...]) == WordKey("peut-être"))
  }

  @Test func halvesAreNotCounted() {
    var words = Vocabulary(questions: 4)
    let keys = ["tung", "Zei", "die", "die-neue"].map { WordKey($0) }
    keys.forEach { words.ask($0) }
    words.count(Array("tung die Die-neue Zei-".utf8)[...], exceptFirst: true, exceptLast: true)
    #expect(keys.map { words[$0].all } == [0, 0, 2, 1])
    #expect(keys.map { words[$0].inside } == [0, 0, 2, 1])
    words.count(Array("die Zei".utf8)[...], exceptFirst: false, exceptLast: false)
    #expect(words[WordKey("die")].all == 3)
    #expect(words[WordKey("die")].inside == 2)
    #expect(words[WordKey("Zei")].all == 1)
  }

  @Test func aWordListHasOneWordALine() {
    let list = WordList(Array("\u{FEFF}porte-voix\r\n  Zeitung \r\n\r\n".utf8))
    #expect(list.contains(WordKey("porte-voix")))
    #expect(list.contains(WordKey("zeitung")))
    #expect(!list.contains(WordKey("porte")))
    #expect(!list.contains(WordKey("")))
  }

  @Test func aWordListThatCannotServeIsRefused() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "offprint-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    func refusal(_ text: [UInt8]) throws -> Diagnostic? {
      let file = folder.appending(path: "words.txt")
      try Data(text).write(to: file)
      return #expect(throws: Diagnostic.self) { try WordList(path: file.path) }
    }
    let latin = try refusal(Array("die\nStra".utf8) + [0xDF, 0x65])
    #expect(latin?.code.id == "OP205" && latin?.place?.line == 2)
    #expect(try refusal(Array(" \n\n".utf8))?.summary == "the list of words has none")
  }

  @Test(arguments: ["deutsch", "german", "d", "de_AT", "de-"])
  func aLanguageIsATag(language: String) {
    var settings = Dehyphenate.Settings()
    settings.language = language
    #expect(throws: Diagnostic.self) { try Dehyphenate(settings) }
    settings.language = "de-AT"
    #expect(throws: Never.self) { try Dehyphenate(settings) }
  }

  @Test func brokenBytesDoNoHarm() {
    for bytes: [UInt8] in [[0xC3], [0xE2, 0xB8], [0xF0, 0x9F], [0xFF, 0x41], []] {
      _ = WordKey(bytes[...])
      _ = Letters.last(bytes[...])
      var words = Vocabulary(questions: 1)
      words.count(bytes[...], exceptFirst: false, exceptLast: true)
    }
  }
}
