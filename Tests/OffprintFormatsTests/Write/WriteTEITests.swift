import Foundation
import OffprintKit
import OffprintModel
import OffprintTesting
import OffprintXML
import Testing

@testable import OffprintFormats

@Suite("tei marks where lines begin and what was mended")
struct WriteTEITests {
  static let schema = Validation.shared.appending(path: "schemas/tei/tei_news-subset.rng")
  static let hasSchema = Validation.hasXMLLint && FileManager.default.fileExists(atPath: schema.path)

  private func text(_ settings: [String: String] = [:], of issue: OffprintModel.Issue = WriteFixture.issue()) throws
    -> String
  {
    try WriteFixture.products(TEIWriter.self, settings, of: issue)[1].text
  }

  @Test("Mended: the mark goes and lb says that the word goes on, over columns and pages too")
  func mended() throws {
    let text = try text()
    #expect(
      text.contains(
        "Brand im Spei<lb n=\"0001#TB2#1\" facs=\"#p1-l4\" break=\"no\" cert=\"0.95\"/>cher aus, der Kohlen- "
          + "<lb n=\"0001#TB3#0\" facs=\"#p1-l5\"/>und Holzvorrat &amp; Zuc<pb n=\"2\" facs=\"#p2\" break=\"no\"/>"
          + "<lb n=\"0002#TB1#0\" facs=\"#p2-l0\" break=\"no\" cert=\"0.7\"/>ker verbrannten.</p>"))
  }

  @Test("Printed: the mark stays")
  func printed() throws {
    let text = try text(["line_ends": "printed"])
    #expect(text.contains("im Spei-<lb n=\"0001#TB2#1\" facs=\"#p1-l4\" break=\"no\" cert=\"0.95\"/>cher aus"))
    #expect(text.contains("&amp; Zuk-<pb "))
    #expect(text.contains("<hyphenation eol=\"all\">"))
  }

  @Test("Both: the print in orig, the word in reg")
  func both() throws {
    let text = try text(["line_ends": "both"])
    #expect(
      text.contains(
        "im <choice><orig>Spei-<lb n=\"0001#TB2#1\" facs=\"#p1-l4\" break=\"no\"/>cher</orig>"
          + "<reg cert=\"0.95\">Speicher</reg></choice> aus, der Kohlen- <lb "))
    #expect(text.contains("ker</orig><reg cert=\"0.7\">Zucker</reg></choice> verbrannten.</p>"))
  }

  @Test("Writing without spaces goes on without one, and break does not say that a word does")
  func closed() throws {
    let text = try WriteFixture.products(TEIWriter.self)[3].text
    #expect(text.contains("今日停电，<lb n=\"0002#TB3#1\" facs=\"#p2-l7\" break=\"maybe\"/>明日恢复。</p>"))
  }

  @Test(
    "A quotation mark that is repeated at the start of a line is none of the word",
    arguments: [
      ("mended", "Er schrieb, man fran<lb n=\"page1#B#1\" facs=\"#p1-l1\" break=\"no\" cert=\"0.9\"/>çais sei"),
      ("printed", "Er schrieb, man fran-<lb n=\"page1#B#1\" facs=\"#p1-l1\" break=\"no\" cert=\"0.9\"/>» çais sei"),
      (
        "both",
        "<choice><orig>fran-<lb n=\"page1#B#1\" facs=\"#p1-l1\" break=\"no\"/>» çais</orig><reg cert=\"0.9\">français</reg></choice> sei"
      ),
    ])
  func repeatedQuotationMark(lineEnds: String, expected: String) throws {
    var builder = DocumentBuilder(id: "x", language: "de")
    builder.page { $0.block("B", lines: ["Er schrieb, man fran-", "» çais sei"]) }
    var issue = builder.issue
    let refs = (0..<2).map { LineRef(page: 0, line: $0) }
    issue.joins[refs[0]] = Join(
      first: refs[0], second: refs[1], seam: .joined, markLength: 1, repeatedMarkLength: 3, confidence: 0.9)
    issue.articles = [Article(id: "x-1", components: [Component(.paragraph, lines: refs)])]
    issue.hasArticles = true
    let text = try WriteFixture.products(TEIWriter.self, ["line_ends": lineEnds], of: issue)[0].text
    #expect(text.contains(expected))
  }

  @Test("A word over three lines, a kept hyphen, a lost one, and a line without words")
  func chains() throws {
    var builder = DocumentBuilder(id: "x", language: "de")
    builder.page { $0.block("B", lines: ["eine Ver-", "samm-", "", "lung in Sankt-", "Peter ge", "halten"]) }
    var issue = builder.issue
    let refs = (0..<6).map { LineRef(page: 0, line: $0) }
    issue.articles = [Article(id: "x-1", components: [Component(.paragraph, lines: refs)])]
    issue.hasArticles = true
    for (first, second, seam, mark) in [
      (0, 1, Seam.joined, 1), (1, 3, .joined, 1), (3, 4, .hyphenKept, 1), (4, 5, .joined, 0),
    ] {
      issue.joins[refs[first]] = Join(
        first: refs[first], second: refs[second], seam: seam, markLength: mark, confidence: 0.9)
    }
    let lb = refs.map { "<lb n=\"page1#B#\($0.line)\" facs=\"#p1-l\($0.line)\"" }
    let no = " break=\"no\" cert=\"0.9\"/>"
    let none = "<lb n=\"page1#B#2\"" + (issue.pages[0].lines[2].box.isKnown ? " facs=\"#p1-l2\"" : "")
    let mended = try WriteFixture.products(TEIWriter.self, of: issue)[0].text
    #expect(
      mended.contains(
        "eine Ver\(lb[1])\(no)samm\(none)\(no)\(lb[3])\(no)lung in Sankt-\(lb[4])\(no)Peter ge\(lb[5])\(no)halten</p>"))
    let both = try WriteFixture.products(TEIWriter.self, ["line_ends": "both"], of: issue)[0].text
    #expect(both.contains("lung</orig><reg cert=\"0.9\">Versammlung</reg></choice> in Sankt-\(lb[4])\(no)Peter ge"))
  }

  @Test("Every line has its lb once, its zone has its place, and heads stand first")
  func lines() throws {
    for settings in [[:], ["unit": "issue"]] {
      let issue = WriteFixture.issue()
      let products = try WriteFixture.products(TEIWriter.self, settings, of: issue)
      #expect(products.map(\.scope) == (settings.isEmpty ? issue.articles.indices.map { .article($0) } : [.issue]))
      let all = try products.flatMap { try XMLReadBack.root(of: $0.bytes).all }
      let names = all.filter { $0.name == "lb" }.compactMap { $0["n"] }
      #expect(names.sorted() == issue.pages.flatMap { page in page.lines.indices.map(page.lineName) }.sorted())
      for line in all where line.name == "lb" {
        guard let target = line["facs"]?.dropFirst() else { continue }
        let zone = try #require(all.first { $0["id"] == String(target) })
        #expect(zone.name == "zone" && zone["ulx"] != nil)
      }
    }
    let root = try XMLReadBack.root(of: WriteFixture.products(TEIWriter.self)[4].bytes)
    let division = try #require(root.all.first { $0.name == "div" })
    #expect(division.children.map(\.name) == ["head", "p", "table"])
    #expect(division.children[2].children.map { $0.children.map(\.text) } == [["Brot", "3 kr."], ["Milch", "2 kr."]])
  }

  @Test("The header says what is known of paper and article, and what stages said")
  func header() throws {
    let text = try text(["publisher": "Stadtbibliothek", "licence": "https://example.org/l"])
    for part in [
      "<publisher>Stadtbibliothek</publisher>", "<licence target=\"https://example.org/l\">",
      "<title level=\"a\">Feuer am «Hafen»</title>", "<title level=\"j\">Tagblatt &amp; Anzeiger</title>",
      "<idno type=\"ISSN\">1234-567X</idno>", "<date when=\"1871-03-02\">", "<biblScope unit=\"page\">1 2</biblScope>",
      "<note type=\"flag\" subtype=\"article\" n=\"2\" target=\"#tagblatt-1871-03-02-p1-TB1-0\">soft-hyphens</note>",
      "<term type=\"genre\" n=\"label-genre\" cert=\"0.6\">Current</term>",
      "decls=\"#tagblatt-1871-03-02-p1-TB1-0.labels\"", "<date when=\"2014-05-06T07:08:09Z\">",
    ] { #expect(text.contains(part), "\(part)") }
    #expect(!text.contains("Reader\u{1}"))
  }

  @Test("Furniture may be left out; ids that begin with a digit get a mark in front")
  func settings() throws {
    #expect(
      try WriteFixture.products(TEIWriter.self, ["furniture": "false"]).count == WriteFixture.issue().articles.count - 2
    )
    var issue = WriteFixture.issue()
    issue.articles[1].id = "1871-a"
    #expect(try text(of: issue).contains("xml:id=\"_1871-a\""))
  }

  @Test(
    "Files are valid", .enabled(if: hasSchema, "no xmllint or no TEI schema"), arguments: ["article", "issue"],
    LineEnds.allCases)
  func valid(_ unit: String, _ lineEnds: LineEnds) throws {
    let settings = ["unit": unit, "line_ends": lineEnds.rawValue, "licence": "in words"]
    var partial = WriteFixture.issue()
    partial.date = nil
    partial.publication = .init()
    partial.articles[1].language = "not a tag"
    partial.articles[1].labels[0].kind = "odd kind"
    partial.articles[1].components.reverse()
    partial.articles[3].id = "7"
    let products =
      try WriteFixture.products(TEIWriter.self, settings) + WriteFixture.products(TEIWriter.self, settings, of: partial)
      + WriteFixture.products(TEIWriter.self, settings, of: everyRole())
    #expect(try Validation.complaints(of: products.map(\.bytes), ["--relaxng", Self.schema.path]) == "")
    let broken = products[0].text.replacing("<publicationStmt>", with: "<publicationStmt><p/>")
    #expect(try Validation.complaints(of: [Array(broken.utf8)], ["--relaxng", Self.schema.path]) != "")
  }

  /// Articles with a component of each role, in their order and the other way round, and of each role alone.
  private func everyRole() -> OffprintModel.Issue {
    var builder = DocumentBuilder(id: "roles", language: "de")
    let count = Role.allCases.count
    builder.textPage((0..<(3 * count)).map { "Zeile \($0)  a" }.joined(separator: "\n"))
    var issue = builder.issue
    func part(_ role: Int, _ line: Int) -> Component {
      Component(Role.allCases[role], lines: [LineRef(page: 0, line: line)], confidence: 0.5)
    }
    issue.articles = [
      Article(id: "a", components: (0..<count).map { part($0, $0) }),
      Article(id: "b", components: (0..<count).map { part(count - 1 - $0, count + $0) }),
    ]
    for role in 0..<count { issue.articles.append(Article(id: "c\(role)", components: [part(role, 2 * count + role)])) }
    issue.hasArticles = true
    return issue
  }
}
