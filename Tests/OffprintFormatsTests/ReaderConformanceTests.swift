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
  @Test func newsMLG2() { #expect(checkReader(NewsMLG2Reader.self, samples: [sample("newsml")]) == []) }
  @Test func pageXML() { #expect(checkReader(PAGEXMLReader.self, samples: [sample("page")]) == []) }
}
