import Foundation
import OffprintKit
import OffprintModel
import OffprintTesting
import OffprintXML
import Testing

@testable import OffprintFormats

@Suite("hocr gives pages in reading order, articles around their lines")
struct WriteHOCRTests {
  static let schema = Validation.shared.appending(path: "schemas/xhtml/xhtml1-strict.xsd")
  static let hasSchema = Validation.hasXMLLint && FileManager.default.fileExists(atPath: schema.path)

  private func pages(_ settings: [String: String] = [:]) throws -> [XMLReadBack.Element] {
    try WriteFixture.products(HOCRWriter.self, settings).map { try XMLReadBack.root(of: $0.bytes) }
  }

  private func text(_ element: XMLReadBack.Element) -> String {
    element.all.filter { $0["class"] == "ocrx_word" }.map(\.text).joined(separator: " ")
  }

  @Test("Areas, paragraphs, lines and words are inside of each other, each with its place")
  func tree() throws {
    let page = try #require(try pages()[0].all.first { $0["class"] == "ocr_page" })
    #expect(page["title"] == "image \"scans\\page one.tif\"; bbox 0 0 1000 1500; ppageno 0")
    let parents = ["ocr_carea": "ocr_par", "ocr_par": "ocr_line", "ocr_line": "ocrx_word"]
    for element in page.all {
      guard let inner = element["class"].flatMap({ parents[$0] }) else { continue }
      #expect(!element.children.isEmpty && element.children.allSatisfy { $0["class"] == inner })
    }
    let word = try #require(page.all.first { $0.text == "Tagblatt" })
    #expect(word["title"] == "bbox 100 10 110 40; x_wconf 90")
    let ids = page.all.compactMap { $0["id"] }
    #expect(Set(ids).count == ids.count)
    #expect(page.all.contains { $0["class"] == "ocr_photo" && $0["title"] == "bbox 520 260 900 460" })
  }

  @Test("Articles are sections with their titles, in reading order")
  func articles() throws {
    let roots = try pages()
    let sections = roots[0].all.filter { $0["class"] == "ocr_section" }
    let issue = WriteFixture.issue()
    #expect(sections.count == 2)
    #expect(sections[1]["title"] == "x_article \(issue.articles[1].id); x_type article; x_part 1")
    #expect(sections[1].all.filter { $0["class"] == "ocr_title" }.map(text) == ["Feuer am «Hafen»"])
    #expect(sections[1].all.filter { $0["class"] == "ocr_caption" }.map(text) == ["Der Speicher <vorher>"])
    #expect(roots[1].all.contains { $0["title"]?.hasSuffix("x_type article; x_part 2") == true })
    #expect(roots[1].all.filter { $0["class"] == "ocr_footer" }.map(text) == ["2"])
  }

  @Test("A joined word has a soft hyphen for its mark, a suspended hyphen stays, Chinese lines meet")
  func lineEnds() throws {
    let roots = try pages()
    let words = roots.flatMap { $0.all.filter { $0["class"] == "ocrx_word" }.map(\.text) }
    #expect(words.contains("Spei\u{AD}") && words.contains("Kohlen-") && words.contains("Zuk\u{AD}"))
    let printed = try pages(["line_ends": "printed"]).flatMap { $0.all.map(\.text) }
    #expect(printed.contains("Spei-"))
    let lines = roots[1].all.filter { $0["class"] == "ocr_line" }
    let chinese = try #require(lines.first { $0.children.first?.text.hasPrefix("今日") == true })
    #expect(chinese.text == "")
  }

  @Test(
    "An image is called as the source calls it",
    arguments: ["C:\\scans\\1.tif", "l'an 4/1.tif", "a;b.tif", "the \"late\" one.tif", "http://x.org/1.jp2?a=1&b=%20"])
  func images(name: String) throws {
    var issue = WriteFixture.issue()
    issue.pages[0].image = name
    let page = try #require(try WriteFixture.products(HOCRWriter.self, of: issue).first)
    #expect(String(decoding: page.bytes, as: UTF8.self).contains("title=\"image &quot;"))
    let folder = try ReadFolder(["1.html": String(decoding: page.bytes, as: UTF8.self)])
    #expect(try folder.read(HOCRReader(.init())).issues[0].pages[0].image == name)
  }

  @Test("Files are valid XHTML", .enabled(if: hasSchema, "no xmllint or no XHTML schema"))
  func valid() throws {
    var products = try WriteFixture.products(HOCRWriter.self)
    products += try WriteFixture.products(HOCRWriter.self, ["unit": "issue"])
    for (_, issue) in NastyDocuments.all { products += try WriteFixture.products(HOCRWriter.self, of: issue) }
    let complaints = try Validation.complaints(of: products.map(\.bytes), ["--schema", Self.schema.path])
    #expect(complaints.isEmpty, "\(complaints.split(separator: "\n").filter { $0.contains("error") }.prefix(3))")
  }
}
