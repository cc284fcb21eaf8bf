import Testing

@testable import FamilyNotices

@Suite("Finding phrases")
struct PhraseBookTests {
  private func book(_ phrases: String...) -> PhraseBook {
    var book = PhraseBook([])
    phrases.forEach { book.add($0, .death, weight: 0.6) }
    return book
  }

  private func finds(_ phrase: String, _ text: String) -> Bool {
    let book = book(phrase)
    return !book.occurrences(in: book.words(of: text)).isEmpty
  }

  @Test("whole words in any case, whatever stands between them")
  func wholeWords() {
    #expect(finds("aged # years", "AGED, 63d. «Years»"))
    #expect(finds("noces d or", "Les noces d’or"))
    #expect(finds("todes anzeige", "Todes=Anzeige"))
    #expect(finds("décès", "DÉCÈS") && finds("œuvre", "Œuvre"))
    #expect(finds("zeitung", "Zei\u{AD}tung"))
    #expect(!finds("aged # years", "aged sixty years"))
    #expect(!finds("died", "diedrich") && !finds("died", "un-die d"))
    #expect(!finds("décès", "deces"), "diacritics are as they are")
  }

  @Test("a gap takes up to twelve words, and ends at the end of a component")
  func gaps() {
    func text(_ count: Int) -> String { "wife of \(String(repeating: "x ", count: count))of a son" }
    #expect(finds("wife of … of a son", text(0)))
    #expect(finds("wife of … of a son", text(12)))
    #expect(!finds("wife of … of a son", text(13)))
    #expect(!finds("wife of … of a son", "wife of"))
    let book = book("wife of … of a son")
    let split = book.words(of: "wife of X") + [WordStream.boundary] + book.words(of: "of a son")
    #expect(book.occurrences(in: split).isEmpty)
  }

  @Test("a heading has nothing but heading words")
  func headings() {
    let book = PhraseBook([.english, .french, .german])
    #expect(book.kinds(ofHeading: "BIRTHS, MARRIAGES, AND DEATHS.") == [.birth, .marriage, .death])
    #expect(book.kinds(ofHeading: "État civil") == [.birth, .marriage, .death])
    #expect(book.kinds(ofHeading: "Todes-Anzeigen 1858") == [.death])
    #expect(book.kinds(ofHeading: "Deaths in the colony") == [])
    #expect(book.kinds(ofHeading: "and") == [])
    #expect(book.kinds(ofHeading: "") == [])
  }

  @Test("every phrase of the tables has words, and is found in its own text")
  func tables() {
    for table in [NoticeWords.english, .german, .french, .dutch] {
      let book = PhraseBook([table])
      for (index, phrase) in book.phrases.enumerated() {
        let text = phrase.text.replacing("#", with: "63").replacing("…", with: "x")
        #expect(book.occurrences(in: book.words(of: text))[index] != nil, "\(phrase.text)")
      }
      for heading in NoticeKind.allCases.flatMap({ table.headings[$0] ?? [] }) + table.registers {
        #expect(!book.kinds(ofHeading: heading).isEmpty, "\(heading)")
      }
    }
  }
}
