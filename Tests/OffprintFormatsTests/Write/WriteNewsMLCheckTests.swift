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
