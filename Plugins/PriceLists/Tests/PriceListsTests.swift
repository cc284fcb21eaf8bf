import Foundation
import OffprintKit
import OffprintPlugins
import OffprintTesting
import Testing

/// Swift Testing has an `Issue` of its own; here the word means ours.
private typealias Issue = OffprintKit.Issue

@Suite("Price lists", .enabled(if: hasPython, "python3 is not there"))
struct PriceListsTests {
  private let registry: Registry

  init() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let plugin = try PluginLoader.attach(folder.appending(path: "price-lists.plugin.json").path)
    var registry = Registry()
    registry.add(plugin)
    self.registry = registry
  }

  @Test("keep the promises of every stage")
  func conformance() throws {
    #expect(checkStage(try #require(registry.stages["label-listings"]), in: registry) == [])
  }

  private func labels(_ text: String, _ settings: [String: SettingInput] = [:]) throws -> [String] {
    var builder = DocumentBuilder()
    builder.article(.article, (.headline, "A heading"), (.paragraph, text))
    var issue = builder.issue
    try #require(registry.stages["label-listings"]).make(settings).run(on: &issue)
    return issue.articles.flatMap(\.labels).map { "\($0.kind)=\($0.value) by \($0.source)" }
  }

  @Test("a timetable is a listing, and says why")
  func timetable() throws {
    let text = "London dep. 9.15\nReading 10.02\nSwindon 11.20\nBath 12.05\nSundays excepted."
    #expect(try labels(text) == ["form=listing by label-listings"])
    #expect(try labels(text, ["min_share": .scalar("90%")]) == [])
    #expect(try labels(text, ["min_rows": .scalar("5")]) == [])
  }

  @Test("rows need letters: a column of bare figures is a table that lost its names")
  func bareFigures() throws { #expect(try labels("12 14\n13 15\n14 16\n15 17") == []) }
}

private let hasPython =
  ["/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"].contains {
    FileManager.default.isExecutableFile(atPath: "\($0)/python3")
  }
  || (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").contains {
    FileManager.default.isExecutableFile(atPath: "\($0)/python3")
  }
