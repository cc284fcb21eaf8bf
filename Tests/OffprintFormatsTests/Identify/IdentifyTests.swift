import OffprintTesting
import Testing

@testable import OffprintFormats

@Suite("What files are")
struct IdentifyTests {
  private func identity(_ text: String, _ name: String = "a.xml") -> FileIdentity {
    FileIdentifier.identity(of: Array(text.utf8), name)
  }

  @Test(
    "XML and HTML files by their root elements",
    arguments: [
      (
        #"<alto xmlns="http://www.loc.gov/standards/alto/ns-v4#" SCHEMAVERSION="4.2"><Description><MeasurementUnit>mm10</MeasurementUnit></Description>"#,
        "ALTO", ["4.2", "mm10"], "alto"
      ),
      (
        #"<a:alto xmlns:a="http://www.loc.gov/standards/alto/ns-v2#"><a:MeasurementUnit>pixel</a:MeasurementUnit><softwareName>X</softwareName><softwareVersion>2</softwareVersion>"#,
        "ALTO", ["2", "pixel", "X 2"], "alto"
      ),
      (
        #"<PcGts xmlns="http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15"><Metadata><Creator>Pero OCR</Creator>"#,
        "PAGE-XML", ["2019", "Pero OCR"], "page-xml"
      ),
      (#"<html><head><meta name='ocr-system' content='tesseract 5.3.0'/></head>"#, "hOCR", ["tesseract 5.3.0"], "hocr"),
      (#"<!DOCTYPE html><html><body><div class="ocr_page" title="bbox 0 0 1 1">"#, "hOCR", [], "hocr"),
      (
        #"<document xmlns="http://www.abbyy.com/FineReader_xml/FineReader10-schema-v1.xml" producer="ABBYY 12" pagesCount="3">"#,
        "ABBYY XML", ["FineReader 10", "ABBYY 12", "3 pages"], "abbyy-xml"
      ),
      (#"<page width="1"><block blockType="Text"/>"#, "ABBYY XML", ["a page by itself"], "abbyy-xml"),
      (
        #"<d:DIDL xmlns:d="urn:mpeg:mpeg21:2002:02-DIDL-NS" xmlns:ddd="http://www.kb.nl/namespaces/ddd">"#, "DIDL",
        ["KB"],
        "didl-alto"
      ),
      ("<Xmd_toc PUBLICATION='X'>", "Olive XMD", ["table of contents"], "olive-xmd"),
      (#"<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><facsimile/>"#, "TEI", ["P5", "with facsimile"], "tei"),
    ] as [(String, String, [String], String)])
  func xml(text: String, kind: String, profile: [String], reader: String) {
    let found = identity(text)
    #expect(found.kind == kind && found.profile == profile && found.reader == reader && found.use == .text)
  }

  @Test(
    "what is no text of pages is a companion",
    arguments: [
      ("<text><title>x</title><p>y</p></text>", "a.xml", "article text"),
      ("<mods><titleInfo/></mods>", "a.xml", "metadata"),
      ("BagIt-Version: 1.0\n", "bagit.txt", "BagIt declaration"),
      ("d41d8cd98f00b204e9800998ecf8427e  data/a.xml\n", "manifest-md5.txt", "BagIt manifest"),
      (
        "sha256 (a.jp2) = e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\n", "m.txt",
        "list of checksums"
      ),
      (#"{"a": 1}"#, "a.json", "JSON"), ("a;b;c\n1;2;3\n", "a.csv", "table"), ("\u{FFFD}", "a.md", "documentation"),
      ("name: x\noffprint: 1\n", "a.yaml", "pipeline file"), ("a: b\n", "a.yml", "YAML"),
    ])
  func companions(text: String, name: String, kind: String) {
    let found = identity(text, name)
    #expect(found.kind == kind && found.use == .companion)
  }

  @Test("text is text, with what is odd about it")
  func text() {
    #expect(identity("Der Bote.\n", "a.txt") == FileIdentity("text", reader: "text-pages"))
    #expect(identity("\u{FEFF}eins\u{0C}zwei", "a.txt").oddities == ["byte order mark", "form feeds between pages"])
    let latin = FileIdentifier.identity(of: Array("Die K".utf8) + [0xFC] + Array("he sind m\u{69}de\n".utf8), "a.txt")
    #expect(latin.oddities == ["in windows-1252"])
    #expect(identity("level\tpage_num\tblock_num\tx\n", "a.tsv").reader == "tesseract-tsv")
    #expect(identity(#"{"no": "suffix"}"#, "a.txt").kind == "JSON")
  }

  @Test("files that are no text are known by their first bytes")
  func signatures() {
    #expect(FileIdentifier.identity(of: Array("%PDF-1.7\n".utf8), "a.pdf").profile == ["1.7"])
    #expect(FileIdentifier.identity(of: [0x49, 0x49, 0x2A, 0, 8], "a.tif").kind == "TIFF image")
    #expect(FileIdentifier.identity(of: [0x37, 0x7A, 0xBC, 0xAF], "a.7z").use == .unusable)
    #expect(FileIdentifier.identity(of: [1, 2, 3, 4, 5, 6], "a").use == .unknown)
    #expect(FileIdentifier.identity(of: [], "a.xml").kind == "empty")
    #expect(FileIdentifier.identity(of: ZipBuilder(files: [("a", "b")]).bytes, "a.bin").kind == "zip")
  }

  @Test("what is odd about XML files is said")
  func oddities() {
    #expect(identity("<alto><Page/>").oddities == ["no namespace", "no page size", "no unit of measurement"])
    #expect(identity("<?xml version='1.0' encoding='ISO-8859-1'?><TEI.2/>").oddities == ["in iso-8859-1"])
    #expect(identity("\n<?xml version='1.0'?><TEI.2/>").oddities == ["something before the XML declaration"])
    #expect(identity("<!DOCTYPE TEI.2 SYSTEM 'x'><TEI.2/>").oddities == ["DOCTYPE"])
    let utf16: [UInt8] = [0xFF, 0xFE] + "<TEI.2/>".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    #expect(FileIdentifier.identity(of: utf16, "a.xml").oddities == ["in utf-16le"])
  }

  @Test(
    "what a reader would refuse is said, with what to do",
    arguments: [
      ("<TEI.2><text/></TEI.2>", "takes TEI P5"), ("<teiCorpus><TEI/></teiCorpus>", "make a file of each TEI"),
      ("<!DOCTYPE alto SYSTEM 'alto.dtd'>\n<alto><Page/></alto>", "a DOCTYPE is not allowed (line 1); remove"),
      ("<!DOCTYPE alto [<!ENTITY x 'y'>]><alto><Page/></alto>", "remove the DOCTYPE"),
      ("<alto>\n<String CONTENT='caf&eacute;'/></alto>", "the entity '&eacute;' is not one of XML's own (line 2)"),
      ("<PcGts><Page>", "the file ends inside 'Page'"), ("<alto><a></b></alto>", "is closed by 'b'"),
      ("<alto>" + String(repeating: "<Page>Wort</Page>\n", count: 9000), "does not end with '</alto>'"),
      ("<alto>" + String(repeating: "<Page>Wort</Page>\n", count: 9000) + "</al", "does not end with '</alto>'"),
    ])
  func refused(text: String, remark: String) throws {
    let folder = try ReadFolder(["a.xml": text])
    let found = FileIdentifier.identity(of: folder.root + "/a.xml")
    #expect(found.use == .unusable && found.reader == nil)
    #expect(found.remark?.contains(remark) == true, "\(found.remark ?? "")")
  }

  @Test(
    "what a reader takes is not",
    arguments: [
      "<a:alto xmlns:a='x'>" + String(repeating: "<a:Page>Wört</a:Page>\n", count: 9000) + "</a:alto >\n<!-- </x> -->",
      "<alto>" + String(repeating: "ü", count: 70000) + "</alto>", "\u{FEFF}<alto><Page/></alto>",
      "<?xml version='1.0' encoding='ISO-8859-1'?><alto>\u{7}&amp;</alto>",
    ])
  func taken(text: String) throws {
    let folder = try ReadFolder(["a.xml": text])
    let found = FileIdentifier.identity(of: folder.root + "/a.xml")
    #expect(found.use == .text && found.reader == "alto" && found.remark == nil, "\(found.remark ?? "")")
  }

  @Test("hOCR that is cut off is read, and said to be odd")
  func cutOff() throws {
    let folder = try ReadFolder(["a.hocr": "<html><body><div class='ocr_page' title='bbox 0 0 1 1'>"])
    let found = FileIdentifier.identity(of: folder.root + "/a.hocr")
    #expect(found.reader == "hocr" && found.oddities == ["no '</html>' at its end"])
  }

  @Test("METS files are told apart")
  func mets() throws {
    func profile(_ text: String) throws -> [String] {
      let folder = try ReadFolder(["a.xml": text])
      return FileIdentifier.identity(of: folder.root + "/a.xml").profile
    }
    let start = #"<mets xmlns="http://www.loc.gov/METS/""#
    #expect(try profile(start + #" PROFILE="ENMAP"><div TYPE="ARTICLE"/></mets>"#) == ["ENMAP", "with articles"])
    #expect(try profile(start + "><structLink><smLinkGrp/></structLink></mets>")[0] == "British Library (smLinkGrp)")
    #expect(try profile(start + #" PROFILE="x:ndnp:issue:v1.5"><div/></mets>"#) == ["NDNP issue", "without articles"])
    #expect(try profile(start + #" PROFILE="x:ndnp:reel:v1.5"><div/></mets>"#) == ["NDNP reel"])
    #expect(try profile(start + #"><div TYPE="ARTICLE"/><area BEGIN="P1_Ar0010003"/></mets>"#)[0] == "Olive")
    #expect(try profile(start + #"><div TYPE="TITLE_SECTION"/></mets>"#)[0] == "docWorks")
  }

  @Test("no file, however broken, makes it crash")
  func broken() {
    let pieces = [
      "<", ">", "<!--", "-->", "<!DOCTYPE [", "]>", "<alto ", "a=\"", "'", "<?xml ", "?>", "&", "\u{0}", "x", " ",
      "<![CDATA[",
    ]
    var state: UInt64 = 7
    for _ in 0..<3000 {
      var text = "<"
      for _ in 0..<12 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += pieces[Int(state >> 33) % pieces.count]
      }
      _ = identity(text)
      _ = identity(String(text.dropFirst()))
    }
  }
}
