import Foundation
import Testing

@Suite("Committed schemas")
struct SchemaTests {
  @Test("the schema of pipeline files is that of the command")
  func pipelineSchema() throws {
    let file = Command.root.appending(path: "pipelines/schema/pipeline.schema.json")
    let current = try Command.run(["schema"]).output
    #expect(
      try String(contentsOf: file, encoding: .utf8) == current,
      "write it anew with: swift run offprint schema > pipelines/schema/pipeline.schema.json")
  }

  @Test("the schema of records is JSON")
  func recordSchema() throws {
    let file = Command.root.appending(path: "pipelines/schema/article.schema.json")
    #expect(try JSONSerialization.jsonObject(with: Data(contentsOf: file)) is [String: Any])
  }
}
