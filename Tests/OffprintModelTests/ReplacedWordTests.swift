import OffprintModel
import Testing

@Suite struct ReplacedWordTests {
  private func text(_ lines: String, _ joins: [Join]) -> String {
    var issue = Issue(id: "t", pages: [PageBuilder.textPage(name: "p", text: Array(lines.utf8))])
    for join in joins { issue.joins[join.first] = join }
    return issue.text(ofLines: issue.pages[0].lines.indices.map { LineRef(page: 0, line: $0) })
  }

  private func join(_ line: Int, _ seam: Seam, _ replacement: String? = nil) -> Join {
    Join(
      first: LineRef(page: 0, line: line), second: LineRef(page: 0, line: line + 1), seam: seam, markLength: 1,
      replacement: replacement, confidence: 1)
  }

  @Test func aReplacementMayTakeUpAWholeLine() {
    #expect(text("beim Bäk-\nker\nwar", [join(0, .joined, "Bäcker")]) == "beim Bäcker war")
  }

  @Test func aWordMayRunOverThreeLinesAfterAReplacement() {
    let joins = [join(0, .joined, "Bäcker-"), join(1, .joined)]
    #expect(text("die Bäk-\nker-\nei", joins) == "die Bäckerei")
  }

  @Test func twoReplacementsMayMeetInOneWord() {
    let joins = [join(0, .joined, "Bäcker-"), join(1, .hyphenKept, "ker-Innung")]
    #expect(text("die Bäk-\nker-\nInnung", joins) == "die Bäcker-Innung")
  }

  @Test func aWordThatBecameShorterTakesNothingFromBeforeIt() {
    var issue = Issue(
      id: "t", pages: [PageBuilder.textPage(name: "p", text: Array("an der Brük-\nken-----\nwar".utf8))])
    for join in [join(0, .joined, "Au"), join(1, .joined, "es")] { issue.joins[join.first] = join }
    let (text, starts) = issue.runningText(ofLines: issue.pages[0].lines.indices.map { LineRef(page: 0, line: $0) })
    #expect(String(decoding: text, as: UTF8.self) == "an der es")
    #expect(starts == starts.sorted() && starts.allSatisfy { $0 <= text.count })
  }

  @Test func anEmptyLineInAReplacedWordStartsNoLaterThanTheTextEnds() {
    var builder = PageBuilder(name: "p")
    builder.beginBlock(id: "b")
    for line in ["Brük-", "", "ken-----", "war"] {
      builder.beginLine()
      if !line.isEmpty { builder.addWord(line.utf8) }
    }
    var issue = Issue(id: "t", pages: [builder.finish()])
    let lines = (0..<4).map { LineRef(page: 0, line: $0) }
    func join(_ first: Int, _ second: Int, _ replacement: String) {
      issue.joins[lines[first]] = Join(
        first: lines[first], second: lines[second], seam: .joined, markLength: 1, replacement: replacement,
        confidence: 1)
    }
    join(0, 2, "Brücke")
    join(2, 3, "es")
    let (text, starts) = issue.runningText(ofLines: lines)
    #expect(starts == starts.sorted() && starts.allSatisfy { $0 <= text.count })
  }

  @Test func aJoinWithAnotherLineThanTheNextHasNoEffect() {
    let elsewhere = Join(
      first: LineRef(page: 0, line: 0), second: LineRef(page: 0, line: 2), seam: .joined, markLength: 1,
      confidence: 1)
    #expect(text("Zei-\nund\ntung", [elsewhere]) == "Zei- und tung")
  }
}
