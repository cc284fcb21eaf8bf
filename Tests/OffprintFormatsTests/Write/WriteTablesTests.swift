import OffprintKit
import OffprintModel
import OffprintTesting
import OffprintXML
import Testing

@testable import OffprintFormats

/// One table as each format has it: a head over two columns, a cell over two rows, one of two lines, an empty one.
private enum TableFile: String, CaseIterable {
  case pageRoles, pageCells, abbyy, tei

  /// Row, column, rows, columns, whether it is a head, lines.
  private static let cells: [(Int, Int, Int, Int, Bool, [String])] = [
    (0, 0, 1, 2, true, ["Ware"]), (0, 2, 1, 1, true, ["Preis"]),
    (1, 0, 2, 1, false, ["Brot"]), (1, 1, 1, 1, false, ["weiß"]), (1, 2, 1, 1, false, ["3"]),
    (2, 1, 1, 1, false, ["schwarz"]), (2, 2, 1, 1, false, ["2"]),
    (3, 0, 1, 1, false, ["Kartoffeln", "aus Holland"]), (3, 1, 1, 1, false, []), (3, 2, 1, 1, false, ["4"]),
  ]

  private static func rows(_ cell: (_ index: Int) -> String) -> [String] {
    (0..<4).map { row in cells.indices.filter { cells[$0].0 == row }.map(cell).joined() }
  }

  private static func pageLines(_ cell: Int) -> String {
    cells[cell].5.map { "<TextLine><TextEquiv><Unicode>\($0)</Unicode></TextEquiv></TextLine>" }.joined()
  }

  var text: String {
    switch self {
    case .pageRoles:
      // Regions stand in any order: the roles say where they belong.
      let regions = Self.cells.indices.reversed().map { index in
        let (row, column, rows, columns, isHead, _) = Self.cells[index]
        return "<TextRegion id=\"c\(index)\"><Roles><TableCellRole rowIndex=\"\(row)\" columnIndex=\"\(column)\""
          + " rowSpan=\"\(rows)\" colSpan=\"\(columns)\" header=\"\(isHead)\"/></Roles>\(Self.pageLines(index))</TextRegion>"
      }
      return pageXML("<TableRegion id=\"t\">\(regions.joined())</TableRegion>")
    case .pageCells:
      let cells = Self.cells.indices.map { index in
        let (row, column, rows, columns, _, _) = Self.cells[index]
        return "<TableCell row=\"\(row)\" col=\"\(column)\" rowSpan=\"\(rows)\" colSpan=\"\(columns)\">"
          + "\(Self.pageLines(index))</TableCell>"
      }
      return pageXML("<TableRegion id=\"t\">\(cells.joined())</TableRegion>")
    case .abbyy:
      let rows = Self.rows { index in
        let lines = Self.cells[index].5.map { "<line><formatting lang=\"\">\($0)</formatting></line>" }.joined()
        return
          "<cell rowSpan=\"\(Self.cells[index].2)\" colSpan=\"\(Self.cells[index].3)\"><text><par>\(lines)</par></text>"
          + "</cell>"
      }
      return "<document xmlns=\"http://www.abbyy.com/FineReader_xml/FineReader10-schema-v1.xml\"><page>"
        + "<block blockType=\"Table\">\(rows.map { "<row>\($0)</row>" }.joined())</block></page></document>"
    case .tei:
      let rows = Self.rows { index in
        let (_, _, rows, columns, _, lines) = Self.cells[index]
        return "<cell rows=\"\(rows)\" cols=\"\(columns)\">\(lines.joined(separator: "<lb/>"))</cell>"
      }
      return "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><text><body><div><table>"
        + "<row role=\"label\">\(rows[0])</row>\(rows.dropFirst().map { "<row>\($0)</row>" }.joined())"
        + "</table></div></body></text></TEI>"
    }
  }

  var namesHeads: Bool { self == .pageRoles || self == .tei }

  func read() throws -> OffprintModel.Issue { try Self.read(text, isTEI: self == .tei, isABBYY: self == .abbyy) }

  static func read(_ text: String, isTEI: Bool, isABBYY: Bool = false) throws -> OffprintModel.Issue {
    let folder = try ReadFolder(["p1.xml": text])
    if isABBYY { return try folder.read(ABBYYXMLReader(.init())).issues[0] }
    return isTEI ? try folder.read(TEIReader(.init())).issues[0] : try folder.read(PAGEXMLReader(.init())).issues[0]
  }
}

@Suite struct WriteTablesTests {
  /// The table of an issue as an article, its lines by cells.
  private func table(_ issue: OffprintModel.Issue) -> OffprintModel.Issue {
    var issue = issue
    let lines = issue.pages[0].lines.filter { $0.cell != nil }.sorted { a, b in
      let (x, y) = (a.cell ?? TableCell(row: 0, column: 0), b.cell ?? TableCell(row: 0, column: 0))
      return (x.row, x.column, a.index) < (y.row, y.column, b.index)
    }
    issue.articles = [
      Article(
        id: "a", type: .table, components: [Component(.table, lines: lines.map { LineRef(page: 0, line: $0.index) })])
    ]
    return issue
  }

  private func rows(_ issue: OffprintModel.Issue) -> [[TableRows.Cell]] {
    TableRows(of: issue.articles[0].components[0], in: issue).rows
  }

  private func told(_ issue: OffprintModel.Issue) -> [[String]] {
    rows(issue).map { row in
      row.map { cell in
        cell.text.string + (cell.rowSpan > 1 ? " over \(cell.rowSpan) rows" : "")
          + (cell.columnSpan > 1 ? " over \(cell.columnSpan) columns" : "")
      }
    }
  }

  private static let expected = [
    ["Ware over 2 columns", "Preis"], ["Brot over 2 rows", "weiß", "3"], ["schwarz", "2"],
    ["Kartoffeln aus Holland", "", "4"],
  ]

  @Test("rows, columns and spans are those of the source", arguments: TableFile.allCases)
  fileprivate func cells(file: TableFile) throws {
    let issue = table(try file.read())
    #expect(told(issue) == Self.expected)
    #expect(rows(issue).map { $0.map(\.isHead) }[0] == [file.namesHeads, file.namesHeads])
    #expect(rows(issue).dropFirst().joined().allSatisfy { !$0.isHead })
  }

  @Test("page-xml and tei say what they were told, and what they write is read as the same table")
  fileprivate func roundTrips() throws {
    for file in TableFile.allCases {
      let issue = table(try file.read())
      let page = try WriteFixture.products(PAGEXMLWriter.self, of: issue)[0]
      #expect(told(table(try TableFile.read(page.text, isTEI: false))) == Self.expected)
      let tei = try WriteFixture.products(TEIWriter.self, of: issue)[0]
      #expect(told(table(try TableFile.read(tei.text, isTEI: true))) == Self.expected)
    }
  }

  @Test("NITF has heads and spans, Markdown an empty cell under each span")
  fileprivate func texts() throws {
    let issue = table(try TableFile.tei.read())
    let nitf = try WriteFixture.products(NITFWriter.self, ["authority": "example.org,2026"], of: issue)[0].text
    #expect(nitf.contains("<th colspan=\"2\">Ware</th>"))
    #expect(nitf.contains("<td rowspan=\"2\">Brot</td>"))
    let markdown = try WriteFixture.products(MarkdownWriter.self, of: issue)[0].text
    #expect(
      markdown.contains(
        """
        | Ware |  | Preis |
        | --- | --- | --- |
        | Brot | weiß | 3 |
        |  | schwarz | 2 |
        | Kartoffeln aus Holland |  | 4 |
        """))
  }

  @Test("a text has its lines where they begin, also in a cell of several lines")
  fileprivate func starts() throws {
    let issue = table(try TableFile.abbyy.read())
    let text = ArticleText(of: issue.articles[0], in: issue).parts[0].text
    #expect(text.string == "Ware\tPreis\nBrot\tweiß\t3\nschwarz\t2\nKartoffeln aus Holland\t\t4")
    let scalars = Array(text.string.unicodeScalars)
    let lines = issue.articles[0].lines.map { issue[line: $0].text }
    #expect(text.starts.count == lines.count)
    for (start, line) in zip(text.starts, lines) {
      #expect(String(String.UnicodeScalarView(scalars[start...].prefix(line.unicodeScalars.count))) == line)
    }
  }

  @Test("a row of the source that is read as several is several, and what spans it spans them")
  fileprivate func severalRows() throws {
    var builder = PageBuilder(name: "1")
    builder.beginBlock(id: "t", kind: .table)
    let lines = [
      ("a", 0, 0, 2), ("b", 0, 1, 1), ("1", 1, 1, 1), ("2", 1, 2, 1), ("3", 1, 1, 1), ("4", 1, 2, 1), ("c", 2, 0, 1),
    ]
    for (text, row, column, rows) in lines {
      builder.setCell(TableCell(row: row, column: column, rowSpan: rows))
      builder.beginLine()
      builder.addWord(text.utf8)
    }
    var issue = Issue(id: "i", pages: [builder.finish()])
    issue.articles = [
      Article(components: [Component(.table, lines: lines.indices.map { LineRef(page: 0, line: $0) })])
    ]
    #expect(told(issue) == [["a over 3 rows", "b"], ["1", "2"], ["3", "4"], ["c"]])
  }

  @Test("places that no table has are none, and cost nothing")
  fileprivate func impossible() throws {
    let far = [("row", 1_000_000_000, 0), ("col", 0, 1_000_000_000), ("below", -1, 0)].map { name, row, column in
      "<TableCell row=\"\(row)\" col=\"\(column)\"><TextLine><TextEquiv><Unicode>\(name)</Unicode></TextEquiv></TextLine>"
        + "</TableCell>"
    }
    let issue = try TableFile.read(pageXML("<TableRegion id=\"t\">\(far.joined())</TableRegion>"), isTEI: false)
    #expect(issue.pages[0].lines.map(\.text) == ["row", "col", "below"])
    #expect(issue.pages[0].lines.allSatisfy { $0.cell == nil })
  }
}
