import Foundation
import OffprintDiagnostics
import OffprintKit
import OffprintModel
import OffprintTesting
import Testing

@testable import OffprintFormats

private func object(_ product: Product) throws -> [String: Any] {
  try #require(try JSONSerialization.jsonObject(with: Data(product.bytes)) as? [String: Any])
}

@Suite("json-ld gives articles as schema.org has them")
struct WriteJSONLDTests {
  @Test("with the paper they are printed in")
  func article() throws {
    let products = try WriteFixture.products(JSONLDWriter.self, ["base": "https://example.org/"])
    #expect(products.map(\.scope) == [1, 2, 3, 4].map { .article($0) })
    let article = try object(products[0])
    let issue = WriteFixture.issue()
    #expect(article["@context"] as? String == "https://schema.org")
    #expect(article["@type"] as? String == "NewsArticle")
    #expect(article["@id"] as? String == "https://example.org/\(issue.articles[1].id)")
    #expect(article["headline"] as? String == "Feuer am «Hafen»")
    #expect(article["alternativeHeadline"] as? String == "Aus der Stadt")
    #expect(article["creditText"] as? String == "Von unserm K.")
    let body = try #require(article["articleBody"] as? String)
    #expect(body.contains("im Speicher aus, der Kohlen- und Holzvorrat & Zucker"))
    #expect(!body.contains("Hafen"))
    #expect(article["inLanguage"] as? String == "de")
    #expect(article["datePublished"] as? String == "1871-03-02")
    #expect(article["printPage"] as? String == "1, 2")
    #expect(article["printSection"] as? String == "Lokales")
    #expect(article["genre"] as? [String] == ["article", "Current", "Update"])
    #expect(article["keywords"] as? [String] == ["Feuer & Brand", "ernst"])
    let paper = try #require(article["isPartOf"] as? [String: Any])
    #expect(paper["@type"] as? [String] == ["PublicationIssue", "PublicationVolume"])
    #expect(paper["issueNumber"] as? String == "51" && paper["volumeNumber"] as? String == "7")
    let title = try #require(paper["isPartOf"] as? [String: Any])
    #expect(title["@type"] as? String == "Newspaper" && title["issn"] as? String == "1234-567X")
    #expect(try object(products[1])["@type"] as? String == "AdvertiserContentArticle")
    #expect(try object(products[2])["inLanguage"] as? String == "zh-Hans")
  }

  @Test("in lines of their own, members in the same order")
  func lines() throws {
    let products = try WriteFixture.products(JSONLDWriter.self, ["furniture": "true"])
    #expect(products.count == 6)
    for product in products {
      #expect(product.text.hasPrefix("{\"@context\":\"https://schema.org\",\"@type\":\""))
      #expect(product.bytes.count { $0 == 0x0A } == 1 && product.bytes.last == 0x0A)
    }
  }
}

/// What the Presentation API 3.0 asks for, checked by hand: there is no schema of it here.
@Suite("iiif gives manifests with what the Presentation API asks for")
struct WriteIIIFTests {
  private func manifest(_ settings: [String: String] = [:]) throws -> [String: Any] {
    try object(try #require(try WriteFixture.products(IIIFWriter.self, settings).first))
  }

  private func items(_ value: Any?) -> [[String: Any]] { value as? [[String: Any]] ?? [] }

  /// What is missing or wrong in a resource and all inside of it.
  private func faults(_ value: Any, in parent: String = "") -> [String] {
    if let list = value as? [Any] { return list.flatMap { faults($0, in: parent) } }
    guard let resource = value as? [String: Any] else { return [] }
    var found: [String] = []
    func demand(_ condition: Bool, _ what: String) { if !condition { found.append("\(parent): \(what)") } }
    let type = resource["type"] as? String
    let id = resource["id"] as? String
    if let type, !["TextualBody", "FragmentSelector", "SpecificResource"].contains(type) {
      demand(id?.hasPrefix("https://") == true, "\(type) has an id")
    }
    switch type {
    case "Manifest", "Range": demand(resource["label"] is [String: [String]], "a label for \(type ?? "")")
    case "Canvas" where parent == "items":
      demand((resource["width"] as? Int ?? 0) > 0 && (resource["height"] as? Int ?? 0) > 0, "a canvas has a size")
    case "Annotation":
      demand(["painting", "supplementing"].contains(resource["motivation"] as? String), "a motivation")
      demand(resource["target"] is String && resource["body"] is [String: Any], "a target and a body")
    case "TextualBody": demand(resource["value"] is String, "a value")
    case "AnnotationPage": demand(resource["items"] is [Any], "an annotation page has items")
    default: break
    }
    if type == "Manifest" || type == "Range" || type == "Canvas" && parent == "items" {
      demand(!items(resource["items"]).isEmpty, "\(type ?? "") has items")
    }
    return found + resource.keys.sorted().flatMap { faults(resource[$0] as Any, in: $0) }
  }

  @Test("Required members are there, in every resource", arguments: ["lines", "paragraphs", "none"])
  func required(annotations: String) throws {
    let manifest = try manifest(["annotations": annotations, "image": "https://example.org/i/{image}"])
    #expect(faults(manifest) == [])
    let context = manifest["@context"]
    #expect(((context as? [String])?.last ?? context as? String) == "http://iiif.io/api/presentation/3/context.json")
    #expect(manifest["navDate"] as? String == "1871-03-02T00:00:00Z")
    #expect(manifest["label"] as? [String: [String]] == ["de": ["Tagblatt & Anzeiger, no. 51, 1871-03-02"]])
  }

  @Test("A canvas is painted by the image service, or by the source's image")
  func images() throws {
    func body(_ settings: [String: String]) throws -> [String: Any] {
      let canvas = items(try manifest(settings)["items"])[0]
      let painting = items(items(canvas["items"])[0]["items"])[0]
      #expect(painting["target"] as? String == canvas["id"] as? String)
      return try #require(painting["body"] as? [String: Any])
    }
    let service = try body(["image": "https://example.org/i/{image}"])
    #expect(service["id"] as? String == "https://example.org/i/scans%2Fpage%20one.tif/full/max/0/default.jpg")
    #expect(items(service["service"])[0]["type"] as? String == "ImageService3")
    let old = try body(["image": "https://example.org/i/{page}", "image_version": "2"])
    #expect(items(old["service"])[0]["@id"] as? String == "https://example.org/i/0001")
    #expect(
      try body([:])["id"] as? String == "https://example.org/iiif/tagblatt-1871-03-02/scans/page%20one.tif")
  }

  @Test("Each article is a range of the places where it is printed, with those of its section")
  func ranges() throws {
    let issue = WriteFixture.issue()
    let top = items(try manifest()["structures"])
    #expect(top.count == 1)
    let inner = items(top[0]["items"])
    #expect(inner.count == 4)
    let section = inner[0]
    #expect(section["label"] as? [String: [String]] == ["de": ["Lokales"]])
    let fire = items(section["items"])[0]
    #expect(fire["id"] as? String == "https://example.org/iiif/\(issue.id)/range/\(issue.articles[1].id)")
    #expect(fire["label"] as? [String: [String]] == ["de": ["Feuer am «Hafen»"]])
    let sources = items(fire["items"]).compactMap { ($0["source"] as? [String: Any])?["id"] as? String }
    #expect(Set(sources).count == 2)
    let selector = items(fire["items"])[0]["selector"] as? [String: Any]
    #expect((selector?["value"] as? String)?.hasPrefix("xywh=") == true)
  }

  @Test("Lines are annotations with their places, in the manifest or in files of their own")
  func annotations() throws {
    let canvas = items(try manifest()["items"])[0]
    let page = items(canvas["annotations"])[0]
    let linked = items(items(try manifest(["annotations": "linked"])["items"])[0]["annotations"])[0]
    #expect(linked["id"] as? String == page["id"] as? String && linked["items"] == nil)
    let own = try WriteFixture.products(IIIFWriter.self, ["unit": "page"])
    #expect(own.map(\.scope) == [.page(0), .page(1), .page(2)])
    let file = try object(own[0])
    #expect(file["id"] as? String == page["id"] as? String)
    #expect(items(file["items"]).count == 9 && items(page["items"]).count == 9)
    let line = items(page["items"])[2]
    let body = line["body"] as? [String: Any]
    #expect(body?["value"] as? String == "Feuer am «Hafen»" && body?["type"] as? String == "TextualBody")
    #expect(line["target"] as? String == "\(canvas["id"] as? String ?? "")#xywh=100,100,800,30")
    let mended = items(items(try manifest(["annotations": "paragraphs"])["items"])[0]["annotations"])[0]
    let texts = items(mended["items"]).compactMap { ($0["body"] as? [String: Any])?["value"] as? String }
    #expect(texts.contains { $0.contains("Speicher aus") })
  }

  @Test("Settings that are no web addresses are refused")
  func settings() {
    #expect(throws: Diagnostic.self) { try WriteFixture.products(IIIFWriter.self, ["base": "ftp://x"]) }
    #expect(throws: Diagnostic.self) { try WriteFixture.products(IIIFWriter.self, ["rights": "free for all"]) }
  }

  @Test("Every document has a manifest that is whole")
  func nasty() throws {
    for (name, issue) in NastyDocuments.all where !issue.pages.isEmpty {
      let product = try #require(try WriteFixture.products(IIIFWriter.self, of: issue).first)
      #expect(faults(try object(product)) == [], "\(name)")
    }
  }
}
