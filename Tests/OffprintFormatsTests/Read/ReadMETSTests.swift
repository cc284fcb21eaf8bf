import OffprintDiagnostics
import OffprintModel
import Testing

@testable import OffprintFormats

/// A METS file of two pages; `logical` is what stands in its logical structure.
private func mets(
  _ logical: String, hrefs: [String] = ["file://./ALTO/1.xml", "ALTO\\2.xml"], more: String = ""
) -> String {
  let files = hrefs.enumerated().map { index, href in
    "<file ID=\"F\(index + 1)\" MIMETYPE=\"image/tiff\"><FLocat xlink:href=\"\(href)\"/></file>"
  }.joined(separator: "\n")
  return """
    <m:mets xmlns:m="http://www.loc.gov/METS/" xmlns="http://www.loc.gov/METS/" xmlns:xlink="http://www.w3.org/1999/xlink">
    <metsHdr CREATEDATE="2014-03-27T05:43:21"/>
    <dmdSec ID="D0"><mods><titleInfo><nonSort>Der</nonSort><title>Bote</title><partNumber>Nr. 12</partNumber></titleInfo>
      <originInfo><dateIssued>07.12.1858</dateIssued></originInfo><language><languageTerm>ger</languageTerm></language>
      <identifier type="issn">1234-5678</identifier>
      <relatedItem type="original"><titleInfo><title>Film</title></titleInfo></relatedItem></mods></dmdSec>
    <dmdSec ID="D1"><mods><titleInfo><title>Markt</title></titleInfo><language><languageTerm>fre</languageTerm></language></mods></dmdSec>
    <fileSec><fileGrp USE="Text">\(files)</fileGrp></fileSec>
    <structMap TYPE="PHYSICAL"><div TYPE="Newspaper"><div TYPE="PAGE" ORDER="2" ORDERLABEL="4"><fptr FILEID="F1"/></div>
      <div TYPE="PAGE" ORDER="1" ORDERLABEL="3"><fptr FILEID="F2"/></div></div></structMap>
    <structMap TYPE="LOGICAL"><div TYPE="Newspaper" DMDID="D0"><div TYPE="ISSUE"><div TYPE="CONTENT">\(logical)</div></div></div></structMap>
    \(more)</m:mets>
    """
}

private func area(_ type: String, _ file: String, _ blocks: String..., end: String? = nil) -> String {
  let areas = blocks.map { "<area FILEID=\"\(file)\" BEGIN=\"\($0)\"\(end.map { " END=\"\($0)\"" } ?? "")/>" }.joined()
  return "<div TYPE=\"\(type)\"><fptr><seq>\(areas)</seq></fptr></div>"
}

private func page(_ prefix: String) -> String {
  func block(_ id: String) -> String {
    "<TextBlock ID=\"\(id)\"><TextLine ID=\"L\(id)\"><String ID=\"W\(id)\" CONTENT=\"\(prefix)\(id)\"/></TextLine></TextBlock>"
  }
  return alto(
    block("B1") + block("B2") + "<ComposedBlock ID=\"C\" TYPE=\"Advertisement\">" + block("B3") + block("B4")
      + "</ComposedBlock><Illustration ID=\"I\"/>")
}

@Suite struct ReadMETSTests {
  private func read(
    _ text: String, settings: METSALTOReader.Settings = .init(), pages: [String] = ["ALTO/1.xml", "ALTO/2.xml"]
  ) throws -> (issue: OffprintModel.Issue, context: [Diagnostic]) {
    var files = ["bote-METS.xml": text]
    for path in pages { files[path] = page(String(path.split(separator: "/").last?.first ?? "x")) }
    let (issues, context) = try ReadFolder(files).read(METSALTOReader(settings))
    return (issues[0], context.warnings)
  }

  /// Articles as `type: role=text …`.
  private func outline(_ issue: OffprintModel.Issue) -> [String] {
    (issue.markup?.articles ?? []).map { article in
      "\(article.type):" + article.components.map { " \($0.role)=\(issue.text(of: $0))" }.joined()
    }
  }

  @Test func metadataAndPageOrder() throws {
    let issue = try read(mets("")).issue
    #expect(issue.id == "bote")
    #expect(issue.publication.title == "Der Bote")
    #expect(issue.publication.issn == "1234-5678")
    #expect(issue.date?.iso == "1858-12-07")
    #expect(issue.number == "12")
    #expect(issue.language == "de")
    #expect(issue.sourceCreated == "2014-03-27T05:43:21")
    #expect(issue.pages.map(\.name) == ["2", "1"])
    #expect(issue.pages.map(\.label) == ["3", "4"])
    #expect(issue.markup == nil)
  }

  @Test func articlesWithRolesOverPages() throws {
    let issue = try read(
      mets(
        "<div TYPE=\"TITLE_SECTION\">" + area("HEADLINE", "F2", "B1") + "</div>"
          + "<div TYPE=\"SECTION\" LABEL=\"Handel\"><div TYPE=\"HEADING\">" + area("TITLE", "F2", "B2") + "</div>"
          + "<div TYPE=\"ARTICLE\" DMDID=\"D1\"><div TYPE=\"HEADING\">" + area("TITLE", "F2", "B3") + "</div>"
          + "<div TYPE=\"BODY\"><div TYPE=\"PARAGRAPH\">" + area("TEXT", "F2", "B4") + area("TEXT", "F1", "B1")
          + "</div>" + area("CROSSHEADING", "F1", "B2") + "</div></div>" + area("ADVERTISEMENT", "F1", "C") + "</div>")
    )
    .issue
    #expect(
      outline(issue) == [
        "masthead: masthead=2B1", "article: sectionLabel=2B2",
        "article: headline=2B3 paragraph=2B4 1B1 crosshead=1B2", "advertisement: advertisementText=1B3 1B4",
      ])
    let article = try #require(issue.markup?.articles[2])
    #expect(article.origin == .publisher(id: "D1"))
    #expect(article.language == "fr")
    #expect(article.section == "Handel")
  }

  @Test func paragraphsThatPointAtBlocksByThemselvesAreThePrintedOnes() throws {
    func marks(_ body: String) throws -> Bool? {
      try read(mets("<div TYPE=\"ARTICLE\"><div TYPE=\"BODY\">\(body)</div></div>")).issue.markup?.marksParagraphs
    }
    #expect(try marks(area("PARAGRAPH", "F1", "B1") + area("PARAGRAPH", "F1", "B2")) == true)
    #expect(try marks("<div TYPE=\"PARAGRAPH\">" + area("TEXT", "F1", "B1") + "</div>") == false)
    #expect(try marks(area("TEXT", "F1", "B1")) == false)
  }

  @Test func aUnitThatPointsAtAWholePageHasItsLines() throws {
    let whole = "<div TYPE=\"ADVERTISEMENT\"><fptr FILEID=\"F1\"/></div>"
    let alone = try read(mets(area("ARTICLE", "F2", "B1") + whole))
    #expect(
      outline(alone.issue) == ["article: paragraph=2B1", "advertisement: advertisementText=1B1 1B2 1B3 1B4"])
    #expect(alone.context.isEmpty)
    // Where others have lines of the page, or point at it too, nobody knows which lines are meant.
    for other in [area("ARTICLE", "F1", "B2"), "<div TYPE=\"ARTICLE\"><fptr><area FILEID=\"F1\"/></fptr></div>"] {
      let shared = try read(mets(area("ARTICLE", "F2", "B1") + whole + other))
      #expect(!outline(shared.issue).contains { $0.hasPrefix("advertisement") })
      #expect(shared.context.map(\.code) == [.referenceBroken])
    }
    // Of an article with blocks of its own it only says where they are.
    let blocks = "<div TYPE=\"ARTICLE\"><fptr FILEID=\"F1\"/>" + area("PARAGRAPH", "F1", "B2") + "</div>"
    let both = try read(mets(blocks))
    #expect(outline(both.issue) == ["article: paragraph=1B2"])
    #expect(both.context.isEmpty)
  }

  @Test func rangesLinesAndWordsAreFound() throws {
    let issue = try read(
      mets(
        "<div TYPE=\"ARTICLE\">" + area("PARAGRAPH", "F1", "B1", end: "B2") + area("PARAGRAPH", "F1", "LB3")
          + area("PARAGRAPH", "F1", "WB4") + "</div>")
    ).issue
    #expect(outline(issue) == ["article: paragraph=1B1 1B2 paragraph=1B3 paragraph=1B4"])
  }

  @Test func referencesToNothingAndToBlocksOfOthersAreCountedAndSaidOnce() throws {
    let (issue, warnings) = try read(
      mets(
        "<div TYPE=\"ARTICLE\">" + area("PARAGRAPH", "F1", "B1", "none", "gone") + "</div><div TYPE=\"ARTICLE\">"
          + area("PARAGRAPH", "F1", "B1", "B2") + area("ILLUSTRATION", "F1", "I") + "</div>"))
    #expect(issue.markup?.unresolved == 2)
    #expect(outline(issue) == ["article: paragraph=1B1", "article: paragraph=1B2"])
    #expect(warnings.map(\.code) == [.referenceBroken, .referenceBroken])
    #expect(warnings.allSatisfy { $0.place?.line != nil && $0.severity == .warning })
  }

  @Test func linksJoinArticlesWithAreasOfPages() throws {
    let areas = """
      <structMap TYPE="PHYSICAL"><div><div TYPE="pagearea" ID="B2"><fptr><area FILEID="F1" BEGIN="none"/></fptr></div>
      <div TYPE="pagearea" ID="pa9"><fptr><area FILEID="F1" BEGIN="WB3" END="WB4"/></fptr></div></div></structMap>
      <structLink><smLinkGrp><smLocatorLink xlink:href="#art1"/><smLocatorLink xlink:href="#B2"/>
      <smLocatorLink xlink:href="#pa9"/></smLinkGrp></structLink>
      """
    let issue = try read(mets("<div TYPE=\"ARTICLE\" ID=\"art1\"/>", more: areas)).issue
    #expect(outline(issue) == ["article: paragraph=1B2 paragraph=1B3 1B4"])
    #expect(issue.markup?.source == "METS structLink")
  }

  @Test(arguments: ["ALTO/ONE.XML", "elsewhere/deep/1.xml", "%41LTO/1.xml", "file:///D:/work/1.xml"])
  func filesAreFoundUnderOtherSpellings(href: String) throws {
    let pages = href.contains("ONE") ? ["alto/one.xml", "ALTO/2.xml"] : ["ALTO/1.xml", "ALTO/2.xml"]
    #expect(try read(mets("", hrefs: [href, "ALTO/2.xml"]), pages: pages).issue.pages.count == 2)
  }

  @Test func aMissingPageFailsTheIssueUnlessASettingSaysOtherwise() throws {
    let text = mets("", hrefs: ["ALTO/1.xml", "ALTO/9.xml"])
    do {
      _ = try read(text)
      Testing.Issue.record("no error")
    } catch let error as Diagnostic {
      #expect(error.code == .referenceBroken)
      #expect(error.place?.line != nil)
    }
    var settings = METSALTOReader.Settings()
    settings.brokenPages = .leaveOut
    let (issue, warnings) = try read(text, settings: settings)
    #expect(issue.pages.count == 1)
    #expect(issue.flags.map(\.code) == ["page-left-out"])
    #expect(warnings.map(\.code) == [.referenceBroken])
  }

  @Test func nothingOutsideOfTheInputIsRead() throws {
    let folder = try ReadFolder([
      "secret/9.xml": page("9"), "in/bote.xml": mets("", hrefs: ["1.xml", "../secret/9.xml"]), "in/1.xml": page("1"),
    ])
    do {
      _ = try folder.read(METSALTOReader(.init()), below: "in")
      Testing.Issue.record("no error")
    } catch let error as Diagnostic { #expect(error.code == .pathEscapes) }
    #expect(try folder.read(METSALTOReader(.init())).issues[0].pages.count == 2)
  }

  @Test func severalMETSFilesOfTheSamePagesAreOneIssue() throws {
    let folder = try ReadFolder([
      "a/manifest.xml": mets("", hrefs: ["ocr/1.xml"]), "a/ocr/1.xml": page("1"),
      "a/toc/T1.xml": mets(
        "<div TYPE=\"ARTICLE\">" + area("PARAGRAPH", "F1", "B1") + "</div>", hrefs: ["../ocr/1.xml"]),
      "b/mets.xml": mets("", hrefs: ["2.xml"]), "b/2.xml": page("2"), "b/empty.xml": "",
    ])
    let issues = try folder.read(METSALTOReader(.init())).issues
    #expect(issues.map(\.pages.count) == [1, 1])
    #expect(issues[0].id == "T1")
    #expect(issues[0].sources == ["T1.xml", "a/manifest.xml", "a/ocr/1.xml"])
    #expect(issues[0].markup?.articles.count == 1)
  }
}
