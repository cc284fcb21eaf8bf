import OffprintKit
import OffprintStages
import OffprintTesting
import Testing

@Suite("Scans that lie at an angle, and what is no text") struct ReflowTiltTests {
  /// First letters of the lines in reading order, repeats left out.
  private func order(_ build: (inout BoxedPage) -> Void) throws -> String {
    var builder = DocumentBuilder()
    builder.page(build)
    var issue = builder.issue
    try #require(BuiltinStages.registry.stages["reflow-columns"]).make([:]).run(on: &issue)
    let page = issue.pages[0]
    let flow = try #require(page.flow)
    #expect(flow.lines.sorted() == Array(page.lines.indices))
    return flow.lines.reduce(into: "") { names, line in
      let letter = page.lines[line].text.first ?? "?"
      if names.last != letter { names.append(letter) }
    }
  }

  /// Three columns of 400 units with gutters of 20, cut into blocks of `lines`, as a scan shows them that was turned.
  private func leaning(_ page: inout BoxedPage, by slope: Double, left: Int = 100, names: String) {
    let blocks: [[Int]] = [[20, 30, 10], [35, 25], [15, 15, 30]]
    var names = Substring(names)
    for (column, counts) in blocks.enumerated() {
      var line = 0
      for count in counts {
        guard let name = names.popFirst() else { return }
        let places = (line..<line + count).map { row in
          let (x, y) = (Double(left + 420 * column), Double(200 + 40 * row))
          return Example.PlacedLine(
            "\(name) and so on in its line", x: Int(x + slope * y), y: Int(y - slope * x), width: 400, height: 30)
        }
        page.block(placed: places)
        line += count
      }
    }
  }

  @Test(arguments: [-0.03, -0.02, -0.01, 0, 0.01, 0.02, 0.03]) func columnsThatLean(slope: Double) throws {
    #expect(try order { leaning(&$0, by: slope, names: "abcdefgh") } == "abcdefgh")
  }

  @Test func facingPagesLeanEachItsOwnWay() throws {
    let found = try order {
      leaning(&$0, by: 0.02, left: 1700, names: "ijklmnop")
      leaning(&$0, by: -0.02, names: "abcdefgh")
    }
    #expect(found == "abcdefghijklmnop")
  }

  @Test func aFoldThroughTheTextPartsNothing() throws {
    let found = try order {
      leaning(&$0, by: 0, names: "abcdefgh")
      $0.empty(.separator, x: 60, y: 1500, width: 1400, height: 12)
    }
    #expect(found == "abcdefgh")
  }

  @Test func aPictureIsNoWhiteSpace() throws {
    // A picture in each of two columns, so that text ends and begins at the same heights in both.
    func columns(_ page: inout BoxedPage) {
      let places: [(String, Int, Int)] = [("a", 100, 100), ("b", 100, 700), ("c", 550, 100), ("d", 550, 700)]
      for (name, x, y) in places {
        page.block(
          placed: (0..<5).map { .init("\(name) and so on in its line", x: x, y: y + 40 * $0, width: 400, height: 30) })
      }
    }
    let bare = try order { columns(&$0) }
    let filled = try order {
      columns(&$0)
      $0.empty(.illustration, x: 100, y: 310, width: 400, height: 380)
      $0.empty(.illustration, x: 550, y: 310, width: 400, height: 380)
    }
    #expect(bare == "acbd")
    #expect(filled == "abcd")
  }

  @Test func tablesWithinABlockThatIsAPageAreReadInRows() throws {
    // Two columns of text, under each a table of three columns of four cells.
    var builder = DocumentBuilder()
    builder.page { page in
      var lines: [Example.PlacedLine] = []
      for column in 0..<2 {
        for row in 0..<6 {
          lines.append(
            .init("and so on in its line", x: 100 + 450 * column, y: 100 + 40 * row, width: 400, height: 30))
        }
        for (cell, row) in (0..<3).flatMap({ cell in (0..<4).map { (cell, $0) } }) {
          lines.append(
            .init(
              "\(column)\(row)\(cell)", x: 110 + 450 * column + 150 * cell, y: 380 + 40 * row, width: 60, height: 30))
        }
      }
      page.block(placed: lines)
    }
    var issue = builder.issue
    try #require(BuiltinStages.registry.stages["reflow-columns"]).make([:]).run(on: &issue)
    let page = issue.pages[0]
    let cells = try #require(page.flow).lines.map { page.lines[$0].text }.filter { !$0.contains(" ") }
    #expect(cells == (0..<2).flatMap { c in (0..<4).flatMap { r in (0..<3).map { "\(c)\(r)\($0)" } } })
  }

  @Test func headingsAtOneHeightAreNoRunningHead() throws {
    let found = try order { page in
      for (names, x) in [("aA", 100), ("bB", 550), ("cC", 1000)] {
        guard let head = names.first, let body = names.last else { return }
        page.block(placed: [.init("\(head) heading", x: x + 80, y: 100, width: 240, height: 40)])
        page.block(
          placed: (0..<9).map { .init("\(body) and so on in its line", x: x, y: 180 + 40 * $0, width: 400, height: 30) }
        )
      }
    }
    #expect(found == "aAbBcC")
  }

  private func paragraphs(_ settings: [String: SettingInput] = [:], _ lines: [Example.PlacedLine]) throws -> [Int] {
    var builder = DocumentBuilder()
    builder.page { $0.block(placed: lines) }
    var issue = builder.issue
    try #require(BuiltinStages.registry.stages["reflow-columns"]).make(settings).run(on: &issue)
    return try #require(issue.pages[0].flow).paragraphs.map(\.lines.count)
  }

  /// Three paragraphs of six lines, their first lines set in by 30 and their last ones half as long.
  private func leaningText(by slope: Double) -> [Example.PlacedLine] {
    (0..<18).map { row in
      let y = 100 + 40 * row
      let isFirst = row % 6 == 0
      return Example.PlacedLine(
        isFirst
          ? "The harbour was closed on this day" : row % 6 == 5 ? "and so it was." : "and the boats lay at the quay",
        x: 100 + Int(slope * Double(y)) + (isFirst ? 30 : 0), y: y,
        width: row % 6 == 5 ? 200 : isFirst ? 370 : 400, height: 30)
    }
  }

  @Test(arguments: [-0.03, 0, 0.03]) func aLeaningColumnHasItsIndents(slope: Double) throws {
    #expect(try paragraphs([:], leaningText(by: slope)) == [6, 6, 6])
  }

  @Test func verseKeepsItsLines() throws {
    let verse = ["O ship that sails", "Upon the evening sea", "Tell me the day", "You shall return to me", "And stay."]
    let prose = (0..<4).map { "so the old song goes and it goes on \($0)" }
    let lines = (verse + prose).enumerated().map { row, text in
      Example.PlacedLine(text, x: 100, y: 100 + 40 * row, width: row < 5 ? 240 + 10 * row : 400, height: 30)
    }
    #expect(try paragraphs([:], lines) == [1, 1, 1, 1, 1, 4])
  }

  @Test func settingsAreInHeightsOfALineAndSharesOfAColumn() throws {
    let text = leaningText(by: 0)
    #expect(try paragraphs(["indent": .scalar("2"), "short_line": .scalar("0.9")], text) == [18])
    #expect(try paragraphs(["indent": .scalar("2")], text) == [6, 6, 6])
  }

  @Test func theSourcesOwnOrderIsTakenUnlessItIsToBeIgnored() throws {
    var builder = DocumentBuilder()
    builder.page {
      $0.block(x: 100, y: 100, width: 400, lines: ["one", "two"])
      $0.block(x: 600, y: 100, width: 400, lines: ["three"])
    }
    var issue = builder.issue
    issue.pages[0].sourceOrder = [1, 0]
    let stage = try #require(BuiltinStages.registry.stages["reflow-columns"])
    func order(_ settings: [String: SettingInput]) throws -> [Int] {
      var copy = issue
      try stage.make(settings).run(on: &copy)
      return try #require(copy.pages[0].flow).lines
    }
    #expect(try order([:]) == [2, 0, 1])
    #expect(try order(["source_order": .scalar("ignore")]) == [0, 1, 2])
    issue.pages[0].sourceOrder = [1]
    #expect(try order([:]) == [0, 1, 2])
  }
}
