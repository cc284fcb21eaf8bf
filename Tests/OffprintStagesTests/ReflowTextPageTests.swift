import OffprintKit
import OffprintStages
import Testing

@Suite struct ReflowTextPageTests {
  private func pages(_ text: String, _ settings: [String: SettingInput] = [:]) throws -> [Page] {
    var issue = ExampleRun.document(.text(text), language: nil)
    try #require(BuiltinStages.registry.stages["reflow-columns"]).make(settings).run(on: &issue)
    return issue.pages
  }

  private func paragraphs(_ text: String, _ settings: [String: SettingInput] = [:]) throws -> [[String]] {
    let page = try pages(text, settings)[0]
    return (page.flow?.paragraphs ?? []).map { $0.lines.map { page.lines[$0].text } }
  }

  private static let threeColumns = """
                       A HEADLINE OVER EVERYTHING HERE

    the first column runs on    the second of them is set      the third column is far
    for a good while and says   a little wider and it has      over on the right side,
    what a column has to say    lines that are now and then, so to say,  longer than it
    when it is told to run on   can hold and push the third    and is pushed about now
    from the top of the page    one aside a cell or two now    and then by the second,
    down to the foot of it.     and then, and yet it holds.    and yet it is read last
    """

  @Test func columnsAreReadOneAfterTheOther() throws {
    let page = try pages(Self.threeColumns)[0]
    let flow = try #require(page.flow)
    let read = flow.lines.map { page.lines[$0].text }
    #expect(
      read == [
        "A HEADLINE OVER EVERYTHING HERE", "the first column runs on", "for a good while and says",
        "what a column has to say", "when it is told to run on", "from the top of the page", "down to the foot of it.",
        "the second of them is set", "a little wider and it has", "lines that are now and then, so to say,",
        "can hold and push the third", "one aside a cell or two now", "and then, and yet it holds.",
        "the third column is far", "over on the right side,", "longer than it", "and is pushed about now",
        "and then by the second,", "and yet it is read last",
      ])
  }

  @Test func everyPartOfACutPageIsNamedByItsCell() throws {
    let page = try pages(Self.threeColumns)[0]
    #expect(page.lines.allSatisfy { $0.isPart })
    #expect(page.lineName(0) == "page1@1:19")
    let names = Set(page.lines.indices.map { page.lineName($0) })
    #expect(names.count == page.lines.count)
  }

  @Test func oneColumnIsNotCutWhenTheSettingSaysSo() throws {
    let page = try pages(Self.threeColumns, ["columns": .scalar("1")])[0]
    #expect(page.lines.allSatisfy { !$0.isPart })
    #expect(page.flow?.lines.count == 7)
  }

  @Test func twoSpacesAfterASentenceAreNoGutter() throws {
    let text = """
      The clock stopped.  Nobody saw it stop but the
      baker, who was up.  He told the mayor about it at
      once, and the mayor was cross.  It was five.  The
      hands were bent.  A boy had hung his coat on them
      and gone home without.  The clock will be mended
      by Friday, they say.  On Friday it was not done.
      """
    let page = try pages(text)[0]
    #expect(page.lines.allSatisfy { !$0.isPart })
    #expect(page.flow?.paragraphs.count == 1)
  }

  @Test func aHeadlineOverTwoOfThreeColumnsPartsOnlyThose() throws {
    let column = { (name: String, width: Int) in
      (1...4).map { "\(name) line number \($0) of".padded(to: width) }
    }
    let (a, b, c) = (column("alpha", 26), column("beta", 26), column("gamma", 26))
    let (d, e) = (column("delta", 26), column("eps", 26))
    var rows = (0..<4).map { a[$0] + b[$0] + c[$0] }
    rows.append("LONG HEADLINE RIGHT OVER TWO COLUMNS".padded(to: 52) + "gamma line number 5 of")
    rows += (0..<4).map { d[$0] + e[$0] + "gamma line number \($0 + 6) of" }
    let page = try pages(rows.joined(separator: "\n"))[0]
    let flow = try #require(page.flow)
    let names = flow.lines.map { line in
      String(page.lines[line].text.prefix { $0 != " " })
    }
    var expected: [String] = []
    for (name, count) in [("alpha", 4), ("beta", 4), ("LONG", 1), ("delta", 4), ("eps", 4), ("gamma", 9)] {
      expected += [String](repeating: name, count: count)
    }
    #expect(names == expected)
  }

  @Test func paragraphsOfAHardWrappedPage() throws {
    let found = try paragraphs(
      """
      DER NEUE BRUNNEN

      Von Anna Quell

      Der Brunnen am Markt ist seit Montag wieder
      offen. Er gibt Wasser, so viel man will, und

      das ist mehr, als man von ihm gewohnt war.
      Der Rath dankt.
      Ein zweiter Brunnen soll folgen, wenn der
      erste ein Jahr lang gelaufen ist. Bis da⸗

      hin hole man das Wasser am Markte.
      """)
    #expect(found.map(\.count) == [1, 1, 4, 3])
  }

  @Test func chineseColumnsBreakInMidSentence() throws {
    let found = try paragraphs(
      """
      新桥通车
      ■记者 何青橙

      六月一日，横跨清河的新桥正
      式通车。新桥长三百米，两边

      有人行道。当天有一千多人走
      过新桥。
      县里介绍，旧桥将改为步行

      桥，桥上可以钓鱼。
      """)
    #expect(found.map(\.count) == [1, 1, 4, 2])
  }

  @Test func aSentenceGoesOnOverThePage() throws {
    let found = try pages(
      """
      The keeper climbed the stair and lit the lamp
      at nine, as he had done, with a most remark-

      Continued on page 2.
      \u{0C}THE HARBOUR GAZETTE

      able steadiness, for forty years and a day or
      two more, and nobody thanked him.
      """)
    let marks = found[1].flow?.paragraphs.map { $0.continuesFromPageBefore }
    #expect(marks == [false, true])
  }

  @Test(arguments: ["", "\n\n", "   \n  x", "a", "-\n-", "a    b    c"])
  func oddPagesKeepTheirLines(_ text: String) throws {
    let page = try pages(text)[0]
    #expect(page.flow?.lines.sorted() == Array(page.lines.indices))
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - unicodeScalars.count))
  }
}
