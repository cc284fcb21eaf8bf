import Foundation
import Testing

@testable import OffprintFormats

/// Validation with xmllint: against IPTC's schemas, which are not part of the project, and our own grammar.
@Suite("Written files are valid")
struct WriteSchemaTests {
  @Test("newsml-g2, both profiles", .enabled(if: Validation.hasSchemas), arguments: ["iptc", "compat"])
  func newsml(_ profile: String) throws {
    let settings = [
      "profile": profile, "rights": "©", "rights_uri": "https://rightsstatements.org/vocab/NoC-NC/1.0/",
      "usage_terms": "Free.", "provider_uri": "https://ulm.example/",
    ]
    var partial = WriteFixture.issue()
    partial.date = nil
    partial.publication = .init()
    partial.articles[1].language = "not a tag"
    let products =
      try WriteFixture.products(NewsMLG2Writer.self, settings)
      + WriteFixture.products(NewsMLG2Writer.self, ["profile": profile], of: partial)
    #expect(try Validation.complaints(of: products.map(\.bytes), ["--schema", Validation.newsml.path]) == "")
    let broken = products[0].text.replacing("<itemClass ", with: "<itemKlass ")
    #expect(try Validation.complaints(of: [Array(broken.utf8)], ["--schema", Validation.newsml.path]) != "")
  }

  @Test("nitf, in both forms", .enabled(if: Validation.hasSchemas))
  func nitf() throws {
    let schema = Validation.shared.appending(path: "schemas/nitf/nitf-3-6.xsd").path
    let settings = ["rights": "© & more", "usage_terms": "Free."]
    let products = try WriteFixture.products(NITFWriter.self, settings)
    #expect(products.count == 4)
    #expect(try Validation.complaints(of: products.map(\.bytes), ["--schema", schema]) == "")
    let plain = try WriteFixture.products(NITFWriter.self, settings.merging(["form": "plain"]) { $1 })
    #expect(plain.allSatisfy { !$0.text.contains("xmlns") })
    // The namespace is all that the second form lacks.
    #expect(
      plain.map { $0.text.replacing("<nitf ", with: "<nitf xmlns=\"http://iptc.org/std/NITF/2006-10-18/\" ") }
        == products.map(\.text))
    let broken = products[0].text.replacing("<hl1>", with: "<hl9>").replacing("</hl1>", with: "</hl9>")
    #expect(try Validation.complaints(of: [Array(broken.utf8)], ["--schema", schema]) != "")
  }

  @Test("article-xml, by our own grammar", .enabled(if: Validation.hasXMLLint))
  func articleXML() throws {
    let grammar = Validation.root.appending(path: "pipelines/schema/article.rng").path
    let products = try WriteFixture.products(ArticleXMLWriter.self)
    #expect(try Validation.complaints(of: products.map(\.bytes), ["--relaxng", grammar]) == "")
    let broken = products[0].text.replacing("role=\"masthead\"", with: "role=\"mast\"")
    #expect(try Validation.complaints(of: [Array(broken.utf8)], ["--relaxng", grammar]) != "")
  }

  @Test("Every IPTC alias that items use is in IPTC's catalogue and not retired", .enabled(if: Validation.hasSchemas))
  func aliases() throws {
    let file = Validation.shared.appending(path: "schemas/iptc-catalogs/catalog.IPTC-G2-Standards_41.xml")
    let text = try String(contentsOf: file, encoding: .utf8)
    let schemes = text.matches(of: /<scheme\b[^>]*>/).map { String($0.output) }
    for alias in NewsMLSchemes.iptc {
      let scheme = try #require(schemes.first { $0.contains("alias=\"\(alias)\"") }, "\(alias)")
      #expect(!scheme.contains("retired"))
    }
    for alias in NewsMLSchemes.own { #expect(!schemes.contains { $0.contains("alias=\"\(alias.alias)\"") }) }
  }
}
