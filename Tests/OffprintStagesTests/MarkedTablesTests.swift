import OffprintKit
import OffprintTesting
import Testing

@testable import OffprintStages

@Suite("Tables that the source marks")
struct MarkedTablesTests {
  typealias Placed = Example.PlacedLine

  private static let rows = [
    ["Eggs, the dozen", "3.20", "3.10"], ["Butter", "1.05", "1.00"], ["Potatoes", "4.60", "4.50"],
    ["A gallon of milk", "0.90", "0.80"],
  ]

  /// Cells, row by row, on a page that lies askew by so many units in a thousand.
  private static func cells(rise: Int = 0) -> [[Placed]] {
    rows.enumerated().map { row, texts in
      texts.enumerated().map { column, text in
        let x = [100, 900, 1700][column]
        return Placed(text, x: x, y: 400 + 50 * row + rise * x / 1000, width: column == 0 ? 350 : 90, height: 40)
      }
    }
  }

  private static let heading = Placed("MARKET PRICES", x: 700, y: 200, width: 600, height: 80)
  private static let text = (0..<6).map { row in
    Placed(
      row == 5 ? "than a week ago." : "the prices of today were lower by \(row) pence", x: 100, y: 700 + 45 * row,
      width: row == 5 ? 300 : 1700, height: 40)
  }

  /// - Parameter blocks: the blocks of the table; of several it is said that they are one.
  private func issue(_ blocks: [[Placed]]) -> OffprintKit.Issue {
    var builder = DocumentBuilder(language: "en")
    builder.page { page in
      page.block(placed: [Self.heading])
      for block in blocks { page.block(kind: .table, placed: block) }
      page.block(placed: Self.text)
    }
    var issue = builder.issue
    if blocks.count > 1 { issue.pages[0].tables = [Array(1...blocks.count)] }
    return issue
  }

  private func run(_ stages: [String], on issue: OffprintKit.Issue) throws -> OffprintKit.Issue {
    var issue = issue
    for name in stages { try #require(BuiltinStages.registry.stages[name]).make([:]).run(on: &issue) }
    return issue
  }

  private func table(_ issue: OffprintKit.Issue) throws -> [[String]] {
    let page = issue.pages[0]
    return try #require(page.flow).paragraphs.map { $0.lines.map { page.lines[$0].text } }
  }

  @Test("one paragraph, row by row, whatever the blocks and the order in the file", arguments: [-15, -4, 0, 4, 15])
  func rows(rise: Int) throws {
    let cells = Self.cells(rise: rise)
    let columns = (0..<3).map { column in cells.map { $0[column] } }
    let orders = [
      [cells.flatMap(\.self)], [columns.flatMap(\.self)], columns, cells, cells.flatMap { $0.map { [$0] } },
      columns.flatMap { $0.map { [$0] } }.reversed(),
    ]
    for blocks in orders {
      let paragraphs = try table(run(["reflow-columns"], on: issue(blocks)))
      #expect(paragraphs.count == 3)
      #expect(paragraphs[1] == Self.rows.flatMap(\.self))
    }
  }

  @Test("a cell of two lines does not pull two rows together")
  func tallCells() throws {
    var cells = Self.cells().flatMap(\.self)
    cells[3] = Placed("Butter", x: 100, y: 420, width: 350, height: 80)
    let lines = try table(run(["reflow-columns"], on: issue([cells])))[1]
    #expect(lines.filter { $0.contains(".") } == Self.rows.flatMap { $0.dropFirst() })
  }

  @Test("what the source says of cells counts, and not where their lines stand")
  func cellsOfTheSource() throws {
    var builder = PageBuilder(name: "1")
    builder.beginBlock(id: "t", kind: .table)
    // Column by column, the second row's first cell of two lines, the last as high as the one before it.
    let lines = [("a", 0, 0, 0), ("c", 1, 0, 50), ("d", 1, 0, 90), ("b", 0, 1, 60), ("e", 1, 1, 60)]
    for (text, row, column, top) in lines {
      builder.setCell(TableCell(row: row, column: column))
      let box = Box(x: 100 + 400 * column, y: top, width: 300, height: 40)
      builder.beginLine(box: box)
      builder.addWord(text.utf8, box: box)
    }
    var issue = Issue(id: "i")
    issue.pages = [builder.finish()]
    #expect(try table(run(["reflow-columns"], on: issue)) == [["a", "b", "c", "d", "e"]])
  }

  @Test("columns of figures that the source takes for one row are rows; lines of words that stand so are not")
  func rowsOfFigures() throws {
    var builder = PageBuilder(name: "1")
    builder.beginBlock(id: "t", kind: .table)
    // In the file the lines of the second head stand upside down.
    let cells = [
      [["Prime"], ["Compagnies", "diverses"], ["Sociétés", "réunies"]], [["20 ans"], ["164", "222"], ["198", "263"]],
    ]
    for (row, columns) in cells.enumerated() {
      for (column, texts) in columns.enumerated() {
        builder.setCell(TableCell(row: row, column: column))
        for (place, text) in (column == 2 ? Array(texts.enumerated().reversed()) : Array(texts.enumerated())) {
          let box = Box(x: 100 + 400 * column, y: 200 * row + 60 * place, width: 300, height: 40)
          builder.beginLine(box: box)
          builder.addWord(text.utf8, box: box)
        }
      }
    }
    var issue = Issue(id: "i")
    issue.pages = [builder.finish()]
    #expect(
      try table(run(["reflow-columns"], on: issue)) == [
        ["Prime", "Compagnies", "diverses", "Sociétés", "réunies", "20 ans", "164", "198", "222", "263"]
      ])
  }

  @Test("lines without a place stay behind the one before them")
  func withoutPlaces() throws {
    let cells = Self.cells()
    let order = TableLines(boxes: [cells[1][0].box, .unknown, cells[0][1].box, cells[0][0].box]).ordered([0, 1, 2, 3])
    #expect(order == [3, 2, 0, 1])
    #expect(TableLines(boxes: [.unknown, .unknown]).ordered([0, 1]) == [0, 1])
  }

  @Test("two tables that nobody calls one stay two")
  func twoTables() throws {
    var issue = issue([Self.cells()[0], Self.cells()[1]])
    issue.pages[0].tables = []
    #expect(try table(run(["reflow-columns"], on: issue)).count == 4)
  }

  @Test("an article has it as one part of the role table, a jump line in it included")
  func articles() throws {
    for last in ["A gallon of milk", "Continued on page 4"] {
      var blocks = Self.cells().flatMap { $0.map { [$0] } }
      blocks[9] = [Placed(last, x: 100, y: 550, width: 350, height: 40)]
      let found = try run(["reflow-columns", "segment-articles"], on: issue(blocks))
      let parts = found.articles.flatMap(\.components).filter { part in
        part.lines.contains { found[line: $0].block.kind == .table }
      }
      #expect(parts.map(\.role) == [.table])
      #expect(parts.first?.lines.count == 12)
    }
  }

  @Test("what the publisher calls a table is put in rows too")
  func publisher() throws {
    var issue = try run(["reflow-columns"], on: issue([(0..<3).flatMap { column in Self.cells().map { $0[column] } }]))
    let lines = (1...12).map { LineRef(page: 0, line: $0) }
    issue.markup = PublisherMarkup(
      source: "test", articles: [Article(components: [Component(.table, lines: lines)])])
    issue = try run(["segment-articles"], on: issue)
    let part = try #require(issue.articles.first?.components.first)
    #expect(part.lines.map { issue[line: $0].text } == Self.rows.flatMap(\.self))
  }

  @Test("a short table is no heading")
  func noHeading() {
    var units = Units()
    units.add("Wheat") { ($0.blockKind, $0.height, $0.gapAbove) = (.table, 2, 3) }
    units.text()
    var marked = units.all
    HeadingLook.mark(&marked)
    #expect(marked[0].isText && marked[0].look == 0)
  }
}
