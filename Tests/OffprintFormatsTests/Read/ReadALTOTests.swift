import OffprintDiagnostics
import OffprintModel
import Testing

@testable import OffprintFormats

@Suite struct ReadALTOTests {
  private func page(_ text: String, _ resolution: Double = 300) throws -> Page {
    let folder = try ReadFolder(["0001.xml": text])
    var settings = ALTOReader.Settings()
    settings.resolution = resolution
    return try folder.read(ALTOReader(settings)).issues[0].pages[0]
  }

  private func line(_ content: String, before: String = "") throws -> Line {
    let page = try page(
      alto(
        "<TextBlock ID=\"B\"><TextLine><String CONTENT=\"x\"/><SP/></TextLine><TextLine>\(content)</TextLine></TextBlock>"
      ))
    return page.lines[1]
  }

  @Test(arguments: [
    ("<String CONTENT=\"Zei\"/><HYP CONTENT=\"-\"/>", "Zei-", 1),
    ("<String CONTENT=\"Zei-\"/><HYP CONTENT=\"-\"/>", "Zei-", 1),
    ("<String CONTENT=\"Zei\"/><HYP/>", "Zei-", 1),
    ("<String CONTENT=\"Zei=\"/><HYP CONTENT=\"-\"/>", "Zei=-", 2),
    ("<String CONTENT=\"Zei-\"/><HYP CONTENT=\"\u{AD}\"/>", "Zei-\u{AD}", 3),
    ("<String CONTENT=\"Zei=\"/><HYP/>", "Zei=", 1),
    ("<String CONTENT=\"Zei\"/><HYP CONTENT=\"=\"/><HYP CONTENT=\"-\"/>", "Zei=-", 2),
    ("<String CONTENT=\"Zei\"/><HYP CONTENT=\"anySimpleType\"/>", "Zei-", 1),
    ("<String CONTENT=\"Zei\u{AD}\"/><HYP CONTENT=\"\u{AD}\"/>", "Zei\u{AD}", 2),
    ("<String CONTENT=\"Zei\"/><HYP CONTENT=\"\u{C2}\u{AD}\"/>", "Zei\u{C2}\u{AD}", 4),
    ("<String CONTENT=\"Zei\"/><HYP CONTENT=\"⸗\"/>", "Zei⸗", 3),
    ("<String CONTENT=\"Zei\"/><HYP CONTENT=\"--\"/>", "Zei--", 2),
    ("<String CONTENT=\"Zei\"/><HYP CONTENT=\"-\"/><String CONTENT=\"tung\"/>", "Zei- tung", 0),
    ("<HYP CONTENT=\"-\"/>", "", 0),
  ])
  func hyphenMarks(content: String, text: String, mark: Int) throws {
    let line = try line(content)
    #expect(line.text == text)
    #expect(line.markLength == mark)
  }

  @Test func halvesOfBrokenWordsAreKept() throws {
    let first = try line(
      "<String CONTENT=\"Zei\" SUBS_TYPE=\"HypPart1\" SUBS_CONTENT=\"Zeitung\"/><HYP CONTENT=\"-\"/>")
    #expect(first.halves == .first)
    #expect(first.wholeWord == "Zeitung")
    let second = try line("<String CONTENT=\"tung\" SUBS_TYPE=\"HypPart2\"/><SP/><String CONTENT=\"a\"/>")
    #expect(second.halves == .second)
    #expect(second.text == "tung a")
  }

  @Test func wordsThatTouchWithoutASpaceElementStayTogether() throws {
    func box(_ left: Int, _ width: Int) -> String { "HPOS=\"\(left)\" VPOS=\"0\" WIDTH=\"\(width)\" HEIGHT=\"40\"" }
    #expect(try line("<String CONTENT=\"Pfd\" \(box(0, 50))/><String CONTENT=\".\" \(box(52, 8))/>").text == "Pfd.")
    #expect(try line("<String CONTENT=\"Pfd\" \(box(0, 50))/><String CONTENT=\"a\" \(box(62, 8))/>").text == "Pfd a")
  }

  @Test func contentWithSpacesIsSeveralWords() throws {
    let line = try line("<String CONTENT=\"ab cdef\" HPOS=\"0\" VPOS=\"0\" WIDTH=\"70\" HEIGHT=\"9\"/>")
    #expect(line.words.map(\.text) == ["ab", "cdef"])
    #expect(line.words.map(\.box.left) == [0, 30])
  }

  @Test(arguments: [("pixel", 1.0), ("mm10", 300.0 / 254), ("inch1200", 0.25)])
  func boxesBecomePixels(unit: String, scale: Double) throws {
    let page = try page(
      alto("<TextBlock ID=\"B\" HPOS=\"254\" VPOS=\"508.0\" WIDTH=\"1270\" HEIGHT=\"2540\"/>", unit: unit))
    #expect(page.blocks[0].box.left == Int((254 * scale).rounded()))
    #expect(page.blocks[0].box.bottom == Int((3048 * scale).rounded()))
    #expect(page.size.width == Int((2540 * scale).rounded()))
    #expect(page.unit.rawValue == unit)
    #expect(page.resolution == (unit == "pixel" ? nil : 300))
  }

  @Test func placesThatAreNoNumbersAreUnknownAndLinesTakeThoseOfTheirWords() throws {
    let page = try page(
      alto(
        """
        <TextBlock ID="B" HPOS="" VPOS="NaN" WIDTH="1" HEIGHT="1"><TextLine>
        <String CONTENT="a" HPOS="10" VPOS="20" WIDTH="30" HEIGHT="40"/></TextLine></TextBlock>
        """))
    #expect(page.lines[0].box == Box(x: 10, y: 20, width: 30, height: 40))
    #expect(page.blocks[0].box == page.lines[0].box)
  }

  @Test func stylesComeFromWordsLinesAndBlocks() throws {
    let page = try page(
      alto(
        """
        <TextBlock ID="B" STYLEREFS="P T1"><TextLine><String CONTENT="a"/><String CONTENT="b" STYLEREFS="T2"/>
        <String CONTENT="c" STYLEREFS="T2" STYLE="bold"/><String CONTENT="d" STYLEREFS="T2"/></TextLine>
        <TextLine><String CONTENT="e"/></TextLine></TextBlock>
        """,
        styles: """
          <TextStyle ID="T1" FONTSIZE="8"/><TextStyle ID="T2" FONTSIZE="12" FONTSTYLE="italics"/><ParagraphStyle ID="P"/>
          """))
    #expect(page.lines[0].style == TextStyle(size: 12, isItalic: true))
    #expect(page.lines[0].words.map(\.style.isBold) == [false, false, true, false])
    #expect(page.lines[1].style == TextStyle(size: 8))
  }

  @Test func blocksKeepWhatTheSourceSays() throws {
    let page = try page(
      alto(
        """
        <TextBlock/><ComposedBlock ID="C" TYPE="Advertisement" language="ger"><TextBlock ID="B"/><GraphicalElement/>
        </ComposedBlock><Illustration ID="I"/><ComposedBlock TYPE="Table"><TextBlock ID="B" LANG="fra"/></ComposedBlock>
        """))
    #expect(page.blocks.map(\.id) == ["_anon0", "B", "_anon3", "I", "B~2"])
    #expect(page.blocks.map(\.kind) == [.text, .text, .separator, .illustration, .table])
    #expect(page.blocks.map(\.label) == [nil, "Advertisement", "Advertisement", nil, "Table"])
    #expect(page.blocks.map(\.language) == [nil, "de", "de", nil, "fr"])
  }

  @Test func blocksOfATableAreOneTable() throws {
    let page = try page(
      alto(
        """
        <TextBlock/><ComposedBlock TYPE="Table"><TextBlock/><GraphicalElement/><ComposedBlock TYPE="row"><TextBlock/>
        </ComposedBlock></ComposedBlock><ComposedBlock TYPE="table"><TextBlock/></ComposedBlock>
        """))
    #expect(page.blocks.map(\.kind) == [.text, .table, .separator, .table, .table])
    #expect(page.tables == [[1, 3]])
  }

  @Test func emptyLinesCount() throws {
    let page = try page(alto("<TextBlock ID=\"B\"><TextLine/><TextLine><String CONTENT=\"a\"/></TextLine></TextBlock>"))
    #expect(page.lines.count == 2)
    #expect(page.lineName(1) == "0001#B#1")
  }

  @Test(arguments: [
    ("0.93", "FineReader", 0.93), ("1.5", "FineReader", nil), ("0.9", "tesseract 4.1", 0.09),
    ("0.100", "tesseract 4.1", 1),
  ])
  func confidences(wc: String, software: String, expected: Double?) throws {
    let page = try page(
      alto(
        "<TextBlock ID=\"B\"><TextLine><String CONTENT=\"a\" WC=\"\(wc)\"/></TextLine></TextBlock>",
        description:
          "<OCRProcessing><ocrProcessingStep><processingSoftware><softwareName>\(software)</softwareName></processingSoftware></ocrProcessingStep></OCRProcessing>"
      ))
    #expect(page.words[0].confidence == expected)
  }

  @Test func foldersAreIssuesAndOtherFilesArePassedOver() throws {
    let text = alto("<TextBlock ID=\"B\"><TextLine><String CONTENT=\"a\"/></TextLine></TextBlock>")
    let folder = try ReadFolder([
      "dorfbote_1858-12-07/ALTO/p10.xml": text, "dorfbote_1858-12-07/ALTO/p9.xml": text,
      "dorfbote_1858-12-07/mets.xml": "<mets/>", "dorfbote_1858-12-07/ALTO/._p9.xml": text,
      "other_18590101/p1.xml": text, "note.txt": "x",
    ])
    let issues = try folder.read(ALTOReader(.init())).issues
    #expect(issues.map(\.id) == ["dorfbote_1858-12-07", "other_18590101"])
    #expect(issues[0].pages.map(\.name) == ["p9", "p10"])
    #expect(issues[0].date?.iso == "1858-12-07")
    #expect(issues[1].publication.title == "other")
  }

  @Test func nothingToReadAndBrokenPagesAreSaid() throws {
    let none = try ReadFolder(["a.txt": "x"])
    #expect(throws: Diagnostic.self) { try none.read(ALTOReader(.init())) }
    let broken = try ReadFolder(["a.xml": "<alto>\n<Layout>"])
    do {
      _ = try broken.read(ALTOReader(.init()))
      Testing.Issue.record("no error")
    } catch let error as Diagnostic {
      #expect(error.code == .xmlBroken)
      #expect(error.place?.line == 2)
    }
  }

  @Test func controlCharactersAreFlagged() throws {
    let folder = try ReadFolder([
      "a.xml": alto("<TextBlock ID=\"B\"><TextLine><String CONTENT=\"a\u{1}b\"/></TextLine></TextBlock>")
    ])
    let (issues, context) = try folder.read(ALTOReader(.init()))
    #expect(issues[0].flags == [Flag(code: "control-characters-replaced", subject: .page(0))])
    #expect(context.warnings.map(\.code) == [.textReplaced])
    #expect(issues[0].pages[0].lines[0].text == "a b")
  }
}
