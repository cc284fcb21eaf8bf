import Testing

@testable import OffprintTrees

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

  @Test("says where it is broken", arguments: ["", "[1", "[1,]", "[1 2]", "[\"a]", "[\"\\u0041\"]", "[-]"])
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
