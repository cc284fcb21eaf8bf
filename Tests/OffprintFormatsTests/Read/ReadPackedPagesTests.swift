import OffprintDiagnostics
import OffprintKit
import OffprintTesting
import Testing

@testable import OffprintFormats

@Suite("Packed pages and archives")
struct ReadPackedPagesTests {
  private static func page(_ word: String) -> String {
    alto(#"<TextBlock ID="B1"><TextLine><String CONTENT="\#(word)"/></TextLine></TextBlock>"#)
  }

  private static func mets(_ hrefs: [String]) -> String {
    let files = hrefs.enumerated().map { index, href in
      #"<file ID="F\#(index)" MIMETYPE="text/xml"><FLocat LOCTYPE="URL" xlink:href="\#(href)"/></file>"#
    }
    return """
      <mets xmlns="http://www.loc.gov/METS/" xmlns:xlink="http://www.w3.org/1999/xlink"><fileSec>\
      <fileGrp USE="ALTO">\(files.joined())</fileGrp></fileSec></mets>
      """
  }

  @Test("a folder of packed pages is an issue, its names without what says how they are packed")
  func folder() throws {
    let folder = try ReadFolder(["bote-1903-02-11/2.xml": Self.page("zwei")])
    try folder.write("bote-1903-02-11/1.xml.gz", gzipped(Array(Self.page("eins").utf8)))
    let issue = try #require(try folder.read(ALTOReader(.init())).issues.first)
    #expect(issue.id == "bote-1903-02-11")
    #expect(issue.pages.map(\.name) == ["1", "2"])
    #expect(issue.pages.map { $0.lines[0].text } == ["eins", "zwei"])
    #expect(issue.sources == ["1.xml.gz", "2.xml"])
  }

  @Test("a METS file gets the packed file where it names the plain one, and the plain one where both are there")
  func references() throws {
    let folder = try ReadFolder([
      "mets.xml": Self.mets(["alto/1.xml", "alto/2.xml", "3.xml"]), "alto/2.xml": Self.page("plain"),
    ])
    try folder.write("alto/1.xml.gz", gzipped(Array(Self.page("packed").utf8)))
    try folder.write("alto/2.xml.gz", gzipped(Array(Self.page("wrong").utf8)))
    try folder.write("elsewhere/3.xml.gz", gzipped(Array(Self.page("found").utf8)))
    let issue = try #require(try folder.read(METSALTOReader(.init())).issues.first)
    #expect(issue.pages.map { $0.lines[0].text } == ["packed", "plain", "found"])
  }

  @Test("an issue in a zip is read as in a folder")
  func zip() throws {
    let zip = ZipBuilder(files: [
      ("1903-02-11/mets.xml", Self.mets(["ALTO/1.XML", "..\\up.xml", "../../../etc/passwd.xml"])),
      ("1903-02-11/alto/1.xml", Self.page("eins")), ("up.xml", Self.page("oben")),
    ])
    let folder = try ReadFolder([:])
    try folder.write("a.zip", zip.bytes)
    let root = "\(folder.root)/a.zip!"
    let files = SourceTree.files(below: root).map { "\(root)/\($0)" }
    let input = InputSelection(root: root, files: files)
    let reader = METSALTOReader(.init())
    let document = try #require(try reader.documents(in: input).documents.first)
    #expect(document.name == "1903-02-11/mets.xml")
    var context = ReadContext()
    let error = #expect(throws: Diagnostic.self) { try reader.read(document, &context) }
    #expect(error?.code == .pathEscapes)
    var settings = METSALTOReader.Settings()
    settings.brokenPages = .leaveOut
    let issue = try METSALTOReader(settings).read(document, &context)
    #expect(issue.id == "a-1903-02-11")
    #expect(issue.pages.map { $0.lines[0].text } == ["eins", "oben"])
  }

  @Test("pages directly in an archive are an issue of the archive's name")
  func names() throws {
    let folder = try ReadFolder([:])
    try folder.write("bote_1903-02-11.zip", ZipBuilder(files: [("1.xml", Self.page("eins"))]).bytes)
    let root = "\(folder.root)/bote_1903-02-11.zip!"
    let reader = ALTOReader(.init())
    let document = try #require(
      try reader.documents(in: InputSelection(root: root, files: ["\(root)/1.xml"])).documents.first)
    #expect(document.name == "bote_1903-02-11")
    var context = ReadContext()
    let issue = try reader.read(document, &context)
    #expect(issue.id == "bote_1903-02-11")
    #expect(issue.publication.title == "bote" && issue.date?.iso == "1903-02-11")
  }
}
