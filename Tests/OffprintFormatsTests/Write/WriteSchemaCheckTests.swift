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

  @Test(
    "Delivered METS with its MODS, and PAGE, are checked at once with ALTO",
    .enabled(if: Validation.hasSchemas && Validation.has("data/issues") && Validation.has("data/pages")))
  func libraries() throws {
    func check(_ parts: [FormatSchema.Part], _ path: String, _ change: (good: String, bad: String)) throws {
      let validator = try OfficialSchemas().validator(for: .xsd(parts), catalog: Self.catalog)
      #expect(validator.files.count == parts.count)
      let text = try String(contentsOf: Validation.shared.appending(path: path), encoding: .utf8)
      #expect(validator.problems(in: Array(text.utf8)) == [])
      let broken = text.replacing(change.good, with: change.bad, maxReplacements: 1)
      #expect(!validator.problems(in: Array(broken.utf8)).isEmpty)
    }
    let issue = "data/issues/bnl-luxemburger-zeitung-1858-12-07"
    let mets = try FileManager.default.contentsOfDirectory(atPath: Validation.shared.appending(path: issue).path)
      .first { $0.hasSuffix("mets.xml") }
    let all = [StandardSchemas.mets, StandardSchemas.mods, StandardSchemas.alto]
    try check(all, "\(issue)/\(try #require(mets))", ("<mods:title>", "<mods:titel>x</mods:titel><mods:title>"))
    let folder = Validation.shared.appending(path: "data/pages/page-xml-czech").path
    let page = try FileManager.default.contentsOfDirectory(atPath: folder).first { $0.hasSuffix(".xml") }
    try check(
      [StandardSchemas.page], "data/pages/page-xml-czech/\(try #require(page))", ("<Page ", "<Page wrong=\"1\" "))
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
