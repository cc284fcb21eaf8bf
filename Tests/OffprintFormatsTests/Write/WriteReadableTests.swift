import OffprintKit
import OffprintModel
import Testing

@testable import OffprintFormats

@Suite("csv and markdown")
struct WriteReadableTests {
  /// Fields of RFC 4180, read by the rules of the RFC and nothing of ours.
  private func rows(of text: String) -> [[String]] {
    var rows: [[String]] = [[""]]
    var isQuoted = false
    var scalars = Array(text.unicodeScalars)[...]
    while let scalar = scalars.popFirst() {
      switch (scalar, isQuoted) {
      case ("\"", true) where scalars.first == "\"":
        scalars.removeFirst()
        rows[rows.count - 1][rows[rows.count - 1].count - 1] += "\""
      case ("\"", _): isQuoted.toggle()
      case (",", false): rows[rows.count - 1].append("")
      case ("\r", false): break
      case ("\n", false): rows.append([""])
      default: rows[rows.count - 1][rows[rows.count - 1].count - 1].unicodeScalars.append(scalar)
      }
    }
    if rows.last == [""] { rows.removeLast() }
    return rows
  }

  @Test("csv has a row for each article, as wide as its header")
  func csv() throws {
    var issue = WriteFixture.issue()
    issue.publication.title = "Tagblatt, \"der\" Anzeiger"
    let products = try WriteFixture.products(CSVWriter.self, ["text": "true"], of: issue)
    let all = rows(of: CSVWriter.spec.header + products.map(\.text).joined())
    #expect(all[0] == CSVWriter.columns)
    #expect(all.count == products.count + 1)
    #expect(all.allSatisfy { $0.count == CSVWriter.columns.count })
    let first = Dictionary(uniqueKeysWithValues: zip(all[0], all[1]))
    #expect(first["id"] == issue.articles[1].id)
    #expect(first["newspaper"] == "Tagblatt, \"der\" Anzeiger")
    #expect(
      [first["date"], first["number"], first["pages"], first["section"]] == ["1871-03-02", "51", "1 2", "Lokales"])
    #expect(first["labels"]?.hasPrefix("genre=Current; genre=Update; subject=Feuer & Brand") == true)
    #expect(first["flags"]?.contains("soft-hyphens=2") == true)
    #expect(first["text"]?.contains("Speicher aus, der Kohlen- und Holzvorrat & Zucker") == true)
    #expect(try WriteFixture.products(CSVWriter.self, ["furniture": "true"]).count == products.count + 2)
    #expect(try WriteFixture.products(CSVWriter.self).allSatisfy { $0.text.hasSuffix(",\r\n") })
  }

  @Test("markdown reads as it was printed: headline first, tables as tables, signs as signs")
  func markdown() throws {
    let products = try WriteFixture.products(MarkdownWriter.self)
    let first = products[0].text
    #expect(first.hasPrefix("# "))
    #expect(first.contains("Kohlen- und Holzvorrat \\& Zucker"))
    #expect(first.contains("\n\n| "))
    #expect(first.contains("\n|  |  |\n| --- | --- |\n"))
    #expect(first.hasSuffix("</small>\n\n---\n\n"))
    #expect(first.contains("<small>Tagblatt \\& Anzeiger, 1871-03-02, pages 1, 2, "))
    #expect(try WriteFixture.products(MarkdownWriter.self, ["furniture": "true"]).count == products.count + 2)
  }

  @Test("lines stand in one row if each is right of the one before, though their boxes reach into each other")
  func rowsOfTables() {
    var builder = PageBuilder(name: "p")
    builder.beginBlock(id: "t", kind: .table)
    // The first row falls to the right, so that its end stands as high as the start of the second.
    for (text, x, y) in [("a", 0, 0), ("b", 95, 15), ("c", 300, 30), ("d", 0, 45), ("e", 95, 60)] {
      builder.beginLine(box: Box(x: x, y: y, width: 100, height: 40))
      builder.addWord(text.utf8, box: .unknown)
    }
    var issue = Issue(id: "i")
    issue.pages = [builder.finish()]
    let table = Component(.table, lines: (0..<5).map { LineRef(page: 0, line: $0) })
    let rows = TableRows(of: table, in: issue).rows.map { $0.map(\.text.string) }
    #expect(rows == [["a", "b", "c"], ["d", "e"]])
  }

  @Test(
    "Signs that mean something in Markdown are escaped, and no others",
    arguments: [
      ("- 3 kr.", "\\- 3 kr."), ("3. März", "3\\. März"), ("am 3. März", "am 3. März"), ("a*b_c", "a\\*b\\_c"),
      ("# 5 <b>", "\\# 5 \\<b\\>"), ("12) So", "12\\) So"), ("Ja! (so)", "Ja! (so)"),
    ])
  func escapes(text: String, expected: String) { #expect(MarkdownWriter.escaped(text) == expected) }
}
