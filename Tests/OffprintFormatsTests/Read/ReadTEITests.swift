import OffprintDiagnostics
import OffprintKit
import OffprintModel
import OffprintXML
import Testing

@testable import OffprintFormats

private func tei(_ body: String, facsimile: String = "", header: String = "") -> String {
  """
  <?xml version="1.0" encoding="UTF-8"?>
  <TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>not on the page</title></titleStmt>
  \(header)</fileDesc></teiHeader><facsimile>\(facsimile)</facsimile><text xml:lang="de"><body>\(body)</body></text></TEI>
  """
}

@Suite struct ReadTEITests {
  private func read(
    _ file: String, _ settings: TEIReader.Settings = .init()
  ) throws -> (issue: OffprintModel.Issue, warnings: [Diagnostic]) {
    let (issues, context) = try ReadFolder(["p1.xml": file]).read(TEIReader(settings))
    return (issues[0], context.warnings)
  }

  /// Articles as `type` and `role: line | line`.
  private func told(_ issue: OffprintModel.Issue, _ articles: [Article]) -> [String] {
    articles.map { article in
      let parts = article.components.map { part in
        "\(part.role.rawValue): "
          + part.lines.map { line in
            String(decoding: XMLText.cleaned(issue[line: line].utf8).bytes, as: UTF8.self)
              .split(separator: " ").joined(separator: " ")
          }.joined(separator: " | ")
      }
      return ([article.type.rawValue] + parts).joined(separator: "\n")
    }
  }

  @Test func whatTheHeaderSays() throws {
    let header = """
      <publicationStmt><publisher>An archive</publisher><date when="2020-01-02T03:04:05Z"/></publicationStmt>
      <sourceDesc><biblStruct><analytic><title level="a">Article</title></analytic><monogr><title level="j">Bote</title>
      <idno type="ISSN">1234-5678</idno><imprint><publisher>Kattwinkel</publisher><pubPlace>Ulm</pubPlace>
      <date when="1849-10-20">20.10.1849</date><biblScope unit="volume">7</biblScope><biblScope unit="issue">42</biblScope>
      </imprint></monogr></biblStruct></sourceDesc>
      """
    let issue = try read(tei("<p>Text</p>", header: header)).issue
    #expect(
      issue.publication
        == Publication(title: "Bote", issn: "1234-5678", publisher: "Kattwinkel", place: "Ulm"))
    #expect(issue.date?.iso == "1849-10-20")
    #expect(issue.volume == "7")
    #expect(issue.number == "42")
    #expect(issue.sourceCreated == "2020-01-02T03:04:05Z")
  }

  @Test func partsOfATitlePageAreLinesOfTheirOwn() throws {
    let page = """
      <titlePage><docTitle><titlePart>Tagblatt</titlePart><titlePart>Amtliches Organ</titlePart></docTitle>
      <docImprint><pubPlace>Ulm</pubPlace><publisher>Verlag Huber</publisher></docImprint><docDate>6. Mai 1890</docDate>
      </titlePage><p>Hier ist Text.</p>
      """
    let (issue, warnings) = try read(tei(page))
    let texts = issue.pages[0].lines.map { $0.text.split(separator: " ").joined(separator: " ") }
    #expect(texts == ["Tagblatt", "Amtliches Organ", "Ulm Verlag Huber", "6. Mai 1890", "Hier ist Text."])
    #expect(warnings.isEmpty)
  }

  @Test(arguments: [
    ("<TEI ", "<TEI xml:lang=\"fr\" ", "fr"), ("<body>", "<body xml:lang=\"nl\">", "nl"),
    ("<fileDesc>", "<profileDesc><langUsage><language ident=\"sv\"/></langUsage></profileDesc><fileDesc>", "sv"),
  ])
  func theLanguageMayStandAroundTheText(place: String, written: String, language: String) throws {
    let bare = tei("<p>x</p>").replacing("<text xml:lang=\"de\">", with: "<text>")
    #expect(try read(bare).issue.language == nil)
    #expect(try read(bare.replacing(place, with: written, maxReplacements: 1)).issue.language == language)
  }

  @Test func raisedFiguresMakeNoOtherNumbers() throws {
    let text = "10<hi rend=\"superscript\">3</hi> H<hi rend=\"sub\">2</hi>O M<hi rend=\"sup\">me</hi>"
    #expect(try read(tei("<p>\(text)</p>")).issue.pages[0].lines.map(\.text) == ["10³ H₂O Mme"])
  }

  @Test func linesPagesAndPlaces() throws {
    let (issue, warnings) = try read(
      tei(
        "<pb n=\"165\" facs=\"#s1\"/><fw place=\"top\" type=\"header\">Bote</fw>"
          + "<p><lb facs=\"#z1\"/>Die neue  Feuer⸗<lb facs=\"#z9\" break=\"no\"/>ſpritze <hi rend=\"bold\">geht</hi>\n"
          + "<choice><sic>nicht</sic><corr>licht</corr></choice><lb/>ein Spei<pb n=\"166\" facs=\"two.jpg\" break=\"no\"/>"
          + "<lb break=\"no\"/>cher.</p><pb n=\"167\"/>",
        facsimile: "<surface xml:id=\"s1\" ulx=\"0\" uly=\"0\" lrx=\"900\" lry=\"990\"><graphic url=\"one.tif\"/>"
          + "<zone xml:id=\"z1\" ulx=\"10\" uly=\"20\" lrx=\"110\" lry=\"40\"/><zone xml:id=\"z2\" ulx=\"9\" uly=\"9\" "
          + "lrx=\"1\" lry=\"1\"/></surface>"))
    #expect(issue.pages.map(\.label) == ["165", "166", "167"])
    #expect(issue.pages.map(\.image) == ["one.tif", "two.jpg", nil])
    #expect(issue.pages[0].size == Box(left: 0, top: 0, right: 900, bottom: 990))
    #expect(
      issue.pages.map { $0.lines.map(\.text) }
        == [["Bote", "Die neue Feuer⸗", "ſpritze geht nicht", "ein Spei"], ["cher."], []])
    let lines = Array(issue.pages[0].lines)
    #expect(lines[1].box == Box(left: 10, top: 20, right: 110, bottom: 40))
    #expect(lines[1].halves == .first)
    #expect(lines[1].markLength == 3)
    #expect(lines[1].wholeWord == nil)
    #expect(lines[2].halves == .second)
    #expect(lines[3].wholeWord == "Speicher")
    #expect(issue.pages[1].lines[0].halves == .second)
    #expect(issue.pages[0].blocks[0].region == .topMargin)
    #expect(issue.markup == nil)
    #expect(
      warnings.map(\.summary) == [
        "1 zone is no place on a page; the first, 'z2', is here", "1 facs leads to no zone; the first, '#z9', is here",
      ])
  }

  @Test func aWordMayGoOnOverleafWithoutALineBreak() throws {
    let issue = try read(tei("<pb n=\"1\"/><p>ein Spei<pb n=\"2\" break=\"no\"/>cher</p>")).issue
    #expect(issue.pages[0].lines[0].wholeWord == "Speicher")
    #expect(issue.pages.map { $0.lines[0].halves } == [.first, .second])
  }

  @Test func divisionsAreArticles() throws {
    let (issue, warnings) = try read(
      tei(
        "<div type=\"jFeuilleton\"><head>Feuilleton</head><div type=\"jArticle\" n=\"A 1\"><head type=\"over\">Oben</head>"
          + "<head>Titel</head><head>Mehr davon</head><byline>Von N.</byline><p>Ein<lb/>Absatz</p>"
          + "<div type=\"section\"><head>Zwischen</head><p>Noch einer</p></div>"
          + "<figure><head>Ein Bild</head><figDesc>not printed</figDesc></figure>"
          + "<list><head>Liste</head><item>eins</item><item>zwei</item></list>loose</div></div>"
          + "<div type=\"announcement\"><table><head>Preise</head><row><cell>Brot</cell><cell>3 kr.</cell></row>"
          + "<row><cell>Milch</cell><cell>2 kr.</cell></row></table></div>"
          + "<div type=\"ad\"><p>Zu verkaufen</p><ab type=\"jump-line\">weiter</ab></div><div type=\"poetry\"><lg>"
          + "<l>Ein Vers</l><l>noch einer</l></lg></div>"))
    let markup = try #require(issue.markup)
    #expect(
      told(issue, markup.articles) == [
        "article\nheadline: Feuilleton",
        """
        article
        overline: Oben
        headline: Titel
        subheadline: Mehr davon
        byline: Von N.
        paragraph: Ein | Absatz
        crosshead: Zwischen
        paragraph: Noch einer
        caption: Ein Bild
        crosshead: Liste
        paragraph: eins
        paragraph: zwei
        paragraph: loose
        """,
        "notice\ncaption: Preise\ntable: Brot | 3 kr. | Milch | 2 kr.",
        "advertisement\nadvertisement-text: Zu verkaufen\njump-line: weiter",
      ])
    #expect(markup.sections == [0])
    #expect(markup.articles[1].origin == .publisher(id: "A 1"))
    #expect(markup.articles[1].language == nil)
    #expect(issue.pages[0].lines.suffix(2).map(\.text) == ["Ein Vers", "noch einer"])
    #expect(warnings.map(\.code) == [.inputNotUnderstood, .inputNotUnderstood])
  }

  @Test(arguments: ["printed", "both"])
  func ourOwnFilesGiveTheSameArticlesAndLines(lineEnds: String) throws {
    let issue = WriteFixture.issue()
    let products = try WriteFixture.products(TEIWriter.self, ["unit": "issue", "line_ends": lineEnds], of: issue)
    let (again, warnings) = try read(products[0].text)
    #expect(warnings == [])
    let markup = try #require(again.markup)
    let sorted: ([String]) -> [[String]] = { $0.map { $0.split(separator: "\n").map(String.init).sorted() } }
    #expect(sorted(told(again, markup.articles)) == sorted(told(issue, issue.articles)))
    #expect(again.pages.map(\.name) == ["0001", "0002", "3"])
    // Blocks stand in the order in which they are read; lines have the names and places that they had.
    func places(_ issue: OffprintModel.Issue) -> [String: Box] {
      Dictionary(
        uniqueKeysWithValues: issue.pages.prefix(2).flatMap { page in
          page.lines.map { (page.lineName($0.index), $0.box) }
        })
    }
    #expect(places(again) == places(issue))
    #expect(again.pages[0].size == issue.pages[0].size)
    #expect(again.publication == issue.publication)
    #expect(again.date == issue.date)
    let halves = again.pages[0].lines.filter { !$0.halves.isEmpty }
    #expect(halves.map { again.pages[0].lineName($0.index) } == ["0001#TB2#0", "0001#TB2#1", "0001#TB3#0"])
    #expect(halves.map(\.halves) == [.first, .second, .first])
  }

  @Test func articlesInFilesOfTheirOwnAreOneIssue() throws {
    let issue = WriteFixture.issue()
    let files = try WriteFixture.products(TEIWriter.self, ["line_ends": "printed"], of: issue)
    let folder = try ReadFolder(
      Dictionary(
        uniqueKeysWithValues: files.enumerated().map { ("tagblatt_1871-03-02/\($0.offset).xml", $0.element.text) }))
    var settings = TEIReader.Settings()
    settings.issue = .folder
    let again = try folder.read(TEIReader(settings)).issues[0]
    #expect(again.pages.map(\.name) == ["0001", "0002", "3"])
    #expect(again.pages.map(\.lines.count) == issue.pages.map(\.lines.count))
    #expect(try #require(again.markup).articles.count == issue.articles.count)
  }

  /// Forms of one text are no text one behind the other.
  @Test(arguments: [
    ("<choice>\n <abbr>H.</abbr>\n <expan>Herr</expan>\n</choice>", "H."),
    ("<choice><corr>kam</corr><sic>kamm</sic></choice>", "kamm"),
    ("<choice><reg>Tür</reg><reg>Tor</reg></choice>", "Tür"),
    ("<choice><unclear>Tor</unclear><unclear>Tür</unclear></choice>", "Tor"),
    ("<choice><orig><choice><abbr>Hrn.</abbr><expan>Herrn</expan></choice></orig><reg>Herr</reg></choice>", "Hrn."),
    ("<choice><orig>Hafen</orig><reg><lb/>Ha<pb/>ven</reg></choice>", "Hafen"),
    ("<corr>kam</corr> <expan>H<ex>er</ex>r</expan>", "kam Herr"),
    ("<app>\n<lem wit=\"#a\">Les<hi>art</hi></lem>\n<rdg>Wort</rdg><rdg>Ort</rdg><note>s. o.</note></app>", "Lesart"),
    ("<app><rdg>eins</rdg><rdg>zwei</rdg></app>", "eins"),
    ("<app><rdgGrp><rdg>eins</rdg><rdg>zwei</rdg></rdgGrp><rdg>drei</rdg></app>", "eins"),
    ("<app><lem>ein <app><lem>Wort</lem><rdg>Ort</rdg></app></lem><rdg>zwei</rdg></app>", "ein Wort"),
    ("Wort<app from=\"#w1\"><lem>Wort</lem><rdg>Ort</rdg></app>", "Wort"),
    ("zu<subst><del>viel<lb break=\"no\"/></del> <add place=\"above\">rück</add></subst>", "zu|rück"),
    ("zu<del>viel</del><add>rück</add>", "zurück"),
    ("<restore><del>bleibt</del></restore>", "bleibt"),
  ])
  func ofSeveralFormsOneIsRead(_ forms: String, _ read: String) throws {
    let (issue, warnings) = try self.read(tei("<p>(\(forms))</p>"))
    #expect(issue.pages.flatMap(\.lines).map(\.text).joined(separator: "|") == "(\(read))")
    #expect(warnings.isEmpty)
  }

  @Test func namesThatRepeatAreNone() throws {
    let issue = try read(tei("<p><lb n=\"1#a#0\"/>x<lb n=\"1#a#0\"/>y<lb n=\"1#b#5\"/>z</p>")).issue
    let page = issue.pages[0]
    #expect(page.lines.indices.map { page.lineName($0) } == ["1#a#0", "1#a#1", "1#b#5"])
  }

  @Test func otherFilesAreRefused() throws {
    #expect(throws: Diagnostic.self) { try ReadFolder(["a.xml": "<alto/>"]).read(TEIReader(.init())) }
    #expect(throws: Diagnostic.self) { try ReadFolder(["a.xml": "<TEI><text/></TEI>"]).read(TEIReader(.init())) }
  }
}
