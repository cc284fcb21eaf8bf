import OffprintDiagnostics
import OffprintKit
import OffprintModel
import Testing

@testable import OffprintFormats

/// What ALTO 1.0 to 4.4 have that others have not.
@Suite struct ReadALTOVersionsTests {
  private func read(_ file: String) throws -> (page: Page, warnings: [Diagnostic]) {
    let (issues, context) = try ReadFolder(["p.xml": file]).read(ALTOReader(.init()))
    return (issues[0].pages[0], context.warnings)
  }

  @Test(arguments: [
    "alto", "alto xmlns=\"http://schema.ccs-gmbh.com/ALTO\"", "alto xmlns=\"http://www.loc.gov/standards/alto/ns-v2#\"",
    "alto xmlns=\"http://www.loc.gov/standards/alto/ns-v3#\"",
    "alto xmlns=\"http://www.loc.gov/standards/alto/ns-v4#\"",
    "a:alto xmlns:a=\"http://www.loc.gov/standards/alto/ns-v4#\"",
  ])
  func anyNamespace(root: String) throws {
    let prefix = root.hasPrefix("a:") ? "a:" : ""
    let file =
      "<\(root)><\(prefix)Layout><\(prefix)Page><\(prefix)TextBlock ID=\"b\"><\(prefix)TextLine>"
      + "<\(prefix)String CONTENT=\"Wort\"/></\(prefix)TextLine></\(prefix)TextBlock></\(prefix)Page></\(prefix)Layout>"
      + "</\(prefix)alto>"
    #expect(try read(file).page.lines.map(\.text) == ["Wort"])
  }

  @Test(arguments: [("pixel", 120), ("mm10", 142), ("inch1200", 30), ("MM10", 142), ("point", 500)])
  func anyUnit(unit: String, left: Int) throws {
    let (page, warnings) = try read(
      alto("<TextBlock ID=\"b\" HPOS=\"120\" VPOS=\"0\" WIDTH=\"10\" HEIGHT=\"10\"/>", unit: unit))
    #expect(page.blocks[0].box.left == left)
    #expect(warnings.isEmpty)
  }

  @Test(arguments: ["cubit", "character"]) func aUnitThatALTODoesNotHave(unit: String) throws {
    let (page, warnings) = try read(
      alto("<TextBlock ID=\"b\" HPOS=\"120\" VPOS=\"0\" WIDTH=\"10\" HEIGHT=\"10\"/>", unit: unit))
    #expect(page.blocks[0].box.left == 120)
    #expect(page.unit == .pixel)
    #expect(warnings.map(\.summary) == ["the MeasurementUnit is none that ALTO has; the first is here"])
  }

  @Test func shapesGiveThePlaceOfWhatHasNone() throws {
    func shape(_ points: String) -> String { "<Shape><Polygon POINTS=\"\(points)\"/></Shape>" }
    let page = try read(
      alto(
        "<TextBlock ID=\"a\">\(shape("10,20 300,25 290,90 15,85"))<TextLine>\(shape("10 20 290 60"))"
          + "<String CONTENT=\"eins\">\(shape("10,20 100,60"))</String><String CONTENT=\"zwei\" HPOS=\"120\" VPOS=\"20\" "
          + "WIDTH=\"80\" HEIGHT=\"30\">\(shape("0,0 1,1"))</String></TextLine></TextBlock>"
          + "<GraphicalElement ID=\"g\">\(shape("5,5 7,900"))</GraphicalElement>")
    ).page
    #expect(
      page.blocks.map(\.box) == [
        Box(left: 10, top: 20, right: 300, bottom: 90), Box(left: 5, top: 5, right: 7, bottom: 900),
      ])
    #expect(page.lines[0].box == Box(left: 10, top: 20, right: 290, bottom: 60))
    #expect(
      page.words.map(\.box) == [
        Box(left: 10, top: 20, right: 100, bottom: 60), Box(left: 120, top: 20, right: 200, bottom: 50),
      ])
  }

  @Test func anOutlineIsThatOfWhatItStandsIn() throws {
    func shape(_ points: String) -> String { "<Shape><Polygon POINTS=\"\(points)\"/></Shape>" }
    let word = "<String CONTENT=\"CONTENT\" HPOS=\"LEFT\" VPOS=\"20\" WIDTH=\"80\" HEIGHT=\"30\">"
    func placed(_ text: String, _ left: Int) -> String {
      word.replacing("CONTENT\" HPOS", with: "\(text)\" HPOS").replacing("LEFT", with: "\(left)")
        + shape("\(left),20 \(left + 80),50") + "</String>"
    }
    let page = try read(
      alto(
        "<TextBlock ID=\"a\"><TextLine>\(placed("eins", 10))\(placed("zwei", 120))</TextLine>"
          + "<TextLine><String CONTENT=\"drei\">\(shape("10,60 90,90"))<Glyph CONTENT=\"d\">\(shape("10,60 30,90"))"
          + "</Glyph></String></TextLine></TextBlock>")
    ).page
    // A line without a place is as large as its words, a word without one has its own outline and no glyph's.
    #expect(page.lines[0].box == Box(left: 10, top: 20, right: 200, bottom: 50))
    #expect(page.words[2].box == Box(left: 10, top: 60, right: 90, bottom: 90))
  }

  @Test func blocksInsideOfBlocks() throws {
    let page = try read(
      alto(
        "<ComposedBlock ID=\"c\" TYPE=\"Advertisement\"><ComposedBlock ID=\"d\"><TextBlock ID=\"a\"/>"
          + "<Illustration ID=\"i\"/><GraphicalElement ID=\"g\"/></ComposedBlock><TextBlock ID=\"b\"/></ComposedBlock>"
          + "<ComposedBlock TYPE=\"table\"><TextBlock ID=\"t\"/></ComposedBlock><TextBlock ID=\"e\"/>")
    ).page
    #expect(page.blocks.map(\.id) == ["a", "i", "g", "b", "t", "e"])
    #expect(page.blocks.map(\.kind) == [.text, .illustration, .separator, .text, .table, .text])
    #expect(
      page.blocks.map(\.label) == ["Advertisement", "Advertisement", "Advertisement", "Advertisement", "table", nil])
  }

  @Test func theReadingOrderIsTheSources() throws {
    let blocks =
      "<TextBlock ID=\"a\"><TextLine ID=\"l1\"/></TextBlock><ComposedBlock ID=\"c\"><TextBlock ID=\"b\"/>"
      + "<TextBlock ID=\"d\"/></ComposedBlock><TextBlock ID=\"e\"/>"
    let order =
      "<ReadingOrder><OrderedGroup ID=\"o\"><ElementRef ID=\"r1\" REF=\"e\"/><UnorderedGroup ID=\"u\">"
      + "<ElementRef ID=\"r2\" REF=\"c\"/></UnorderedGroup><ElementRef ID=\"r3\" REF=\"l1\"/>"
      + "<ElementRef ID=\"r4\" REF=\"nothing\"/><ElementRef ID=\"r5\" REF=\"b\"/></OrderedGroup></ReadingOrder>"
    let (page, warnings) = try read(alto(blocks).replacing("<Layout>", with: order + "<Layout>"))
    #expect(page.sourceOrder?.map { page.blocks[$0].id } == ["e", "b", "d", "a"])
    #expect(warnings.map(\.code) == [.referenceBroken])
    #expect(try read(alto(blocks)).page.sourceOrder == nil)
  }

  @Test func halvesAndMarksInAllSpellings() throws {
    func line(_ content: String) -> String { "<TextLine>\(content)</TextLine>" }
    func half(_ content: String, _ type: String, _ whole: String? = nil) -> String {
      "<String CONTENT=\"\(content)\" SUBS_TYPE=\"\(type)\" \(whole.map { "SUBS_CONTENT=\"\($0)\"" } ?? "")/>"
    }
    let page = try read(
      alto(
        "<TextBlock ID=\"b\">"
          + line(half("Zei", "HypPart1", "Zeitung") + "<HYP CONTENT=\"-\"/>")
          + line(half("tung", "HypPart2", "Zeitung"))
          + line(half("Ha-", "HYPPART1", "Hafen") + "<HYP CONTENT=\"-\"/>") + line(half("fen", "hyppart2"))
          + line(half("Mo\u{AD}", "hypPart1")) + line("<String CONTENT=\"le\"/><HYP/>")
          + line("<String CONTENT=\"Tu\"/><HYP CONTENT=\"\u{AD}\" HPOS=\"1\"/>")
          + line(half("Dr.", "Abbreviation", "Doktor")) + "</TextBlock>")
    ).page
    let lines = Array(page.lines)
    #expect(lines.map(\.text) == ["Zei-", "tung", "Ha-", "fen", "Mo\u{AD}", "le-", "Tu\u{AD}", "Dr."])
    #expect(
      lines.map(\.halves) == [.first, .second, .first, .second, .first, [], [], []])
    #expect(lines.map(\.wholeWord) == ["Zeitung", nil, "Hafen", nil, nil, nil, nil, nil])
    #expect(lines.map(\.markLength) == [1, 0, 1, 0, 0, 1, 2, 0])
  }

  @Test func tagsOfAllKindsNameABlock() throws {
    let tags =
      "<Tags><LayoutTag ID=\"t1\" LABEL=\"column\"/><StructureTag ID=\"t2\" TYPE=\"heading\"/>"
      + "<OtherTag ID=\"t3\" LABEL=\"\" TYPE=\"x\"/></Tags>"
    let file = alto(
      "<TextBlock ID=\"a\" TAGREFS=\"none t2 t1\"/><TextBlock ID=\"b\" TAGREFS=\"t1\"/><TextBlock ID=\"c\"/>"
    ).replacing("<Layout>", with: tags + "<Layout>")
    #expect(try read(file).page.blocks.map(\.label) == ["heading", "column", nil])
  }
}
