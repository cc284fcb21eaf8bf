import Foundation
import OffprintKit
import OffprintModel
import Testing

@testable import OffprintFormats

@Suite("jsonl gives whole records")
struct WriteJSONLinesTests {
  private let products: [Product]
  private let records: [[String: Any]]

  init() throws {
    products = try WriteFixture.products(JSONLinesWriter.self, ["licence": "https://example.org/l"])
    records = try products.map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.bytes)) as? [String: Any])
    }
  }

  private func metadata(_ place: Int) throws -> [String: Any] {
    try #require(records[place]["metadata"] as? [String: Any])
  }

  @Test("One line each, furniture too, keys in a fixed order")
  func lines() throws {
    #expect(products.count == WriteFixture.issue().articles.count)
    for product in products {
      #expect(product.bytes.count { $0 == 0x0A } == 1)
      #expect(product.bytes.last == 0x0A)
      let places = ["{\"id\":", "\"text\":", "\"source\":", "\"added\":", "\"created\":", "\"metadata\":{\"schema\""]
        .map {
          product.text.firstRange(of: $0)?.lowerBound
        }
      #expect(places.compactMap { $0 } == places.compactMap { $0 }.sorted())
      #expect(!places.contains(nil))
    }
    #expect(try metadata(5)["type"] as? String == "furniture")
  }

  @Test("Every line name stands once over all records")
  func everyLine() throws {
    let names = try records.indices.flatMap { place in
      try #require(try metadata(place)["components"] as? [[String: Any]]).flatMap { $0["lines"] as? [String] ?? [] }
    }
    let issue = WriteFixture.issue()
    #expect(names.sorted() == issue.pages.flatMap { page in page.lines.indices.map(page.lineName) }.sorted())
  }

  @Test("Components stand where their offsets say, lines where theirs say")
  func offsets() throws {
    for (place, record) in records.enumerated() {
      let text = Array(try #require(record["text"] as? String).unicodeScalars)
      for component in try #require(try metadata(place)["components"] as? [[String: Any]]) {
        let start = try #require(component["start"] as? Int)
        let end = try #require(component["end"] as? Int)
        #expect(String(String.UnicodeScalarView(text[start..<end])) == component["text"] as? String)
        #expect((component["lines"] as? [String])?.count == (component["line_starts"] as? [Int])?.count)
      }
    }
    let paragraph = try #require(try metadata(1)["components"] as? [[String: Any]])[4]
    let starts = try #require(paragraph["line_starts"] as? [Int])
    let text = Array(try #require(records[1]["text"] as? String).unicodeScalars)
    let second = String(String.UnicodeScalarView(text[starts[1]..<starts[2]]))
    #expect(second == "cher aus, der Kohlen- ")
    #expect(String(String.UnicodeScalarView(text[starts[3]...].prefix(5))) == " verb")
  }

  @Test("Dates have their precision, times come from the source")
  func dates() throws {
    #expect(records[1]["added"] as? String == "2014-05-06T07:08:09.000Z")
    #expect(records[1]["created"] as? String == "1871-03-02T00:00:00.000Z")
    #expect(try metadata(1)["date_precision"] as? String == "day")
    var issue = WriteFixture.issue()
    issue.date = nil
    let text = try WriteFixture.products(JSONLinesWriter.self, of: issue)[1].text
    #expect(text.contains("\"created\":\"2014-05-06T07:08:09.000Z\""))
    #expect(text.contains("\"date\":\"\",\"date_precision\":\"unknown\""))
  }

  @Test("Broken words are listed with both halves, flags with their count")
  func joins() throws {
    let joins = try #require(try metadata(1)["joins"] as? [[String: Any]])
    #expect(joins.compactMap { $0["word"] as? String } == ["Speicher", "Kohlen- und", "Zucker"])
    #expect(joins.compactMap { ($0["first"] as? [String: String])?["text"] } == ["Spei-", "Kohlen-", "Zuk-"])
    let flags = try #require(try metadata(2)["flags"] as? [[String: Any]])
    #expect(flags.map { $0["code"] as? String } == ["page-left-out", "characters-replaced"])
    #expect(flags.map { $0["count"] as? Int } == [1, 2])
  }

  @Test("A word whose hyphen was lost is listed like any other, with its confidence")
  func lostHyphen() throws {
    var issue = WriteFixture.issue()
    let (first, second) = (WriteFixture.ref(0, 4), WriteFixture.ref(0, 5))
    issue.joins[first] = Join(first: first, second: second, seam: .joined, markLength: 0, confidence: 0.85)
    let text = try WriteFixture.products(JSONLinesWriter.self, of: issue)[1].text
    #expect(
      text.contains(
        #"{"first":{"line":"0001#TB2#1","text":"Kohlen-"},"second":{"line":"0001#TB3#0","text":"und"},"#
          + #""seam":"joined","word":"Kohlen-und","confidence":0.85}"#))
    // A join that the text does not follow, since another line comes between, is none of its words.
    issue.joins[first] = Join(
      first: first, second: WriteFixture.ref(1, 0), seam: .joined, markLength: 1, confidence: 0.85)
    #expect(try !WriteFixture.products(JSONLinesWriter.self, of: issue)[1].text.contains(#""confidence":0.85"#))
  }

  @Test("The text may have its lines as printed; offsets and the headline hold then too")
  func printed() throws {
    let records = try Self.records(["line_ends": "printed"])
    let text = try #require(records[1]["text"] as? String)
    let lines = "Brand im Spei-\ncher aus, der Kohlen-\nund Holzvorrat & Zuk-\nker verbrannten.\n\nDer Schaden"
    #expect(text.contains(lines))
    for (place, record) in records.enumerated() {
      let scalars = Array(try #require(record["text"] as? String).unicodeScalars)
      let metadata = try #require(record["metadata"] as? [String: Any])
      #expect(metadata["headline"] as? String == (try self.metadata(place)["headline"] as? String))
      #expect((metadata["joins"] as? [Any])?.count == (try self.metadata(place)["joins"] as? [Any])?.count)
      for component in try #require(metadata["components"] as? [[String: Any]]) {
        let (start, end) = (try #require(component["start"] as? Int), try #require(component["end"] as? Int))
        #expect(String(String.UnicodeScalarView(scalars[start..<end])) == component["text"] as? String)
        for at in try #require(component["line_starts"] as? [Int]) where at > start && at < end {
          #expect(scalars[at - 1] == "\n")
        }
      }
    }
  }

  @Test("Both forms: the text is mended, and the halves stand beside it as printed")
  func both() throws {
    let records = try Self.records(["line_ends": "both"])
    #expect(records.map { $0["text"] as? String } == self.records.map { $0["text"] as? String })
    let metadata = try #require(records[1]["metadata"] as? [String: Any])
    #expect(metadata["halves"] as? [String] == ["Spei-", "cher", "Kohlen-", "und", "Zuk-", "ker"])
    #expect(try self.metadata(1)["halves"] == nil)
  }

  private static func records(_ settings: [String: String]) throws -> [[String: Any]] {
    try WriteFixture.products(JSONLinesWriter.self, settings).map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.bytes)) as? [String: Any])
    }
  }

  @Test("Records keep to the JSON Schema that comes with the project", arguments: LineEnds.allCases)
  func schema(lineEnds: LineEnds) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(
      path: "../../../pipelines/schema/article.schema.json")
    let schema = try #require(try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any])
    let records = try Self.records(["line_ends": lineEnds.rawValue])
    for record in records { #expect(SchemaShape(root: schema).faults(in: record, schema, at: "") == []) }
    var broken = records[1]
    broken["text"] = 1
    broken["more"] = "x"
    broken["id"] = nil
    #expect(SchemaShape(root: schema).faults(in: broken, schema, at: "").count == 3)
  }
}

/// As much of JSON Schema as our schema uses for the shape of objects: `$ref`, `type`, `properties`, `required`,
/// `additionalProperties`, `items`, `enum`, `const`, `minimum`, `maximum`.
private struct SchemaShape {
  let root: [String: Any]

  func faults(in value: Any, _ schema: [String: Any], at path: String) -> [String] {
    if let name = (schema["$ref"] as? String)?.split(separator: "/").last {
      guard let target = (root["$defs"] as? [String: Any])?[String(name)] as? [String: Any] else {
        return ["\(path) $ref"]
      }
      return faults(in: value, target, at: path)
    }
    var found: [String] = []
    if let allowed = schema["enum"] as? [String], !allowed.contains(value as? String ?? "") {
      found.append("\(path) enum")
    }
    if let const = schema["const"] as? String, const != value as? String { found.append("\(path) const") }
    switch schema["type"] as? String {
    case "object":
      guard let object = value as? [String: Any] else { return ["\(path) is no object"] }
      let properties = schema["properties"] as? [String: Any] ?? [:]
      for name in schema["required"] as? [String] ?? [] where object[name] == nil {
        found.append("\(path).\(name) missing")
      }
      for (name, member) in object {
        guard let own = properties[name] as? [String: Any] else {
          found.append("\(path).\(name) unknown")
          continue
        }
        found += faults(in: member, own, at: "\(path).\(name)")
      }
    case "array":
      guard let elements = value as? [Any], let own = schema["items"] as? [String: Any] else {
        return ["\(path) is no array"]
      }
      for element in elements { found += faults(in: element, own, at: "\(path)[]") }
    case "string": if !(value is String) { found.append("\(path) is no text") }
    case "integer", "number":
      guard let number = value as? Double else { return ["\(path) is no number"] }
      if let least = schema["minimum"] as? Double, number < least { found.append("\(path) too small") }
      if let most = schema["maximum"] as? Double, number > most { found.append("\(path) too large") }
    default: break
    }
    return found
  }
}
