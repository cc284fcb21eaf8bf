import OffprintKit
import OffprintModel
import Testing

@testable import OffprintFormats

@Suite("Who issues the files, and under which terms, comes from one place")
struct WriteIssuanceTests {
  private let issue: Issue

  init() {
    var issue = WriteFixture.issue()
    issue.issuance.provider = "Stadtbibliothek & Archiv"
    issue.issuance.providerURI = "https://ulm.example/"
    issue.issuance.authority = "ulm.example,2020"
    issue.issuance.rights = "Kein Urheberrecht."
    issue.issuance.usageTerms = "Frei."
    issue.issuance.rightsURI = "http://rightsstatements.org/vocab/NoC-NC/1.0/"
    issue.issuance.schemes = "https://ulm.example/codes/"
    issue.issuance.medium = .negativeFilm
    self.issue = issue
  }

  @Test("newsml-g2 has all of it, and its settings overrule")
  func newsml() throws {
    let item = try WriteFixture.products(NewsMLG2Writer.self, of: issue)[0].text
    for part in [
      "guid=\"tag:ulm.example,2020:", "<provider uri=\"https://ulm.example/\">",
      "<name>Stadtbibliothek &amp; Archiv</name>", "<copyrightNotice>Kein Urheberrecht.</copyrightNotice>",
      "<usageTerms>Frei.</usageTerms>",
      "<link rel=\"irel:rightspolicy\" href=\"http://rightsstatements.org/vocab/NoC-NC/1.0/\"/>",
      "uri=\"https://ulm.example/codes/type/\"", "digsrctype:negativeFilm",
    ] { #expect(item.contains(part), "\(part)") }
    let settings = ["provider": "Andere", "authority": "andere.example,2021", "scanned_from": "print", "rights": "©"]
    let other = try WriteFixture.products(NewsMLG2Writer.self, settings, of: issue)[0].text
    for part in [
      "guid=\"tag:andere.example,2021:", "<provider literal=\"Andere\">", "<copyrightNotice>©</copyrightNotice>",
      "<usageTerms>Frei.</usageTerms>", "digsrctype:print",
    ] { #expect(other.contains(part), "\(part)") }
  }

  @Test("What nobody states is not made up")
  func unstated() throws {
    let item = try WriteFixture.products(NewsMLG2Writer.self)[0].text
    #expect(item.contains("Provider not stated") && item.contains("tag:example.org,2026:"))
    #expect(!item.contains("rightsInfo"))
    #expect(try WriteFixture.products(TEIWriter.self)[0].text.contains("<publisher>Publisher not stated</publisher>"))
    for text in [
      try WriteFixture.products(ArticleXMLWriter.self)[0].text, try WriteFixture.products(ALTOWriter.self)[0].text,
      try WriteFixture.products(JSONLinesWriter.self)[0].text,
    ] { #expect(!text.contains("issued") && !text.contains("Agency") && !text.contains("licence")) }
  }

  @Test("The other formats have what they have a place for")
  func others() throws {
    let nitf = try WriteFixture.products(NITFWriter.self, of: issue)[0].text
    #expect(
      nitf.contains(
        "<doc.rights owner=\"Kein Urheberrecht.\" limitations=\"Frei.\" agent=\"Stadtbibliothek &amp; Archiv\"/>"))
    #expect(nitf.contains("regsrc=\"ulm.example\""))
    let tei = try WriteFixture.products(TEIWriter.self, of: issue)[0].text
    for part in [
      "<publisher>Stadtbibliothek &amp; Archiv</publisher>",
      "<licence target=\"http://rightsstatements.org/vocab/NoC-NC/1.0/\">", "<p>Kein Urheberrecht.</p>", "<p>Frei.</p>",
    ] { #expect(tei.contains(part), "\(part)") }
    let own = try WriteFixture.products(ArticleXMLWriter.self, of: issue)[0].text
    #expect(own.contains("<issued provider=\"Stadtbibliothek &amp; Archiv\" provider-uri=\"https://ulm.example/\""))
    #expect(
      try WriteFixture.products(ALTOWriter.self, of: issue)[0].text
        .contains("<processingAgency>Stadtbibliothek &amp; Archiv</processingAgency>"))
    let record = try WriteFixture.products(JSONLinesWriter.self, of: issue)[0].text
    #expect(record.contains("\"licence\":\"http://rightsstatements.org/vocab/NoC-NC/1.0/\""))
    #expect(
      record.contains("\"rights\":\"Kein Urheberrecht.\"")
        && record.contains("\"provider\":\"Stadtbibliothek & Archiv\""))
    #expect(
      try WriteFixture.products(CSVWriter.self, of: issue)[1].text.contains(",http://rightsstatements.org/vocab/"))
  }

  @Test("All stay valid", .enabled(if: Validation.hasSchemas))
  func valid() throws {
    let schemas = Validation.shared.appending(path: "schemas").path
    func complaints<W: Writer>(_ writer: W.Type, _ arguments: [String]) throws -> String {
      try Validation.complaints(of: WriteFixture.products(writer, of: issue).map(\.bytes), arguments)
    }
    #expect(try complaints(NewsMLG2Writer.self, ["--schema", Validation.newsml.path]) == "")
    #expect(try complaints(NITFWriter.self, ["--schema", "\(schemas)/nitf/nitf-3-6.xsd"]) == "")
    #expect(try complaints(TEIWriter.self, ["--relaxng", "\(schemas)/tei/tei_news-subset.rng"]) == "")
    #expect(try complaints(ALTOWriter.self, ["--schema", "\(schemas)/alto/alto-4-4.xsd"]) == "")
    let grammar = Validation.root.appending(path: "pipelines/schema/article.rng").path
    #expect(try complaints(ArticleXMLWriter.self, ["--relaxng", grammar]) == "")
  }
}
