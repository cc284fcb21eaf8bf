import OffprintDiagnostics
import OffprintKit
import OffprintModel
import OffprintXML
import Testing

@testable import OffprintFormats

@Suite("newsml-g2 says what the article says")
struct WriteNewsMLTests {
  private let item: XMLReadBack.Element
  private let products: [Product]

  init() throws {
    products = try WriteFixture.products(NewsMLG2Writer.self, ["rights": "© Stadt", "authority": "ulm.example,2020"])
    item = try XMLReadBack.root(of: products[0].bytes)
  }

  private func all(_ name: String) -> [XMLReadBack.Element] { item.all.filter { $0.name == name } }

  private func property(_ rel: String) -> String? {
    item.all.first { $0["rel"] == rel }?["value"]
  }

  @Test("Articles, advertisements and notices are items; mastheads and folios are not; a package comes last")
  func scopes() {
    #expect(products.map(\.scope) == [.article(1), .article(2), .article(3), .article(4), .issue])
  }

  @Test("The id begins with the authority, never with the newspaper's year")
  func guid() {
    #expect(item["guid"] == "tag:ulm.example,2020:tagblatt-1871-03-02/tagblatt-1871-03-02-p1-TB1-0")
    #expect(item["version"] == "1")
    #expect(item["conformance"] == "power")
  }

  @Test("Date-times come from the source, with a zone; the printed date is the date of the content")
  func times() {
    #expect(all("versionCreated").map(\.text) == ["2014-05-06T07:08:09Z"])
    #expect(all("contentCreated").map(\.text) == ["1871-03-02"])
  }

  @Test("The main headline is first, with its confidence; bylines and datelines follow")
  func heads() {
    #expect(all("headline").map(\.text) == ["Feuer am «Hafen»", "Aus der Stadt"])
    #expect(all("headline").map { $0["rank"] } == ["1", "2"])
    #expect(all("headline")[0]["confidence"] == "92")
    #expect(all("headline")[0]["how"] == "howextr:tool")
    #expect(all("by").map(\.text) == ["Von unserm K."])
    #expect(all("title").map(\.text) == ["Feuer am «Hafen»", "Feuer am «Hafen»"])
  }

  @Test("Genres of IPTC are IPTC's, retired ones are not")
  func genres() {
    #expect(all("genre").map { $0["qcode"] } == ["optype:article", "genre:Current", "opgenre:Update"])
    #expect(all("subject").map { $0["literal"] } == ["Feuer & Brand"])
    #expect(property("oprel:label-mood") == "ernst")
  }

  @Test("Each printed part has its page, its box in pixels and its lines")
  func parts() {
    let boxes = all("regionDelim").map { [$0["x"], $0["y"], $0["width"], $0["height"]] }
    #expect(boxes.first == ["100", "60", "800", "120"])
    #expect(boxes.count == all("partMeta").count)
    let lines = item.all.filter { $0["rel"] == "oprel:lines" }.compactMap { $0["value"] }
    #expect(
      Set(lines.flatMap { $0.split(separator: " ") }.map(String.init))
        == Set(
          WriteFixture.issue().articles[1].lines.map { WriteFixture.issue().lineName($0) }))
    #expect(Set(all("partMeta").map { $0["contentrefs"] }) == ["i-tagblatt-1871-03-02-p1-TB1-0-scan1", nil])
    #expect(all("remoteContent").map { $0["href"] } == ["scans/page%20one.tif"])
  }

  @Test("Replaced characters are counted, of the text and of the metadata")
  func replaced() {
    // One in the text; one in the name of the OCR program, which stands in a generator and in a hop.
    #expect(property("oprel:flag-characters-replaced") == "3")
    #expect(property("oprel:flag-soft-hyphens") == "2")
    #expect(property("oprel:page-flag-odd-order") == "1")
    #expect(property("oprel:issue-flag-page-left-out") == "1")
  }

  @Test("Characters replaced in the metadata are counted with them, where they stand")
  func replacedInMetadata() throws {
    var issue = WriteFixture.issue()
    issue.articles[1].section = "Lo\u{01}kales"
    let text = try WriteFixture.products(NewsMLG2Writer.self, of: issue)[0].text
    // The section stands in one property and in two pubdata.
    #expect(text.contains("rel=\"oprel:flag-characters-replaced\" value=\"6\""))
  }

  @Test("The text is mended, and stands in the right elements")
  func nitf() {
    #expect(
      all("p").map(\.text) == [
        "Gestern brach ein\u{FFFD} Brand im Speicher aus, der Kohlen- und Holzvorrat & Zucker verbrannten."
      ])
    #expect(all("p")[0]["lede"] == "true")
    #expect(all("media-caption").map(\.text) == ["Der Speicher <vorher>"])
    #expect(all("tr").map { $0.children.map(\.text) } == [["Kohlen", "12 fl."], ["Holz 9 fl."]])
    #expect(all("hl1").map(\.text) == ["Feuer am «Hafen»"])
    #expect(all("hl2").map(\.text) == ["Aus der Stadt", "Der Schaden"])
    #expect(all("pubdata").map { $0["position.sequence"] } == ["1", "2"])
  }

  @Test("Nothing is claimed of what the publisher marked; broken bytes are replaced and counted")
  func advertisement() throws {
    let text = products[1].text
    #expect(!text.contains("howextr"))
    #expect(text.contains("<p class=\"advertisement-text\" lede=\"true\">B\u{FFFD}este Seife\u{FFFD}</p>"))
    #expect(text.contains("rel=\"oprel:flag-characters-replaced\" value=\"4\""))
    #expect(text.contains("genre:Advertiser_Supplied"))
    #expect(text.contains("rel=\"oprel:publisher-article-id\" value=\"AD 1\""))
  }

  @Test("Chinese lines meet without a space, each character is a word")
  func chinese() throws {
    let root = try XMLReadBack.root(of: products[2].bytes)
    let inline = try #require(root.all.first { $0.name == "inlineXML" })
    #expect(root.all.first { $0.name == "p" }?.text == "今日停电，明日恢复。")
    #expect(inline["wordcount"] == "8")
    #expect(inline["charcount"] == "10")
    #expect(root["lang"] == "zh-Hans")
  }

  @Test("A text page has parts without regions")
  func textPage() throws {
    let root = try XMLReadBack.root(of: products[3].bytes)
    #expect(root.all.contains { $0.name == "partMeta" })
    #expect(!root.all.contains { $0.name == "regionDelim" || $0.name == "digitalSourceType" })
    #expect(
      root.all.filter { $0.name == "tr" }.map { $0.children.map(\.text) } == [["Brot", "3 kr."], ["Milch", "2 kr."]])
    #expect(root.all.first { $0.name == "hl1" }?.text == "Kurze Nachricht")
  }

  @Test("The package names every item once, a group for each section in reading order")
  func package() throws {
    let root = try XMLReadBack.root(of: products[4].bytes)
    let references = root.all.filter { $0.name == "itemRef" }.compactMap { $0["residref"] }
    let items = try products.dropLast().map { try XMLReadBack.root(of: $0.bytes)["guid"] }
    #expect(Set(references) == Set(items.compactMap { $0 }))
    #expect(references.count == 4)
    #expect(root.all.filter { $0.name == "group" }.map { $0.children.count { $0.name == "itemRef" } } == [0, 2, 2])
  }

  @Test("compat leaves out what readers stop at")
  func compat() throws {
    let rich = try WriteFixture.products(NewsMLG2Writer.self)
    let plain = try WriteFixture.products(NewsMLG2Writer.self, ["profile": "compat"])
    #expect(rich[0].text.contains("<hopHistory>"))
    #expect(!plain[0].text.contains("<hopHistory>"))
    let group = try #require(try XMLReadBack.root(of: plain[4].bytes).all.first { $0.name == "groupSet" })
    #expect(!group.children.contains { $0.children.contains { $0.name == "title" } })
  }

  @Test("An uncertain date stays uncertain")
  func year() throws {
    var issue = WriteFixture.issue()
    issue.date = IssueDate(year: 1871)
    issue.sourceCreated = nil
    let text = try WriteFixture.products(NewsMLG2Writer.self, of: issue)[0].text
    #expect(text.contains("<contentCreated>1871</contentCreated>"))
    #expect(text.contains("<versionCreated>1871-01-01T00:00:00Z</versionCreated>"))
    #expect(text.contains("<edNote"))
  }

  @Test("The same issue gives the same bytes")
  func same() throws {
    let again = try WriteFixture.products(
      NewsMLG2Writer.self, ["rights": "© Stadt", "authority": "ulm.example,2020"])
    #expect(again.map(\.bytes) == products.map(\.bytes))
  }

  @Test(
    "Settings of the wrong form are refused",
    arguments: [
      ("authority", "ulm.example"), ("authority", "ulm example,2020"), ("created", "yesterday"),
      ("rights_uri", "no uri"), ("scheme", "offprint"),
    ])
  func settings(_ name: String, _ value: String) {
    #expect(throws: (any Error).self) { try WriteFixture.products(NewsMLG2Writer.self, [name: value]) }
  }

  @Test("Two articles with one id are never written")
  func doubled() {
    var issue = WriteFixture.issue()
    issue.articles[2].id = issue.articles[1].id
    #expect(throws: Diagnostic.self) { try WriteFixture.products(NewsMLG2Writer.self, of: issue) }
  }
}
