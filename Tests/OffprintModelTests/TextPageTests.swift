import OffprintModel
import Testing

@Suite("Text pages")
struct TextPageTests {
  private func page(_ text: String) -> Page { PageBuilder.textPage(name: "page1", text: Array(text.utf8)) }

  @Test("lines end with LF, CR LF or CR, and empty ones count")
  func lineEnds() {
    let page = page("one\r\n\r\ntwo\rthree\n\n\nfour")
    #expect(page.lines.map(\.text) == ["one", "two", "three", "four"])
    #expect(page.lines.map(\.number) == [1, 3, 4, 7])
    #expect(page.lines.map(\.emptyLinesBefore) == [0, 1, 0, 2])
    #expect(page.lines.indices.map(page.lineName) == ["page1@1", "page1@3", "page1@4", "page1@7"])
  }

  @Test("cells are code points, spaces of a column gap are kept, and those around the line are not")
  func cells() {
    let page = page("  Übung\t 河  北 ")
    #expect(page.lines[0].text == "Übung  河  北")
    let words = page.lines[0].words
    #expect(words.map(\.box.left) == [2, 9, 12])
    #expect(words.map(\.box.right) == [7, 10, 13])
    #expect(page.lines[0].box == Box(left: 2, top: 1, right: 13, bottom: 2))
  }

  @Test("no-break and ideographic spaces are spaces")
  func wideSpaces() { #expect(page("a\u{A0}b\u{3000}c").lines[0].words.map(\.text) == ["a", "b", "c"]) }

  @Test("a space after a byte that is not UTF-8 is still a space, and no byte is lost")
  func brokenBytes() {
    let page = PageBuilder.textPage(name: "p", text: [0x6D, 0xE9, 0x20, 0x6C, 0xF0, 0x20, 0x78])
    #expect(page.lines[0].words.count == 3)
    #expect(Array(page.lines[0].utf8) == [0x6D, 0xE9, 0x20, 0x6C, 0xF0, 0x20, 0x78])
  }

  @Test("an empty page and one of blanks have no lines", arguments: ["", "\n\n", "  \n\t\n\u{3000}\n"])
  func empty(text: String) {
    #expect(page(text).lines.isEmpty)
    #expect(page(text).blocks.count == 1)
    #expect(page(text).sourceLineCount == 0)
  }
}
