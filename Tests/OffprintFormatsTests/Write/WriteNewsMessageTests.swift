import OffprintKit
import OffprintModel
import OffprintXML
import Testing

@testable import OffprintFormats

@Suite("A newsMessage for each issue")
struct WriteNewsMessageTests {
  private let text: String

  init() throws {
    let products = try WriteFixture.products(NewsMLG2Writer.self, ["unit": "message"])
    #expect(products.count == 1 && products[0].scope == .issue)
    text = products[0].text
  }

  private func rules(_ text: String) -> [NewsMLCheck.Rule] { NewsMLCheck.problems(in: Array(text.utf8)).map(\.rule) }

  @Test("sent comes first, the package is the first item, and each item is as in a file of its own")
  func order() throws {
    let root = try XMLReadBack.root(of: Array(text.utf8))
    #expect(root.name == "newsMessage")
    #expect(root.children.map(\.name) == ["header", "itemSet"])
    #expect(root.children[0].children.map(\.name) == ["sent", "sender", "transmitId"])
    #expect(root.children[0].children[0].text == "2014-05-06T07:08:09Z")
    #expect(root.children[1].children.map(\.name) == ["packageItem"] + Array(repeating: "newsItem", count: 4))
    for product in try WriteFixture.products(NewsMLG2Writer.self) {
      #expect(text.contains(product.text.split(separator: "\n").dropFirst().joined(separator: "\n")))
    }
  }

  @Test("Ids are unique over the message, and it is sound")
  func ids() throws {
    #expect(rules(text).isEmpty)
    let all = try XMLReadBack.root(of: Array(text.utf8)).all
    let ids = all.flatMap { element in ["id", "partid"].compactMap { element[$0] } }
    #expect(ids.count > 10 && Set(ids).count == ids.count)
  }

  @Test("Valid, with the NITF inside", .enabled(if: Validation.hasSchemas), arguments: ["iptc", "compat"])
  func valid(_ profile: String) throws {
    let products = try WriteFixture.products(NewsMLG2Writer.self, ["unit": "message", "profile": profile])
    #expect(try Validation.complaints(of: products.map(\.bytes), ["--schema", Validation.newsml.path]) == "")
  }

  @Test("Each rule of a message is found when it is broken")
  func broken() throws {
    let items = text.components(between: "<newsItem ", and: "</newsItem>")
    let package = try #require(text.components(between: "<packageItem ", and: "</packageItem>").first)
    #expect(rules(text.replacing(package, with: "") + "") == [])
    #expect(Set(rules(text.replacing(items[1], with: ""))) == [.itemMissing])
    let late = text.replacing(package, with: "").replacing("</itemSet>", with: package + "</itemSet>")
    #expect(rules(late) == [.messageOrder])
    #expect(Set(rules(text.replacing("</itemSet>", with: items[0] + "</itemSet>"))) == [.idDoubled, .messageOrder])
    #expect(rules(text.replacing("<sent>2014-05-06T07:08:09Z</sent>", with: "")) == [.messageOrder])
    // What another item declares does not count.
    let bare = items[1].replacing("alias=\"optype\"", with: "alias=\"other\"")
    #expect(Set(rules(text.replacing(items[1], with: bare))) == [.aliasUndeclared])
    // Nor do ids of another item.
    let id = try #require(items[0].firstMatch(of: #/ id="(i-[^"]*-text)"/#)).output.1
    let strange = items[1].replacing("<contentSet>", with: "<contentSet original=\"\(id)\">")
    #expect(Set(rules(text.replacing(items[1], with: strange))) == [.idMissing])
  }
}

extension String {
  fileprivate func components(between start: String, and end: String) -> [String] {
    split(separator: end).compactMap { piece in
      piece.firstRange(of: start).map { String(piece[$0.lowerBound...]) + end }
    }.filter { self.contains($0) }
  }
}
