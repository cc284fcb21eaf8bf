import OffprintKit
import Testing

@testable import OffprintStages

@Suite("How much of its make-up a source tells")
struct ArticleViewTests {
  private func view(_ pages: (inout SetPage) -> Void...) -> ArticleView {
    ArticleView(UnitMeasuring(issue: SetPage.issue(pages)).units())
  }

  @Test("blocks that are cut where the page is are zones")
  func zones() {
    #expect(
      view({ page in
        page.text(40, y: 0)
        page.text(40, y: 1700)
      }) == .zones)
  }

  @Test("a block of a whole page is none")
  func lines() { #expect(view({ $0.text(300, y: 0) }) == .lines) }

  @Test("one column in one block, the others cut, is zones by most lines")
  func most() {
    #expect(
      view({ page in
        page.text(120, y: 0)
        for part in 0..<20 { page.text(20, x: 650, y: part * 900) }
      }) == .zones)
  }

  @Test("text without boxes, and no text at all, is text")
  func text() {
    let issue = ExampleRun.document(.text("The flood\nrose.\n"), language: nil)
    #expect(ArticleView(UnitMeasuring(issue: issue).units()) == .text)
    #expect(ArticleView([]) == .text)
  }
}
