import OffprintDiagnostics
import OffprintKit
import OffprintModel
import Testing

@testable import OffprintStages

/// The words of the batch: counting, the file, and what they decide.
@Suite struct DehyphenateBatchTests {
  private static let origin = SurveyOrigin(pipeline: "a\tpaper", documents: 2)

  private func tally(_ lines: String..., limit: Int = 1000) -> WordTally {
    var tally = WordTally(limit: limit)
    for line in lines { tally.count(Array(line.utf8)[...]) }
    return tally
  }

  private func file(_ tally: WordTally) -> String { String(decoding: tally.bytes(from: Self.origin), as: UTF8.self) }

  @Test func wordsInsideLinesCountInOneSpelling() {
    let tally = tally(
      "zei- Die Geſellſchaft in Saint-Denis zei-", "x, ﬁn die GESELLSCHAFT; Saint⸗Denis die x", "einmal noch einmal",
      "die", "")
    #expect(
      file(tally) == """
        # offprint vocabulary 1\tpipeline=a paper\tdocuments=2\twords=12\tminimum=2
        denis\t2
        die\t3
        gesellschaft\t2
        saint\t2
        saint-Denis\t2

        """)
  }

  @Test func talliesAddUpAndTheFileIsSortedByBytes() {
    var sum = WordTally()
    sum.add(tally("x zu été Ärzte x", "x ab x"))
    sum.add(tally("x été zu Ab-c ärzte x"))
    let words = file(sum).split(separator: "\n").dropFirst().map { String($0.prefix { $0 != "\t" }) }
    #expect(words == ["ab", "zu", "ärzte", "été"])
    #expect(sum.size == "4 words")
  }

  @Test func theRarestAreStruckOutWhenThereAreTooMany() {
    var sum = WordTally(limit: 8)
    sum.add(tally("x a a b b c d e x"))
    sum.add(tally("x a c f g h i j x"))
    // After the second document ten words were known. Those met once went, among them d to j.
    #expect(
      file(sum) == """
        # offprint vocabulary 1\tpipeline=a paper\tdocuments=2\twords=14\tminimum=2\tstruck_out=1
        a\t3
        b\t2
        c\t2

        """)
  }

  @Test func manyWordsArePlacedAndFound() throws {
    let words = (0..<5000).map { number in
      String(String.UnicodeScalarView((0..<4).map { Unicode.Scalar(97 + UInt8(number >> ($0 * 4) & 15)) }))
    }
    let tally = tally((["x"] + words + words + ["x"]).joined(separator: " "), limit: 10_000)
    let read = try BatchVocabulary(tally.bytes(from: Self.origin), path: "w")
    #expect(words.allSatisfy { read[WordKey($0)] == 2 })
    #expect(read[WordKey("zzzz")] == 0)
  }

  @Test func filesMayBeSortedIntoOne() throws {
    let text = """
      # offprint vocabulary 1\tdocuments=2
      # offprint vocabulary 1\tdocuments=9
      zug\t3\r
      ab\t4
      ab\t5

      """
    let read = try BatchVocabulary(Array(text.utf8), path: "w")
    #expect([read[WordKey("Zug")], read[WordKey("ab")], read[WordKey("b")]] == [3, 9, 0])
  }

  @Test(arguments: [
    ("", 1), ("zug\t3\n", 1), ("# offprint vocabulary 2\nzug\t3\n", 1), ("# offprint vocabulary 11\n", 1),
    ("# offprint vocabulary 1\nzug\t3\nzug 3\n", 3), ("# offprint vocabulary 1\nzug\tmany\n", 2),
    ("# offprint vocabulary 1\nzug\t0\n", 2), ("# offprint vocabulary 1\nzug\t1\t2\n", 2),
    ("# offprint vocabulary 1\nein zug\t2\n", 2), ("# offprint vocabulary 1\n\t2\n", 2),
    ("# offprint vocabulary 1\nzug-\t2\n", 2),
  ])
  func aBrokenFileHasAPlace(_ text: String, _ line: Int) {
    #expect {
      try BatchVocabulary(Array(text.utf8), path: "w.tsv")
    } throws: {
      ($0 as? Diagnostic)?.code == .wordListBroken && ($0 as? Diagnostic)?.place?.label == "w.tsv:\(line)"
    }
  }

  // MARK: What they decide

  private func decisions(_ text: String, batch: String, language: String = "de") throws -> [String] {
    let words = try BatchVocabulary(Array("# offprint vocabulary 1\n\(batch)\n".utf8), path: "w")
    let issue = ExampleRun.document(.text(text), language: language)
    var context = StageContext(stage: "dehyphenate")
    _ = try Dehyphenate(.init(), batch: words).joins(in: issue, runs: ReadingRuns.runs(of: issue), &context)
    return context.decisions.map { "\($0.choice): \($0.reason)" }
  }

  @Test(arguments: [
    ("Zei-\ntung", "zeitung\t12", "joined: 'Zeitung' occurs 12 times in the batch"),
    ("Zei-\ntung", "zeitung\t1", "joined: a hyphen between small letters at a line's end breaks a word"),
    (
      "Sankt-\nblasien", "sankt-blasien\t3\nsanktblasien\t2",
      "hyphen-kept: 'Sankt-blasien' occurs 3 times in the batch"
    ),
    // The issue's own counts come first, even a single one against the batch.
    ("x Zeitung und Zeitung x Zei-\ntung", "zei-tung\t9", "joined: 'Zeitung' occurs 2 times in the issue"),
    ("x Zeitung x Zei-\ntung", "zei-tung\t9", "joined: 'Zeitung' occurs once in the issue"),
    ("x Zei-tung x Zei-\ntung", "zeitung\t9", "hyphen-kept: 'Zei-tung' occurs once in the issue"),
    // A capital does not stand inside a word in small letters.
    (
      "Kredit-\nVerein", "kreditverein\t9",
      "hyphen-kept: 'Verein' begins with a capital, so the parts are words of their own"
    ),
    ("Reichs-\nund", "reichsund\t9", "suspended: 'und' follows a suspended hyphen"),
  ])
  func theBatchIsAskedAfterTheIssue(_ text: String, _ batch: String, _ decision: String) throws {
    #expect(try decisions(text, batch: batch) == [decision])
  }

  @Test func aLostHyphenIsFoundByTheBatch() throws {
    let text = "in der versamm\nlung war"
    #expect(
      try decisions(text, batch: "versammlung\t7")
        == ["joined: 'versammlung' occurs 7 times in the batch, its halves never inside a line"])
    #expect(try decisions(text, batch: "versammlung\t1").isEmpty)
    #expect(try decisions(text, batch: "lung\t2\nversammlung\t7").isEmpty)
  }

  @Test func withoutAFileTheStageAsksForIt() throws {
    var registry = Registry()
    registry.register(Dehyphenate.self)
    let entry = try #require(registry.stages["dehyphenate"])
    #expect(try entry.make([:]).survey?.path == nil)
    let survey = try #require(try entry.make(["vocabulary": .scalar("/no/such/words.tsv")]).survey)
    #expect((survey.name, survey.path, survey.isThere) == ("vocabulary", "/no/such/words.tsv", false))
  }
}
