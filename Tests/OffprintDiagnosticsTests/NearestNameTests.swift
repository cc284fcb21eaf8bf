import OffprintDiagnostics
import Testing

@Suite("Nearest names")
struct NearestNameTests {
  private let names = ["dictionary", "keep_suspended", "language", "min_evidence"]

  @Test(
    "a slip finds its name",
    arguments: [
      ("dictonary", "dictionary"), ("dictionray", "dictionary"), ("min-evidence", "min_evidence"),
      ("MinEvidence", "min_evidence"), ("Keep Suspended", "keep_suspended"), ("langage", "language"),
    ])
  func found(word: String, name: String) { #expect(NearestName.of(word, among: names) == name) }

  @Test("what is far from every name finds none", arguments: ["", "colour", "d", "evidence", "dict"])
  func far(word: String) { #expect(NearestName.of(word, among: names) == nil) }

  @Test("of equally near names the first in alphabetical order is taken, in whatever order they come")
  func ties() {
    #expect(NearestName.of("bat", among: ["hat", "cat", "rat"]) == "cat")
    #expect(NearestName.of("bat", among: ["rat", "cat", "hat"]) == "cat")
    #expect(NearestName.question("bat", among: ["cat"]) == "did you mean 'cat'?")
  }
}
