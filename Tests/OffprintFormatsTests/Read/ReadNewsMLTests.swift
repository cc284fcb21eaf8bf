import Foundation
import OffprintKit
import OffprintModel
import OffprintTesting
import Testing

@testable import OffprintFormats

@Suite("newsml-g2 is read back")
struct ReadNewsMLTests {
  /// Writes products to a folder, and reads what the reader finds there.
  private func readBack(_ products: [Product], of issue: Issue, as names: (Int) -> String = { "\($0).xml" }) throws
    -> [Issue]
  {
    let folder = FileManager.default.temporaryDirectory.appending(path: "offprint-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    for (number, product) in products.enumerated() {
      let file = folder.appending(path: names(number))
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(product.bytes).write(to: file)
    }
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".xml") }
      .map { "\(folder.path)/\($0)" }.sorted()
    let reader = NewsMLG2Reader(NoSettings())
    var context = ReadContext()
    let listing = try reader.documents(in: InputSelection(root: folder.path, files: files))
    let issues = try listing.documents.map { try reader.read($0, &context) }
    #expect(context.warnings.isEmpty, "\(context.warnings)")
    return issues
  }

  /// Articles as `type id section`, and their texts with their roles.
  private func shown(_ articles: [Article], in issue: Issue) -> [String] {
    articles.map { article in
      let texts = ArticleText(of: article, in: issue).parts.map(shown).sorted()
      return "\(article.type.rawValue) \(article.id) \(article.section ?? "-") \(texts)"
    }
  }

  private func shown(_ part: ArticleText.Part) -> String {
    guard part.role == .table else { return "\(part.role.rawValue): \(part.text.string)" }
    let rows: [String] = (part.rows ?? []).map { $0.joined(separator: "|") }
    return "table: \(rows.joined(separator: "/"))"
  }

  private func expectSame(_ issue: Issue, _ back: Issue) {
    let written = issue.articles.filter { !$0.type.isOfPage }
    #expect(shown(back.articles, in: back) == shown(written, in: issue))
    #expect(back.hasArticles && back.markup?.articles.count == written.count)
    #expect(back.id == issue.id && back.date == issue.date && back.number == issue.number)
    #expect(back.volume == issue.volume && back.publication.title == issue.publication.title)
    #expect(back.publication.issn == issue.publication.issn && back.publication.place == issue.publication.place)
    #expect(back.language == issue.language)
  }

  @Test("The same articles, headlines, paragraphs and tables", arguments: ["iptc", "compat"])
  func roundTrip(_ profile: String) throws {
    let issue = WriteFixture.issue()
    let products = try WriteFixture.products(NewsMLG2Writer.self, ["profile": profile])
    let read = try readBack(products, of: issue)
    #expect(read.count == 1)
    expectSame(issue, read[0])
  }

  @Test("A message is an issue")
  func message() throws {
    let issue = WriteFixture.issue()
    let read = try readBack(try WriteFixture.products(NewsMLG2Writer.self, ["unit": "message"]), of: issue)
    #expect(read.count == 1)
    expectSame(issue, read[0])
  }

  @Test("Issues in one folder are told apart by their guids")
  func twoIssues() throws {
    var other = WriteFixture.issue()
    other.id = "tagblatt-1871-03-03"
    let products =
      try WriteFixture.products(NewsMLG2Writer.self)
      + WriteFixture.products(NewsMLG2Writer.self, of: other)
    let read: [Issue] = try readBack(products, of: other)
    #expect(read.map { $0.id } == ["tagblatt-1871-03-02", "tagblatt-1871-03-03"])
    #expect(read.allSatisfy { $0.markup?.articles.count == 4 })
  }

  @Test("Items of others: without a package, without Offprint's codes, NITF without its namespace")
  func others() throws {
    let item = """
      <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:agency.example:20260301:123" version="1">
      <itemMeta><itemClass qcode="ninat:text"/><provider qcode="p:1"/><versionCreated>2026-03-01T12:00:00Z</versionCreated>
      <pubStatus qcode="stat:usable"/></itemMeta>
      <contentMeta><contentCreated>2026-03-01T11:00:00Z</contentCreated><language tag="en"/></contentMeta>
      <contentSet><inlineXML contenttype="application/nitf+xml"><nitf><body><body.head><hedline><hl1>Fire at the
      harbour</hl1><hl2>No one hurt</hl2></hedline><byline>By <person>A. Smith</person></byline></body.head>
      <body.content><p>A fire <em>broke</em> out.</p><p>It was put out.</p></body.content></body></nitf></inlineXML>
      </contentSet></newsItem>
      """
    let read = try readBack([Product(.issue, Array(item.utf8))], of: WriteFixture.issue())
    let issue = try #require(read.first)
    #expect(issue.date?.iso == "2026-03-01" && issue.language == "en")
    let article = try #require(issue.markup?.articles.first)
    #expect(
      article.components.map { "\($0.role.rawValue): \($0.lines.map { issue[line: $0].text })" } == [
        "headline: [\"Fire at the harbour\"]", "subheadline: [\"No one hurt\"]", "byline: [\"By A. Smith\"]",
        "paragraph: [\"A fire broke out.\"]", "paragraph: [\"It was put out.\"]",
      ])
  }

  @Test("Withdrawn items are no articles")
  func withdrawn() throws {
    let issue = WriteFixture.issue()
    var products = try WriteFixture.products(NewsMLG2Writer.self)
    products[0].bytes = Array(products[0].text.replacing("stat:usable", with: "stat:canceled").utf8)
    #expect(try readBack(products, of: issue).first?.markup?.articles.count == 3)
  }

  @Test("The reader keeps what every reader promises")
  func conformance() { #expect(checkReader(NewsMLG2Reader.self).isEmpty) }
}
