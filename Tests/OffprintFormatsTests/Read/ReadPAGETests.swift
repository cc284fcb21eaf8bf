import OffprintDiagnostics
import OffprintKit
import OffprintModel
import Testing

@testable import OffprintFormats

/// A PAGE file with what a test is about inside of its Page.
func pageXML(_ content: String, attributes: String = "imageWidth=\"1000\" imageHeight=\"2000\"") -> String {
  """
  <?xml version="1.0" encoding="UTF-8"?>
  <pc:PcGts xmlns:pc="http://example.org/any"><pc:Metadata><pc:Creator>Engine 2
  more</pc:Creator><pc:Created>2020-02-03T04:05:06</pc:Created></pc:Metadata>
  <Page imageFilename="a.jpg" \(attributes)>\(content)</Page></pc:PcGts>
  """
}

private func coords(_ left: Int, _ top: Int, _ right: Int, _ bottom: Int) -> String {
  "<Coords points=\"\(left),\(top) \(right),\(top) \(right),\(bottom) \(left),\(bottom)\"/>"
}

private func line(_ text: String, _ more: String = "", custom: String = "") -> String {
  "<TextLine custom=\"\(custom)\">\(more)<TextEquiv><Unicode>\(text)</Unicode></TextEquiv></TextLine>"
}

private func region(_ id: String, _ content: String, _ attributes: String = "") -> String {
  "<TextRegion id=\"\(id)\" \(attributes)>\(content)</TextRegion>"
}

@Suite struct ReadPAGETests {
  private func read(_ content: String) throws -> (page: Page, issue: OffprintModel.Issue, warnings: [Diagnostic]) {
    let folder = try ReadFolder(["p1.xml": pageXML(content)])
    let (issues, context) = try folder.read(PAGEXMLReader(.init()))
    return (issues[0].pages[0], issues[0], context.warnings)
  }

  @Test func linesWithoutATextHaveThatOfTheirRegion() throws {
    let lines = "<TextLine/><TextLine><TextEquiv><Unicode>only this</Unicode></TextEquiv></TextLine>"
    func texts(_ own: String) throws -> [String] {
      try read(region("r", "\(lines)<TextEquiv><Unicode>\(own)</Unicode></TextEquiv>")).page.lines.map(\.text)
    }
    #expect(try texts("the first\nonly this") == ["the first", "only this"])
    // Another text is none of these lines'.
    #expect(try texts("the first\nand another") == ["", "only this"])
    #expect(try texts("only this") == ["", "only this"])
  }

  @Test func whatTheFileSaysOfItself() throws {
    let folder = try ReadFolder([
      "bote_1858-12-07.xml": pageXML(region("r", line("a")), attributes: "primaryLanguage=\"German\"")
    ])
    let issue = try folder.read(PAGEXMLReader(.init())).issues[0]
    #expect(issue.publication.title == "bote")
    #expect(issue.date?.iso == "1858-12-07")
    #expect(issue.ocrSoftware == "Engine 2")
    #expect(issue.sourceCreated == "2020-02-03T04:05:06")
    #expect(issue.pages[0].image == "a.jpg")
    #expect(issue.pages[0].language == "de")
    #expect(issue.sources == ["bote_1858-12-07.xml"])
  }

  @Test func filesOrFoldersAreIssues() throws {
    let folder = try ReadFolder([
      "bote_1858/p10.xml": pageXML(region("r", line("zehn"))), "bote_1858/p9.xml": pageXML(region("r", line("neun"))),
      "bote_1858/mets.xml": "<mets/>",
    ])
    #expect(try folder.read(PAGEXMLReader(.init())).issues.map(\.id) == ["bote_1858-p9", "bote_1858-p10"])
    var settings = PAGEXMLReader.Settings()
    settings.issue = .folder
    let issues = try folder.read(PAGEXMLReader(settings)).issues
    #expect(issues.map { $0.pages.map(\.name) } == [["p9", "p10"]])
  }

  @Test func regionsOfAllTypesBecomeBlocks() throws {
    let page = try read(
      region("r1", line("a"), "type=\"heading\"")
        + "<SeparatorRegion id=\"s\">\(coords(1, 2, 3, 40))</SeparatorRegion><GraphicRegion id=\"g\" type=\"logo\"/>"
        + "<AdvertRegion id=\"ad\">\(region("r2", line("b"), "type=\"paragraph\""))</AdvertRegion>"
        + "<TableRegion id=\"t\"><TableCell>\(line("c"))</TableCell>\(region("r3", line("d")))<TableCell><TextEquiv>"
        + "<Unicode>e</Unicode></TextEquiv></TableCell></TableRegion><MathsRegion id=\"m\"/>"
        + region(
          "r4", line("f") + region("r5", line("g")) + line("h"), "type=\"other\" custom=\"structure {type:date;}\"")
    ).page
    #expect(page.blocks.map(\.id) == ["r1", "s", "g", "ad", "r2", "t", "r3", "m", "r4", "r5"])
    #expect(
      page.blocks.map(\.kind) == [
        .text, .separator, .illustration, .text, .text, .table, .table, .illustration, .text, .text,
      ])
    #expect(
      page.blocks.map(\.label) == [
        "heading", nil, "logo", "advertisement", "advertisement", nil, nil, nil, "date", nil,
      ])
    #expect(
      page.blocks.map { $0.lines.map(\.text).joined(separator: " ") }
        == ["a", "", "", "", "b", "c e", "d", "", "f h", "g"])
    #expect(page.tables == [[5, 6]])
    #expect(page.blocks[1].box == Box(left: 1, top: 2, right: 3, bottom: 40))
  }

  @Test func ofSeveralReadingsTheLowestIndexCounts() throws {
    func reading(_ text: String, _ index: String = "") -> String {
      "<TextEquiv \(index)><Unicode>\(text)</Unicode></TextEquiv>"
    }
    let page = try read(
      region(
        "r",
        "<TextLine>\(reading("two", "index=\"2\""))\(reading("one", "index=\"1\""))</TextLine>"
          + "<TextLine>\(reading("first"))\(reading("second"))</TextLine>"
          + "<TextLine>\(reading("", "index=\"0\""))\(reading("text", "index=\"1\""))</TextLine>"
          + "<TextLine><TextEquiv><PlainText>plain</PlainText><Unicode/></TextEquiv></TextLine>"
          + "<TextLine><Word>\(reading("of"))</Word><Word><Glyph>\(reading("w", "index=\"0\""))\(reading("v"))</Glyph>"
          + "<Glyph>\(reading("ords"))</Glyph></Word></TextLine><TextLine/>")
    ).page
    #expect(page.lines.map(\.text) == ["one", "first", "text", "plain", "of words", ""])
  }

  @Test func aRegionWithoutLinesGivesThoseOfItsText() throws {
    let text = "<TextEquiv><Unicode>eins\nzwei\n\ndrei</Unicode></TextEquiv>"
    let page = try read(
      region("r1", coords(0, 0, 90, 90) + text) + region("r2", "<TextLine/><TextLine/><TextLine/>" + text)
        + region("r3", "<TextLine/>" + text) + region("r4", line("anders") + text)
    ).page
    #expect(page.blocks[0].lines.map(\.text) == ["eins", "zwei", "drei"])
    #expect(page.blocks[0].lines.map(\.box.top) == [0, 30, 60])
    #expect(page.blocks[1].lines.map(\.text) == ["eins", "zwei", "drei"])
    #expect(page.blocks[2].lines.map(\.text) == ["", "eins", "zwei", "drei"])
    #expect(page.blocks[3].lines.map(\.text) == ["anders"])
  }

  @Test func wordsHaveTheirOwnPlacesOrSharesOfTheLine() throws {
    func word(_ text: String, _ left: Int, _ right: Int) -> String {
      "<Word>\(coords(left, 0, right, 10))<TextEquiv conf=\"0.5\"><Unicode>\(text)</Unicode></TextEquiv></Word>"
    }
    let place = coords(0, 0, 100, 10)
    let (page, _, warnings) = try read(
      region(
        "r",
        line("ab cdefgh", place) + line("ab cd", place + word("ab", 5, 20) + word("cd", 30, 90))
          + line("abc d", place + word("ab", 5, 20) + word("c", 20, 30) + word("d", 40, 90))
          + line("xyz uv w", place + word("ab", 5, 20) + word("cd", 30, 90)))
    )
    #expect(page.lines[0].words.map(\.box.left) == [0, 33])
    #expect(page.lines[0].words.map(\.confidence) == [nil, nil])
    #expect(page.lines[1].words.map(\.box.left) == [5, 30])
    #expect(page.lines[1].words.map(\.confidence) == [0.5, 0.5])
    #expect(
      page.lines[2].words.map(\.box) == [
        Box(left: 5, top: 0, right: 30, bottom: 10), Box(left: 40, top: 0, right: 90, bottom: 10),
      ])
    #expect(page.lines[3].text == "xyz uv w")
    #expect(warnings.map(\.code) == [.inputNotUnderstood])
    #expect(warnings[0].summary.hasPrefix("1 line has words that do not make up its text"))
  }

  @Test func placesThatAreMissingOrBrokenLoseNothing() throws {
    let folder = try ReadFolder([
      "p.xml": pageXML(
        region(
          "r",
          line("a", "<Coords><Point x=\"10\" y=\"20\"/><Point x=\"110\" y=\"60.4\"/></Coords>")
            + line("b", "<Coords points=\"0,0 0,0\"/><Baseline points=\"10,100 90,100\"/>")
            + line("c", "<Coords points=\"x,y 10,NaN 5,5\"/>") + line("d") + line("e", "<Coords/>")
            + line("f", coords(-5, 200, 99, 240))), attributes: "imageWidth=\"\"")
    ])
    let (issues, context) = try folder.read(PAGEXMLReader(.init()))
    let page = issues[0].pages[0]
    #expect(page.lines.map(\.text) == ["a", "b", "c", "d", "e", "f"])
    #expect(page.lines[0].box == Box(left: 10, top: 20, right: 110, bottom: 60))
    #expect(page.lines[1].box == Box(left: 10, top: 60, right: 90, bottom: 100))
    #expect(!page.lines[3].box.isKnown)
    #expect(page.lines[5].box.left == -5)
    #expect(page.size.right == 110)
    #expect(context.warnings.map(\.code) == [.inputNotUnderstood])
    #expect(context.warnings[0].place?.line != nil)
  }

  @Test func marksAtLineEndsStayInTheText() throws {
    let lines = try read(region("r", line("Zei⸗") + line("tung¬") + line("Reichs-"))).page.lines
    #expect(lines.map(\.text) == ["Zei⸗", "tung¬", "Reichs-"])
    #expect(lines.map(\.markLength) == [0, 0, 0])
  }
}
