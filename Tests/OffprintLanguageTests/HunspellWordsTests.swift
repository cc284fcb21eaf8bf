import Foundation
import OffprintKit
import OffprintLanguage
import Testing

@Suite("The dictionaries of hunspell")
struct HunspellWordsTests {
  private func code(of body: () throws -> Void) -> DiagnosticCode? {
    do { try body() } catch { return (error as? Diagnostic)?.code }
    return nil
  }

  @Test("A machine without the library says so, and what to install")
  func noLibrary() throws {
    let source = HunspellWords(library: ["libnobody-has-this.so.0"], folders: ["/usr/share/hunspell"])
    #expect(code { try source.check() } == .libraryMissing)
    #expect(code { _ = try source.words(of: "de") } == .libraryMissing)
    #expect(source.library == LibraryReport(name: "hunspell", found: nil, remedy: "apt-get install libhunspell-1.7-0"))
    let message = #expect(throws: Diagnostic.self) { try source.check() }
    #expect(message?.fix?.hasPrefix("apt-get install libhunspell-1.7-0") == true)
  }

  @Test("A library that is none of hunspell's is no hunspell")
  func otherLibrary() {
    let source = HunspellWords(library: ["libc.so.6"], folders: [])
    #expect(code { try source.check() } == .libraryMissing)
  }

  @Test("Without a dictionary the message names its package", .enabled(if: Machine.hasHunspell))
  func noDictionary() throws {
    let source = HunspellWords(library: HunspellWords.libraryNames, folders: ["/nowhere"])
    #expect(code { try source.check() } == .dictionaryMissing)
    let french = #expect(throws: Diagnostic.self) { try source.words(of: "fr-CH") }
    #expect(french?.fix == "apt-get install hunspell-fr")
    let other = #expect(throws: Diagnostic.self) { try source.words(of: "lb") }
    #expect(other?.fix?.contains("$DICPATH") == true)
    #expect(source.library.found?.hasSuffix("no dictionaries") == true)
  }

  @Test("Words are found in either encoding", .enabled(if: Machine.hasHunspell), arguments: ["UTF-8", "ISO8859-1"])
  func encodings(encoding: String) throws {
    let folder = try DictionaryFolder(["fr_FR": (["été", "Genève", "porte-voix"], encoding)])
    let source = folder.source
    try source.check()
    let words = try source.words(of: "fr")
    #expect(["été", "Été", "ÉTÉ", "Genève", "porte-voix"].allSatisfy(words.knows))
    #expect(!["ete", "genève", "œuvre", "日本", "", "é\0té", "portevoix"].contains(where: words.knows))
    #expect(source.library.found?.hasSuffix("dictionaries of fr") == true)
  }

  @Test("An encoding that nobody knows makes no dictionary", .enabled(if: Machine.hasHunspell))
  func unknownEncoding() throws {
    let folder = try DictionaryFolder(["xx_XX": (["abc"], "ISO8859-99")])
    #expect(code { _ = try folder.source.words(of: "xx") } == .dictionaryMissing)
  }

  @Test("Words without end are none", .enabled(if: Machine.hasHunspell))
  func longWords() throws {
    let long = String(repeating: "a", count: 60)
    let folder = try DictionaryFolder(["en_US": ([long, "ab"], "UTF-8")])
    let words = try folder.source.words(of: "en_US")
    #expect(!words.knows(long))
    #expect(words.knows("ab"))
  }

  @Test("Many threads get the answers of one", .enabled(if: Machine.hasHunspell))
  func threads() throws {
    let known = (0..<200).map { "wort\($0 % 10)\(["a", "b", "ä"][$0 % 3])" }
    let folder = try DictionaryFolder(["de_DE": (known, "ISO8859-1")])
    let words = try folder.source.words(of: "de")
    let asked = known + known.map { $0 + "x" }
    let alone = asked.map(words.knows)
    let wrong = Counter()
    DispatchQueue.concurrentPerform(iterations: 8) { _ in
      if asked.map(words.knows) != alone { wrong.add() }
    }
    #expect(wrong.count == 0)
    #expect(alone == known.map { _ in true } + known.map { _ in false })
  }
}

private final class Counter: @unchecked Sendable {
  // The lock guards the count; that is the reason for `@unchecked`.
  private let lock = NSLock()
  private var value = 0
  func add() { lock.withLock { value += 1 } }
  var count: Int { lock.withLock { value } }
}
