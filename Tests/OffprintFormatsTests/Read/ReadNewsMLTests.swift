import Foundation
import OffprintDiagnostics
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
    let rows: [String] = (part.rows ?? []).map { $0.map(\.text.string).joined(separator: "|") }
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

  @Test("Provider and rights go on, but for what only says that nobody stated it")
  func issuance() throws {
    var issue = WriteFixture.issue()
    #expect(try readBack(WriteFixture.products(NewsMLG2Writer.self), of: issue).first?.issuance == Issuance())
    issue.issuance.provider = "Stadtbibliothek"
    issue.issuance.rights = "Kein Urheberrecht."
    issue.issuance.usageTerms = "Frei."
    issue.issuance.rightsURI = "https://r.example/"
    issue.issuance.licence = "https://l.example/"
    #expect(
      try readBack(WriteFixture.products(NewsMLG2Writer.self, of: issue), of: issue).first?.issuance == issue.issuance)
    issue.issuance.providerURI = "https://p.example/"
    #expect(
      try readBack(WriteFixture.products(NewsMLG2Writer.self, of: issue), of: issue).first?.issuance == issue.issuance)
  }

  @Test("Damaged items end in a message, or lose no line")
  func damaged() throws {
    let products = try WriteFixture.products(NewsMLG2Writer.self)
    let folder = FileManager.default.temporaryDirectory.appending(path: "offprint-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "item.xml")
    var numbers = SeededNumbers(state: 7)
    let tags = [
      "<p>", "</p>", "<td>", "<tr>", "<table>", "<hl1>", "</nitf>", "<inlineXML>", "</inlineXML>", "<newsItem>",
    ]
    for round in 0..<600 {
      var bytes = products[round % products.count].bytes
      for _ in 0...(numbers.next() % 3) {
        let at = Int(numbers.next() % UInt64(bytes.count))
        switch numbers.next() % 4 {
        case 0: bytes.removeSubrange(at..<min(bytes.count, at + Int(numbers.next() % 40)))
        case 1: bytes[at] = UInt8(truncatingIfNeeded: numbers.next())
        case 2: bytes.insert(contentsOf: Array(tags[Int(numbers.next() % UInt64(tags.count))].utf8), at: at)
        default: bytes.replaceSubrange(at..<min(bytes.count, at + 6), with: Array("-9999999999999999999".utf8))
        }
        if bytes.isEmpty { bytes = [0x20] }
      }
      try Data(bytes).write(to: file)
      var context = ReadContext()
      do {
        let issue = try NewsMLG2Reader(NoSettings()).read(
          DocumentSource(name: "item.xml", root: folder.path, files: [file.path]), &context)
        #expect(Ledger.balance(of: issue).isEven)
      } catch {
        #expect(Diagnostics.messages(of: error).allSatisfy { $0.code != .internalFault && $0.place != nil })
      }
    }
  }
}

/// The same numbers in every run (Knuth, MMIX).
private struct SeededNumbers: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}
