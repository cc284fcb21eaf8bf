import OffprintKit
import Testing

@testable import OffprintStages

@Suite("How much of its make-up a source tells")
struct ArticleViewTests {
  /// The view of paragraphs, each of so many lines in a block of so many.
  private func view(_ paragraphs: [(lines: Int, ofBlock: Int)]) -> ArticleView {
    var units = Units()
    for paragraph in paragraphs { units.text(paragraph.lines) { $0.blockLines = paragraph.ofBlock } }
    return ArticleView(units.all)
  }

  @Test("blocks that are cut where the page is are zones")
  func zones() { #expect(view(Array(repeating: (lines: 10, ofBlock: 40), count: 8)) == .zones) }

  @Test("blocks of whole pages are none")
  func lines() { #expect(view(Array(repeating: (lines: 10, ofBlock: 300), count: 30)) == .lines) }

  @Test("most lines tell, not most blocks")
  func most() {
    let column = Array(repeating: (lines: 10, ofBlock: 200), count: 20)
    #expect(view(column + Array(repeating: (lines: 1, ofBlock: 1), count: 40)) == .lines)
    #expect(view(column + Array(repeating: (lines: 20, ofBlock: 20), count: 40)) == .zones)
  }

  @Test("text without boxes, and no text at all, is text")
  func text() {
    let issue = ExampleRun.document(.text("The flood\nrose.\n"), language: nil)
    #expect(ArticleView(UnitMeasuring(issue: issue).units()) == .text)
    #expect(ArticleView([]) == .text)
  }
}
