import OffprintDiagnostics
import OffprintKit
import OffprintModel
import Testing

@testable import OffprintStages

@Suite struct DehyphenateTests {
  private static func stage() throws -> (StageEntry, Registry) {
    var registry = Registry()
    registry.register(Dehyphenate.self)
    return (try #require(registry.stages["dehyphenate"]), registry)
  }

  @Test(arguments: Dehyphenate.spec.examples.indices)
  func exampleHolds(_ index: Int) throws {
    let (stage, registry) = try Self.stage()
    let example = Dehyphenate.spec.examples[index]
    let differences = try ExampleRun.differences(example, of: stage, in: registry)
    #expect(differences.isEmpty, "\(example.reason): \(differences)")
  }

  /// The issue after the stage, its text in one block.
  private func run(_ text: String, _ language: String?, _ settings: [String: String] = [:]) throws
    -> OffprintModel.Issue
  {
    let (stage, registry) = try Self.stage()
    let example = Example("", .text(text), language: language, settings: settings, expect: .text(""))
    return try ExampleRun.outcome(example, of: stage, in: registry)
  }

  private func read(_ text: String, _ language: String?, _ settings: [String: String] = [:]) throws -> String {
    let issue = try run(text, language, settings)
    return issue.text(ofLines: issue.pages[0].lines.indices.map { LineRef(page: 0, line: $0) })
  }

  @Test(arguments: [
    ("de", "die Ver-\nsammlung", "die Versammlung"), ("de", "Ein-\noder Ausfuhr", "Ein- oder Ausfuhr"),
    ("de", "Poſt⸗\nund Telegraphen", "Poſt⸗ und Telegraphen"), ("de", "ge-\nHirn", "geHirn"),
    ("de", "BÄK-\nKEREI", "BÄKKEREI"), ("de", "die Musik-\nkapelle", "die Musikkapelle"),
    ("fr", "a pris Saint-\nDenis", "a pris Saint-Denis"), ("fr", "peut-\nêtre", "peut-être"),
    ("fr", "la vil-\nle", "la ville"), ("fr", "prennent-\nils", "prennent-ils"),
    ("fr", "Châlons-sur-\nMarne", "Châlons-sur-Marne"), ("fr", "Châlons-\nsur-Marne", "Châlons-sur-Marne"),
    ("fr", "aujourd'-\nhui", "aujourd'hui"), ("en", "brother-in-\nlaw", "brother-in-law"),
    ("en", "thous-\nand men", "thousand men"), ("en", "vice-\npresident", "vice-president"),
    ("nl", "land-\nen tuinbouw", "land- en tuinbouw"), ("da", "køb og salgs-\nog pris", "køb og salgs- og pris"),
    ("nb", "land-\nog sjø", "land- og sjø"), ("lb", "Land-\noder Stadt", "Land- oder Stadt"),
    ("it", "il gover-\nno", "il governo"), ("es", "el gobier-\nno", "el gobierno"),
    ("fi", "sanoma-\nlehti", "sanomalehti"), ("cs", "hospo-\ndářské", "hospodářské"),
    ("cs", "ví, je-\nli", "ví, je-li"), ("ger", "Hand-\nund Fuß", "Hand- und Fuß"),
    ("de", "die Zei\u{AD}\ntung", "die Zeitung"), ("de", "die Zei¬\ntung", "die Zeitung"),
    ("de", "Post¬\nund Bahn", "Post- und Bahn"), ("fr", "2,-\n500 francs", "2,500 francs"),
    ("en", "the House--\nthe House", "the House-- the House"), ("de", "die Zei--\ntung", "die Zeitung"),
    ("zh", "北京-\n上海", "北京-上海"), ("zh", "New York\nTimes 报道", "New York Times 报道"),
    ("fr", "le thon, mon thon; va-t-\non", "le thon, mon thon; va-t-on"),
    ("fr", "le ton, mon ton, le-t-\non", "le ton, mon ton, le-t-on"), ("fr", "franco-\nallemand", "franco-allemand"),
    ("de", "ruſſiſch⸗\ntürkiſchen", "ruſſiſch⸗türkiſchen"), ("en", "Abingdon-\nstreet", "Abingdon-street"),
    ("en", "wine-\ncoloured", "wine-coloured"), ("fr", "com-\n» mencement", "commencement"),
    ("nl", "open-\n„ baar", "openbaar"), ("fr", "com-\n■mencement", "com■mencement"),
    ("fr", "chi1-\nfonnières", "chi1fonnières"), ("fr", "voyez ci-des-\nsous", "voyez ci-dessous"),
    ("fr", "au rez-de-\nchaussée", "au rez-de-chaussée"), ("ko", "한국\n신문", "한국 신문"),
    ("de", "Boden-\n, Wald- und Wiesen", "Boden-, Wald- und Wiesen"),
  ])
  func reads(_ language: String, _ text: String, _ expected: String) throws {
    #expect(try read(text, language) == expected)
  }

  @Test func aCapitalInTheMiddleIsNoJoinedForm() throws {
    let text =
      "der Adlerorden, ein Adlerorden, der Orden des Adlers, die Adler⸗Orden zu zwei: Adler⸗\nOrden und Adler⸗\norden"
    #expect(try read(text, "de").hasSuffix("zu zwei: Adler⸗Orden und Adlerorden"))
  }

  @Test func twoWordsThatTheIssueNeverJoinsKeepTheirHyphen() throws {
    #expect(try read("un plan de guerre, le canon de bois; plan-\nguerre", "fr").hasSuffix("plan-guerre"))
    #expect(try read("ein Plan im Kriege, so sagt man; plan-\nkriege", "de").hasSuffix("plankriege"))
    #expect(
      try read("belle ville, la surprise; il dit pour tous, pour-\nsuite; une suite longue", "fr").contains("poursuite")
    )
  }

  @Test func whereBrokenWordsHaveAMarkAPlainHyphenIsTheWordsOwn() throws {
    let marked = (0..<24).map { "Haus und Zei\($0)" }.joined(separator: " ")
    let broken = (0..<24).map { _ in "die Zei¬\ntung" }.joined(separator: " ")
    #expect(try read("\(broken) der Nord-\nwest", "de").hasSuffix("der Nord-west"))
    #expect(try read("\(marked) der Nord-\nwest", "de").hasSuffix("der Nordwest"))
  }

  @Test func nobodySaysTheLanguage() throws {
    #expect(try read("Reichs-\nund Staatsanzeiger", nil) == "Reichs- und Staatsanzeiger")
    #expect(try read("Zei-\ntung", nil) == "Zeitung")
  }

  @Test func theIssueOverrulesTheHabit() throws {
    #expect(
      try read("vicepresident, vicepresident, vice-\npresident", "en") == "vicepresident, vicepresident, vicepresident")
    let once = "x vicepräs y\nein Bäk-\nker und Bäkker"
    #expect(try read(once, "de") == "x vicepräs y ein Bäkker und Bäkker")
  }

  @Test func settingsChangeWhatIsChosen() throws {
    #expect(try read("Reichs-\nund", "de", ["keep_suspended": "false"]) == "Reichsund")
    #expect(try read("vracht-\nen post", "fr", ["language": "nl"]) == "vracht- en post")
    let text = "le porte-voix, un porte-voix et le portevoix; portevoix portevoix porte-\nvoix"
    #expect(try read(text, "fr").hasSuffix(" portevoix"))
    #expect(try read("un porte-voix et un porte-\nvoix", "fr", ["min_evidence": "3"]).hasSuffix(" porte-voix"))
  }

  @Test func aLaterPageGoesOnWhereArticlesSay() throws {
    var issue = ExampleRun.document(.text("Die Zei-\u{0C}\n\ntung"), language: "de")
    let lines = [LineRef(page: 0, line: 0), LineRef(page: 1, line: 0)]
    issue.articles = [Article(components: [Component(.paragraph, lines: lines)])]
    issue.hasArticles = true
    let (stage, _) = try Self.stage()
    try stage.make([:]).run(on: &issue)
    #expect(issue.text(ofLines: lines) == "Die Zeitung")
  }

  @Test func markLengthIsInBytes() throws {
    let issue = try run("Zei⸗\ntung", "de")
    #expect(issue.joins[LineRef(page: 0, line: 0)]?.markLength == 3)
  }

  @Test func everyChoiceIsExplainedAndDeclared() throws {
    let text = "Zei-\ntung Reichs-\nund Kredit-\nVerein 1.50-\nmai 北\n京 Be-"
    let issue = try run(text, "de")
    let words = Set(Dehyphenate.spec.choices.map(\.word))
    #expect(issue.decisions.count == 6)
    #expect(Set(issue.decisions.map(\.choice)) == words)
    #expect(issue.decisions.allSatisfy { !$0.reason.isEmpty && !$0.reason.hasSuffix(".") })
  }
}
