import Foundation
import OffprintDiagnostics
import Testing

@Suite("Messages for programs")
struct MachineRendererTests {
  private let diagnostic = Diagnostic(
    DiagnosticCode("OP999", "A \"test\"", "Only\nhere."), "a \"b\" \\ \u{1}\u{7F}\t日", severity: .warning,
    at: SourcePlace(file: "my files/ä%.xml", line: 3, column: 5, text: "x"), fix: "mend\nit",
    notes: [.init("kept", "all")])

  private func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  @Test("JSON keeps the order of its keys and escapes what it must")
  func json() throws {
    let text = JSONRenderer().render(diagnostic)
    #expect(!text.contains("\n"))
    #expect(
      text == #"{"severity":"warning","code":"OP999","summary":"a \"b\" \\ \u0001\u007f\t日","#
        + #""file":"my files/ä%.xml","line":3,"column":5,"fix":"mend\nit","notes":[{"label":"kept","text":"all"}]}"#)
    #expect(try object(text)["summary"] as? String == diagnostic.summary)
  }

  @Test("JSON without a place, a fix or notes has no such keys")
  func bareJSON() throws {
    let keys = try object(JSONRenderer().render(Diagnostic(diagnostic.code, "x"))).keys
    #expect(Set(keys) == ["severity", "code", "summary"])
  }

  @Test("SARIF names each rule once, escapes paths and counts columns in code points")
  func sarif() throws {
    let log = try object(SARIFRenderer().render([diagnostic, diagnostic, Diagnostic(.xmlBroken, "cut off")]))
    #expect(log["version"] as? String == "2.1.0")
    let run = try #require((log["runs"] as? [[String: Any]])?.first)
    #expect(run["columnKind"] as? String == "unicodeCodePoints")
    let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
    #expect((driver["rules"] as? [[String: Any]])?.compactMap { $0["id"] as? String } == ["OP203", "OP999"])
    let results = try #require(run["results"] as? [[String: Any]])
    #expect(results.count == 3)
    #expect(results[0]["level"] as? String == "warning")
    let location = try #require(
      (results[0]["locations"] as? [[String: Any]])?.first?["physicalLocation"] as? [String: Any])
    #expect((location["artifactLocation"] as? [String: Any])?["uri"] as? String == "my%20files/%C3%A4%25.xml")
    #expect((location["region"] as? [String: Int]) == ["startLine": 3, "startColumn": 5])
    #expect(results[2]["locations"] == nil)
  }

  @Test("no messages are a log without results")
  func emptyLog() throws {
    let run = try #require((try object(SARIFRenderer().render([]))["runs"] as? [[String: Any]])?.first)
    #expect((run["results"] as? [Any])?.isEmpty == true)
  }
}
