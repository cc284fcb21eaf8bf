import OffprintFormats
import OffprintTesting
import Testing

@Suite("Built-in writers keep the promises of every writer")
struct WriterConformanceTests {
  @Test func newsML() { #expect(checkWriter(NewsMLG2Writer.self) == []) }
  @Test func articleXML() { #expect(checkWriter(ArticleXMLWriter.self) == []) }
  @Test func jsonLines() { #expect(checkWriter(JSONLinesWriter.self) == []) }
  @Test func text() { #expect(checkWriter(TextWriter.self) == []) }
  @Test func nitf() { #expect(checkWriter(NITFWriter.self) == []) }
  @Test func markdown() { #expect(checkWriter(MarkdownWriter.self) == []) }
  @Test func csv() { #expect(checkWriter(CSVWriter.self) == []) }
  @Test func tei() { #expect(checkWriter(TEIWriter.self) == []) }
  @Test func alto() { #expect(checkWriter(ALTOWriter.self) == []) }
  @Test func metsALTO() { #expect(checkWriter(METSALTOWriter.self) == []) }
  @Test func pageXML() { #expect(checkWriter(PAGEXMLWriter.self) == []) }
  @Test func hocr() { #expect(checkWriter(HOCRWriter.self) == []) }
  @Test func jsonLD() { #expect(checkWriter(JSONLDWriter.self) == []) }
  @Test func iiif() { #expect(checkWriter(IIIFWriter.self) == []) }
}
