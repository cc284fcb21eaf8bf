import OffprintModel
import Testing

@Suite("Cutting lines of text pages")
struct SplitTests {
  private func page(_ text: String) -> Page { PageBuilder.textPage(name: "page1", text: Array(text.utf8)) }

  @Test("parts are named by the code point they start at; uncut lines keep their names")
  func names() {
    var page = page("the left    the right\nwhole line\nonly left")
    page.split([0: [2], 2: [0]])
    #expect(page.lines.map(\.text) == ["the left", "the right", "whole line", "only left"])
    #expect(page.lines.indices.map(page.lineName) == ["page1@1:0", "page1@1:12", "page1@2", "page1@3:0"])
    #expect(page.lines.map(\.isPart) == [true, true, false, true])
    #expect(page.sourceLineCount == 3)
    #expect(page.blocks[0].lines.count == 4)
  }

  @Test("cutting a part again makes no new line of the source")
  func twice() {
    var page = page("a  b  c  d")
    page.split([0: [2]])
    page.split([1: [1]])
    #expect(page.lines.map(\.text) == ["a  b", "c", "d"])
    #expect(page.sourceLineCount == 1)
  }

  @Test("words out of range and doubled words cut nothing more")
  func outOfRange() {
    var page = page("a  b")
    page.split([0: [1, 1, 7, -2], 5: [0]])
    #expect(page.lines.map(\.text) == ["a", "b"])
  }

  @Test("parts have different names also when their words came of one printed word")
  func sameBox() {
    var page = page("leftright")
    page.rewriteLine(0, text: Array("left right".utf8))
    page.split([0: [1]])
    #expect(Set(page.lines.indices.map(page.lineName)).count == 2)
  }

  @Test("only the last part keeps what the source says of the line's end")
  func halves() {
    var builder = PageBuilder(name: "p")
    builder.unit = .character
    builder.beginBlock(id: "text")
    builder.beginLine(number: 1)
    builder.addWord("tung".utf8, box: Box(x: 0, y: 1, width: 4, height: 1))
    builder.addWord("Zei".utf8, box: Box(x: 9, y: 1, width: 3, height: 1))
    builder.addHalf(.second)
    builder.addHalf(.first, wholeWord: "Zeitung".utf8)
    builder.addMark("-".utf8)
    var page = builder.finish()
    page.split([0: [1]])
    #expect(page.lines.map(\.halves) == [.second, .first])
    #expect(page.lines.map(\.markLength) == [0, 1])
    #expect(page.lines.map(\.wholeWord) == [nil, "Zeitung"])
  }
}
