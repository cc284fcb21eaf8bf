import OffprintDiagnostics
import OffprintKit
import OffprintModel
import Testing

@testable import OffprintFormats

/// A FineReader file with what a test is about inside of its page.
private func document(_ content: String, styles: String = "") -> String {
  """
  <?xml version="1.0" encoding="UTF-8"?>
  <document xmlns="http://www.abbyy.com/FineReader_xml/FineReader10-schema-v1.xml" version="1.0"
    producer="Reader 10" mainLanguage="GermanStandard">\(styles)
  <page width="1000" height="2000" resolution="300">\(content)</page></document>
  """
}

private func text(_ paragraphs: String, _ attributes: String = "") -> String {
  "<block blockType=\"Text\" l=\"0\" t=\"0\" r=\"500\" b=\"90\" \(attributes)><text>\(paragraphs)</text></block>"
}

private func line(_ content: String) -> String {
  "<line baseline=\"18\" l=\"0\" t=\"0\" r=\"100\" b=\"20\">\(content)</line>"
}

private func plain(_ content: String, _ attributes: String = "lang=\"GermanStandard\"") -> String {
  "<formatting \(attributes)>\(content)</formatting>"
}

/// Characters of ten pixels each, 12 wide; a `_` is a space.
private func characters(_ content: String, confidence: Int = 90, starts: [Int] = [0], from left: Int = 0) -> String {
  content.enumerated().map { at, character in
    "<charParams l=\"\(left + 12 * at)\" t=\"0\" r=\"\(left + 12 * at + 10)\" b=\"20\" "
      + "wordStart=\"\(starts.contains(at))\" wordFromDictionary=\"true\" charConfidence=\"\(confidence)\">"
      + (character == "_" ? " " : character == "&" ? "&amp;" : String(character)) + "</charParams>\n"
  }.joined()
}

@Suite struct ReadABBYYTests {
  private func read(
    _ content: String, styles: String = ""
  ) throws -> (page: Page, issue: OffprintModel.Issue, warnings: [Diagnostic]) {
    let (issues, context) = try ReadFolder(["p1.xml": document(content, styles: styles)]).read(ABBYYXMLReader(.init()))
    return (issues[0].pages[0], issues[0], context.warnings)
  }

  @Test func raisedFiguresMakeNoOtherNumbers() throws {
    let parts =
      plain(characters("10")) + plain(characters("3", starts: [], from: 24), "superscript=\"1\"")
      + plain(characters("_H", starts: [1], from: 36))
      + plain(characters("2", starts: [], from: 60), "subscript=\"true\"")
    #expect(try read(text("<par>" + line(parts) + "</par>")).page.lines.map(\.text) == ["10³ H₂"])
  }

  @Test func charactersMakeWords() throws {
    let (page, issue, warnings) = try read(
      text(
        "<par>"
          + line(
            plain(characters("Der_H"), "lang=\"GermanStandard\" ff=\"Fette Fraktur\" fs=\"9.5\"")
              + plain(characters("afen&", confidence: 255, starts: [], from: 60), "bold=\"1\" italic=\"true\""))
          + line(plain(characters("ab", starts: [0]) + characters("cd", starts: [0], from: 60)))
          + line(
            plain(
              "<charParams l=\"0\" t=\"0\" r=\"9\" b=\"9\">a</charParams><charParams l=\"9\" t=\"0\" r=\"12\" b=\"9\"/>"
                + "<charParams l=\"12\" t=\"0\" r=\"20\" b=\"9\">b</charParams>")) + "</par>"))
    #expect(page.lines.map(\.text) == ["Der Hafen&", "ab cd", "a b"])
    let words = Array(page.words)
    #expect(words[0].box == Box(left: 0, top: 0, right: 34, bottom: 20))
    #expect(words[0].confidence == 0.9)
    #expect(words[0].style == TextStyle(size: 9.5, family: "Fette Fraktur"))
    #expect(words[1].box == Box(left: 48, top: 0, right: 118, bottom: 20))
    #expect(page.lines[0].sourceID == nil)
    #expect(page.lines[0].box == Box(left: 0, top: 0, right: 100, bottom: 20))
    #expect(page.size == Box(left: 0, top: 0, right: 1000, bottom: 2000))
    #expect(page.language == "de")
    #expect(issue.ocrSoftware == "Reader 10")
    #expect(warnings.isEmpty)
  }

  @Test func plainTextHasSharesOfTheLine() throws {
    let page = try read(
      text("<par>" + line(plain("Vom ") + plain("Ha", "bold=\"true\"") + plain("fen\n")) + "</par>")
    ).page
    #expect(page.lines.map(\.text) == ["Vom Hafen"])
    #expect(page.words.map(\.box.left) == [0, 44])
    #expect(page.words.map(\.style.isBold) == [false, true])
  }

  @Test func marksAtLineEndsAreVouchedFor() throws {
    let page = try read(
      text(
        "<par>" + line(plain("Zei¬")) + line(plain("tung-")) + line(plain(characters("a¬"))) + line(plain("a¬ b"))
          + "</par>")
    ).page
    #expect(page.lines.map(\.text) == ["Zei¬", "tung-", "a¬", "a¬ b"])
    #expect(page.lines.map(\.markLength) == [2, 0, 2, 0])
  }

  @Test func blocksOfAllTypes() throws {
    let cell = "<cell colSpan=\"1\"><text><par>\(line(plain("c")))</par></text></cell>"
    let (page, _, warnings) = try read(
      text("<par>\(line(plain("a")))</par><par style=\"{2}\">\(line(plain("b", "style=\"{1}\"")))</par>")
        + "<block blockType=\"Table\" l=\"0\" t=\"0\" r=\"9\" b=\"9\"><row>\(cell)\(cell)</row><row>\(cell)</row></block>"
        + "<block blockType=\"Picture\" l=\"1\" t=\"2\" r=\"3\" b=\"4\"><region><rect l=\"1\" t=\"2\" r=\"3\" b=\"4\"/>"
        + "</region></block><block blockType=\"Barcode\"><barcodeInfo type=\"CODE39\"/>"
        + "<text><par>\(line(plain("123")))</par></text></block>"
        + "<block blockType=\"Separator\" l=\"5\" t=\"0\" r=\"7\" b=\"90\"><separator thickness=\"2\" type=\"Black\">"
        + "<start x=\"6\" y=\"0\"/><end x=\"6\" y=\"90\"/></separator></block>"
        + "<block blockType=\"SeparatorsBox\"><separator thickness=\"4\"><start x=\"10\" y=\"50\"/><end x=\"90\" y=\"50\"/>"
        + "</separator><separator thickness=\"1\"><start x=\"9\" y=\"9\"/><end x=\"9\" y=\"99\"/></separator></block>"
        + "<block blockType=\"Strange\" pageElemId=\"x\"><text><par>\(line(plain("d")))</par></text></block>"
        + text("<par>\(line(""))</par>"),
      styles: "<documentData><paragraphStyles><paragraphStyle id=\"{2}\" role=\"heading\">"
        + "<fontStyle id=\"{1}\" ff=\"Arial\" fs=\"20.\" bold=\"1\"/></paragraphStyle></paragraphStyles></documentData>"
    )
    #expect(
      page.blocks.map(\.id) == ["b1p1", "b1p2", "b2", "b3", "b4", "b5", "b6s1", "b6s2", "xp1", "b8p1"])
    #expect(
      page.blocks.map(\.kind) == [
        .text, .text, .table, .illustration, .illustration, .separator, .separator, .separator, .text, .text,
      ])
    #expect(
      page.blocks.map { $0.lines.map(\.text).joined(separator: " ") }
        == ["a", "b", "c c c", "", "123", "", "", "", "d", ""])
    #expect(page.blocks[1].label == "heading")
    #expect(page.lines[1].style == TextStyle(size: 20, isBold: true, family: "Arial"))
    #expect(page.blocks[3].box == Box(left: 1, top: 2, right: 3, bottom: 4))
    #expect(page.blocks[6].box == Box(left: 10, top: 50, right: 90, bottom: 54))
    #expect(warnings.map(\.summary) == ["1 block is of a type that is not known; the first, 'Strange', is here"])
  }

  @Test func otherReadingsArePassedOver() throws {
    let page = try read(
      text(
        "<par>"
          + line(
            "<formatting><wordRecVariants><wordRecVariant><variantText><charParams l=\"0\" t=\"0\" r=\"9\" b=\"9\">x"
              + "</charParams></variantText></wordRecVariant></wordRecVariants>"
              + "<charParams l=\"0\" t=\"0\" r=\"9\" b=\"9\"><charRecVariants><charRecVariant>y</charRecVariant>"
              + "</charRecVariants>z</charParams></formatting>") + "</par>")
    ).page
    #expect(page.lines.map(\.text) == ["z"])
  }

  @Test func textOutsideOfLinesAndPagesIsKept() throws {
    let file =
      "<document><block blockType=\"Text\"><text><par>\(line(plain("before")))</par></text></block>"
      + "<page width=\"9\" height=\"9\" resolution=\"1\"><block blockType=\"Text\" l=\"x\" t=\"0\" r=\"0\" b=\"0\"><text>"
      + "<par>\(plain("no line"))</par>at all</text></block></page></document>"
    let (issues, context) = try ReadFolder(["p.xml": file]).read(ABBYYXMLReader(.init()))
    #expect(issues[0].pages.map { $0.lines.map(\.text) } == [["before"], ["no line", "at all"]])
    #expect(
      context.warnings.map(\.summary) == [
        "1 place is none that a page has; the first is here", "2 texts stand in no line; the first is here",
        "1 block stands in no page; the first is here",
      ])
  }

  @Test func languagesAreThoseOfMostLetters() throws {
    let french = String(repeating: "la nouvelle passerelle ", count: 12)
    let german = String(repeating: "die neue Brücke ", count: 8)
    let page = try read(
      text(
        "<par>\(line(plain(french, "lang=\"FrenchStandard\"") + plain(" oder", "lang=\"OldGerman\"")))</par>"
          + "<par>\(line(plain(german, "lang=\"GermanNewSpelling\"")))</par>"
          + "<par>\(line(plain("und", "lang=\"GermanStandard\"")))</par>")
    ).page
    #expect(page.language == "fr")
    #expect(page.blocks.map(\.language) == [nil, "de", nil])
  }

  @Test func aShortPageHasTheLanguageOfItsFileOrOfNearlyAllItsLetters() throws {
    func language(_ content: String, main: Bool) throws -> String? {
      let file = document(text("<par>\(line(content))</par>"))
      let own = main ? file : file.replacing("mainLanguage=\"GermanStandard\"", with: "")
      return try ReadFolder(["p1.xml": own]).read(ABBYYXMLReader(.init())).issues[0].pages[0].language
    }
    let french = plain("la nouvelle passerelle", "lang=\"FrenchStandard\"")
    #expect(try language(french, main: true) == "de")
    #expect(try language(french, main: false) == "fr")
    #expect(try language(french + plain(" und oder", "lang=\"GermanStandard\""), main: false) == nil)
    #expect(try language(plain("la rue", "lang=\"FrenchStandard\""), main: false) == nil)
  }

  @Test func foldersFilesAndRoots() throws {
    let page =
      "<page width=\"9\" height=\"9\" resolution=\"300\" originalCoords=\"true\">"
      + text("<par>\(line(plain("a")))</par>") + "</page>"
    let two =
      "<document xmlns=\"http://www.abbyy.com/FineReader_xml/FineReader6-schema-v1.xml\">\(page)\(page)</document>"
    let folder = try ReadFolder([
      "bote_1883-01-03/2.xml": page, "bote_1883-01-03/10.xml": two, "bote_1883-01-03/info.xml": "<ticket/>",
      "bote_1883-01-03/other.xml": "<page><title>a feed</title></page>",
    ])
    let issue = try folder.read(ABBYYXMLReader(.init())).issues[0]
    #expect(issue.publication.title == "bote")
    #expect(issue.pages.map(\.name) == ["2", "10", "10-2"])
    #expect(throws: Diagnostic.self) { try ReadFolder(["a.xml": "<alto/>"]).read(ABBYYXMLReader(.init())) }
  }
}
