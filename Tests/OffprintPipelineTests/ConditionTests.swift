import OffprintKit
import OffprintModel
import Testing

@testable import OffprintPipeline

@Suite("What `when:` leaves to a stage.")
struct ConditionTests {
  /// Three pages in zh-Hans, de and no language of their own, of an issue in fr.
  private static let issue: Issue = {
    var issue = Issue(id: "one")
    issue.language = "fr"
    issue.date = IssueDate("1858-12-07")
    issue.pages = ["a\nb", "c", "d"].enumerated().map { index, text in
      PageBuilder.textPage(name: "page\(index + 1)", text: Array(text.utf8))
    }
    for index in issue.pages.indices { issue.pages[index].number = index + 1 }
    issue.pages[0].language = "zh-Hans"
    issue.pages[1].language = "de"
    issue.articles = [
      Article(components: [Component(.paragraph, lines: [LineRef(page: 0, line: 0), LineRef(page: 1, line: 0)])]),
      Article(type: .advertisement, components: [Component(.paragraph, lines: [LineRef(page: 2, line: 0)])]),
    ]
    return issue
  }()

  private func step(_ stage: String, _ when: String) throws -> StageStep {
    let yaml = pipeline("stages: [reflow-columns, segment-articles, { stage: \(stage), id: x, when: '\(when)' }]")
    return try #require(try loaded(yaml).stages.last)
  }

  @Test(
    "Pages",
    arguments: [
      (#"page.language == "zh""#, [1]), (#"page.language == "zh-Hans""#, [1]), (#"page.language == "zh-Hant""#, []),
      (#"page.language == "z""#, []), (#"page.language == "ZH-hans""#, [1]), (#"page.language != "zh""#, [2, 3]),
      (#"page.language == "fr""#, [3]),
      ("page.number > 1", [2, 3]), ("page.number >= 1 and page.number < 3", [1, 2]),
      ("page.number == 1 or page.number == 2 and page.lines == 9", [1]),
      ("(page.number == 1 or page.number == 2) and page.lines == 1", [2]),
      ("not page.number == 1", [2, 3]), ("not (page.number == 1 or page.number == 3)", [2]),
      ("not not page.number == 1", [1]), ("page.has_boxes", []), ("not page.has_boxes", [1, 2, 3]),
      ("page.has_boxes == false and page.number <= 2", [1, 2]), (#"page.name == "page3""#, [3]),
      (#"issue.year == 1858 and page.number == 3"#, [3]),
    ])
  func pages(_ when: String, _ wanted: [Int]) throws {
    let step = try step("dehyphenate", when)
    #expect(Self.issue.pages.indices.filter { step.selection.pages(Self.issue, $0) }.map { $0 + 1 } == wanted)
    #expect(step.isWanted(Self.issue))
  }

  @Test(
    "Articles",
    arguments: [
      (#"article.type == "advertisement""#, [1]), ("article.lines > 1", [0]), ("article.pages == 2", [0]),
      (#"article.type != "advertisement" or issue.year == 1858"#, [0, 1]),
    ])
  func articles(_ when: String, _ wanted: [Int]) throws {
    let step = try step("label-articles", when)
    #expect(Self.issue.articles.indices.filter { step.selection.articles(Self.issue, $0) } == wanted)
  }

  @Test(
    "Issues, dates by the calendar; a field without a value equals nothing",
    arguments: [
      (#"issue.date == "1858-12-07""#, true), (#"issue.date == "18581207""#, true),
      (#"issue.date < "1859""#, true), (#"issue.date >= "1858-12-08""#, false),
      (#"issue.date >= "1858-12" and issue.date < "1859-01-01""#, true),
      (#"issue.date == "1858""#, true), (#"issue.date > "1858""#, false), (#"issue.date <= "1858-12""#, true),
      (#"issue.date != "1858-11""#, true),
      (#"issue.title == "x""#, false), (#"issue.title != "x""#, true), (#"issue.title < "x""#, false),
      ("issue.pages == 3", true), (#"issue.id == "one" and not issue.year > 1900"#, true),
    ])
  func issues(_ when: String, _ isWanted: Bool) throws {
    let step = try step("dehyphenate", when)
    #expect(step.isWanted(Self.issue) == isWanted)
    #expect(step.selection.pages(Self.issue, 0), "a condition on the issue alone is asked once, not of each page")
  }
}
