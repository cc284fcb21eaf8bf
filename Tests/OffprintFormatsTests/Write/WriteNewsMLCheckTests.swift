import OffprintXML
import Testing

@testable import OffprintFormats

@Suite("NewsMLCheck finds what no schema sees")
struct WriteNewsMLCheckTests {
  private let item: String
  private let package: String

  init() throws {
    let products = try WriteFixture.products(NewsMLG2Writer.self)
    item = products[0].text
    package = products[4].text
  }

  private func rules(_ text: String, items: Set<String>? = nil) -> [NewsMLCheck.Rule] {
    NewsMLCheck.problems(in: Array(text.utf8), items: items).map(\.rule)
  }

  @Test("Our own items are sound")
  func sound() {
    #expect(NewsMLCheck.problems(in: Array(item.utf8)).isEmpty)
    #expect(NewsMLCheck.problems(in: Array(package.utf8)).isEmpty)
  }

  @Test(
    "Each rule is found when it is broken once",
    arguments: [
      ("</newsItem>", "</newsitem>", NewsMLCheck.Rule.notWellFormed),
      ("qcode=\"stat:usable\"", "qcode=\"status:usable\"", .aliasUndeclared),
      ("qcode=\"stat:usable\"", "qcode=\"usable\"", .aliasUndeclared),
      ("alias=\"opgenre\"", "alias=\"opgenres\"", .aliasUndeclared),
      ("IPTC-G2-Standards_41", "IPTC-G2-Standards_1", .aliasUndeclared),
      ("role=\"oprole:text-recognition\"", "role=\"isrol:editor\"", .aliasRetired),
      ("-part2\"", "-part1\"", .idDoubled),
      ("original=\"i-", "original=\"j-", .idMissing),
      ("contentrefs=\"i-", "contentrefs=\"j-", .idMissing),
      ("<contentMetaExtProperty rel=", "<contentMetaExtProperty reluri=", .extensionWithoutRel),
      ("<published uri=", "<published literal=", .publishedUnnamed),
      ("<body>", "<body2>", .notWellFormed),
      ("wordcount=\"", "wordcount=\"1", .countWrong),
      ("charcount=\"", "charcount=\"1", .countWrong),
    ])
  func broken(_ good: String, _ bad: String, _ rule: NewsMLCheck.Rule) throws {
    let range = try #require(item.firstRange(of: good))
    #expect(Set(rules(item.replacingCharacters(in: range, with: bad))) == [rule])
  }

  @Test("An inlineXML without a text is found")
  func payload() {
    let hollow = item.replacing("<body>", with: "<tobody>").replacing("</body>", with: "</tobody>")
    #expect(rules(hollow) == [.payloadMissing])
  }

  @Test("A control character is found, as it stands and as a reference")
  func controls() {
    #expect(rules(item.replacing("<name>Tagblatt", with: "<name>\u{3}Tagblatt")) == [.controlCharacter])
    #expect(rules(item.replacing("<name>Tagblatt", with: "<name>&#3;Tagblatt")) == [.controlCharacter])
  }

  @Test(
    "A payload that the schema does not look into is found to be wrong",
    arguments: [
      ("hl1", "hl9"), ("body.head", "body.top"), ("p lede=\"true\"", "paragraph lede=\"true\""), ("block", "blocks"),
    ])
  func payloadShape(_ good: String, _ bad: String) {
    let (end, other) = (good.prefix { $0 != " " }, bad.prefix { $0 != " " })
    let first = item.replacing("<\(good)>", with: "<\(bad)>")
    let broken =
      end == "p"
      ? first.replacing("</p>", with: "</paragraph>", maxReplacements: 1)
      : first.replacing("</\(end)>", with: "</\(other)>")
    #expect(Set(rules(broken)).contains(.payloadWrong), "\(rules(broken))")
  }

  @Test("A payload without its namespace, empty texts and line ends in them are found")
  func payloadTexts() {
    let bare = item.replacing("<nitf xmlns=\"http://iptc.org/std/NITF/2006-10-18/\"", with: "<nitf xmlns=\"\"")
    #expect(Set(rules(bare)).isSubset(of: [.payloadWrong, .payloadMissing]) && !rules(bare).isEmpty)
    let hollow = item.replacing("<p lede=\"true\">", with: "<p></p><p lede=\"true\">")
    #expect(rules(hollow) == [.payloadWrong])
    let lines = item.replacing("<p lede=\"true\">", with: "<p lede=\"true\">\n")
    #expect(rules(lines).contains(.payloadWrong))
  }

  @Test("A package that names an item that is not there is found")
  func items() {
    #expect(Set(rules(package, items: [])) == [.itemMissing])
  }

  @Test("A root that no group is, is found")
  func root() {
    #expect(rules(package.replacing("root=\"i-", with: "root=\"j-")) == [.idMissing])
  }
}

extension String {
  fileprivate func replacingCharacters(in range: Range<String.Index>, with text: String) -> String {
    String(self[..<range.lowerBound]) + text + String(self[range.upperBound...])
  }
}
