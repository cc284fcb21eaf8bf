import OffprintKit
import OffprintStages
import Testing

@Suite struct ReflowBoxOrderTests {
  private typealias Lines = [Example.PlacedLine]

  private func flow(_ page: inout Page, _ settings: [String: SettingInput] = [:]) throws -> [[String]] {
    var issue = OffprintKit.Issue(id: "x", pages: [page])
    try #require(BuiltinStages.registry.stages["reflow-columns"]).make(settings).run(on: &issue)
    page = issue.pages[0]
    let flow = try #require(page.flow)
    #expect(flow.lines.sorted() == Array(page.lines.indices))
    return flow.paragraphs.map { paragraph in paragraph.lines.map { page.lines[$0].text } }
  }

  private func read(_ blocks: [[Example.PlacedLine]], _ settings: [String: SettingInput] = [:]) throws -> [[String]] {
    var page = ExampleRun.document(.blocks(blocks), language: nil).pages[0]
    return try flow(&page, settings)
  }

  /// Lines of 30 units under each other, 10 apart, in a column of 400 units.
  private func column(_ name: String, _ count: Int, x: Int, y: Int, width: Int = 400) -> [Example.PlacedLine] {
    (0..<count).map {
      .init("\(name)\($0) runs on and on in its line", x: x, y: y + 40 * $0, width: width, height: 30)
    }
  }

  private func names(_ paragraphs: [[String]]) -> [String] {
    paragraphs.joined().map { $0.split(separator: " ").first.map(String.init) ?? "" }
  }

  @Test func theOrderOfTheFileDoesNotMatter() throws {
    let blocks = [
      [Example.PlacedLine("HEAD", x: 100, y: 20, width: 1300, height: 60)], column("a", 3, x: 100, y: 120),
      column("b", 5, x: 550, y: 120), column("c", 4, x: 1000, y: 120), column("d", 2, x: 100, y: 300),
    ]
    let order = ["HEAD", "a0", "a1", "a2", "d0", "d1", "b0", "b1", "b2", "b3", "b4", "c0", "c1", "c2", "c3"]
    for turn in blocks.indices {
      let turned = Array(blocks[turn...] + blocks[..<turn])
      #expect(try names(read(turned)) == order)
      #expect(try names(read(turned.reversed())) == order)
    }
  }

  @Test func aSerialAcrossTheFootIsReadAfterTheColumnsAboveIt() throws {
    let tops = (0..<3).map { column("\("abc".dropFirst($0).prefix(1))", 4, x: 100 + 450 * $0, y: 100) }
    let feet = (0..<3).map { column("\("xyz".dropFirst($0).prefix(1))", 2, x: 100 + 450 * $0, y: 320) }
    let found = try names(read(feet + tops))
    #expect(
      found.map { String($0.prefix(1)) } == ["a", "b", "c"].flatMap { [$0, $0, $0, $0] } + [
        "x", "x", "y", "y", "z", "z",
      ])
  }

  @Test func aHeadlineOverTwoColumnsOfThreePartsOnlyThose() throws {
    let found = try names(
      read([
        column("e", 9, x: 1000, y: 100), column("d", 3, x: 550, y: 360), column("c", 3, x: 100, y: 360),
        [.init("OVER", x: 110, y: 290, width: 820, height: 50)], column("b", 4, x: 550, y: 100),
        column("a", 4, x: 100, y: 100),
      ]))
    #expect(
      found.map { String($0.prefix(1)) }.reduce(into: [String]()) { if $0.last != $1 { $0.append($1) } }
        == ["a", "b", "O", "c", "d", "e"])
  }

  @Test func tiltedBoxesThatReachIntoEachOtherStillStandSideBySide() throws {
    let a = (0..<8).map { Example.PlacedLine("a\($0) text", x: 100 + $0, y: 100 + 40 * $0, width: 404, height: 38) }
    let b = (0..<8).map { Example.PlacedLine("b\($0) text", x: 500 + $0, y: 92 + 40 * $0, width: 404, height: 38) }
    #expect(try names(read([b, a])) == (0..<8).map { "a\($0)" } + (0..<8).map { "b\($0)" })
  }

  @Test func aBlockOfTwoColumnsIsTakenApart() throws {
    let rows = (0..<6).flatMap { row in
      [column("a\(row)", 1, x: 100, y: 100 + 40 * row), column("b\(row)", 1, x: 560, y: 104 + 40 * row)].joined()
    }
    #expect(try names(read([rows])) == (0..<6).map { "a\($0)0" } + (0..<6).map { "b\($0)0" })
  }

  @Test func aTableIsReadInRows() throws {
    let cells: [Example.PlacedLine] = (0..<3).flatMap { column in
      (0..<4).map { row in
        .init("c\(row)\(column)", x: 100 + 300 * column, y: 100 + 40 * row, width: 90, height: 30)
      }
    }
    #expect(try names(read([cells])) == (0..<4).flatMap { row in (0..<3).map { "c\(row)\($0)" } })
  }

  @Test func linesThatRunUpThePageKeepTheirOrder() throws {
    let lines = (0..<3).map { Example.PlacedLine("upward\($0)", x: 300 - 50 * $0, y: 100 + $0, width: 30, height: 600) }
    #expect(try names(read([lines])) == ["upward0", "upward1", "upward2"])
  }

  @Test func paragraphsGoOnOverTheEndOfAColumn() throws {
    let left: [Example.PlacedLine] = [
      .init("The water rose all night, and the old", x: 100, y: 100, width: 400, height: 30),
      .init("bridge went at five in the morning. At", x: 100, y: 140, width: 398, height: 30),
      .init("six the mayor was told of it, and the", x: 100, y: 180, width: 400, height: 30),
    ]
    let right: [Example.PlacedLine] = [
      .init("mayor went back to his bed, as mayors", x: 550, y: 100, width: 400, height: 30),
      .init("will.", x: 550, y: 140, width: 60, height: 30),
      .init("Two boats were lost, and a hat that no", x: 580, y: 180, width: 370, height: 30),
    ]
    #expect(try read([right, left]).map(\.count) == [5, 1])
    #expect(try read([right, left], ["paragraphs": .scalar("blocks")]).map(\.count) == [3, 3])
  }

  @Test func aHeadingInTheMiddleOfTheColumnStandsAlone() throws {
    let found = try read([
      [
        .init("the line that ends what was said before", x: 100, y: 100, width: 400, height: 30),
        .init("in full.", x: 100, y: 140, width: 80, height: 30),
        .init("A reply", x: 260, y: 180, width: 80, height: 30),
        .init("The mayor says that he was in his bed", x: 130, y: 220, width: 370, height: 30),
        .init("and that it was a good one.", x: 100, y: 260, width: 260, height: 30),
      ]
    ])
    #expect(found.map(\.count) == [2, 1, 2])
  }

  @Test func marginsComeFirstAndLast() throws {
    var builder = PageBuilder(name: "p")
    for (region, name, y) in [
      (PageRegion.bottomMargin, "foot", 10), (.printSpace, "text", 500), (.topMargin, "head", 900),
    ] {
      builder.beginBlock(id: name, region: region)
      builder.beginLine()
      builder.addWord(name.utf8, box: Box(x: 10, y: y, width: 100, height: 20))
    }
    var page = builder.finish()
    #expect(try flow(&page) == [["head"], ["text"], ["foot"]])
  }

  @Test func whatHasNoPlaceFollowsItsNeighbour() throws {
    var builder = PageBuilder(name: "p")
    for (name, box) in [
      ("lost", Box.unknown), ("second", Box(x: 500, y: 10, width: 300, height: 20)), ("follower", .unknown),
      ("first", Box(x: 10, y: 10, width: 300, height: 20)),
    ] {
      builder.beginBlock(id: name)
      builder.beginLine(box: box)
      builder.addWord(name.utf8, box: box)
      if name == "first" { builder.beginLine(box: .unknown) }
    }
    builder.beginBlock(id: "nothing")
    builder.beginBlock(id: "picture", kind: .illustration, box: Box(x: 0, y: 0, width: 900, height: 5))
    var page = builder.finish()
    let read = try flow(&page).joined().filter { !$0.isEmpty }
    #expect(read == ["lost", "first", "second", "follower"])
  }
}
