import Foundation
import OffprintDiagnostics
import OffprintKit
import OffprintModel
import Testing

@testable import OffprintFormats

/// Validation inside the command, by the catalog of official schemas beside the project.
@Suite("schema: check")
struct WriteSchemaCheckTests {
  private static let catalog = Validation.shared.appending(path: "schemas/catalog.xml").path

  private func problems<W: Writer>(
    _: W.Type, settings: [String: String] = [:], change: (String) -> String = { $0 }
  ) throws -> [SchemaProblem] {
    let schema = try #require(W.spec.schema)
    let validator = try OfficialSchemas().validator(for: schema, catalog: Self.catalog)
    return try WriteFixture.products(W.self, settings).flatMap { validator.problems(in: Array(change($0.text).utf8)) }
  }

  @Test("newsml-g2 with the NITF inside of it", .enabled(if: Validation.hasSchemas))
  func newsml() throws {
    #expect(try problems(NewsMLG2Writer.self).isEmpty)
    #expect(try problems(NewsMLG2Writer.self, settings: ["profile": "compat"]).isEmpty)
    let outside = try problems(NewsMLG2Writer.self) { $0.replacing("<itemClass ", with: "<itemKlass ") }
    #expect(outside.first?.words.contains("itemKlass") == true && outside.first?.line != nil)
    let inside = try problems(NewsMLG2Writer.self) {
      $0.replacing("<hl1>", with: "<hl9>").replacing("</hl1>", with: "</hl9>")
    }
    #expect(inside.first?.words.contains("hl9") == true)
  }

  @Test("nitf and alto", .enabled(if: Validation.hasSchemas))
  func others() throws {
    #expect(try problems(NITFWriter.self).isEmpty)
    #expect(
      try !problems(NITFWriter.self) { $0.replacing("<body>", with: "<body2>").replacing("</body>", with: "</body2>") }
        .isEmpty)
    #expect(try problems(ALTOWriter.self).isEmpty)
    #expect(try !problems(ALTOWriter.self) { $0.replacing(" HPOS=", with: " XPOS=") }.isEmpty)
  }

  @Test("mets-alto with its MODS, and page-xml", .enabled(if: Validation.hasSchemas))
  func deliveries() throws {
    #expect(try problems(METSALTOWriter.self).isEmpty)
    #expect(try !problems(METSALTOWriter.self) { $0.replacing("<mods:title>", with: "<mods:title no=\"1\">") }.isEmpty)
    #expect(try problems(PAGEXMLWriter.self).isEmpty)
    #expect(try !problems(PAGEXMLWriter.self) { $0.replacing(" imageWidth=", with: " width=") }.isEmpty)
  }

  @Test("tei, by a file", .enabled(if: Validation.hasSchemas))
  func tei() throws {
    let file = Validation.shared.appending(path: "schemas/tei/tei_news-subset.rng").path
    let validator = try OfficialSchemas().validator(by: file, catalog: Self.catalog)
    #expect(validator.files == [file])
    let products = try WriteFixture.products(TEIWriter.self)
    #expect(products.allSatisfy { validator.problems(in: $0.bytes).isEmpty })
    #expect(!validator.problems(in: Array(products[0].text.replacing("<lb ", with: "<lbb ").utf8)).isEmpty)
  }

  @Test("article-xml needs no catalog, and the committed grammar is the one in the command")
  func own() throws {
    let validator = try OfficialSchemas().validator(for: ArticleGrammar.schema, catalog: nil)
    for product in try WriteFixture.products(ArticleXMLWriter.self) {
      #expect(validator.problems(in: product.bytes).isEmpty)
      let broken = product.text.replacing("<component role=\"", with: "<component role=\"x-")
      #expect(!validator.problems(in: Array(broken.utf8)).isEmpty)
    }
    let file = Validation.root.appending(path: "pipelines/schema/article.rng")
    #expect(try String(contentsOf: file, encoding: .utf8) == ArticleGrammar.text)
  }

  @Test("A schema that no catalog has is asked for")
  func missing() {
    #expect {
      try OfficialSchemas().validator(for: .relaxNG("http://schemas.invalid/none.rng"), catalog: nil)
    } throws: {
      ($0 as? Diagnostic)?.code == .schemaMissing
    }
  }
}
