import OffprintKit
import Testing

@testable import OffprintStages

@Suite("Units of a page")
struct UnitMeasuringTests {
  @Test("are its paragraphs in reading order, each line in one")
  func paragraphs() {
    let issue = SetPage.issue([
      { page in
        page.line("THE FLOOD", y: 0)
        page.text(6, y: 60)
      }, { page in page.text(3, y: 0) },
    ])
    let units = UnitMeasuring(issue: issue).units()
    #expect(units.map(\.page) == [0, 0, 1])
    #expect(units.map(\.place) == [0, 1, 0] && units.map(\.unitsOnPage) == [2, 2, 1])
    #expect(
      units.flatMap(\.lines) == (0..<7).map { LineRef(page: 0, line: $0) } + (0..<3).map { LineRef(page: 1, line: $0) })
  }

  @Test("leave out what the ledger names already")
  func gone() {
    var issue = SetPage.issue([{ $0.text(3, y: 0) }])
    issue.ledger.record(LineRef(page: 0, line: 1), stage: "x", .dropped(reason: "a stain"))
    let units = UnitMeasuring(issue: issue).units()
    #expect(units.flatMap(\.lines).map(\.line) == [0, 2])
    for line in [0, 2] { issue.ledger.record(LineRef(page: 0, line: line), stage: "x", .dropped(reason: "a stain")) }
    #expect(UnitMeasuring(issue: issue).units().isEmpty)
  }

  @Test("are the blocks of a page without reading order")
  func blocks() {
    var issue = SetPage.issue([
      { page in
        page.text(3, y: 0)
        page.text(2, y: 200)
      }
    ])
    issue.pages[0].flow = nil
    #expect(UnitMeasuring(issue: issue).units().map(\.lines.count) == [3, 2])
  }

  @Test("a jump line at either end of a paragraph is one by itself")
  func jumps() {
    let units = SetPage.units { page in
      page.block(["Continued from page 1.", "The river rose.", "Nobody saw it.", "Continued on page 4."], y: 0)
    }
    #expect(units.map(\.lines.count) == [1, 2, 1])
    #expect(units.map { $0.jump?.direction } == [.from, nil, .to])
    #expect(units.map { $0.jump?.page } == [1, nil, 4])
    #expect(SetPage.units { $0.line("Continued on page 4.", y: 0) }.map { $0.jump?.page } == [4])
  }

  @Test("type is measured against the page's text")
  func type() {
    let units = SetPage.units { page in
      page.line("THE FLOOD AT NIGHT", y: 0) { ($0.height, $0.style) = (80, TextStyle(size: 18, isBold: true)) }
      page.text(8, y: 100) { $0.style = TextStyle(size: 9) }
      page.block(["A word of the editor", "of this paper here"], y: 440) {
        $0.style = TextStyle(size: 9, isItalic: true)
      }
    }
    #expect(units.map(\.height) == [2, 1, 1])
    #expect(units.map(\.styleSize) == [2, 1, 1])
    #expect(units.map(\.isBold) == [true, false, false])
    #expect(units.map(\.isItalic) == [false, false, true])
    #expect(units[0].size == 2 && units[1].size == 1)
  }

  @Test("on a page that is bold all over nothing is bold")
  func boldPage() {
    let bold = TextStyle(isBold: true)
    let units = SetPage.units { page in
      page.line("THE FLOOD", y: 0) { $0.style = bold }
      page.text(6, y: 60) { $0.style = bold }
    }
    #expect(units.allSatisfy { !$0.isBold })
  }

  @Test("what the source says of its block is known")
  func source() {
    let units = SetPage.units { page in
      page.line("THE DAILY BOAT", y: 0) { $0.region = .topMargin }
      page.text(4, y: 100) { $0.label = "Advertisement" }
      page.block(["1 2 3", "4 5 6"], y: 300) { ($0.kind, $0.confidence) = (.table, 0.5) }
    }
    #expect(units.map(\.isInMargin) == [true, false, false])
    #expect(units.map(\.isLabelledAdvertisement) == [false, true, false])
    #expect(units.map(\.blockKind) == [.text, .text, .table])
    #expect(units.map(\.isWholeBlock) == [true, true, true])
    #expect(units.map(\.confidence) == [-1, -1, 0.5])
  }

  @Test("a part of a block is no block of its own")
  func partOfBlock() {
    var issue = SetPage.issue([{ $0.text(6, y: 0) }])
    issue.pages[0].flow = Flow(paragraphs: [Paragraph(lines: [0, 1]), Paragraph(lines: [2, 3, 4, 5])])
    let units = UnitMeasuring(issue: issue).units()
    #expect(units.map(\.isWholeBlock) == [false, false])
    #expect(units.map(\.blockLines) == [6, 6])
  }

  @Test("the pipeline's own signs are looked for too")
  func phrases() {
    let issue = SetPage.issue([
      { page in
        page.line("Gezeichnet Müller", y: 0)
        page.block(["Aus dem Tale wird berichtet, dass", "das Wasser steigt.", "Weiter umseitig"], y: 100)
      }
    ])
    let plain = UnitMeasuring(issue: issue).units()
    #expect(plain.map(\.isByline) == [false, false] && plain.allSatisfy { !$0.opensReport && $0.jump == nil })
    let phrases = OwnPhrases(bylines: ["gezeichnet"], datelines: ["aus dem tale"], jumps: ["weiter umseitig"])
    let units = UnitMeasuring(issue: issue, phrases: phrases).units()
    #expect(units.map(\.isByline) == [true, false, false])
    #expect(units.map(\.opensReport) == [false, true, false])
    #expect(units.map { $0.jump?.direction } == [nil, nil, .to])
  }
}
