import Foundation
import OffprintFormats
import OffprintTesting
import Testing

@Suite("Built-in readers keep the promises of every reader")
struct ReaderConformanceTests {
  /// The bundled samples of the package.
  private func sample(_ path: String) -> String {
    URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../pipelines/samples/\(path)")
      .standardized.path
  }

  @Test func textPages() { #expect(checkReader(TextPagesReader.self, samples: [sample("text")]) == []) }
  @Test func alto() { #expect(checkReader(ALTOReader.self, samples: [sample("alto")]) == []) }
  @Test func metsALTO() { #expect(checkReader(METSALTOReader.self, samples: [sample("mets")]) == []) }
  @Test func didlALTO() { #expect(checkReader(DIDLALTOReader.self, samples: [sample("didl")]) == []) }
  @Test func oliveXMD() { #expect(checkReader(OliveXMDReader.self, samples: [sample("olive")]) == []) }
  @Test func hocr() { #expect(checkReader(HOCRReader.self, samples: [sample("hocr")]) == []) }
  @Test func abbyyXML() { #expect(checkReader(ABBYYXMLReader.self, samples: [sample("abbyy")]) == []) }
  @Test func tesseractTSV() { #expect(checkReader(TesseractTSVReader.self, samples: [sample("tsv")]) == []) }
  @Test func tei() { #expect(checkReader(TEIReader.self, samples: [sample("tei")]) == []) }
  @Test func pdf() {
    // Without poppler the reader cannot be made, which the check takes as it is.
    #expect(checkReader(PDFReader.self, samples: [sample("pdf")]) == [])
  }
  @Test func pageXML() { #expect(checkReader(PAGEXMLReader.self, samples: [sample("page")]) == []) }
}
