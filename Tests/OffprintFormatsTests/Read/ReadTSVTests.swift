import OffprintDiagnostics
import OffprintKit
import OffprintModel
import Testing

@testable import OffprintFormats

private let names = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext"

/// Rows with tabs for the spaces between their figures; the text is what stands behind `|`.
private func rows(_ rows: [String]) -> String {
  rows.map { row in
    let parts = row.split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
    let text = parts.count > 1 ? String(parts[1]) : ""
    return (parts[0].split(separator: " ").map(String.init) + [text]).joined(separator: "\t")
  }.joined(separator: "\n") + "\n"
}

@Suite struct ReadTSVTests {
  private func read(_ text: String) throws -> (issue: OffprintModel.Issue, warnings: [Diagnostic]) {
    let (issues, context) = try ReadFolder(["p1.tsv": text]).read(TesseractTSVReader(.init()))
    return (issues[0], context.warnings)
  }

  @Test func tablesOneBehindTheOtherAreOfPagesOfTheirOwn() throws {
    let word = "5 1 1 1 1 1 10 10 100 40 96|"
    let (issue, warnings) = try read(names + "\n" + rows([word + "One"]) + names + "\n" + rows([word + "Two"]))
    #expect(issue.pages.map { $0.lines.map(\.text) } == [["One"], ["Two"]])
    #expect(issue.pages.map(\.name) == ["p1", "p1-2"] && warnings.isEmpty)
  }

  @Test func levelsArePagesBlocksLinesAndWords() throws {
    let (issue, warnings) = try read(
      names + "\n"
        + rows([
          "1 1 0 0 0 0 0 0 1000 2000 -1", "2 1 1 0 0 0 10 20 90 40 -1", "3 1 1 1 0 0 10 20 90 40 -1",
          "4 1 1 1 1 0 10 20 90 20 -1", "5 1 1 1 1 1 10 20 30 20 96.5|Vom", "5 1 1 1 1 2 50 20 50 20 -1|Ha\u{AD}",
          "4 1 1 1 2 0 10 40 90 20 -1", "5 1 1 1 2 1 10 40 30 20 101|fen", "3 1 1 2 0 0 0 60 9 9 -1",
          "4 1 1 2 1 0 0 60 9 9 -1", "5 1 1 2 1 1 0 60 9 9 95| ", "1 2 0 0 0 0 0 0 900 800 -1",
          "2 2 1 0 0 0 1 2 3 4 -1", "3 2 1 1 0 0 1 2 3 4 -1", "4 2 1 1 1 0 1 2 3 4 -1", "5 2 1 1 1 1 1 2 3 4 50|zwei",
        ]))
    #expect(issue.pages.map(\.name) == ["p1", "p1-2"])
    let page = issue.pages[0]
    #expect(page.size == Box(left: 0, top: 0, right: 1000, bottom: 2000))
    #expect(page.blocks.map(\.id) == ["b1p1", "b1p2"])
    #expect(page.blocks[0].box == Box(left: 10, top: 20, right: 100, bottom: 60))
    #expect(page.lines.map(\.text) == ["Vom Ha\u{AD}", "fen", ""])
    #expect(page.lines.map(\.markLength) == [2, 0, 0])
    #expect(page.words.map(\.confidence) == [0.97, nil, nil])
    #expect(page.words[1].box == Box(left: 50, top: 20, right: 100, bottom: 40))
    #expect(issue.pages[1].lines.map(\.text) == ["zwei"])
    #expect(warnings.isEmpty)
  }

  @Test func columnsAreKnownByTheirNames() throws {
    let table =
      "text\tlevel\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\r\n"
      + "eins\t5\t1\t1\t1\t1\t1\t0\t0\t9.6\t9\t80\r\nzwei\t5\t1\t1\t1\t2\t1\t0\t10\t9\t9\t80\r\n"
    #expect(try read(table).issue.pages[0].lines.map(\.text) == ["eins", "zwei"])
    let bare = rows(["5 1 1 1 1 1 0 0 9 9 80|eins", "5 1 2 1 1 1 0 0 9 9 80|zwei"])
    #expect(try read(bare).issue.pages[0].blocks.map(\.id) == ["b1p1", "b2p1"])
  }

  @Test func brokenRowsLoseNothing() throws {
    let (issue, warnings) = try read(
      names + "\n"
        + rows([
          "5 1 1 1 1 1 0 0 9 9 80|a\tb", "5 1 1 1 1 2 0 0 x 9 80|c", "5 1 1 1|d", "7 1 1 1 1 3 0 0 9 9 80|e",
        ]) + "f g\n5\t1\t1\t1\t1\t4\t0\t0\t9\t9\t80")
    #expect(issue.pages[0].lines.map(\.text) == ["a b c d e f g"])
    #expect(
      warnings.map(\.summary) == [
        "2 rows have not the table's columns; the first is here",
        "1 row has more fields than the table has columns; the first is here",
        "1 row has a place that no page has; the first is here",
        "1 row has a level other than 1 to 5; the first is here",
      ])
    #expect(warnings.map(\.place?.line) == [4, 2, 3, 5])
  }

  @Test func whatIsTakenAndWhatNot() throws {
    let folder = try ReadFolder([
      "bote_1858-12-07/10.tsv": names + "\n" + rows(["5 1 1 1 1 1 0 0 9 9 80|zehn"]),
      "bote_1858-12-07/9.tsv": names + "\n" + rows(["5 1 1 1 1 1 0 0 9 9 80|neun"]),
      "bote_1858-12-07/list.tsv": "title\tdate\nbote\t1858\n",
    ])
    var settings = TesseractTSVReader.Settings()
    settings.language = "de"
    let issue = try folder.read(TesseractTSVReader(settings)).issues[0]
    #expect(issue.date?.iso == "1858-12-07")
    #expect(issue.pages.map(\.name) == ["9", "10"])
    #expect(issue.language == "de")
    #expect(throws: Diagnostic.self) { try ReadFolder(["a.tsv": "a\tb\n"]).read(TesseractTSVReader(.init())) }
  }
}
