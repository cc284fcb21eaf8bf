import OffprintDiagnostics
import OffprintKit
import OffprintModel
import OffprintTesting
import Testing

@testable import OffprintFormats

/// An entity with a primitive for each text: lines apart by `/`, a paragraph's first line with `P` before it.
private func entity(
  _ id: String, _ primitives: [String], type: String = "Article", name: String = "", links: String = "",
  headline: String? = nil
) -> String {
  func primitive(_ text: String, _ number: Int) -> String {
    let lines = text.split(separator: "/").map { line in
      let words = line.split(separator: " ")
      return "<L BOX=\"0 0 90 9\"\(words.first == "P" ? " P=\"SA\"" : "")/>"
        + words.filter { $0 != "P" }.map { "<W BOX=\"1 2 3 4\" STYLE_REF=\"1\">\($0)</W>" }.joined()
    }
    return "<Primitive ID=\"\(id)0\(number)\" BOX=\"0 0 100 50\">\(lines.joined())</Primitive>"
  }
  let head = headline.map { "<HedLine_hl1>\(primitive($0, 0))</HedLine_hl1>" } ?? ""
  let content = primitives.enumerated().map { primitive($1, $0 + 1) }.joined(separator: "\n")
  return """
    <XMD-entity ENTITY_TYPE="\(type)" ID="\(id)" LANGUAGE="French" \(links)>
    <Meta NAME="\(name)" SECTION="None" BASE_HREF="GDV/1902/03/04"/>
    \(head)<Content>\(content)</Content></XMD-entity>
    """
}

private func content(_ words: String) -> String {
  "<XMD-entity ENTITY_TYPE=\"Article\" ID=\"Ar00100\"><Content><Primitive ID=\"B\" BOX=\"0 0 9 9\">\(words)</Primitive></Content></XMD-entity>"
}

private func pageFile(_ inside: String = "") -> String {
  """
  <XMD-PAGE><Meta PAGE_WIDTH="994" PAGE_HEIGHT="1353" IMAGES_RESOLUTION="144" PAGE_LABEL="IV"
  SINGLE_PAGE_PDF_NAME="/Res/PDF/Pg0001.pdf"><Resolutions><Resolution DEFAULT="true">57</Resolution>
  <Resolution>144</Resolution></Resolutions></Meta>\(inside)</XMD-PAGE>
  """
}

private func toc(_ entries: String...) -> String {
  let named = entries.map { entry in
    "\n<\(entry.contains("Pg") ? "Page" : "Entity") ID=\"\(entry.split(separator: "/")[1])\" HREF=\"/\(entry)\"/>"
  }
  return """
    <Xmd_toc PUBLICATION="GDV" PUBLICATION_DESCRIPTION="Gazette du Val" LANGUAGE="French" ISSUE_DATE="04/03/1902">
    <Meta BASE_HREF="GDV/1902/03/04"/><PublishDate>Wed, 25 Nov 2009 06:58:48 UTC</PublishDate>\(named.joined())
    </Xmd_toc>
    """
}

@Suite struct ReadOliveTests {
  private func read(
    _ files: [String: String], _ settings: OliveXMDReader.Settings = .init()
  ) throws -> (issue: OffprintModel.Issue, warnings: [Diagnostic]) {
    let folder = try ReadFolder(
      Dictionary(uniqueKeysWithValues: files.map { ("a/" + ($0 == "TOC.xml" ? $0 : "Document/\($0)"), $1) }))
    let (issues, context) = try folder.read(OliveXMDReader(settings))
    return (try #require(issues.first), context.warnings)
  }

  private func outline(_ issue: OffprintModel.Issue) -> [String] {
    (issue.markup?.articles ?? []).map { article in
      "\(article.type):" + article.components.map { " \($0.role)=\(issue.text(of: $0))" }.joined()
    }
  }

  @Test func metadataPagesAndStyles() throws {
    let (issue, warnings) = try read([
      "TOC.xml": toc("10/Pg010", "10/Ar01000", "2/Pg002", "2/Ar00200"), "2/Pg002.xml": pageFile(),
      "2/Ar00200.xml": entity("Ar00200", ["P un deux"]), "10/Pg010.xml": pageFile(),
      "10/Ar01000.xml": entity("Ar01000", ["P trois"]),
      "styleGallery.txt": "001=\"Helvetica-BoldOblique\",13.500,(0,0,0)\nnonsense\n",
    ])
    #expect(issue.pages.map(\.name) == ["2", "10"])
    #expect(issue.pages.map(\.number) == [1, 2])
    #expect(issue.pages[0].label == "IV")
    #expect(issue.pages[0].image == "Res/PDF/Pg0001.pdf")
    #expect(issue.pages[0].size == Box(left: 0, top: 0, right: 2511, bottom: 3418))
    #expect(issue.pages[0].lineName(0) == "2#Ar0020001#0")
    #expect(issue.pages[0].words[1].box == Box(left: 1, top: 2, right: 3, bottom: 4))
    let style = TextStyle(size: 13.5, isBold: true, isItalic: true, family: "Helvetica")
    #expect(issue.pages[0].words[0].style == style && issue.pages[0].lines[0].style == style)
    #expect(issue.publication == Publication(title: "Gazette du Val", identifier: "GDV"))
    #expect(issue.date?.iso == "1902-03-04")
    #expect(issue.language == "fr")
    #expect(issue.sourceCreated == "2009-11-25T06:58:48Z")
    #expect(issue.sources.first == "TOC.xml" && issue.sources.count == 6)
    #expect(warnings == [])
  }

  @Test func theIssueIsCalledByItsPlaceInTheRepository() throws {
    let folder = try ReadFolder([
      "GDV/1902/03/04/TOC.xml": toc(), "GDV/1902/03/04/Document/1/Ar00100.xml": entity("Ar00100", ["un"]),
      "here/Document/1/Ar00100.xml": entity("Ar00100", ["un"]),
    ])
    let issues = try folder.read(OliveXMDReader(.init())).issues
    #expect(issues.map(\.id) == ["GDV-1902-03-04", FilePath.last(folder.root) + "-here"])
    #expect(issues[1].date?.iso == "1902-03-04")
    let alone = try OliveXMDReader(.init()).documents(
      in: InputSelection(
        root: folder.root + "/GDV/1902/03/04", files: [folder.root + "/GDV/1902/03/04/TOC.xml"], isSingleFile: true))
    #expect(alone.documents.map(\.name) == ["04"])
    #expect(alone.documents[0].files.count == 2)
  }

  @Test func piecesMakeWordsAndHalves() throws {
    let pieces = """
      <L BOX="0 0 90 9"/><W BOX="0 0 9 9" NS="y">(</W><W BOX="9 0 20 9">le</W><Q BOX="21 0 22 9" QID="1">l</Q>
      <Q BOX="22 0 23 9" QID="1">'</Q><q BOX="23 0 30 9" NS="y" QID="1">eau</q><QW QID="1">l'eau</QW><W>)</W>
      <W NS="y">1</W><S S_TYPE="SUP"><W>er</W></S><Q QID="2">che</Q><Q QID="2">-</Q>
      <L BOX="0 10 90 19"/><q NS="y" QID="2">nets</q><QW QID="2">chenets</QW><W>.</W><Q QID="3">Peut</Q>
      <Q LH="y" QID="3">-</Q><L/><q QID="3">être</q><QW QID="3">Peut-être</QW><W></W><Q QID="4">fi</Q><Q QID="4">-</Q>
      """
    let page = try read(["1/Ar00100.xml": content(pieces)]).issue.pages[0]
    #expect(page.lines.map(\.text) == ["(le l'eau) 1er che-", "nets. Peut-", "être fi-"])
    #expect(page.words.map(\.text).prefix(4) == ["(le", "l'eau)", "1er", "che-"])
    #expect(page.words[0].box == Box(left: 0, top: 0, right: 20, bottom: 9))
    #expect(page.lines.map(\.wholeWord) == ["chenets", "Peut-être", nil])
    #expect(page.lines.map(\.halves) == [.first, [.first, .second], [.first, .second]])
    #expect(page.lines.map(\.markLength) == [1, 1, 1])
  }

  @Test func windows1252AndTheBytesItLacks() throws {
    let folder = try ReadFolder([:])
    let parts = content("<L/><W>#</W>").split(separator: "#").map { Array($0.utf8) }
    let head = Array("<?xml version=\"1.0\" encoding=\"windows-1252\" standalone=\"no\"?>\n".utf8)
    try folder.write("a/Document/1/Ar00100.xml", head + parts[0] + [0xE9, 0x9C, 0x81] + parts[1])
    let (issues, context) = try folder.read(OliveXMDReader(.init()))
    #expect(issues[0].pages[0].lines[0].text == "éœ\u{FFFD}")
    #expect(issues[0].flags == [Flag(code: "undefined-bytes-replaced", subject: .page(0), count: 1)])
    #expect(context.warnings.map(\.code) == [.textReplaced, .referenceBroken])
  }

  private let continued = [
    "1/Ar00100.xml": entity(
      "Ar00100", ["P un deux", "trois/P quatre"], name: "Le titre", links: "CONTINUATION_TO=\"Ar00200\"",
      headline: "LE TITRE"),
    "1/Ad00101.xml": entity("Ad00101", ["à vendre"], type: "Ad", name: "Untitled Ad"), "1/Pg001.xml": pageFile(),
    "2/Ar00200.xml": entity("Ar00200", ["cinq/P six"], links: "CONTINUATION_FROM=\"Ar00100\"", headline: "SUITE"),
    "2/Ar00201.xml": entity("Ar00201", ["P sept"], name: "Sans tête"), "2/Pg002.xml": pageFile(),
  ]

  @Test func piecesOfOneArticleAreOneWithTheirParagraphs() throws {
    let (issue, warnings) = try read(continued)
    #expect(
      outline(issue) == [
        "advertisement: advertisementText=à vendre",
        "article: headline=LE TITRE paragraph=un deux trois paragraph=quatre jumpLine=SUITE paragraph=cinq paragraph=six",
        "article: paragraph=sept",
      ])
    #expect(issue.markup?.titles == [1: "Le titre", 2: "Sans tête"])
    #expect(issue.markup?.articles[1].origin == .publisher(id: "Ar00100"))
    #expect(issue.markup?.marksParagraphs == true)
    #expect(warnings == [])
    var settings = OliveXMDReader.Settings()
    settings.continuations = .apart
    #expect(outline(try read(continued, settings).issue)[2] == "article: headline=SUITE paragraph=cinq paragraph=six")
  }

  @Test func withoutMarksOfParagraphsBlocksAreTheComponents() throws {
    let issue = try read(["1/Ar00100.xml": entity("Ar00100", ["un/deux", "trois"])]).issue
    #expect(outline(issue) == ["article: paragraph=un deux paragraph=trois"])
    #expect(issue.markup?.marksParagraphs == false)
  }

  @Test func rolesComeFromThePagesFileAndTheOrderFromTheEntities() throws {
    let types =
      "<Primitive ID=\"Ar0010001\" ELEMENT_TYPE=\"HedLine_hl3\"/><Primitive ID=\"Ar0010002\" ELEMENT_TYPE=\"Content\"/>"
    let issue = try read([
      "1/Pg001.xml": pageFile(types),
      "1/Ar00100.xml": entity("Ar00100", ["TÊTE", "corps"], links: "INDEX_IN_DOC=\"2\""),
      "1/Ar00101.xml": entity("Ar00101", ["premier"], type: "Picture", links: "INDEX_IN_DOC=\"1\""),
    ]).issue
    #expect(outline(issue) == ["illustration: caption=premier", "article: headline=TÊTE paragraph=corps"])
    #expect(issue.pages[0].blocks.map(\.label) == ["HedLine_hl3", nil, nil])
  }

  @Test func linksThatLeadNowhereOrRoundAreSaid() throws {
    let (issue, warnings) = try read([
      "1/Pg001.xml": pageFile(), "1/Ar00100.xml": entity("Ar00100", ["a"], links: "CONTINUATION_TO=\"Ar00101\""),
      "1/Ar00101.xml": entity("Ar00101", ["b"], links: "CONTINUATION_TO=\"Ar00100\""),
      "1/Ar00102.xml": entity("Ar00102", ["c"], links: "CONTINUATION_TO=\"Ar00999\""),
      "1/Ar00103.xml": entity("Ar00103", ["d"], links: "CONTINUATION_FROM=\"Ar00100\""),
    ])
    #expect(
      outline(issue) == ["article: paragraph=a paragraph=b", "article: paragraph=c", "article: paragraph=d"])
    #expect(issue.markup?.unresolved == 3)
    #expect(warnings.map(\.code) == [.referenceBroken])
    #expect(warnings[0].place?.line != nil)
  }

  @Test func anAdvertisementWithoutTextIsAPicture() throws {
    let frame = "<AdFrame><Img BOX=\"5 5 60 60\" ID=\"I\"/></AdFrame>"
    let ad = "<XMD-entity ENTITY_TYPE=\"Ad\" ID=\"Ad00101\">\(frame)</XMD-entity>"
    let issue = try read(["1/Ar00100.xml": entity("Ar00100", ["un"]), "1/Ad00101.xml": ad, "1/Pg001.xml": pageFile()])
      .issue
    #expect(issue.pages[0].blocks.map(\.kind) == [.illustration, .text])
    #expect(issue.markup?.articles.count == 1)
    let texts = entity("Ad00101", ["à louer"], type: "Ad").replacing("</XMD-entity>", with: frame + "</XMD-entity>")
    #expect(try read(["1/Ad00101.xml": texts]).issue.pages[0].blocks.map(\.kind) == [.text])
  }

  @Test func whatIsNotUnderstoodIsSaidOnceAndKept() throws {
    let odd = content(
      "<L BOX=\"1 2 x\"/><W BOX=\"1\">un</W></Primitive><W>deux</W><Primitive ID=\"B\"><L/><W>trois</W>")
    let (issue, warnings) = try read([
      "TOC.xml": toc("1/Ar00100"), "1/Ar00100.xml": odd, "1/Ar00101.xml": entity("Ar00101", ["quatre"]),
      "1/other.xml": "<html/>",
    ])
    #expect(issue.pages[0].lines.map(\.text) == ["un", "deux", "trois", "quatre"])
    #expect(issue.pages[0].blocks.map(\.id) == ["B", "_anon1", "B~2", "Ar0010101"])
    #expect(
      warnings.map { $0.summary.prefix { $0 != ";" } } == [
        "2 BOXes are not four numbers", "1 run of text stands outside of all primitives",
        "1 id stands at more than one primitive of its page", "1 page has no file Pg….xml",
        "1 entity is not in TOC.xml", "1 XML file in the folders of pages is none of XMD",
      ])
    #expect(warnings.allSatisfy { $0.notes.contains { $0.label == "kept" } })
  }

  @Test(arguments: ["1/Ar00199", "7/Pg007"])
  func whatIsMissingFailsTheIssueOrCostsThePage(gone: String) throws {
    let files = [
      "TOC.xml": toc("1/Ar00100", gone, "2/Ar00200"), "1/Ar00100.xml": entity("Ar00100", ["un"]),
      "1/Pg001.xml": pageFile(), "2/Ar00200.xml": entity("Ar00200", ["deux"]), "2/Pg002.xml": pageFile(),
    ]
    let error = #expect(throws: Diagnostic.self) { try read(files) }
    #expect(error?.code == .referenceBroken)
    #expect(error?.summary.contains("Document/\(gone).xml") == true)
    #expect(error?.place?.line == 4)
    var settings = OliveXMDReader.Settings()
    settings.brokenPages = .leaveOut
    let (issue, warnings) = try read(files, settings)
    #expect(issue.pages.map(\.name) == (gone.hasPrefix("1") ? ["2"] : ["1", "2"]))
    #expect(issue.flags == [Flag(code: "page-left-out", subject: .issue, note: "Document/\(gone.prefix(1))")])
    #expect(warnings.map(\.code) == [.referenceBroken])
  }

  @Test(arguments: ["", "Document/"])
  func pagesMayBePackedBesideTheirTableOfContents(folder: String) throws {
    let zip = ZipBuilder(files: [
      ("\(folder)1/Ar00100.xml", entity("Ar00100", ["un"])), ("\(folder)1/Pg001.xml", pageFile()),
    ])
    let delivery = try ReadFolder(["a/TOC.xml": toc("1/Ar00100")])
    try delivery.write("a/Document.zip", zip.bytes)
    let inner = ["1/Ar00100.xml", "1/Pg001.xml"].map { "\(delivery.root)/a/Document.zip!/\(folder)\($0)" }
    let input = InputSelection(root: delivery.root, files: inner + ["\(delivery.root)/a/TOC.xml"])
    let reader = OliveXMDReader(.init())
    let documents = try reader.documents(in: input).documents
    #expect(documents.map(\.name).count == 1)
    var context = ReadContext()
    let issue = try reader.read(try #require(documents.first), &context)
    #expect(issue.pages.map(\.name) == ["1"] && issue.pages[0].lines.map(\.text) == ["un"])
    #expect(context.warnings == [])
  }

  @Test func aBrokenFileFailsTheIssueAndBrokenPackedPagesToo() throws {
    let error = #expect(throws: Diagnostic.self) {
      try read(["1/Ar00100.xml": entity("Ar00100", ["un"]), "1/Ar00101.xml": "<XMD-entity><Content>"])
    }
    #expect(error?.code == .xmlBroken)
    #expect(
      #expect(throws: Diagnostic.self) { try read(["1/Ar00100.xml": entity("Ar00100", ["un"]), "1/Ar00101.xml": ""]) }?
        .code == .inputEmpty)
    let packed = try ReadFolder(["TOC.xml": toc(), "Document.zip": "no zip"])
    let other = #expect(throws: Diagnostic.self) { try packed.read(OliveXMDReader(.init())) }
    #expect(other?.code == .inputEmpty)
  }

  @Test(arguments: [
    ("04/03/1902", "1902-03-04"), ("12/31/1899", "1899-12-31"), ("1902-03-04", "1902-03-04"), ("soon", nil),
  ])
  func datesAreWrittenDayFirst(written: String, iso: String?) {
    #expect(OliveDescription.date(written: written)?.iso == iso)
  }

  @Test(arguments: [("GDV/1902/03/04", "1902-03-04"), ("GDV/1902/03/04_2", "1902-03-04"), ("GDV", nil)])
  func thePlaceInTheRepositoryHasTheDate(base: String, iso: String?) {
    #expect(OliveDescription.date(inBase: base)?.iso == iso)
  }
}
