import OffprintKit
import OffprintTesting
import Testing

@testable import FamilyNotices

@Suite("Family notices")
struct LabelFamilyNoticesTests {
  @Test("the stage keeps what every stage promises, and its examples hold")
  func conforms() { #expect(checkStage(LabelFamilyNotices.self) == []) }

  private func issue(_ text: String, as type: ArticleType = .notice) -> Issue {
    var builder = DocumentBuilder()
    builder.article(type, (.paragraph, text))
    return builder.issue
  }

  private func labelled(_ issue: Issue, _ settings: [String: SettingInput] = [:]) throws -> Issue {
    var registry = Registry()
    registry.add(FamilyNoticesPlugin.self)
    var issue = issue
    try #require(registry.stages["label-family-notices"]).make(settings).run(on: &issue)
    return issue
  }

  @Test("reasons name the phrases found, and how often")
  func reasons() throws {
    let issue = try labelled(issue("At A, aged 63 years, Mr. B.\nAt C, aged 7 years, D. E."))
    #expect(issue.decisions.map(\.choice) == ["death"])
    #expect(issue.decisions.map(\.reason) == ["the text has 'aged # years' 2 times, 'aged #' 2 times"])
    #expect(issue.articles[0].labels.map(\.confidence) == [0.7])
    #expect(issue.articles[0].labels.map(\.source) == ["label-family-notices"])
  }

  @Test("one formula in a long report is not enough, and the decision says so")
  func longReport() throws {
    let report = String(repeating: "The house debated the corn laws again. ", count: 60) + "He died, aged 63 years."
    let issue = try labelled(issue(report, as: .article))
    #expect(issue.articles[0].labels.isEmpty)
    #expect(issue.decisions.map(\.choice) == ["left"])
    #expect(issue.decisions[0].reason.hasPrefix("too little speaks for a death: the text has"))
  }

  @Test("the threshold is the operator's")
  func threshold() throws {
    let notice = issue("The family of the late Mr. Reed return thanks.")
    #expect(try labelled(notice).articles[0].labels.isEmpty)
    let labels = try labelled(notice, ["min_confidence": .scalar("0.2")]).articles[0].labels
    #expect(labels.map(\.value) == ["Obituary", "thanks"])
  }

  @Test("furniture is not looked at")
  func furniture() throws {
    #expect(try labelled(issue("DEATHS", as: .furniture)).articles[0].labels.isEmpty)
    #expect(try labelled(issue("DEATHS")).articles[0].labels.map(\.value) == ["Obituary"])
  }
}
