import OffprintKit
import Testing

@testable import OffprintFormats

/// Pages that stand where none may: inside each other, or with text around them. No line of such a file may be lost.
@Suite struct ReadPagesInsidePagesTests {
  private func texts(_ text: String, _ reader: some Reader) throws -> [[String]] {
    let issues = try ReadFolder(["p1.xml": text]).read(reader).issues
    let names = issues.flatMap { $0.pages.map(\.name) }
    #expect(Set(names).count == names.count)
    return issues.flatMap { $0.pages.map { $0.lines.map(\.text) } }
  }

  @Test func regionsOfPAGE() throws {
    func line(_ text: String) -> String { "<TextLine><TextEquiv><Unicode>\(text)</Unicode></TextEquiv></TextLine>" }
    let inside = pageXML(
      "<TextRegion id=\"a\">\(line("one"))<Page><TextRegion id=\"b\">\(line("two"))</TextRegion></Page>"
        + "\(line("three"))</TextRegion>")
    #expect(try texts(inside, PAGEXMLReader(.init())) == [["one"], ["two"], ["three"]])
    let cell = pageXML("<TableRegion><TableCell>\(line("one"))<Page/>\(line("two"))</TableCell></TableRegion>")
    #expect(try texts(cell, PAGEXMLReader(.init())).flatMap { $0 } == ["one", "two"])
    let open = pageXML(
      "<TextRegion><TextLine><TextEquiv><Page/><Unicode>one</Unicode></TextEquiv></TextLine></TextRegion>")
    #expect(try texts(open, PAGEXMLReader(.init())).joined().filter { !$0.isEmpty } == ["one"])
    let around = "<PcGts><TextRegion>\(line("one"))</TextRegion><Page/><TextRegion>\(line("two"))</TextRegion></PcGts>"
    #expect(try texts(around, PAGEXMLReader(.init())).filter { !$0.isEmpty } == [["one"], ["two"]])
  }

  @Test func blocksOfALTO() throws {
    func block(_ text: String) -> String {
      "<TextBlock ID=\"B\"><TextLine><String CONTENT=\"\(text)\"/></TextLine></TextBlock>"
    }
    let inside = alto(
      "\(block("one"))<ComposedBlock ID=\"C\">\(block("two"))<Page>\(block("three"))</Page>\(block("four"))</ComposedBlock>"
    )
    #expect(try texts(inside, ALTOReader(.init())) == [["one", "two"], ["three"], ["four"]])
    let around =
      "<alto><Layout>\(block("one"))<Page>\(block("two"))</Page>\(block("three"))<Page/>\(block("four"))</Layout></alto>"
    #expect(try texts(around, ALTOReader(.init())) == [["one", "two"], ["three"], [], ["four"]])
  }
}
