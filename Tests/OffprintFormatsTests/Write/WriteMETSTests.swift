import Foundation
import OffprintDiagnostics
import OffprintKit
import OffprintModel
import OffprintTesting
import OffprintXML
import Testing

@testable import OffprintFormats

/// Articles written into the METS file of a delivery, and into new ones.
@Suite("mets-alto adds to a METS file and changes nothing else")
struct WriteMETSTests {
  static let schema = Validation.shared.appending(path: "schemas/mets/mets-1.12.1+mods-3.7.xsd")
  static let hasSchema = Validation.hasXMLLint && FileManager.default.fileExists(atPath: schema.path)

  /// A METS file with a habit for prefixes, in Windows lines or not.
  private static func mets(_ prefix: String, header: String = "", links: String = "", end: String = "\n") -> String {
    let p = prefix.isEmpty ? "" : prefix + ":"
    let declared = prefix.isEmpty ? "xmlns" : "xmlns:\(prefix)"
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <\(p)mets \(declared)="http://www.loc.gov/METS/" xmlns:x="http://www.w3.org/1999/xlink">
      \(header)<\(p)dmdSec ID="D1"><\(p)mdWrap MDTYPE="OTHER"><\(p)xmlData><note/></\(p)xmlData></\(p)mdWrap></\(p)dmdSec>
      <\(p)fileSec><\(p)fileGrp><\(p)file ID="F1"><\(p)FLocat LOCTYPE="URL" x:href="alto/1.xml"/></\(p)file>
      <\(p)file ID="F2"><\(p)FLocat LOCTYPE="URL" x:href="alto/2.xml"/></\(p)file></\(p)fileGrp></\(p)fileSec>
      <\(p)structMap TYPE="PHYSICAL"><\(p)div TYPE="Newspaper" DMDID="D1"><\(p)div TYPE="PAGE" ORDER="1"><\(p)fptr FILEID="F1"/></\(p)div>
        <\(p)div TYPE="PAGE" ORDER="2"><\(p)fptr FILEID="F2"/></\(p)div></\(p)div></\(p)structMap>\(links)
      </\(p)mets>

      """.replacing("\n", with: end)
  }

  private static func alto(_ blocks: [(id: String, lines: [String])], hasLineIDs: Bool = true) -> String {
    var top = 0
    let body = blocks.map { id, lines in
      let inner = lines.enumerated().map { number, text in
        top += 40
        let own = hasLineIDs ? " ID=\"\(id)L\(number)\"" : ""
        return "<TextLine\(own) HPOS=\"100\" VPOS=\"\(top)\" WIDTH=\"600\" HEIGHT=\"30\">"
          + "<String CONTENT=\"\(text)\" HPOS=\"100\" VPOS=\"\(top)\" WIDTH=\"600\" HEIGHT=\"30\"/></TextLine>"
      }.joined()
      return "<TextBlock ID=\"\(id)\">\(inner)</TextBlock>"
    }.joined()
    return "<alto><Description><MeasurementUnit>mm10</MeasurementUnit></Description><Layout>"
      + "<Page ID=\"P\" WIDTH=\"2000\" HEIGHT=\"3000\"><PrintSpace>\(body)</PrintSpace></Page></Layout></alto>"
  }

  private static func files(_ mets: String, hasLineIDs: Bool = true) -> [String: String] {
    [
      "bote-METS.xml": mets,
      "alto/1.xml": alto(
        [
          ("B1", ["Bote"]), ("B2", ["Feuer", "Gestern brannte", "es am Hafen.", "Markt", "Brot 3"]),
          ("B3", ["das Mehl"]),
        ],
        hasLineIDs: hasLineIDs), "alto/2.xml": alto([("B1", ["kostet mehr."]), ("B2", []), ("B4", ["2"])]),
    ]
  }

  private static func read(_ files: [String: String]) throws -> OffprintModel.Issue {
    try ReadFolder(files).read(METSALTOReader(.init())).issues[0]
  }

  private static func ref(_ page: Int, _ line: Int) -> LineRef { LineRef(page: page, line: line) }

  /// The issue with two articles that share a block, one of them over two pages.
  private static func articles(in issue: inout OffprintModel.Issue) {
    issue.articles = [
      Article(id: "head", type: .masthead, components: [Component(.masthead, lines: [ref(0, 0)])]),
      Article(
        id: "fire",
        components: [
          Component(.headline, lines: [ref(0, 1)]), Component(.paragraph, lines: [ref(0, 2)]),
          Component(.paragraph, lines: [ref(0, 3)]),
        ], language: "de"),
      Article(
        id: "market", type: .notice,
        components: [
          Component(.headline, lines: [ref(0, 4)]), Component(.paragraph, lines: [ref(0, 5), ref(0, 6), ref(1, 0)]),
        ], section: "Handel"),
      Article(id: "folio", type: .furniture, components: [Component(.furniture, lines: [ref(1, 1)])]),
    ]
    issue.hasArticles = true
  }

  private static func written(
    _ files: [String: String], _ settings: [String: String] = [:]
  ) throws -> (issue: OffprintModel.Issue, product: Product) {
    var issue = try read(files)
    articles(in: &issue)
    return (issue, try #require(try WriteFixture.products(METSALTOWriter.self, settings, of: issue).first))
  }

  /// Articles as `type headline lines`, with the roles of their components.
  private static func outline(_ articles: [Article], _ issue: OffprintModel.Issue) -> [String] {
    articles.map { article in
      "\(article.type):" + article.components.map { " \($0.role)=\(issue.text(of: $0))" }.joined()
    }
  }

  /// The bytes without what has an ID of ours, and without the agent.
  private static func stripped(_ product: Product) throws -> String {
    let name = "(?:[a-z]+:)?"
    return product.text
      .replacing(try Regex("\\s*<\(name)(dmdSec|structMap) ID=\"OFFPRINT(?s:.*?)</\(name)\\1>"), with: "")
      .replacing(try Regex("\\s*<\(name)agent ROLE=\"EDITOR\"(?s:.*?)</\(name)agent>"), with: "")
  }

  @Test("Every byte stays: prefixes, Windows lines, other encodings", arguments: ["", "mets", "m"])
  func untouched(prefix: String) throws {
    let p = prefix.isEmpty ? "" : prefix + ":"
    let agent = "<\(p)agent ROLE=\"CREATOR\"><\(p)name>é</\(p)name></\(p)agent>"
    let header = "<\(p)metsHdr LASTMODDATE=\"2001-01-01T00:00:00\">\(agent)</\(p)metsHdr>\n"
    for end in ["\n", "\r\n"] {
      let mets = Self.mets(prefix, header: header, end: end)
      let (_, product) = try Self.written(Self.files(mets))
      #expect(try Self.stripped(product) == mets)
      #expect(product.text.contains("<\(p)structMap ID=\"OFFPRINT_LOGICAL\""))
      #expect(product.text.contains("<mods:mods xmlns:mods=\"http://www.loc.gov/mods/v3\">"))
      if end == "\r\n" { #expect(!product.text.replacing("\r\n", with: "").contains("\n")) }
    }
  }

  @Test("The header gets an agent and its date, or is made")
  func header() throws {
    func header(_ text: String, _ settings: [String: String] = [:]) throws -> XMLReadBack.Element {
      let product = try Self.written(Self.files(Self.mets("m", header: text)), settings).product
      return try #require(try XMLReadBack.root(of: product.bytes).child("metsHdr"))
    }
    let closed = try header("<m:metsHdr CREATEDATE=\"2001-02-03T04:05:06\"/>")
    #expect(closed["LASTMODDATE"] == "2001-02-03T04:05:06Z")
    #expect(closed.children.map { $0["OTHERTYPE"] } == ["SOFTWARE"])
    let dated = try header("<m:metsHdr LASTMODDATE=\"2001-02-03T04:05:06\"/>", ["created": "2026-03-01"])
    #expect(dated["LASTMODDATE"] == "2026-03-01T00:00:00Z")
    let none = try header("")
    #expect(none["LASTMODDATE"] == nil)
    #expect(none.children.first?.child("name")?.text == "Offprint \(offprintVersion)")
  }

  @Test("Leaves name blocks, or lines where units share one, in a seq over columns and pages")
  func leaves() throws {
    let product = try Self.written(Self.files(Self.mets("m"))).product
    let root = try XMLReadBack.root(of: product.bytes)
    let map = try #require(root.children.last { $0.name == "structMap" })
    func areas(_ article: String) -> [String] {
      let div = map.all.first { $0["ID"] == "OFFPRINT_DIV_\(article)" }
      return (div?.all ?? []).filter { $0.name == "area" }.map {
        [$0["FILEID"], $0["BEGIN"], $0["END"]].compactMap { $0 }.joined(separator: " ")
      }
    }
    #expect(areas("head") == ["F1 B1"])
    #expect(areas("fire") == ["F1 B2L0", "F1 B2L1 B2L2"])
    #expect(areas("market") == ["F1 B2L3", "F1 B2L4", "F1 B3", "F2 B1"])
    #expect(areas("folio") == ["F2 B4"])
    #expect(map.all.filter { $0.name == "area" }.allSatisfy { $0["BETYPE"] == "IDREF" })
    #expect(map.all.contains { $0.name == "seq" && $0.children.count == 3 })
    let leftover = try #require(map.all.first { $0["TYPE"] == "LEFTOVER" })
    #expect(leftover.all.compactMap { $0["BEGIN"] } == ["B2"])
    let fire = try #require(map.all.first { $0["ID"] == "OFFPRINT_DIV_fire" })
    let said = [fire["TYPE"], fire["LABEL"], fire["ORDER"], fire["DMDID"]]
    #expect(said == ["ARTICLE", "Feuer", "1", "OFFPRINT_MODS_fire"])
    #expect(map.all.first { $0["TYPE"] == "SECTION" }?["LABEL"] == "Handel")
    #expect(map.all.first { $0["TYPE"] == "Newspaper" }?["DMDID"] == "D1")
    let record = try #require(root.all.first { $0["ID"] == "OFFPRINT_MODS_market" })
    #expect(record.all.first { $0.name == "title" }?.text == "Markt")
    #expect(record.all.first { $0.name == "extent" }?.children.map(\.text) == ["1", "2", "2"])
  }

  @Test("What was written is read again: the same articles, also after a second time", arguments: ["blocks", "lines"])
  func again(paragraphs: String) throws {
    var files = Self.files(Self.mets("mets"))
    var (issue, product) = try Self.written(files, ["paragraphs": paragraphs])
    for _ in 0..<2 {
      files["bote-METS.xml"] = product.text
      let again = try Self.read(files)
      let markup = try #require(again.markup)
      #expect(markup.unresolved == 0)
      #expect(markup.articles.map(\.type) == issue.articles.map(\.type))
      #expect(markup.articles.map(\.lines) == issue.articles.map(\.lines))
      #expect(markup.articles.map(\.section) == issue.articles.map(\.section))
      if paragraphs == "lines" { #expect(Self.outline(markup.articles, again) == Self.outline(issue.articles, issue)) }
      var next = again
      Self.articles(in: &next)
      product = try #require(try WriteFixture.products(METSALTOWriter.self, ["paragraphs": paragraphs], of: next).first)
      issue = next
    }
    #expect(product.text.contains("OFFPRINT2_LOGICAL") && product.text.contains("OFFPRINT3_LOGICAL"))
  }

  @Test("Lines without IDs are parted by rectangles, with a warning, and are read again")
  func rectangles() throws {
    var files = Self.files(Self.mets(""), hasLineIDs: false)
    let (issue, product) = try Self.written(files)
    #expect(product.warnings.count == 1)
    #expect(product.text.contains("SHAPE=\"RECT\" COORDS=\""))
    files["bote-METS.xml"] = product.text
    let again = try Self.read(files)
    #expect(again.markup?.articles.map(\.lines) == issue.articles.map(\.lines))
    let own = try Self.written(Self.files(Self.mets(""), hasLineIDs: false), ["alto": "written"]).product
    #expect(own.warnings.isEmpty && own.text.contains("BEGIN=\"B2_l0\""))
  }

  @Test("The British Library's flavour has page areas and links, in the structLink of the file if there is one")
  func flavourOfBL() throws {
    for links in ["", "<m:structLink><m:smLink x:from=\"#a\" x:to=\"#b\"/></m:structLink>", "<m:structLink/>"] {
      var files = Self.files(Self.mets("m", links: links))
      let (issue, product) = try Self.written(files, ["flavour": "bl"])
      let root = try XMLReadBack.root(of: product.bytes)
      #expect(root.children.count { $0.name == "structLink" } == 1)
      #expect(root.all.count { $0.name == "smLinkGrp" } == 4)
      #expect(root.all.filter { $0["TYPE"] == "pagearea" }.count == 9)
      files["bote-METS.xml"] = product.text
      let again = try Self.read(files)
      #expect(again.markup?.articles.map(\.lines) == issue.articles.map(\.lines))
      #expect(again.markup?.articles.map(\.type) == issue.articles.map(\.type))
    }
  }

  @Test("Pages without METS get a new one, which says what is known of the issue")
  func new() throws {
    let product = try #require(try WriteFixture.products(METSALTOWriter.self).first)
    var files = ["tagblatt-METS.xml": product.text]
    let issue = WriteFixture.issue()
    for (page, written) in zip(issue.pages, try ALTOWriter(NoSettings()).products(for: issue)) {
      files["alto/\(page.name).xml"] = written.text
    }
    let again = try Self.read(files)
    #expect(again.pages.map(\.name) == issue.pages.map(\.name))
    #expect(again.markup?.articles.map(\.type) == issue.articles.map(\.type))
    #expect(again.markup?.articles.map(\.lines) == issue.articles.map(\.lines))
    #expect(again.publication.title == issue.publication.title && again.publication.issn == issue.publication.issn)
    #expect(again.date == issue.date && again.number == issue.number && again.volume == issue.volume)
    #expect(again.sourceCreated == "2014-05-06T07:08:09Z")
  }

  @Test(
    "A page is named in the METS as its file is, whatever signs its name has", arguments: ["page 1", "a#b?c%20", "日刊"])
  func names(name: String) throws {
    var issue = WriteFixture.issue()
    issue.pages[0].name = name
    let product = try #require(try WriteFixture.products(METSALTOWriter.self, of: issue).first)
    #expect(product.text.contains("href=\"alto/\(Issue.identifier(name)).xml\""))
    #expect(ScanReference.reference(toFile: "a b/50%?\\c.xml") == "a%20b/50%25%3F%5Cc.xml")
  }

  @Test("Files are valid", .enabled(if: hasSchema, "no xmllint or no METS schema"))
  func valid() throws {
    var products: [Product] = []
    for flavour in ["enmap", "bl"] {
      for prefix in ["", "mets"] {
        products.append(try Self.written(Self.files(Self.mets(prefix)), ["flavour": flavour]).product)
      }
      products += try WriteFixture.products(METSALTOWriter.self, ["flavour": flavour, "created": "2026-03-01"])
      for (_, issue) in NastyDocuments.all { products += try WriteFixture.products(METSALTOWriter.self, of: issue) }
    }
    let complaints = try Validation.complaints(of: products.map(\.bytes), ["--schema", Self.schema.path])
    #expect(complaints.isEmpty, "\(complaints.split(separator: "\n").filter { $0.contains("error") }.prefix(3))")
    let broken = products[0].text.replacing("BETYPE=\"IDREF\"", with: "BETYPE=\"ID\"")
    #expect(try Validation.complaints(of: [Array(broken.utf8)], ["--schema", Self.schema.path]) != "")
  }
}
