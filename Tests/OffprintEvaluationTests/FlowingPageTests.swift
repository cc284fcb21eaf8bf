import OffprintKit
import OffprintTesting
import Testing

@testable import OffprintEvaluation

@Suite("A blind copy that is plain text")
struct FlowingPageTests {
  private func flow(_ issue: Issue, _ hyphens: HyphenMarks = .source, seed: UInt64 = 1) -> BlindCopy {
    BlindCopy(of: issue, depth: .flow, hyphens: hyphens, seed: seed)
  }

  /// The lines of a page of blocks, as the copy has them.
  private func lines(_ blocks: (inout BoxedPage) -> Void, seed: UInt64 = 1) -> [String] {
    var builder = DocumentBuilder()
    builder.page(blocks)
    return flow(builder.issue, seed: seed).issue.pages[0].lines.map(\.text)
  }

  @Test("has a line of text for each line, one column after the other, whatever the order of chance")
  func columns() {
    for seed in 1...20 {
      let found = lines(
        { page in
          page.block(x: 700, y: 0, lines: ["three", "four"])
          page.block(x: 0, y: 200, lines: ["two"])
          page.block(x: 700, y: 200, lines: ["five"])
          page.block(x: 0, y: 0, lines: ["one"])
        }, seed: UInt64(seed))
      #expect(found == ["one", "two", "three", "four", "five"])
    }
  }

  @Test("a headline over both columns comes before them, and knows nothing of what is under it")
  func headline() {
    let found = lines { page in
      page.block(x: 700, y: 100, lines: ["right"])
      page.block(x: 0, y: 100, lines: ["left"])
      page.block(x: 0, y: 0, width: 1300, lines: ["OVER BOTH"])
      page.block(x: 700, y: 300, lines: ["right below"])
      page.block(x: 0, y: 300, lines: ["left below"])
      page.block(x: 0, y: 200, width: 1300, lines: ["AND AGAIN"])
    }
    #expect(found == ["OVER BOTH", "left", "right", "AND AGAIN", "left below", "right below"])
  }

  @Test("columns that reach into each other a little are still read one after the other")
  func slack() {
    let found = lines { page in
      page.block(x: 594, y: 200, width: 600, lines: ["right again"])
      page.block(x: 594, y: 0, width: 600, lines: ["right"])
      page.block(x: 0, y: 200, width: 600, lines: ["left again"])
      page.block(x: 0, y: 0, width: 600, lines: ["left"])
    }
    #expect(found == ["left", "left again", "right", "right again"])
  }

  @Test("no gap runs through heaps of blocks: they stand by their columns and heights")
  func heap() {
    let found = lines { page in
      page.block(x: 100, y: 20, width: 600, lines: ["b", "b"])
      page.block(x: 0, y: 0, width: 600, lines: ["a", "a"])
      page.block(x: 50, y: 50, width: 600, lines: ["c", "c"])
    }
    #expect(found == ["a", "a", "b", "b", "c", "c"])
  }

  @Test("has no boxes, no empty lines and no marks, and keeps its page's name and language")
  func plain() {
    var marked = MarkedIssue()
    marked.page([["die Zei-|Zeitung", "|tung"], ["zwei"]]) { page in
      page.label = "IV"
      page.language = "de"
    }
    marked.article([[ref(0), ref(1)]])
    let copy = flow(marked.issue).issue
    let page = copy.pages[0]
    #expect(copy.markup == nil && page.unit == .character)
    #expect(page.name == marked.issue.pages[0].name && page.label == "IV" && page.language == "de")
    #expect(page.lines.map(\.text) == ["die Zei-", "tung", "zwei"])
    #expect(page.lines.allSatisfy { $0.emptyLinesBefore == 0 && $0.wholeWord == nil && $0.halves.isEmpty })
    #expect(flow(marked.issue, .bare).issue.pages[0].lines.map(\.text) == ["die Zei-", "tung", "zwei"])
  }

  @Test("every line with text is in it once and is found again, in the nastiest documents too")
  func everyLine() {
    for (name, issue) in NastyDocuments.all {
      let copy = flow(issue)
      let places = LinePlaces(of: issue, in: copy.issue, origins: copy.origins)
      for (number, page) in issue.pages.enumerated() {
        let found = page.lines.filter { !$0.isEmpty }.compactMap { places.found[number][$0.index] }
        #expect(found.count == page.lines.count { !$0.isEmpty }, "\(name)")
        #expect(Set(found).count == found.count, "\(name)")
      }
    }
  }

  @Test("a text page stays the text page that it is")
  func textPage() {
    var builder = DocumentBuilder()
    builder.textPage("one\n\ntwo\n")
    let page = flow(builder.issue).issue.pages[0]
    #expect(page.lines.map(\.text) == ["one", "two"] && page.lines[1].emptyLinesBefore == 1)
  }

  @Test("lines are measured on it as on the others")
  func measured() throws {
    var marked = MarkedIssue()
    marked.page([["eins", "zwei"], ["drei", "vier"]])
    marked.article([[ref(0), ref(1), ref(2), ref(3)]])
    let scores = try LineEvaluation(blind: .flow).result(for: marked.issue) { $0.read([0, 1, 2, 3]) }.scores.order
    #expect(scores.nextLines == Share(3, of: 3) && scores.miscutLines == 0)
    let wrong = try LineEvaluation(blind: .flow).result(for: marked.issue) { $0.read([0, 2, 1, 3]) }.scores.order
    #expect(wrong.nextLines == Share(0, of: 3))
  }
}
