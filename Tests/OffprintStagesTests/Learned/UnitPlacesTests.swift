import OffprintKit
import Testing

@testable import OffprintStages

@Suite("Where units stand")
struct UnitPlacesTests {
  /// A text, a centred heading nearer to the text under it, and a name at the right.
  private static let column = SetPage.units { page in
    page.text(6, y: 0)
    page.line("THE FLOOD", x: 200, y: 300) { ($0.width, $0.height) = (200, 60) }
    page.text(6, y: 370) { ($0.indent, $0.rest) = (40, 150) }
    page.line("J. QUILL", x: 350, y: 610) { $0.width = 250 }
  }

  @Test("space above and below is counted in lines")
  func gaps() {
    let units = Self.column
    #expect(units[1].gapAbove == 1.5 && units[1].gapBelow == 0.25)
    #expect(units[0].gapBelow == 1.5 && units[2].gapAbove == 0.25)
    #expect(units[3].gapAbove == 0)
    #expect(units[1].gapDifference == 1.25)
  }

  @Test("nothing stands above the first or below the last")
  func ends() {
    let units = Self.column
    #expect(units.map(\.isTopOfColumn) == [true, false, false, false])
    #expect(units.map(\.isFootOfColumn) == [false, false, false, true])
    #expect(units[0].gapAbove == UnitPlaces.open && units[3].gapBelow == UnitPlaces.open)
  }

  @Test("a line in the middle of the column, and one at its right")
  func margins() {
    let units = Self.column
    #expect(units.map(\.isCentred) == [false, true, false, false])
    #expect(units.map(\.isRight) == [false, false, false, true])
    #expect(abs(units[1].leftMargin - 1.0 / 3) < 0.01 && abs(units[1].rightMargin - 1.0 / 3) < 0.01)
    #expect(units[0].width == 1 && abs(units[1].width - 1.0 / 3) < 0.01)
  }

  @Test("the indent of the first line, and how much the last one fills")
  func indent() {
    let unit = Self.column[2]
    #expect(unit.indent == 1 && unit.lastFill == 0.75)
    #expect(Self.column[0].indent == 0 && Self.column[0].lastFill == 1)
  }

  @Test("the height on the page goes from 0 to 1")
  func height() {
    let tops = Self.column.map(\.top)
    #expect(tops.first == 0 && tops == tops.sorted() && tops.allSatisfy { (0...1).contains($0) })
  }

  @Test("a second column begins at its top, and stands beside the first")
  func columns() {
    let units = SetPage.units { page in
      page.text(6, y: 0)
      page.text(6, y: 260)
      page.text(10, x: 650, y: 0)
    }
    #expect(units.map(\.beginsColumn) == [false, false, true])
    #expect(units.map(\.isTopOfColumn) == [true, false, true])
    #expect(units.allSatisfy { $0.isBeside && !$0.isCentred })
    #expect(units.map(\.span) == [1, 1, 1])
  }

  @Test("a headline over both columns is as wide as two")
  func spanning() {
    let units = SetPage.units { page in
      page.line("A FLOOD IN THE LOWER TOWN", y: 0) { ($0.width, $0.height) = (1250, 80) }
      page.text(8, y: 100)
      page.text(8, x: 650, y: 100)
    }
    #expect(abs(units[0].span - 1250.0 / 600) < 0.01)
    #expect(units.map(\.isTopOfColumn) == [true, false, false])
    #expect(units[2].gapAbove == 0.5)
    #expect(!units[0].isBeside && units[1].isBeside)
  }

  @Test("a rule between two texts stands above the second")
  func rules() {
    func isUnderRule(_ put: @escaping (inout SetPage) -> Void) -> [Bool] {
      SetPage.units { page in
        page.text(6, y: 0)
        page.text(6, y: 300)
        put(&page)
      }.map(\.hasRuleAbove)
    }
    #expect(isUnderRule { $0.put(.separator, x: 200, y: 268, width: 200, height: 4) } == [false, true])
    #expect(isUnderRule { _ in } == [false, false])
    #expect(isUnderRule { $0.put(.separator, x: 200, y: 600, width: 200, height: 4) } == [false, false])
    #expect(isUnderRule { $0.put(.separator, x: 900, y: 268, width: 200, height: 4) } == [false, false])
    // Down the page, and a stain.
    #expect(isUnderRule { $0.put(.separator, x: 300, y: 0, width: 4, height: 540) } == [false, false])
    #expect(isUnderRule { $0.put(.separator, x: 300, y: 268, width: 20, height: 4) } == [false, false])
  }

  @Test("a picture directly above is seen, one farther off is not")
  func pictures() {
    let units = SetPage.units { page in
      page.put(.illustration, x: 0, y: 0, width: 600, height: 400)
      page.line("The mill after the flood", y: 410)
      page.text(6, y: 470)
      page.text(6, y: 720)
    }
    #expect(units.map(\.hasPictureAbove) == [true, true, false])
  }

  @Test("on text pages empty lines are the gaps, and the longest lines show the column")
  func textPages() {
    var issue = ExampleRun.document(
      .text(
        """
        The water of the river rose in the night and
        stood in the mill until the morning came and
        nobody was seen there.


        THE FLOOD
        The water of the river rose in the night and
        stood in the mill until the morning came and
        nobody was seen there.
        """), language: nil)
    issue.pages[0].flow = Flow(
      paragraphs: [0..<3, 3..<4, 4..<7].map { Paragraph(lines: Array($0), column: 0) })
    let units = UnitMeasuring(issue: issue).units()
    #expect(units.allSatisfy { $0.isTextPage })
    #expect(units.map(\.gapAbove) == [0, 2, 0] && units.map(\.gapBelow) == [2, 0, 3])
    #expect(units[0].width == 1 && units[1].width < 0.3)
    #expect(units[0].lastFill < 0.6)
    #expect(units.map(\.size) == [1, 1, 1])
  }

  @Test("lines without places are taken as standing by themselves")
  func unknown() {
    let units = UnitMeasuring(issue: Self.withoutPlaces).units()
    #expect(units.count == 1 && units[0].gapAbove == UnitPlaces.open && units[0].gapBelow == UnitPlaces.open)
    #expect(!units[0].box.isKnown)
  }

  private static let withoutPlaces: OffprintKit.Issue = {
    var builder = PageBuilder(name: "p")
    builder.beginBlock(id: "B")
    for text in SetPage.prose(3) {
      builder.beginLine()
      builder.addWord(text.utf8)
    }
    return OffprintKit.Issue(id: "unknown", pages: [builder.finish()])
  }()
}
