import OffprintDiagnostics
import OffprintKit
import OffprintModel
import Testing

@testable import OffprintFormats

/// Issues as two libraries deliver them that mark no articles, by their published profiles.
@Suite struct ReadMETSProfilesTests {
  private func page(_ text: String) -> String {
    alto("<TextBlock ID=\"b\"><TextLine><String CONTENT=\"\(text)\"/></TextLine></TextBlock>")
  }

  /// The National Digital Newspaper Program: an issue with a description of its own and one for each page.
  private let ndnp = """
    <mets TYPE="urn:library-of-congress:ndnp:mets:newspaper:issue" LABEL="The Harbour Bell (Saltby), 1898-07-04"
      xmlns="http://www.loc.gov/METS/" xmlns:mods="http://www.loc.gov/mods/v3" xmlns:xlink="http://www.w3.org/1999/xlink">
    <metsHdr CREATEDATE="2009-05-06T07:08:09"/>
    <dmdSec ID="issueModsBib"><mdWrap MDTYPE="MODS"><xmlData><mods:mods><mods:relatedItem type="host">
      <mods:identifier type="lccn">sn12345678</mods:identifier><mods:part><mods:detail type="volume"><mods:number>9</mods:number>
      </mods:detail><mods:detail type="issue"><mods:number>304</mods:number></mods:detail><mods:detail type="edition">
      <mods:number>2</mods:number><mods:caption>Evening</mods:caption></mods:detail></mods:part></mods:relatedItem>
      <mods:originInfo><mods:dateIssued encoding="iso8601">1898-07-04</mods:dateIssued></mods:originInfo>
      <mods:note type="noteAboutReproduction">Present</mods:note></mods:mods></xmlData></mdWrap></dmdSec>
    <dmdSec ID="pageModsBib1"><mdWrap MDTYPE="MODS"><xmlData><mods:mods><mods:part><mods:extent unit="pages"><mods:start>1
      </mods:start></mods:extent><mods:detail type="page number"><mods:number>7</mods:number></mods:detail></mods:part>
      <mods:relatedItem type="original"><mods:identifier type="reel number">00212470612</mods:identifier></mods:relatedItem>
      </mods:mods></xmlData></mdWrap></dmdSec>
    <fileSec><fileGrp ID="pageFileGrp1"><file ID="serviceFile1" USE="service"><FLocat xlink:href="./0001.jp2"/></file>
      <file ID="ocrFile1" USE="ocr"><FLocat LOCTYPE="OTHER" OTHERLOCTYPE="file" xlink:href="./0001.xml"/></file></fileGrp>
      <fileGrp ID="pageFileGrp2"><file ID="ocrFile2" USE="ocr"><FLocat xlink:href="./0002.xml"/></file></fileGrp></fileSec>
    <structMap><div TYPE="np:issue" DMDID="issueModsBib"><div TYPE="np:page" DMDID="pageModsBib1">
      <fptr FILEID="serviceFile1"/><fptr FILEID="ocrFile1"/></div><div TYPE="np:page"><fptr FILEID="ocrFile2"/></div></div>
    </structMap></mets>
    """

  private let reel = """
    <mets TYPE="urn:library-of-congress:ndnp:mets:newspaper:reel" LABEL="00212470612"
      xmlns="http://www.loc.gov/METS/" xmlns:xlink="http://www.w3.org/1999/xlink"><fileSec><fileGrp ID="targetFileGrp1">
      <file ID="targetFile1" USE="master"><FLocat xlink:href="./0000.tif"/></file></fileGrp></fileSec>
      <structMap><div TYPE="np:reel"><div TYPE="np:target"><fptr FILEID="targetFile1"/></div></div></structMap></mets>
    """

  @Test func anIssueOfTheNationalDigitalNewspaperProgram() throws {
    let folder = try ReadFolder([
      "0001/1898070401/1898070401.xml": ndnp, "0001/1898070401/0001.xml": page("eins"),
      "0001/1898070401/0002.xml": page("zwei"), "0001/00212470612.xml": reel,
    ])
    let reader = METSALTOReader(.init())
    let listing = try reader.documents(in: try folder.selection())
    #expect(listing.documents.count == 1)
    #expect(listing.diagnostics.map(\.severity) == [.note])
    #expect(listing.diagnostics[0].summary.contains("00212470612.xml"))
    var context = ReadContext()
    let issue = try reader.read(listing.documents[0], &context)
    #expect(issue.pages.map { $0.lines.map(\.text) } == [["eins"], ["zwei"]])
    #expect(issue.pages.map(\.label) == ["7", "1"])
    #expect(issue.publication.title == "The Harbour Bell (Saltby)")
    #expect(issue.publication.identifier == "sn12345678")
    #expect(issue.date?.iso == "1898-07-04")
    #expect(issue.volume == "9")
    #expect(issue.number == "304")
    #expect(issue.edition == "2")
    #expect(issue.sourceCreated == "2009-05-06T07:08:09")
    #expect(issue.markup == nil)
    #expect(context.warnings.isEmpty)
  }

  /// Newspapers of the Staatsbibliothek zu Berlin, by the profile of the DFG viewer: the tree of the year down to the
  /// day, and pages joined to it by structLink.
  private let sbb = """
    <mets:mets xmlns:mets="http://www.loc.gov/METS/" xmlns:mods="http://www.loc.gov/mods/v3"
      xmlns:xlink="http://www.w3.org/1999/xlink"><mets:metsHdr CREATEDATE="2014-01-02T03:04:05"/>
    <mets:dmdSec ID="DMD1"><mets:mdWrap MDTYPE="MODS"><mets:xmlData><mods:mods>
      <mods:relatedItem type="host"><mods:titleInfo><mods:nonSort>Der</mods:nonSort><mods:title>Marschbote</mods:title>
      </mods:titleInfo><mods:identifier type="zdb">2751234-5</mods:identifier></mods:relatedItem>
      <mods:originInfo><mods:dateIssued encoding="iso8601" keyDate="yes">1878-03-01</mods:dateIssued>
      <mods:publisher>Thoms</mods:publisher><mods:place><mods:placeTerm type="text">Marschstedt</mods:placeTerm></mods:place>
      </mods:originInfo><mods:language><mods:languageTerm authority="iso639-2b" type="code">ger</mods:languageTerm>
      </mods:language><mods:part><mods:detail type="issue"><mods:number>51</mods:number></mods:detail></mods:part>
      </mods:mods></mets:xmlData></mets:mdWrap></mets:dmdSec>
    <mets:fileSec><mets:fileGrp USE="DEFAULT"><mets:file ID="F1"><mets:FLocat xlink:href="1.jpg"/></mets:file></mets:fileGrp>
      <mets:fileGrp USE="FULLTEXT"><mets:file ID="T1" MIMETYPE="text/xml"><mets:FLocat LOCTYPE="URL"
      xlink:href="alto/1.xml"/></mets:file></mets:fileGrp></mets:fileSec>
    <mets:structMap TYPE="LOGICAL"><mets:div ID="L0" TYPE="newspaper" LABEL="Der Marschbote"><mets:div ID="L1" TYPE="year"
      ORDERLABEL="1878"><mets:div ID="L2" TYPE="month"><mets:div ID="L3" TYPE="day"><mets:div ID="L4" TYPE="issue"
      DMDID="DMD1"/></mets:div></mets:div></mets:div></mets:div></mets:structMap>
    <mets:structMap TYPE="PHYSICAL"><mets:div ID="P0" TYPE="physSequence"><mets:div ID="P1" TYPE="page" ORDER="1"
      ORDERLABEL="[1]"><mets:fptr FILEID="F1"/><mets:fptr FILEID="T1"/></mets:div></mets:div></mets:structMap>
    <mets:structLink><mets:smLink xlink:from="L4" xlink:to="P0"/><mets:smLink xlink:from="L4" xlink:to="P1"/>
    </mets:structLink></mets:mets>
    """

  @Test func anIssueOfTheStaatsbibliothek() throws {
    let (issues, context) = try ReadFolder(["18780301.xml": sbb, "alto/1.xml": page("eins")])
      .read(METSALTOReader(.init()))
    let issue = issues[0]
    #expect(issue.pages.map { $0.lines.map(\.text) } == [["eins"]])
    #expect(issue.pages[0].label == "[1]")
    #expect(
      issue.publication
        == Publication(
          title: "Der Marschbote", identifier: "2751234-5", publisher: "Thoms", place: "Marschstedt"))
    #expect(issue.date?.iso == "1878-03-01")
    #expect(issue.number == "51")
    #expect(issue.language == "de")
    #expect(issue.markup == nil)
    #expect(context.warnings.isEmpty)
  }

  @Test func divisionsOfUnknownTypesAreToldOfOnceForEach() throws {
    let mets = """
      <mets xmlns:xlink="http://www.w3.org/1999/xlink"><fileSec><fileGrp><file ID="f"><FLocat xlink:href="1.xml"/></file>
      </fileGrp></fileSec><structMap TYPE="LOGICAL"><div TYPE="ISSUE"><div TYPE="ARTICLE" ID="a"><div TYPE="RIDDLE">
      <fptr><area FILEID="f" BEGIN="b1"/></fptr></div><div TYPE="RIDDLE"/><div TYPE="BODY"><div TYPE="PARAGRAPH"><fptr>
      <area FILEID="f" BEGIN="b2"/></fptr></div></div></div><div TYPE="Chess"><fptr><area FILEID="f" BEGIN="b3"/></fptr>
      </div></div></structMap></mets>
      """
    let blocks = (1...3).map {
      "<TextBlock ID=\"b\($0)\"><TextLine><String CONTENT=\"w\($0)\"/></TextLine></TextBlock>"
    }
    let (issues, context) = try ReadFolder(["mets.xml": mets, "1.xml": alto(blocks.joined())])
      .read(METSALTOReader(.init()))
    #expect(try #require(issues[0].markup).articles.map(\.lines.count) == [2, 1])
    #expect(
      context.warnings.map(\.summary) == [
        "2 divisions have the type 'RIDDLE', which is not known; the first is here",
        "1 division has the type 'Chess', which is not known; the first is here",
      ])
    #expect(context.warnings[0].place?.line == 2)
  }
}
