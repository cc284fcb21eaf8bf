import Foundation
import OffprintKit
import OffprintStages
import Testing

/// A real page of a Chinese daily, with the reading of a careful reader, where the shared samples are.
@Suite("A real Chinese page", .enabled(if: SharedData.has("samples/maoming-2023/truth.json"), "no shared samples here"))
struct MaomingPageTests {
  private struct Truth: Decodable {
    struct Part: Decodable, Hashable {
      var role: String
      var lines: [Int]
    }
    struct Story: Decodable { var components: [Part] }
    var articles: [Story]
    var furniture: [Part]
  }

  @Test("gives exactly the articles of its truth, every component with its role and its lines")
  func articles() throws {
    let folder = SharedData.folder.appending(path: "samples/maoming-2023")
    let truth = try JSONDecoder().decode(Truth.self, from: Data(contentsOf: folder.appending(path: "truth.json")))
    let bytes = [UInt8](try Data(contentsOf: folder.appending(path: "page.txt")))
    var issue = OffprintKit.Issue(id: "page", pages: [PageBuilder.textPage(name: "page", text: bytes)])
    issue.language = "zh"
    let registry = BuiltinStages.registry
    for name in ["normalise-text", "reflow-columns", "segment-articles", "dehyphenate"] {
      try #require(registry.stages[name]).make([:]).run(on: &issue)
    }
    func parts(_ article: Article) -> [Truth.Part] {
      article.components.map { component in
        Truth.Part(role: component.role.rawValue, lines: component.lines.map { issue[line: $0].number })
      }
    }
    let found = issue.articles.filter { $0.type != .furniture }.map(parts)
    #expect(found.count == truth.articles.count)
    for (found, wanted) in zip(found, truth.articles) {
      let missing = Set(wanted.components).subtracting(found)
      let surplus = Set(found).subtracting(wanted.components)
      #expect(missing.isEmpty, "not found: \(missing.sorted { $0.lines[0] < $1.lines[0] })")
      #expect(surplus.isEmpty, "found instead: \(surplus.sorted { $0.lines[0] < $1.lines[0] })")
    }
    #expect(issue.articles.filter { $0.type == .furniture }.flatMap(parts) == truth.furniture)
    #expect(Ledger.balance(of: issue).isEven)
    #expect(
      issue.articles.contains { issue.text(of: $0.components.last ?? $0.components[0]).contains("会议要求，2023年，全市人社系统") })
  }
}
