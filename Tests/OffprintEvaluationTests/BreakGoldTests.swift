import OffprintKit
import Testing

@testable import OffprintEvaluation

@Suite struct BreakGoldTests {
  private func gold(_ blocks: [String]..., order: [Int]? = nil) -> BreakGold {
    var marked = MarkedIssue()
    marked.page(blocks, order: order)
    return BreakGold(of: TruthReading(of: marked.issue))
  }

  @Test(arguments: [
    // The whole is the halves: joined.
    (["die neue Zei-|Zeitung", "|tung ist da"], BreakGold.Wanted.joined),
    (["die „Zei-|Zeitung", "|tung“, sagte er"], .joined),
    (["Waſ-|Wasser", "|ſer"], .joined),
    (["LE GOUVER-|GOUVERNEMENT", "|NEMENT"], .joined),
    // A hyphen between them stays if the issue has it inside a line,
    (["le porte-voix", "et le porte-|porte-voix", "|voix"], .kept),
    // if both halves are words,
    (["un timbre, une poste", "et un timbre-|timbre-poste", "|poste"], .kept),
    // if a capital begins a second word,
    (["M. Waldeck-|Waldeck-Rousseau", "|Rousseau"], .kept),
    (["le sous tout", "le sous-|sous-Préfet", "|Préfet"], .kept),
    // or if a pronoun follows the linking t.
    (["a-t-|a-t-il", "|il su"], .kept),
  ])
  func `a pair that the issue agrees with is gold`(lines: [String], wanted: BreakGold.Wanted) {
    let gold = gold(lines)
    #expect(gold.basis == .pairs)
    #expect(gold.meetings.map(\.wanted) == [wanted])
    #expect(gold.doubtful.isEmpty && gold.inconsistent.isEmpty)
  }

  @Test(arguments: [
    // Kept, but the issue joins it elsewhere; one half is no word; the halves are too short; a misread capital.
    ["la quotidienne", "quoti-|quoti-dienne", "|dienne"], ["die quoti-|quoti-dienne", "|dienne"],
    ["on en a", "on-|on-en", "|en"], ["le gou-|gou-Memement", "|Memement"],
    // Joined, but the issue writes it with a hyphen; a capital after a small letter; both halves are words.
    ["le porte-voix", "le porte-|portevoix", "|voix"], ["M. Waldeck-|WaldeckRousseau", "|Rousseau"],
    ["son beau père", "son beau-|beaupère", "|père"],
  ])
  func `a pair that the issue speaks against is doubtful`(lines: [String]) {
    let gold = gold(lines)
    #expect(gold.meetings.isEmpty && gold.inconsistent.isEmpty)
    #expect(gold.doubtful.count == 1)
    #expect(gold.doubtful.first?.why.isEmpty == false)
  }

  @Test(arguments: [["je veu-|veua", "|au"], ["beim Zuk-|Zucker", "|ker"], ["ohne Zei-|", "|tung"]])
  func `a whole word that is not made of its halves is unfit`(lines: [String]) {
    let gold = gold(lines)
    #expect(gold.meetings.isEmpty && gold.doubtful.isEmpty)
    #expect(gold.inconsistent.count == 1)
  }

  @Test func `what the issue writes as one word is believed although both halves are words`() {
    #expect(
      gold(["on va par tout et partout", "on va par-|partout", "|tout"]).meetings.map(\.wanted) == [.joined])
  }

  @Test func `a pair meets along its article, into another block`() {
    var marked = MarkedIssue()
    marked.page([["die Zei-|Zeitung"], ["|ster anderes"], ["|tung ist da"]])
    marked.article([[ref(0)], [ref(2)]])
    let gold = BreakGold(of: TruthReading(of: marked.issue))
    #expect(gold.meetings == [.init(first: ref(0), second: ref(2), wanted: .joined)])
  }

  @Test func `in the next block of the file only halves that fit are a pair`() {
    #expect(gold(["die Zei-|Zeitung"], ["|tung ist da"]).meetings.count == 1)
    let unfit = gold(["die Zei-|Zeitung"], ["|ster anderes"])
    #expect(unfit.basis == nil && unfit.inconsistent.isEmpty)
  }

  @Test func `NOT SIGN is joined and a plain hyphen stays where that is the transcriber's habit`() {
    let gold = gold([
      "die Zei¬", "tung und die Haus¬", "frau im Reichs-", "tag, 5-", "mal, Zei¬", "- nichts", "aber Baden-",
      "Baden nur Rei¬", "ter",
    ])
    #expect(gold.basis == .transcription)
    #expect(
      gold.meetings == [
        .init(first: ref(0), second: ref(1), wanted: .joined), .init(first: ref(1), second: ref(2), wanted: .joined),
        .init(first: ref(2), second: ref(3), wanted: .stays), .init(first: ref(3), second: ref(4), wanted: .stays),
        .init(first: ref(6), second: ref(7), wanted: .stays), .init(first: ref(7), second: ref(8), wanted: .joined),
      ])
  }

  @Test func `a single NOT SIGN among hyphens is no habit`() {
    #expect(gold(["die Zei-", "tung und Haus-", "frau und Rei¬", "ter"]).basis == nil)
  }

  @Test func `DOUBLE OBLIQUE HYPHEN is judged by what follows, if it stands inside lines too`() {
    let lines = [
      "die Zei⸗", "tung im Reichs⸗", "Anzeiger und Feld⸗", "und Wald⸗", "u. Garten⸗", "bzw. Hof⸗", "18 Uhr Ober⸗Post",
    ]
    #expect(
      gold(lines).meetings.map(\.wanted) == [.joined, .kept, .suspended, .suspended, .suspended])
    #expect(gold(["die Zei⸗", "tung im Reichs⸗", "Anzeiger"]).basis == nil)
  }

  @Test func `transcribed lines go on along the source's order`() {
    let gold = gold(["die Zei¬"], ["anderes"], ["tung"], order: [0, 2, 1])
    #expect(gold.meetings == [.init(first: ref(0), second: ref(2), wanted: .joined)])
    #expect(self.gold(["die Zei¬"], ["tung"]).basis == nil)
  }

  @Test func `a line that was drawn late is no next line`() {
    // Drawn in the order 0, 2, 1, 3: no line end meets the line printed below it.
    var builder = PageBuilder(name: "p")
    builder.beginBlock(id: "T")
    for (row, text) in [(0, "die Zei¬"), (2, "ter und Rei¬"), (1, "tung und Rei¬"), (3, "ter")] {
      builder.beginLine(box: Box(x: 0, y: row * 40, width: 600, height: 40))
      for word in text.split(separator: " ") { builder.addWord(word.utf8) }
    }
    var issue = Issue(id: "i")
    issue.pages = [builder.finish()]
    #expect(BreakGold(of: TruthReading(of: issue)).meetings.isEmpty)
  }

  @Test func `a text page tells nothing, since its lines may hold columns`() {
    var marked = MarkedIssue()
    marked.issue.pages = [PageBuilder.textPage(name: "p", text: Array("die Zei¬     der Rei¬\ntung        ter".utf8))]
    #expect(BreakGold(of: TruthReading(of: marked.issue)).basis == nil)
  }
}
