import OffprintKit
import OffprintStages
import Testing

/// Columns that stand side by side on text pages, as scans and the programs that print them make them.
@Suite("Columns of text pages")
struct ReflowTextColumnsTests {
  private func page(_ sheet: TextSheet, _ settings: [String: SettingInput] = [:]) throws -> Page {
    var issue = ExampleRun.document(.text(sheet.text), language: "en")
    try #require(BuiltinStages.registry.stages["reflow-columns"]).make(settings).run(on: &issue)
    return issue.pages[0]
  }

  private func read(_ page: Page) -> [String] { (page.flow?.lines ?? []).map { page.lines[$0].text } }

  private let left = TextSheet.set(TextSheet.harbour, measure: 30)
  private let middle = TextSheet.set(TextSheet.school, measure: 30)
  private let right = TextSheet.set(TextSheet.theatre, measure: 30)

  @Test("lean with the scan", arguments: [-0.12, -0.05, 0.04, 0.12])
  func tilted(lean: Double) throws {
    var sheet = TextSheet()
    for (column, lines) in [left + left, middle + middle, right + right].enumerated() {
      sheet.put(lines, row: 1, cell: 6 + column * 34, lean: lean)
    }
    #expect(try read(page(sheet)) == left + left + middle + middle + right + right)
  }

  @Test("keep their lines where those beside them push them aside in row after row")
  func pushed() throws {
    var sheet = TextSheet()
    // The type of the first column is smaller in its lower half: its lines have more letters than it has cells.
    let small = TextSheet.set(TextSheet.harbour, measure: 40)
    sheet.put(left + small, row: 1, cell: 0)
    sheet.put(middle + middle, row: 1, cell: 34)
    sheet.put(right + right, row: 1, cell: 68)
    #expect(try read(page(sheet)) == left + small + middle + middle + right + right)
  }

  @Test("may have two lines in one row")
  func twoInOneRow() throws {
    var sheet = TextSheet()
    // Rows of the middle column are a little lower than those beside it, until it has caught up with one row less.
    for (rank, line) in middle.enumerated() { sheet.put(line, row: rank < 6 ? rank + 2 : rank + 1, cell: 34) }
    sheet.put(left, row: 1, cell: 0)
    sheet.put(right, row: 1, cell: 68)
    let page = try page(sheet)
    #expect(read(page) == left + middle + right)
    #expect(page.lines.count == left.count + middle.count + right.count)
  }

  @Test("have the upper of two lines in a row right of the lower, if the words say so")
  func upperLineOnTheRight() throws {
    var sheet = TextSheet()
    let upper = try #require((3..<middle.count - 3).first { middle[$0].hasSuffix(".") })
    // It fell into the row of the line below it, and begins a little further right.
    for (rank, line) in middle.enumerated() where rank != upper { sheet.put(line, row: rank + 1, cell: 0) }
    sheet.put(middle[upper], row: upper + 2, cell: 1)
    sheet.put(left, row: 1, cell: 34)
    sheet.put(right, row: 1, cell: 68)
    let found = try read(page(sheet))
    #expect(found == middle + left + right)
  }

  @Test("are other ones below a headline over the page")
  func bands() throws {
    var sheet = TextSheet()
    let above = [left + left, middle + middle, right + right]
    for (column, lines) in above.enumerated() { sheet.put(lines, row: 1, cell: column * 34) }
    let below = (above.map(\.count).max() ?? 0) + 2
    sheet.put("THE WIDE COLUMNS OF THE NOTICES BELOW, OVER THE WHOLE BREADTH OF THE PAGE", row: below, cell: 8)
    let wide = [TextSheet.theatre, TextSheet.harbour].map {
      TextSheet.set($0 + " " + TextSheet.school + " " + $0 + " " + TextSheet.school, measure: 45)
    }
    sheet.put(wide[0], row: below + 2, cell: 0)
    sheet.put(wide[1], row: below + 2, cell: 51)
    let page = try page(sheet)
    let headline = "THE WIDE COLUMNS OF THE NOTICES BELOW, OVER THE WHOLE BREADTH OF THE PAGE"
    #expect(read(page) == above.flatMap { $0 } + [headline] + wide[0] + wide[1])
    #expect(page.flow?.paragraphs.first { $0.lines.contains { page.lines[$0].text == headline } }?.column == nil)
  }

  @Test("are told with the lines from which on they hold")
  func decisions() throws {
    var sheet = TextSheet()
    sheet.put(left, row: 1, cell: 2)
    sheet.put(middle, row: 1, cell: 36)
    var issue = ExampleRun.document(.text(sheet.text), language: "en")
    try #require(BuiltinStages.registry.stages["reflow-columns"]).make([:]).run(on: &issue)
    let columns = issue.decisions.filter { $0.choice == "columns" }
    #expect(columns.map(\.reason) == ["from line 1 on lines begin again and again at the cells 2, 36"])
  }

  @Test("are not cut between sentences where two spaces stand after each")
  func spacedSentences() throws {
    let spaced = [left, right].map { lines in lines.map { $0.replacing(". ", with: ".  ") } }
    var sheet = TextSheet()
    sheet.put(spaced[0] + spaced[0], row: 1, cell: 0)
    sheet.put(spaced[1] + spaced[1], row: 1, cell: 36)
    let short = "It rained.  It blew.  It froze."
    for row in 40..<60 { sheet.put(short, row: row, cell: 0) }
    for row in 40..<60 { sheet.put(short, row: row, cell: 36) }
    let page = try page(sheet)
    #expect(page.lines.filter { $0.text.hasPrefix("It rained.") }.allSatisfy { $0.words.count == 6 })
  }

  @Test("are found where each of their blocks stands in one row")
  func blocksInRows() throws {
    var sheet = TextSheet()
    let blocks = [TextSheet.harbour, TextSheet.school, TextSheet.theatre]
    for (rank, block) in (blocks + blocks).enumerated() {
      sheet.put("Left \(rank). \(block)", row: 1 + rank * 7, cell: 20)
      sheet.put("Right \(rank). \(block)", row: 4 + rank * 7, cell: 800)
    }
    let heads = try read(page(sheet)).map { $0.prefix { $0 != "." } }
    #expect(heads == (0..<6).map { "Left \($0)" } + (0..<6).map { "Right \($0)" })
  }

  @Test("need not be more than one: what is far too long for it is cut into its lines")
  func overlongRow() throws {
    var sheet = TextSheet()
    sheet.put(left[0..<6].map { $0 }, row: 1, cell: 4)
    for line in left[6..<11] { sheet.put(line, row: 7, cell: 4) }
    sheet.put(left[11...].map { $0 }, row: 8, cell: 4)
    let found = try read(page(sheet))
    #expect(found == left)
    #expect(try page(sheet, ["columns": .scalar("1")]).lines.count == left.count - 4)
  }

  @Test("have paragraphs where lines are set in, not where they were pushed aside")
  func pushedIsNotSetIn() throws {
    let right = [
      "The council sat until the cows", "came home, and then it closed.", "The mayor said that it was so",
      "every time, and went to sleep.", "  The cows have a bell now for", "the days on which the council",
      "is to close before midnight.",
    ]
    var sheet = TextSheet()
    for (rank, line) in left[0..<7].enumerated() {
      sheet.put(rank == 2 ? line + ", they" : line, row: rank + 1, cell: 0)
    }
    sheet.put(right, row: 1, cell: 33)
    let page = try page(sheet)
    let paragraphs = (page.flow?.paragraphs ?? []).filter { $0.column == 1 || $0.lines.count < 7 }
    #expect(paragraphs.last.map { $0.lines.map { page.lines[$0].text } } == right[4...].map { $0.trimmed })
    #expect(!paragraphs.contains { page.lines[$0.lines[0]].text.hasPrefix("The mayor") })
  }
}

extension String {
  fileprivate var trimmed: String { String(drop { $0 == " " }) }
}
