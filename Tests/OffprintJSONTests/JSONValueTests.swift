import Testing

@testable import OffprintJSON

@Suite("JSON as a tree")
struct JSONValueTests {
  @Test(
    "is written as it was read",
    arguments: [
      "null", "true", "[]", "{}", "[1,-2.5,\"a\\nb\",{\"k\":[null,false]}]", "\"\\u0001\\\"\\\\\"", "1e+300",
    ])
  func roundTrip(text: String) throws {
    #expect(try JSONValue(Array(text.utf8)).text == text)
  }

  @Test("gives members by their keys; null is as good as nothing")
  func members() throws {
    let value = try JSONValue(Array(#"{"a": 1, "b": null}"#.utf8))
    #expect(value["a"] == .number(1))
    #expect(value["b"] == nil)
    #expect(value["c"] == nil)
    #expect(JSONValue.number(1)["a"] == nil)
  }

  @Test(
    "refuses what is no JSON",
    arguments: [
      "", " ", "nul", "truth", "[1,]", "{\"a\":1,\"a\":2}", "{1:2}", "\"a\nb\"", "\"\\x\"", "1 2", "[", "{\"a\"",
      "\"\\",
      "1e999", "--1", "[\u{0}]", "\u{0}", "1\u{0}",
    ])
  func faults(text: String) {
    #expect(throws: JSONScanner.Fault.self) { try JSONValue(Array(text.utf8)) }
  }

  @Test("is not deeper than a stack can take")
  func depth() throws {
    func nested(_ count: Int) -> [UInt8] {
      Array(String(repeating: "[", count: count).utf8) + Array(String(repeating: "]", count: count).utf8)
    }
    _ = try JSONValue(nested(100))
    #expect(throws: JSONScanner.Fault.self) { try JSONValue(nested(102)) }
    #expect(throws: JSONScanner.Fault.self) { try JSONValue([UInt8](repeating: 0x5B, count: 1_000_000)) }
  }

  @Test("any bytes are read or refused")
  func garbage() {
    var state: UInt64 = 11
    let signs = Array("[]{}\",:0e-1truefalsn\\u dD8\n".utf8) + [0, 0xFF, 0xC3]
    for _ in 0..<20_000 {
      var bytes: [UInt8] = []
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      for _ in 0..<(state >> 60) {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bytes.append(signs[Int(state >> 33) % signs.count])
      }
      if let value = try? JSONValue(bytes) {
        #expect((try? JSONValue(Array(value.text.utf8))) == value)
      }
      var scanner = JSONScanner(bytes)
      try? scanner.skip()
    }
  }
}
