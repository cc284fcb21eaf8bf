import Foundation
import OffprintDiagnostics
import OffprintKit
import Testing

@testable import OffprintStages

@Suite("Settings of segment-articles")
struct SegmentSettingsTests {
  private func make(_ settings: [String: SettingInput]) throws -> AnyStage {
    try #require(BuiltinStages.registry.stages["segment-articles"]).make(settings)
  }

  /// A file that is gone with the test.
  private func withFile<R>(_ text: String, _ body: (String) throws -> R) throws -> R {
    let file = FileManager.default.temporaryDirectory.appending(path: "offprint-\(UUID().uuidString).json")
    try Data(text.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    return try body(file.path)
  }

  @Test("a model that is not there, or is none, is named")
  func noModel() throws {
    let missing = #expect(throws: Diagnostic.self) { try make(["model": .scalar("/nowhere/model.json")]) }
    #expect(missing?.code.id == "OP201" && missing?.summary.contains("/nowhere/model.json") == true)
    try withFile("{\n\"format\": \"other\"\n}\n") { path in
      let broken = #expect(throws: Diagnostic.self) { try make(["model": .scalar(path)]) }
      #expect(broken?.code.id == "OP314" && broken?.place?.file == path && broken?.place?.line != nil)
    }
  }

  @Test("a ratio that no heading can have is refused", arguments: ["-5", "0", "0.4", "21"])
  func noRatio(ratio: String) throws {
    #expect(throws: SettingFaults.self) { try make(["headline_ratio": .scalar(ratio)]) }
    #expect(throws: Never.self) { try make(["headline_ratio": .scalar("1.15")]) }
  }

  @Test("an empty phrase, as an empty variable gives it, is none")
  func emptyPhrases() throws {
    let model = SmallModel.beginning(where: "size", over: 1.3)
    let page = { (page: inout SetPage) in
      page.line("The flood", y: 0) { ($0.width, $0.height) = (300, 80) }
      page.text(5, y: 100)
    }
    let plain = try found([page], model)
    #expect(try found([page], model) { ($0.bylines, $0.datelines, $0.jumps) = ([""], [" "], [""]) } == plain)
  }

  /// The articles of pages of boxes, as `role text` of their components.
  private func found(
    _ pages: [(inout SetPage) -> Void], _ model: ArticleModel,
    _ settings: (inout SegmentArticles.Settings) -> Void = { _ in }
  ) throws -> [[String]] {
    var own = SegmentArticles.Settings()
    settings(&own)
    let issue = SetPage.issue(pages)
    var context = StageContext(stage: "segment-articles")
    return try SegmentArticles(own, model: model).articles(in: issue, &context).filter { $0.type != .furniture }.map {
      article in
      article.components.map { component in
        "\(component.role.rawValue): \(component.lines.first.map { issue[line: $0].text } ?? "")"
      }
    }
  }

  @Test("a model of one's own decides")
  func ownModel() throws {
    let model = SmallModel.beginning(where: "size", over: 1.3)
    let page = { (page: inout SetPage) in
      page.line("The flood", y: 0) { ($0.width, $0.height) = (300, 80) }
      page.text(5, y: 100)
      page.line("The cow", y: 330) { ($0.width, $0.height) = (300, 80) }
      page.text(5, y: 430)
    }
    #expect(try found([page], model).map(\.first) == ["headline: The flood", "headline: The cow"])
    let fromFile = try withFile(model.text) { try make(["model": .scalar($0)]) }
    var issue = SetPage.issue([page])
    try fromFile.run(on: &issue)
    #expect(issue.articles.count == 2)
  }

  @Test("bylines of the paper are bylines, on pages with boxes")
  func bylines() throws {
    let page = { (page: inout SetPage) in
      page.line("DIE GROSSE FLUT", y: 0) { ($0.width, $0.height) = (300, 80) }
      page.line("Gezeichnet Müller und Sohn", x: 200, y: 100) { $0.width = 250 }
      page.text(5, y: 160)
    }
    let model = SmallModel.beginning(where: "size", over: 1.3)
    #expect(try found([page], model)[0].allSatisfy { !$0.hasPrefix("byline") })
    let with = try found([page], model) { $0.bylines = ["GEZEICHNET"] }
    #expect(with[0].contains("byline: Gezeichnet Müller und Sohn"))
  }

  @Test("datelines of the paper open reports, on pages with boxes")
  func datelines() throws {
    let page = { (page: inout SetPage) in
      page.text(5, y: 0)
      page.block(["Aus dem Tale wird berichtet, dass", "das Wasser steigt und steigt."], y: 220)
    }
    let model = SmallModel.beginning(where: "dateline", over: 0.5)
    #expect(try found([page], model).count == 1)
    #expect(try found([page], model) { $0.datelines = ["Aus dem Tale"] }.count == 2)
  }

  private let twoPages: [(inout SetPage) -> Void] = [
    { page in
      page.line("DER TAGESBOTE", y: -100) { $0.region = .topMargin }
      page.line("DIE GROSSE BRÜCKE", y: 0) { ($0.width, $0.height) = (400, 80) }
      page.text(5, y: 100)
      page.line("Weiter auf Blatt 2.", y: 320)
    },
    { page in
      page.line("DIE GROSSE BRÜCKE", y: 0) { ($0.width, $0.height) = (400, 80) }
      page.text(5, y: 100)
    },
  ]

  @Test("jump lines of the paper are followed, on pages with boxes, unless that is not wanted")
  func jumps() throws {
    let model = SmallModel.beginning(where: "size", over: 1.3)
    #expect(try found(twoPages, model).count == 2)
    let joined = try found(twoPages, model) { $0.jumps = ["weiter auf blatt"] }
    #expect(joined.count == 1 && joined[0].contains("jump-line: Weiter auf Blatt 2."))
    let apart = try found(twoPages, model) { ($0.jumps, $0.acrossPages) = (["weiter auf blatt"], false) }
    #expect(apart.count == 2)
  }

  /// A text page with empty lines, which is read by rules.
  private func ruled(_ text: String, _ settings: [String: SettingInput]) throws -> OffprintKit.Issue {
    var issue = ExampleRun.document(.text(text), language: "de")
    try #require(BuiltinStages.registry.stages["reflow-columns"]).make([:]).run(on: &issue)
    #expect(ArticleRules.suit(issue))
    try make(settings).run(on: &issue)
    return issue
  }

  private static let flood = """
    DIE GROSSE FLUT

    Gezeichnet Müller und Sohn

    Aus dem Tale wird berichtet, dass das Wasser
    in der Nacht stieg und bis zum Morgen in der
    Mühle stand.
    """

  @Test("bylines and datelines of the paper are known in clean texts too")
  func ruledBylines() throws {
    let plain = try ruled(Self.flood, [:])
    #expect(plain.articles.flatMap(\.components).allSatisfy { $0.role != .byline })
    #expect(!plain.decisions.contains { $0.reason.contains("a dateline") })
    let issue = try ruled(
      Self.flood, ["bylines": .list([.scalar("Gezeichnet")]), "datelines": .list([.scalar("aus dem tale")])])
    #expect(issue.articles.first?.components.map(\.role) == [.headline, .byline, .paragraph])
    #expect(issue.decisions.contains { $0.reason.contains("a byline") && $0.reason.contains("a dateline") })
  }

  @Test("jump lines of the paper are followed in clean texts too")
  func ruledJumps() throws {
    let text = """
      DIE GROSSE BRÜCKE

      Der Rat trat gestern zusammen und beriet lange
      über die neue Brücke an der Mühle.

      Weiter auf Blatt 2.
      \u{0C}DIE GROSSE BRÜCKE

      Sie soll im Frühjahr gebaut werden, wie man aus
      der Stadt vernimmt.
      """
    #expect(try ruled(text, [:]).articles.count == 2)
    #expect(try ruled(text, ["jumps": .list([.scalar("Weiter auf Blatt")])]).articles.count == 1)
  }
}
