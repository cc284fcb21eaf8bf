import OffprintModel
import Testing

@Suite("The ledger")
struct LedgerTests {
  private func issue() -> Issue {
    Issue(id: "i", pages: [PageBuilder.textPage(name: "p", text: Array("a\nb\nc\nd".utf8))])
  }
  private func refs(_ lines: Int...) -> [LineRef] { lines.map { LineRef(page: 0, line: $0) } }

  @Test("before articles were found, every line stands in its page")
  func before() {
    let balance = Ledger.balance(of: issue())
    #expect(balance.isEven)
    #expect(balance.lines == 4)
  }

  @Test("each line is exported, furniture, merged or dropped")
  func even() {
    var issue = issue()
    issue.hasArticles = true
    issue.articles = [
      Article(components: [Component(.paragraph, lines: refs(1))]),
      Article(type: .furniture, components: [Component(.furniture, lines: refs(0))]),
    ]
    issue.ledger.record(refs(2)[0], stage: "s", .dropped(reason: "blank"))
    issue.ledger.record(refs(3)[0], stage: "s", .merged(into: "p@2"))
    let balance = Ledger.balance(of: issue)
    #expect(balance.isEven)
    #expect([balance.exported, balance.furniture, balance.dropped, balance.merged] == [1, 1, 1, 1])
  }

  @Test("a line that is nowhere is lost, and one in two places is doubled")
  func uneven() {
    var issue = issue()
    issue.hasArticles = true
    issue.articles = [
      Article(components: [Component(.headline, lines: refs(0, 1)), Component(.byline, lines: refs(1))])
    ]
    issue.ledger.record(refs(0)[0], stage: "s", .dropped(reason: "also exported"))
    let balance = Ledger.balance(of: issue)
    #expect(balance.lost == refs(2, 3))
    #expect(balance.doubled == refs(0, 1))
    #expect(!balance.isEven)
  }

  @Test("a line in 256 places is not lost but doubled")
  func manyPlaces() {
    var issue = issue()
    issue.hasArticles = true
    issue.articles = [
      Article(components: [Component(.paragraph, lines: refs(0, 1, 2, 3) + Array(repeating: refs(0)[0], count: 255))])
    ]
    #expect(Ledger.balance(of: issue).doubled == refs(0))
  }

  @Test("a line that no page has is an error too")
  func unknown() {
    var issue = issue()
    issue.hasArticles = true
    let stray = LineRef(page: 3, line: 0)
    issue.articles = [Article(components: [Component(.paragraph, lines: refs(0, 1, 2, 3) + [stray])])]
    let balance = Ledger.balance(of: issue)
    #expect(balance.unknown == [stray])
    #expect(!balance.isEven)
  }
}
