import Foundation
import OffprintKit
import Testing

@testable import OffprintPipeline

@Suite("Pipeline files as files, and their schema.")
struct PipelineFilesTests {
  @Test("A file that is not there, and a folder")
  func missing() {
    let folder = PipelineFolder(["sub/p.yaml": ""])
    expect(
      folder.messages(),
      #"""
      error[OP201]: 'DIR/p.yaml' is not there
        --> DIR/p.yaml
         = fix: see whether it was moved, or its name is spelt otherwise
      """#)
    folder.write([], to: "p.yaml/p.txt")
    #expect(folder.messages().contains("'DIR/p.yaml' cannot be read: Is a directory"))
  }

  @Test("Bytes that are no UTF-8 are refused where they stand")
  func notUTF8() {
    let folder = PipelineFolder([:])
    folder.write(Array("offprint: 1\nname: caf".utf8) + [0xE9] + Array("\n".utf8), to: "p.yaml")
    expect(
      folder.messages(),
      #"""
      error[OP105]: the file is not UTF-8 here
        --> DIR/p.yaml:2:10
         |
       2 | name: caf�
         |          ^ save it as UTF-8
         |
      """#)
  }

  @Test("A byte order mark and the line ends of Windows make no difference")
  func windows() throws {
    let folder = PipelineFolder([:])
    folder.write(
      [0xEF, 0xBB, 0xBF] + Array("offprint: 1\r\nname: x\r\nread: { format: pages, from: in }\r\n".utf8), to: "p.yaml")
    #expect(try folder.load().name == "x")
  }

  @Test("A pipeline with all its parts")
  func whole() throws {
    let pipeline = try loaded(
      #"""
      offprint: 1
      name: whole
      about: All there is.
      read: { format: pages, from: in, unit: issue }
      stages:
        - { id: order, stage: reflow-columns }
        - segment-articles
      tests:
        - { name: one, text: "a\nb", stages: [segment-articles, order], language: no, expect: { headlines: a } }
        - { text: a, expect: { text: a, articles: "paragraph: a", headlines: [] } }
      """#)
    #expect(pipeline.about == "All there is.")
    #expect(pipeline.stages.map(\.id) == ["order", "segment-articles"])
    #expect(pipeline.tests.map(\.name) == ["one", "test 2"])
    #expect(pipeline.tests[0].stages.map(\.id) == ["order", "segment-articles"], "in the order of the pipeline")
    #expect(pipeline.tests[0].language == "no")
    #expect(pipeline.tests[0].expect == Expectation(headlines: ["a"]))
    #expect(pipeline.tests[1].stages.count == 2)
    #expect(pipeline.tests[1].expect == Expectation(text: "a", articles: "paragraph: a", headlines: []))
  }

  @Test("The schema is JSON, repeats itself, and knows every part and setting")
  func schema() throws {
    let text = PipelineSchema.generate(registry: .fake)
    #expect(text == PipelineSchema.generate(registry: .fake))
    let object = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let properties = try #require(object["properties"] as? [String: Any])
    #expect(Set(properties.keys) == Set(PipelineBinding.keys))
    #expect(object["additionalProperties"] as? Bool == false)
    let registry = Registry.fake
    for name in Array(registry.stages.keys) + registry.readers.keys + registry.writers.keys + registry.checks.keys {
      #expect(text.contains("\"\(name)\""))
    }
    for name in ["language", "numbers", "min_evidence", "columns"] { #expect(text.contains("\"\(name)\": {")) }
  }
}
