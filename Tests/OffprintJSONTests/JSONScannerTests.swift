import Testing

@testable import OffprintJSON

@Suite("JSON, read piece by piece")
struct JSONScannerTests {
  private func number(_ text: String) throws -> Double {
    var scanner = JSONScanner(Array(text.utf8))
    return try scanner.number()
  }

  @Test(
    "gives the nearest number",
    arguments: [
      "0", "-0.5", "1", "1e-05", "0.1", "-12.25", "123456789", "0.30000001", "3.4028235e+38", "1.17549435E-38",
      "0.123456789012345678", "99999999999999999999",
    ])
  func numbers(text: String) throws {
    #expect(try number(text) == Double(text))
  }

  @Test("gives texts with what is escaped in them")
  func texts() throws {
    var scanner = JSONScanner(Array(#" ["a", "say \"é\"", "\\", ""] "#.utf8))
    var found: [String] = []
    try scanner.array { found.append(try $0.string()) }
    #expect(found == ["a", "say \"é\"", "\\", ""])
    #expect(scanner.next() == 0)
  }

  @Test("knows every escape, pairs of surrogates among them")
  func escapes() throws {
    var scanner = JSONScanner(Array(#""\b\f\n\r\t\/\"\\\u00e9\u9435\ud83d\udcf0!""#.utf8))
    #expect(try scanner.string() == "\u{8}\u{C}\n\r\t/\"\\é鐵\u{1F4F0}!")
  }

  @Test("gives texts as bytes, also those that are not UTF-8")
  func bytes() throws {
    var scanner = JSONScanner([0x22, 0x61, 0xFF, 0x5C, 0x6E, 0x22])
    #expect(try scanner.text() == [0x61, 0xFF, 0x0A])
  }

  @Test("passes over what it does not know")
  func skipping() throws {
    var scanner = JSONScanner(Array(#" {"a": [1, "x", {"b": null}], "c": true} 7"#.utf8))
    try scanner.skip()
    #expect(try scanner.integer() == 7)
  }

  @Test("whole numbers are whole", arguments: ["1.0", "1e3", "-", "1234567890123456789", "x", ""])
  func integers(text: String) {
    var scanner = JSONScanner(Array(text.utf8))
    #expect(throws: JSONScanner.Fault.self) { try scanner.integer() }
  }

  @Test(
    "says where it is broken",
    arguments: [
      "", "[1", "[1,]", "[1 2]", "[\"a]", "[\"\\u00g1\"]", "[\"\\ud800\"]", "[\"\\udc00\"]", "[\"\\ud800\\u0041\"]",
      "[\"\\",
      "[-]",
    ])
  func faults(text: String) {
    var scanner = JSONScanner(Array("\n\(text)".utf8))
    #expect(throws: JSONScanner.Fault.self) {
      try scanner.array { scanner in
        if scanner.next() == 0x22 { _ = try scanner.string() } else { _ = try scanner.number() }
      }
    }
    #expect(scanner.fault("").line == 2)
  }
}
