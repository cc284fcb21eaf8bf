import OffprintKit
import OffprintStages
import Testing

@Suite("Reading order of pages with boxes")
struct ReflowBoxesTests {
  typealias Placed = Example.PlacedLine

  private func flow(_ blocks: [[Placed]]) throws -> [[String]] {
    var issue = ExampleRun.document(.blocks(blocks), language: "en")
    try #require(BuiltinStages.registry.stages["reflow-columns"]).make([:]).run(on: &issue)
    let page = issue.pages[0]
    let flow = try #require(page.flow)
    #expect(
      flow.paragraphs.flatMap(\.lines).sorted() == Array(page.lines.indices), "every line stands in the flow once")
    return flow.paragraphs.map { $0.lines.map { page.lines[$0].text } }
  }

  /// Lines of a column, 50 apart, each as wide as the column unless it ends with a full stop.
  private func column(x: Int, y: Int, width: Int = 500, _ texts: [String], slope: Int = 0) -> [Placed] {
    texts.enumerated().map { row, text in
      Placed(text, x: x, y: y + 50 * row + slope, width: text.hasSuffix(".") ? width * 3 / 5 : width, height: 40)
    }
  }

  private var twoStories: [[Placed]] {
    [
      [Placed("FLOOD IN THE LOWER TOWN", x: 100, y: 100, width: 1100, height: 90)],
      column(
        x: 100, y: 250,
        ["the river rose in the night and", "carried off the landing stage and", "the boats that lay at"]),
      column(
        x: 700, y: 250, ["it, and nobody was awake to see", "them go until the morning came.", "A hat was found."]),
      [Placed("A QUIET MARKET", x: 100, y: 500, width: 1100, height: 90)],
      column(
        x: 100, y: 650,
        ["there were few sheep at the market", "on Friday, and fewer buyers, for", "the roads were still"]),
      column(
        x: 700, y: 650, ["under water and the drovers", "had turned back at the bridge.", "Prices did not move."]),
    ]
  }

  @Test("does not depend on the order of the file, in any of its orders")
  func shuffled() throws {
    let wanted = try flow(twoStories)
    #expect(wanted.first == ["FLOOD IN THE LOWER TOWN"])
    #expect(wanted.firstIndex(of: ["A QUIET MARKET"]).map { $0 > 1 } == true)
    var order = SeededNumbers(seed: 7)
    for _ in 0..<60 { #expect(try flow(order.shuffled(twoStories)) == wanted) }
  }

  @Test("a headline over both columns ends what stands above it")
  func spanning() throws {
    let lines = try flow(twoStories).flatMap { $0 }
    #expect(Array(lines.prefix(4)) == ["FLOOD IN THE LOWER TOWN"] + twoStories[1].map(\.text))
    #expect(lines[4..<7].elementsEqual(twoStories[2].map(\.text)))
    #expect(lines[7] == "A QUIET MARKET")
    #expect(lines.suffix(3).elementsEqual(twoStories[5].map(\.text)))
  }

  @Test("survives a page that lies askew in the scanner", arguments: [-30, -15, 15, 30])
  func tilted(rise: Int) throws {
    let wanted = try flow(twoStories).flatMap { $0 }
    let askew = twoStories.map { block in
      block.map { line in
        let box = line.box
        return Placed(
          line.text, x: box.left, y: box.top + rise * box.centreX / 1000, width: box.width, height: box.height)
      }
    }
    #expect(try flow(askew).flatMap { $0 } == wanted)
  }

  @Test("survives blocks whose boxes overlap their neighbours", arguments: [10, 25, 40])
  func overlapping(by margin: Int) throws {
    let wanted = try flow(twoStories).flatMap { $0 }
    let grown = twoStories.map { block in
      block.map { line in
        let box = line.box
        return Placed(
          line.text, x: box.left - margin, y: box.top - margin / 2, width: box.width + 2 * margin,
          height: box.height + margin)
      }
    }
    #expect(try flow(grown).flatMap { $0 } == wanted)
  }

  @Test("a block that holds two columns is taken apart, however its lines are ordered")
  func twoColumnsInOne() throws {
    let left = column(
      x: 100, y: 100,
      [
        "the ferry was late again on", "Tuesday because a cow stood in", "the wheelhouse and could",
        "not be moved before it was", "light",
      ])
    let right = column(
      x: 700, y: 100,
      [
        "and the owner came to fetch", "her home, who said that the", "cow did not read notices and",
        "that he could not read them", "either.",
      ])
    let rows = zip(left, right).flatMap { [$0, $1] }
    let wanted = (left + right).map(\.text)
    #expect(try flow([rows]).flatMap { $0 } == wanted)
    var order = SeededNumbers(seed: 3)
    for _ in 0..<20 { #expect(try flow([order.shuffled(rows)]).flatMap { $0 } == wanted) }
  }

  @Test("lines without words keep their place")
  func emptyLines() throws {
    var block = column(x: 100, y: 100, ["the first line of the block", "", "the third line of the block."])
    block.append(Placed("", x: 100, y: 250, width: 0, height: 0))
    #expect(try flow([block]).flatMap { $0 } == block.map(\.text))
  }

  @Test("boxes that are all the same lose no line")
  func sameBoxes() throws {
    let heap = (0..<6).map { [Placed("line \($0)", x: 10, y: 10, width: 100, height: 20)] }
    #expect(try flow(heap).flatMap { $0 }.sorted() == heap.flatMap { $0 }.map(\.text))
  }
}
