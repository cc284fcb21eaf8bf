import OffprintDiagnostics
import OffprintKit
import OffprintModel
import Testing

@testable import OffprintFormats

/// An hOCR file, which is XML, with what a test is about inside of its page.
private func hocr(_ content: String, page: String = "bbox 0 0 1000 2000; ppageno 0", system: String = "tesseract 5.3")
  -> String
{
  """
  <?xml version="1.0" encoding="UTF-8"?>
  <!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
  <html xmlns="http://www.w3.org/1999/xhtml" xml:lang="en" lang="en"><head><title>not on the page</title>
  <meta name='ocr-system' content='\(system)'/></head><body>
  <div class='ocr_page' title='\(page)'>\(content)</div></body></html>
  """
}

private func line(_ content: String, _ box: String = "0 0 100 20", _ kind: String = "ocr_line") -> String {
  "<span class='\(kind)' title='bbox \(box)'>\(content)</span>\n"
}

private func word(_ text: String, _ title: String = "") -> String {
  "<span class='ocrx_word' title='\(title)'>\(text)</span>"
}

@Suite struct ReadHOCRTests {
  private func read(file: String) throws -> (page: Page, issue: OffprintModel.Issue, warnings: [Diagnostic]) {
    let (issues, context) = try ReadFolder(["p1.hocr": file]).read(HOCRReader(.init()))
    return (issues[0].pages[0], issues[0], context.warnings)
  }

  private func read(_ content: String) throws -> (page: Page, issue: OffprintModel.Issue, warnings: [Diagnostic]) {
    try read(file: hocr(content))
  }

  private func texts(_ content: String) throws -> [String] { try read(content).page.lines.map(\.text) }

  /// As Tesseract writes with `hocr_char_boxes` and `lstm_choice_mode`.
  @Test func charactersOfAWordAreOneWordAndWhatWasNotChosenIsNoText() throws {
    func cinfo(_ text: String, _ title: String = "x_bboxes 0 0 9 9; x_conf 99") -> String {
      "\n   <span class='ocrx_cinfo' title='\(title)'>\(text)</span>"
    }
    let choices =
      "\n <span class='ocrx_cinfo' id='lstm_choices_1'>\(cinfo("o", "x_confs 98"))\(cinfo("0", "x_confs 2"))</span>"
    let symbol = "\n <span class='ocr_symbol'><span class='ocrx_cinfo'>\(cinfo("H", "x_confs 98"))</span></span>\n"
    #expect(try texts(line(word(cinfo("o") + cinfo("k") + "\n") + "\n" + word(cinfo("s") + cinfo("o")))) == ["ok so"])
    #expect(try texts(line(word("He" + choices) + " " + word(cinfo("o") + choices + cinfo("k")))) == ["He ok"])
    let (page, _, warnings) = try read(line(word("He" + symbol)))
    #expect(page.lines.map(\.text) == ["He"] && warnings.isEmpty)
    // Characters without places are the word itself where there is no other text.
    #expect(try texts(line(word(cinfo("o", "x_confs 9") + cinfo("k", "x_confs 8")))) == ["ok"])
  }

  @Test func whatStandsInALineIsPartOfIt() throws {
    let initial = "<span class='ocr_dropcap' title='bbox 0 0 9 9'>D</span>"
    let formula = "<span class='ocr_math'>E=mc<sup>2</sup></span>"
    let (page, _, warnings) = try read(line("\(initial)rop the \(formula) in<br/>here") + line("next"))
    #expect(page.lines.map(\.text) == ["Drop the E=mc² in here", "next"])
    #expect(warnings.isEmpty)
    #expect(try texts(line(word("a<br/>b"))) == ["a b"])
  }

  @Test(arguments: [
    ("deu", "de"), ("deu+frk", "de"), ("frk", "de-Latf"), ("frk+deu_frak", "de-Latf"), ("deu+fra", nil), ("tha", "th"),
    ("equ", nil), ("deu+equ", "de"), ("script/Latin", nil), ("chi_tra_vert", "zh-Hant"),
  ])
  func modelsOfTesseractNameLanguages(model: String, language: String?) {
    #expect(HOCRLanguage.bcp47(model) == language)
  }

  @Test func raisedAndLoweredFiguresMakeNoOtherNumbers() throws {
    let text = "10<sup>3</sup> 2<sup>1</sup>/<sub>2</sub> H<sub>2</sub>O M<sup>me</sup>"
    #expect(try texts(line(text)) == ["10³ 2¹/₂ H₂O Mme"])
  }

  @Test func elementsOfLaterHTMLAreElements() throws {
    let text = "<bdi>Hello</bdi> Welt<wbr>raum <mark>marked</mark> <ruby>漢<rp>(</rp><rt>かん</rt><rp>)</rp></ruby>&nbsp;x"
    let (page, _, warnings) = try read(file: hocr(line(text)))
    #expect(page.lines.map(\.text) == ["Hello Weltraum marked 漢 x"])
    #expect(warnings.isEmpty)
  }

  @Test func whatTheFileSaysOfItself() throws {
    let folder = try ReadFolder([
      "bote_1858-12-07/p10.hocr": hocr(line("zehn")),
      "bote_1858-12-07/p9.html": hocr(
        line("neun"), page: "image \"scans;old/9.tif\"; bbox 0 0 999.6 2000; lpageno IV; ocrp_lang deu_frak"),
      "bote_1858-12-07/index.html": "<html><body>nothing of the kind</body></html>",
    ])
    let issue = try folder.read(HOCRReader(.init())).issues[0]
    #expect(issue.id == "bote_1858-12-07")
    #expect(issue.publication.title == "bote")
    #expect(issue.date?.iso == "1858-12-07")
    #expect(issue.ocrSoftware == "tesseract 5.3")
    #expect(issue.pages.map(\.name) == ["p9", "p10"])
    #expect(issue.pages[0].image == "scans;old/9.tif")
    #expect(issue.pages[0].size == Box(left: 0, top: 0, right: 1000, bottom: 2000))
    #expect(issue.pages[0].label == "IV")
    #expect(issue.pages[0].language == "de-Latf")
    #expect(issue.pages[1].language == nil)
    var settings = HOCRReader.Settings()
    settings.issue = .file
    let files = try folder.read(HOCRReader(settings)).issues
    #expect(files.map(\.id) == ["bote_1858-12-07-p9", "bote_1858-12-07-p10"])
    #expect(files.map { $0.date?.iso } == ["1858-12-07", "1858-12-07"])
  }

  @Test func wordsWithPlaceConfidenceAndFont() throws {
    let page = try read(
      "<p class='ocr_par' lang='deu' style='font-size:10pt;font-family:\"Times New Roman\";font-style:italic'>"
        + line(
          word("Vom", "bbox 0 0 30.4 20; x_wconf 93") + " "
            + word("<strong>Hafen</strong>", "bbox 40 0 100 20; x_wconf 101; x_fsize 14; x_font Arial_Bold")
            + " " + word("her", "x_conf 55.6")) + "</p>"
    ).page
    let words = Array(page.words)
    #expect(words.map(\.text) == ["Vom", "Hafen", "her"])
    #expect(words.map(\.confidence) == [0.93, nil, 0.56])
    #expect(words[0].box == Box(left: 0, top: 0, right: 30, bottom: 20))
    #expect(words[0].style == TextStyle(size: 10, isItalic: true, family: "Times New Roman"))
    #expect(words[1].style == TextStyle(size: 14, isBold: true, isItalic: true, family: "Arial_Bold"))
    #expect(page.blocks[0].language == "de")
    #expect(page.lines[0].style.size == 10)
  }

  @Test func blocksAreParagraphsOrWhatLiesAroundLines() throws {
    let (page, _, warnings) = try read(
      "<div class='ocr_header' id='m' title='bbox 0 0 9 9'></div>"
        + "<div class='ocr_footer' title='bbox 0 90 9 99'>\(line("foot"))</div>"
        + "<div class='ocr_carea' id='c1' title='bbox 0 0 100 90'><p class='ocr_par' id='p1' title='bbox 1 1 99 40'>"
        + line("a") + line("b") + "</p><p class='ocr_par' id='p2'>" + line("c", "0 0 9 9", "ocr_header")
        + line("d") + "</p></div><div class='ocrx_block' id='x1'>\(line("e"))"
        + "<p class='ocr_par' id='p3'>\(line("f"))</p>\(line("g"))</div>"
        + "<div class='ocr_separator' id='s' title='bbox 1 2 3 40'></div><div class='ocr_photo' id='ph'></div>"
        + "<table class='ocr_table' id='t'><tr><td>\(line("h"))</td><td>\(line("i"))</td></tr></table>"
        + "<div class='ocr_strange'>\(line("j"))</div>")
    #expect(
      page.blocks.map { $0.lines.map(\.text).joined() } == ["foot", "ab", "c", "d", "e", "f", "g", "", "", "hi", "j"])
    #expect(
      page.blocks.map(\.kind)
        == [.text, .text, .text, .text, .text, .text, .text, .separator, .illustration, .table, .text])
    #expect(
      page.blocks.map(\.label) == ["footer", nil, "heading", nil, nil, nil, nil, nil, nil, nil, nil])
    #expect(page.tables.isEmpty)
    #expect(page.blocks[0].region == .bottomMargin)
    #expect(page.blocks[1].id == "p1")
    #expect(page.blocks[1].box == Box(left: 1, top: 1, right: 99, bottom: 40))
    #expect(page.blocks[7].box == Box(left: 1, top: 2, right: 3, bottom: 40))
    #expect(
      warnings.map(\.summary) == [
        "1 element has a class of hOCR that is not known; the first, 'ocr_strange', is here"
      ])
  }

  @Test func paragraphsOfATableAreOneTable() throws {
    let cell = "<p class='ocr_par'>\(line("a"))</p>"
    let page = try read(
      cell + "<div class='ocr_table'>\(cell)<div class='ocr_photo'></div>\(cell)\(line("b"))</div>"
        + "<div class='ocr_table'>\(cell)</div>"
    ).page
    #expect(page.blocks.map(\.kind) == [.text, .table, .illustration, .table, .table, .table])
    #expect(page.tables == [[1, 3, 4]])
  }

  @Test func linesWithoutWordsAreCutAtWhiteSpace() throws {
    let page = try read(
      line("ab\u{A0}cdefgh\n", "0 0 100 10")
        + "<span class='ocr_line' title='bbox 0 0 100 10; x_bboxes 0 0 9 9 10 0 19 9 40 0 59 9'>ab c</span>"
        + line(
          "<span class='ocrx_cinfo' title='x_bboxes 5 0 9 9'>x</span>"
            + "<span class='ocrx_cinfo' title='x_bboxes 10 0 14 9'>y</span>", "0 0 100 10")
        + line(word("all", "bbox 0 0 30 9") + ", " + word("too", "bbox 40 0 70 9") + "(" + word("1", "bbox 80 0 90 9"))
    ).page
    #expect(page.lines.map(\.text) == ["ab cdefgh", "ab c", "xy", "all, too(1"])
    #expect(page.lines[0].words.map(\.box.left) == [0, 33])
    #expect(
      page.lines[1].words.map(\.box) == [
        Box(left: 0, top: 0, right: 19, bottom: 9), Box(left: 40, top: 0, right: 59, bottom: 9),
      ])
    #expect(page.lines[2].words.map(\.box) == [Box(left: 5, top: 0, right: 14, bottom: 9)])
  }

  @Test func charactersOfWordsMakeUpTheWord() throws {
    let page = try read(
      line(
        word(
          "<span class='ocrx_cinfo' title='x_bboxes 0 0 5 9; x_conf 98'>a</span>"
            + "<span class='ocrx_cinfo' title='x_bboxes 5 0 9 9; x_conf 90'>b<sup>2</sup></span>", "bbox 0 0 9 9")
          + word("c", "bbox 20 0 29 9") + word("d", "bbox 30 0 39 9"))
    ).page
    #expect(page.lines[0].text == "ab² cd")
  }

  /// Readings of one text are no text one behind the other.
  @Test(arguments: [
    ("<ins class='alt' title='nlp 0.3'>richtig</ins><del class='alt'>faul</del><del class='alt'>fad</del>", "richtig"),
    ("<del class='alt'>falsch</del> <ins class='alt'>rich<em>tig</em></ins>", "richtig"),
    ("<span class='alt'>eins</span><span class='alt'>zwei</span>", "eins"),
    ("<del class='alt'>ei<b>ns</b></del><del class='alt'>zwei</del>", "eins"),
    ("<ins class='alt'>\(word("richtig"))</ins><del class='alt'>\(word("falsch"))</del>", "richtig"),
  ])
  func ofSeveralReadingsOneIsRead(_ readings: String, _ chosen: String) throws {
    let inWord = try read(line(word("<span class='alternatives'>\(readings)</span>er") + " " + word("mehr")))
    #expect(inWord.page.lines.map { $0.words.map(\.text) } == [[chosen + "er", "mehr"]])
    let inLine = try read(line(word("Ein") + " <span class='alternatives'>\(readings)</span> " + word("mehr")))
    #expect(inLine.page.lines.map { $0.words.map(\.text) } == [["Ein", chosen, "mehr"]])
    #expect(inLine.warnings.isEmpty)
  }

  @Test func textInNoLineBecomesOne() throws {
    let (page, _, warnings) = try read(
      "stray<br/>more <p>still<b>more</b></p><p class='ocr_par' id='p'>of a paragraph" + line("in a line")
        + "after it</p>" + word("one", "bbox 0 0 30 9") + " " + word("two", "bbox 40 0 70 9") + " "
        + word("below", "bbox 0 20 30 29"))
    #expect(
      page.lines.map(\.text)
        == ["stray", "more", "stillmore", "of a paragraph", "in a line", "after it", "one two", "below"])
    #expect(warnings.map(\.summary) == ["7 texts stand in no line; the first is here"])
  }

  @Test func whatIsOutsideOfAllPagesIsAPage() throws {
    let file =
      "<html><body><p>before</p><div class='ocr_page'>\(line("in it"))</div>after"
      + "<div class='ocr_page' title='bbox 0 0 9 9'>\(line("second"))</div></body></html>"
    let (_, issue, warnings) = try read(file: file)
    #expect(issue.pages.map { $0.lines.map(\.text) } == [["before"], ["in it"], ["after"], ["second"]])
    #expect(issue.pages.map(\.name) == ["p1", "p1-2", "p1-3", "p1-4"])
    #expect(warnings.map(\.summary) == ["2 texts stand in no page; the first is here"])
  }

  @Test func htmlThatIsNoXMLLosesNothing() throws {
    let file = """
      <!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">
      <html><head><meta name=generator content=x></head><body bgcolor='#fff'>
      <div class='ocr_page' title='bbox 0 0 100 200;ppageno 4'><!-- a real comment --><?real thing?>
      <p class=ocr_par><span class='ocr_line' title='bbox 0 0 100 20'><span class='ocrx_word'>Zei&shy;</span><br></span>
      <span class='ocr_line'><span class='ocrx_word'>3&72 &amp; <b>a<c</b></span></span>
      <span class='ocr_line'><span class='ocrx_word'>!'<!--,,,></span> <span class='ocrx_word'><?«»?>i</span></span>
      <span class='ocr_line'><span class='ocrx_word'>x<e</span> <span class='ocrx_word'><5t»</KcKa></span></span>
      <p class=ocr_par><span class='ocr_line'>&HiFi-i? &uuml;ber</span></div></body></html>
      """
    let (page, _, warnings) = try read(file: file)
    #expect(
      page.lines.map(\.text)
        == ["Zei\u{AD}", "3&72 & a<c", "!'<!--,,,> <?«»?>i", "x<e <5t»</KcKa>", "&HiFi-i? über"])
    #expect(page.lines[0].markLength == 2)
    #expect(warnings.map(\.summary) == ["6 times '<' begins no markup"])
  }

  @Test func undefinedEntitiesOfXHTMLAreKept() throws {
    let (page, _, warnings) = try read(line("Stra&szlig;e&nbsp;&hellip;"))
    #expect(page.lines.map(\.text) == ["Straße …"])
    #expect(warnings.isEmpty)
  }

  @Test func otherEncodingsAndControlCharacters() throws {
    let folder = try ReadFolder([:])
    let head = "<html><head><meta http-equiv='Content-Type' content='text/html; charset=iso-8859-1'></head><body>"
    try folder.write(
      "a.html",
      Array("\(head)<p class='ocr_line'>K".utf8) + [0xF6, 0x6E, 0x96, 0x01] + Array("</p></body></html>".utf8))
    let (issues, context) = try folder.read(HOCRReader(.init()))
    #expect(issues[0].pages[0].lines.map(\.text) == ["Kön–"])
    #expect(context.warnings.contains { $0.code == .textReplaced })
  }

  /// What programs write under `shift_jis` and `gb2312` is more than those standards have, and where a byte means
  /// nothing the file goes on.
  @Test(arguments: [
    ("shift_jis", [0x87, 0x40, 0xFB, 0xFC], "①髙", 0), ("gb2312", [0xD6, 0xEC, 0xE9, 0x46], "朱镕", 0),
    ("windows-1250", [0x61, 0x81, 0x62], "a\u{FFFD}b", 1), ("euc-jp", [0xAD, 0xA1], "①", 0),
    ("gb18030", [0x61, 0xFF, 0x62], "a\u{FFFD}b", 1),
  ])
  func oldEncodingsAreReadToTheEnd(charset: String, bytes: [UInt8], text: String, replaced: Int) throws {
    let folder = try ReadFolder([:])
    let page = Array("<div class='ocr_page'><p class='ocr_par'><span class='ocr_line'>".utf8) + bytes
    let end = Array("</span></p></div>".utf8)
    let head = Array("<html><head><meta charset='\(charset)'></head><body>".utf8)
    try folder.write("a.html", head + page + end + page + end + Array("</body></html>".utf8))
    let (issues, context) = try folder.read(HOCRReader(.init()))
    #expect(issues[0].pages.map { $0.lines.map(\.text) } == [[text], [text]])
    #expect(context.warnings.filter { $0.code == .textReplaced }.count == min(1, replaced))
    #expect(issues[0].flags.first { $0.code == "undefined-bytes-replaced" }?.count ?? 0 == 2 * replaced)
  }

  @Test func aFileThatIsCutOffIsToldOf() throws {
    let whole = hocr(line(word("eins")) + line(word("zwei")))
    let (page, _, warnings) = try read(file: String(whole.prefix(whole.count - 10)))
    #expect(page.lines.map(\.text) == ["eins", "zwei"])
    #expect(warnings.map(\.summary) == ["the file does not end with '</html>' and may be cut off"])
  }

  @Test func placesThatCannotBeAndRepeatedNames() throws {
    let (page, _, warnings) = try read(
      "<p class='ocr_par' id='a' title='bbox 5 5 1 1'>\(line(word("x", "bbox 1 2 3"), "a b c d"))</p>"
        + "<p class='ocr_par' id='a'>\(line(word("y", "bbox -3 0 4 5")))</p>")
    #expect(page.blocks.map(\.id) == ["a", "a~2"])
    #expect(page.words.map(\.box.isKnown) == [false, true])
    #expect(
      warnings.map(\.summary) == [
        "3 bboxes are no places on a page; the first is here",
        "1 block has the id of another; the first, 'a', is here",
      ])
  }

  @Test func otherFilesAreRefused() throws {
    #expect(throws: Diagnostic.self) { try ReadFolder(["a.xml": "<alto/>"]).read(HOCRReader(.init())) }
    #expect(throws: Diagnostic.self) { try ReadFolder(["a.hocr": "<alto></alto>"]).read(HOCRReader(.init())) }
    #expect(throws: Diagnostic.self) { try ReadFolder(["a.hocr": ""]).read(HOCRReader(.init())) }
  }
}
