import OffprintKit
import OffprintStages
import Testing

@Suite("Pages that do not run from left to right")
struct ReflowDirectionTests {
  private func lines(_ blocks: [[Example.PlacedLine]]) throws -> [String] {
    var issue = ExampleRun.document(.blocks(blocks), language: nil)
    let before = issue.pages[0].lines.map(\.box)
    try #require(BuiltinStages.registry.stages["reflow-columns"]).make([:]).run(on: &issue)
    #expect(issue.pages[0].lines.map(\.box) == before)
    let page = issue.pages[0]
    return (page.flow?.lines ?? []).map { page.lines[$0].text }
  }

  @Test("Hebrew columns are read from the right, under a headline over both")
  func rightToLeft() throws {
    func column(_ word: String, x: Int) -> [Example.PlacedLine] {
      (0..<6).map { .init("\(word) הלך אתמול אל העיר \($0)", x: x, y: 200 + 40 * $0, width: 400, height: 30) }
    }
    let head = [Example.PlacedLine("חדשות היום מן העיר", x: 100, y: 100, width: 850, height: 60)]
    let found = try lines([column("שמאל", x: 100), column("ימין", x: 550), head])
    #expect(found.first == "חדשות היום מן העיר")
    #expect(found.dropFirst().prefix(6).allSatisfy { $0.hasPrefix("ימין") })
    #expect(found.suffix(6).allSatisfy { $0.hasPrefix("שמאל") })
  }

  @Test("Japanese lines from top to bottom are read from the right, one band after the other")
  func topToBottom() throws {
    func band(_ name: String, y: Int) -> [Example.PlacedLine] {
      (0..<5).map { .init("\(name)昨日午後東京市において\($0)", x: 500 - 60 * $0, y: y, width: 30, height: 480) }
    }
    let found = try lines([band("下", y: 620), band("上", y: 100)])
    #expect(found.map { String($0.prefix(1)) } == Array(repeating: "上", count: 5) + Array(repeating: "下", count: 5))
    #expect(found.map { String($0.suffix(1)) } == ["0", "1", "2", "3", "4", "0", "1", "2", "3", "4"])
  }

  @Test("Latin letters in upright lines are a page that was scanned askew, and stay as they are")
  func upright() throws {
    let blocks = (0..<3).map {
      [Example.PlacedLine("\($0) a line of text that stands upright", x: 100 + 60 * $0, y: 100, width: 30, height: 480)]
    }
    #expect(try lines(blocks).map { $0.prefix(1) } == ["0", "1", "2"])
  }
}
