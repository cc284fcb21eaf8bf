import OffprintDiagnostics
import Testing

@testable import OffprintStages

@Suite("A file that is no model")
struct ArticleModelFaultsTests {
  private static let model = SmallModel.model

  private func read(_ text: String) throws -> ArticleModel { try ArticleModel(text: Array(text.utf8), file: "my.json") }

  /// A text with one thing changed.
  private static func changed(_ old: String, _ new: String) -> String {
    let text = model.text.replacing(old, with: new, maxReplacements: 1)
    return text == model.text ? "nothing was changed" : text
  }

  @Test(
    "a broken one is refused, with the place and what to do",
    arguments: [
      ("", "'{' is wanted", 1), ("[]", "'{' is wanted", 1), ("{}", "'format' is not", 1),
      (changed("offprint-article-model", "other"), "'format' is not offprint-article-model", nil),
      (changed("\"version\": 1", "\"version\": 2"), "'version' is not 1", 2),
      (changed("\"version\": 1", "\"version\": one"), "a number is wanted", 2),
      (changed(", \"version\": 1", ""), "'version' is wanted", nil), (model.text + "{}", "nothing may follow", nil),
      (changed("\"about\"", "\"aboot\""), "'aboot' is not known", 3),
      (changed("\"zones\"", "\"zoned\""), "there is no view 'zoned'", 8),
      (changed("\"begins\"", "\"ends\""), "there is no question 'ends'", 9),
      (changed("\"bias\": -1.5, ", ""), "'bias' is wanted", nil),
      (changed("\"trees\"", "\"forest\""), "'bias' and 'trees' are wanted, not 'forest'", 9),
      (changed("[\"size\"", "[\"sizes\""), "'sizes' is not measured", 10),
      (changed(",1.25,", ",wide,"), "a number is wanted", 10),
      (changed("0.5", "\"half\""), "a number is wanted", 11), (String(model.text.dropLast(20)), "is wanted", nil),
      (model.text.replacing("\"begins\"", with: "\"advertisement\""), "where articles begin", nil),
    ] as [(String, String, Int?)])
  func broken(text: String, reason: String, line: Int?) throws {
    let error = #expect(throws: Diagnostic.self) { try read(text) }
    let diagnostic = try #require(error)
    #expect(diagnostic.code == .modelBroken && diagnostic.code.id == "OP314")
    #expect(diagnostic.summary.contains("'my.json'") && diagnostic.summary.contains(reason), "\(diagnostic.summary)")
    #expect(diagnostic.place?.file == "my.json")
    if let line { #expect(diagnostic.place?.line == line) }
    #expect(diagnostic.fix?.contains("offprint train articles") == true)
  }

  @Test("every piece of a whole file is none")
  func pieces() {
    let text = Array(Self.model.text.utf8)
    for end in 0..<text.count - 1 {
      #expect(throws: Diagnostic.self) { try ArticleModel(text: Array(text[..<end]), file: "my.json") }
    }
  }

  @Test("trees that go on and on are refused")
  func tooDeep() {
    let deep = String(repeating: "[\"size\",1,0,", count: 100_000)
    #expect(throws: Diagnostic.self) { try read(Self.changed("[\"size\",", deep + "[\"size\",")) }
  }
}
