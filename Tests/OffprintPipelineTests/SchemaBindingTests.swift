import OffprintDiagnostics
import OffprintKit
import OffprintModel
import Testing

@testable import OffprintPipeline

private struct FakeValidator: ProductValidating {
  var files: [String]
  func problems(in bytes: [UInt8]) -> [SchemaProblem] { [] }
}

/// Knows one schema, by its catalog.
private struct FakeSchemas: SchemaSource {
  func validator(for schema: FormatSchema, catalog: String?) throws -> any ProductValidating {
    guard let catalog else { throw Diagnostic(.schemaMissing, "no catalog") }
    return FakeValidator(files: ["check", catalog])
  }
  func validator(by file: String, catalog: String?) throws -> any ProductValidating {
    FakeValidator(files: [file])
  }
}

private struct FakeXML: Writer {
  static let spec = WriterSpec(
    name: "xml", summary: "XML", fileExtension: "xml", needs: [], layout: .files,
    schema: .relaxNG("http://schemas.invalid/x.rng"))
  struct Settings: StageSettings {
    @Setting("A form the schema does not know.") var odd = false
  }
  let isBySchema: Bool
  init(_ settings: Settings) { isBySchema = !settings.odd }
  func products(for issue: Issue) throws -> [Product] { [] }
}

@Suite("The key schema: of a writer")
struct SchemaBindingTests {
  private func load(_ write: String, _ run: String = "") throws -> WriteStep {
    var registry = Registry.fake
    registry.register(FakeXML.self)
    registry.register(FakeSchemas())
    let folder = PipelineFolder([
      "p.yaml": "offprint: 1\nread: { format: pages, from: . }\n\(run)\nwrite: { items: \(write) }\n",
      "schemas/catalog.xml": "<catalog/>",
    ])
    return try #require(
      try PipelineLoader.load("\(folder.path)/p.yaml", registry: registry).pipeline.writes.first)
  }

  private func message(_ write: String, _ run: String = "") -> Diagnostic? {
    do {
      _ = try load(write, run)
      return nil
    } catch { return Diagnostics.messages(of: error).first }
  }

  @Test("check takes the schema of the format, from the catalog that run: names")
  func check() throws {
    let files =
      try load("{ format: xml, to: '${article.id}.xml', schema: check }", "run: { schemas: schemas }")
      .validator?.files ?? []
    #expect(files.first == "check" && files.last?.hasSuffix("/schemas/catalog.xml") == true)
  }

  @Test("A file is taken as it is; off and nothing are none")
  func others() throws {
    let named = try load("{ format: xml, to: '${article.id}.xml', schema: my.xsd }").validator?.files
    #expect(named?.first?.hasSuffix("/my.xsd") == true)
    #expect(try load("{ format: xml, to: '${article.id}.xml', schema: off }").validator == nil)
    #expect(try load("{ format: xml, to: '${article.id}.xml' }").validator == nil)
  }

  @Test("Where there is no schema, it is said at its place")
  func missing() {
    let absent = message("{ format: xml, to: '${article.id}.xml', schema: check }")
    #expect(absent?.code == .schemaMissing && absent?.place?.line == 4)
    #expect(message("{ format: jsonl, to: a.jsonl, schema: check }")?.code == .valueUnsuited)
    #expect(
      message("{ format: xml, to: '${article.id}.xml', schema: check, with: { odd: true } }")?.code == .valueUnsuited)
    let catalog = message("{ format: xml, to: '${article.id}.xml', schema: check }", "run: { schemas: nowhere }")
    #expect(catalog?.code == .pathMissing)
  }
}
