import Foundation
import OffprintKit
import OffprintReport
import OffprintTesting
import Testing

@Suite struct ArticleAccountTests {
  private func account(_ index: Int = 0, _ change: (inout OffprintModel.Issue) -> Void = { _ in }) -> ArticleAccount {
    var issue = AccountedIssue.make()
    change(&issue)
    return ArticleAccount(of: index, in: issue, segmenting: AccountedIssue.segmenting)
  }

  @Test func `decisions about the article come first, then its lines in their order, its pages and the issue`() {
    let choices = account().segmentation.map(\.decision.choice)
    #expect(choices == ["article", "begins", "continued", "cut", "found"])
    #expect(account().segmentation.map(\.subject).first == .article)
  }

  @Test func `decisions about other articles, their lines and other pages are none of its`() {
    let all = account(1).segmentation.map(\.decision.reason) + account(1).others.map(\.decision.reason)
    #expect(
      all == [
        "another article altogether", "it is of another article", "the page has two articles", "nobody marked articles",
        "there are two columns", "of another article",
      ])
    #expect(account(2).segmentation.map(\.decision.choice) == ["found"])
    #expect(account(2).others.isEmpty)
  }

  @Test func `it ends because of what was decided about the next, unless that was said of it, too`() {
    #expect(account().ending.map(\.decision.reason) == ["it is of another article", "another article altogether"])
    // Furniture ends nothing, and neither does the end of the issue.
    #expect(account(1).ending.isEmpty && account(2).ending.isEmpty)
    let alike = account { $0.decisions[5].reason = $0.decisions[4].reason }
    #expect(alike.ending.map(\.decision.choice) == ["begins"])
    let later = account { $0.decisions[1].subject = .line(AccountedIssue.ref(4)) }
    #expect(later.ending.map(\.decision.choice) == ["article"])
  }

  @Test func `a page is told by its number and its name`() {
    #expect(account().others.first?.subject == .page(number: 1, name: "0001"))
  }

  @Test func `the account for people`() {
    let lines = ArticleAccountText(account()).lines
    #expect(Snapshot.failure(of: lines.joined(separator: "\n") + "\n", named: "why-text") == nil)
  }

  @Test func `the account for scripts has every decision`() throws {
    let text = ArticleAccountJSON(account(), pipeline: "paper", document: "bote").text
    #expect(Snapshot.failure(of: text, named: "why-json") == nil)
    let value = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any]
    #expect((value?["others"] as? [Any])?.count == 6)
  }

  @Test func `a thousand mended words take five lines`() {
    let lines = ArticleAccountText(
      account { issue in
        issue.decisions += (0..<1000).map { time in
          Decision(stage: "mend", subject: .line(AccountedIssue.ref(2)), choice: "joined", reason: "reason \(time)")
        }
      }
    ).lines
    #expect(lines.contains("  mend: joined, 1005 lines"))
    #expect(lines.contains("    and 1002 more"))
    #expect(lines.count == ArticleAccountText(account()).lines.count)
  }

  @Test func `no reason of a stage that finds articles is left out, and equal ones are told once`() {
    let text = ArticleAccountText(
      account { issue in
        for time in 0..<30 {
          issue.decisions.append(
            Decision(
              stage: "segment", subject: .line(AccountedIssue.ref(1)), choice: "kept", reason: "reason \(time % 10)"))
        }
      }
    ).lines
    for time in 0..<10 { #expect(text.count { $0 == "    reason \(time)" } == 1) }
    #expect(text.count { $0 == "  kept, 3 lines" } == 10)
  }

  @Test func `no line is longer than 100 columns, and none steers the terminal`() {
    let long = String(repeating: "lang ", count: 60) + String(repeating: "x", count: 150) + "\u{1B}[31m\t\n"
    let lines = ArticleAccountText(
      account { issue in
        issue.articles[0].id = long
        issue.articles[0].section = long
        issue.articles[0].labels.append(Label(kind: long, value: long, source: long))
        issue.decisions.append(Decision(stage: "segment", subject: .article(0), choice: long, reason: long))
        issue.decisions.append(Decision(stage: long, subject: .article(0), choice: long, reason: long))
      }
    ).lines
    for line in lines {
      #expect(line.count <= 100, "\(line)")
      #expect(!line.unicodeScalars.contains { $0.properties.generalCategory == .control }, "\(line)")
    }
  }

  @Test func `without a word of a stage that finds articles it says so`() {
    let lines = ArticleAccountText(account { $0.decisions = [] }).lines
    #expect(lines.contains("  no stage that finds articles says so"))
    #expect(!lines.contains("WHAT OTHER STAGES DECIDED"))
  }

  @Test func `an article without a headline is called by how it begins`() {
    let account = account { $0.articles[1].components[0].role = .overline }
    #expect(account.after?.title == "Der Markt brennt")
    #expect(account.before == nil)
  }
}
