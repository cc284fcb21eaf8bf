import Foundation
import OffprintKit
import OffprintModel
import OffprintTesting
import OffprintXML
import Testing

@testable import OffprintFormats

/// Pages written as PAGE-XML, and read again.
@Suite("page-xml gives pages that can be read again, with their articles")
struct WritePAGETests {
  static let schema = Validation.shared.appending(path: "schemas/page/pagecontent-2019-07-15.xsd")
  static let hasSchema = Validation.hasXMLLint && FileManager.default.fileExists(atPath: schema.path)

  private func page(_ index: Int) throws -> XMLReadBack.Element {
    try XMLReadBack.root(of: WriteFixture.products(PAGEXMLWriter.self)[index].bytes)
  }

  @Test("Lines say which article they are of, and what they are in it")
  func marks() throws {
    let lines = try page(0).all.filter { $0.name == "TextLine" }
    func custom(_ id: String) -> String? { lines.first { $0["id"] == id }?["custom"] }
    #expect(
      custom("TB1_l1")
        == "readingOrder {index:1;} structure {id:a2; type:article;} structure {type:heading; role:headline;}")
    #expect(custom("TB0_l0")?.contains("type:masthead") == true)
    let next = try page(1).all.filter { $0.name == "TextLine" }
    #expect(next.first?["custom"]?.contains("{id:a2; type:article; continued:true;}") == true)
    #expect(next.last?["custom"] == "readingOrder {index:0;} structure {type:header; role:furniture;}")
  }

  @Test("Regions stand as in the source and are read in the order of the articles")
  func order() throws {
    let root = try page(0)
    let references = root.all.filter { $0.name == "RegionRefIndexed" }.map { $0["regionRef"] }
    #expect(references == ["TB0", "TB1", "TB5", "TB2", "TB3", "TB4"])
    let regions = root.all.filter { $0.name.hasSuffix("Region") }
    #expect(regions.map { $0["id"] } == ["TB0", "TB1", "TB2", "TB3", "IL1", "TB4", "TB5"])
    #expect(regions[1]["type"] == "heading" && regions[2]["type"] == "paragraph" && regions[5]["type"] == "caption")
  }

  @Test("Halves of a mended word have the whole word as their second reading")
  func words() throws {
    let words = try page(0).all.filter { $0.name == "Word" }
    let half = try #require(words.first { $0.all.contains { $0.text == "Spei-" } })
    let readings = half.children.filter { $0.name == "TextEquiv" }
    #expect(readings.map { $0["index"] } == ["0", "1"])
    #expect(readings.map { $0.child("Unicode")?.text } == ["Spei-", "Speicher"])
    #expect(readings[0]["conf"] == "0.9")
  }

  @Test("What was written is read again: lines, words, places, articles, also over pages")
  func roundTrip() throws {
    let issue = WriteFixture.issue()
    var files: [String: String] = [:]
    for (page, product) in zip(issue.pages, try WriteFixture.products(PAGEXMLWriter.self)) {
      files["\(page.name).xml"] = product.text
    }
    var settings = PAGEXMLReader.Settings()
    settings.issue = .folder
    let folder = try ReadFolder(files)
    let again = try folder.read(PAGEXMLReader(settings)).issues[0]
    for (old, new) in zip(issue.pages, again.pages) {
      #expect(new.lines.map(\.text).count == old.lines.count)
      for (a, b) in zip(old.lines, new.lines) where XMLText.faults(in: a.utf8) == 0 {
        #expect(a.words.map(\.text) == b.words.map(\.text) && a.words.map(\.box) == b.words.map(\.box))
        // A page of text counts its lines otherwise, and has spaces of its own.
        #expect(old.unit == .character || old.lineName(a.index) == new.lineName(b.index))
        #expect(a.words.map(\.confidence) == b.words.map(\.confidence))
        #expect(a.words.map(\.style) == b.words.map(\.style))
      }
    }
    let wanted = issue.articles.filter { $0.type != .furniture }
    let found = try #require(again.markup).articles
    #expect(found.map(\.type) == wanted.map(\.type))
    for (a, b) in zip(wanted, found) {
      #expect(Set(a.lines) == Set(b.lines))
      let roles = { (article: Article) in
        Dictionary(article.components.flatMap { part in part.lines.map { ($0, part.role) } }) { first, _ in first }
      }
      #expect(roles(a) == roles(b))
    }
  }

  @Test("A look that all words of a line have stands once, and is read again for each")
  func looks() throws {
    var builder = PageBuilder(name: "p1")
    builder.beginBlock(id: "b", box: Box(x: 0, y: 0, width: 90, height: 20))
    let (plain, bold) = (builder.style(TextStyle(size: 9)), builder.style(TextStyle(size: 9, isBold: true)))
    for styles in [[bold, bold], [plain, bold], [0, bold], [0, 0]] {
      builder.beginLine(box: Box(x: 0, y: 0, width: 90, height: 10))
      for style in styles { builder.addWord("word".utf8, style: style) }
    }
    var issue = Issue(id: "i")
    issue.pages = [builder.finish()]
    let product = try PAGEXMLWriter(PAGEXMLWriter.Settings()).products(for: issue)[0]
    let lines = try XMLReadBack.root(of: product.bytes).all.filter { $0.name == "TextLine" }
    let looks = lines.map { line in
      [line.children.count { $0.name == "TextStyle" }, line.all.count { $0.name == "TextStyle" }]
    }
    #expect(looks == [[1, 1], [0, 2], [0, 1], [0, 0]])
    let again = try ReadFolder(["p1.xml": String(decoding: product.bytes, as: UTF8.self)])
      .read(PAGEXMLReader(PAGEXMLReader.Settings())).issues[0]
    #expect(again.pages[0].lines.map { $0.words.map(\.style) } == issue.pages[0].lines.map { $0.words.map(\.style) })
  }

  @Test("The blocks of a table stand in one TableRegion, and writing them again changes nothing")
  func tables() throws {
    let first = try WriteFixture.products(PAGEXMLWriter.self, of: WriteFixture.tables())[0]
    let root = try XMLReadBack.root(of: first.bytes)
    let regions = root.all.filter { $0.name == "TableRegion" }
    #expect(regions.map { $0.children.compactMap { $0["id"] } } == [["B1", "B3", "B5"], ["B6"]])
    #expect(
      root.all.filter { $0.name == "RegionRefIndexed" }.map { $0["regionRef"] }
        == ["B0", "B1_region", "B4", "B6_region"])
    let again = try ReadFolder(["1.xml": first.text]).read(PAGEXMLReader(.init())).issues[0]
    #expect(
      again.pages[0].tables.map { $0.map { again.pages[0].blocks[$0].id } }
        == [["B1_region", "B1", "B3", "B5"], ["B6_region", "B6"]])
    let second = try XMLReadBack.root(of: WriteFixture.products(PAGEXMLWriter.self, of: again)[0].bytes)
    #expect(
      second.all.filter { $0.name.hasSuffix("Region") }.map { $0["id"] }
        == root.all.filter { $0.name.hasSuffix("Region") }.map { $0["id"] })
  }

  @Test("Files are valid", .enabled(if: hasSchema, "no xmllint or no PAGE schema"))
  func valid() throws {
    var products = try WriteFixture.products(PAGEXMLWriter.self, ["created": "2026-03-01"])
    for (_, issue) in NastyDocuments.all { products += try WriteFixture.products(PAGEXMLWriter.self, of: issue) }
    let complaints = try Validation.complaints(of: products.map(\.bytes), ["--schema", Self.schema.path])
    #expect(complaints.isEmpty, "\(complaints.split(separator: "\n").filter { $0.contains("error") }.prefix(3))")
    let broken = products[0].text.replacing("<Unicode>", with: "<Unikode>")
    #expect(try Validation.complaints(of: [Array(broken.utf8)], ["--schema", Self.schema.path]) != "")
  }
}
