import OffprintModel
import Testing

@Suite("Editing pages")
struct PageEditsTests {
  private func page(_ words: [(String, Int, Int)], mark: String = "") -> Page {
    var builder = PageBuilder(name: "p")
    builder.beginBlock(id: "B")
    builder.beginLine()
    for (text, left, right) in words {
      builder.addWord(text.utf8, box: Box(left: left, top: 0, right: right, bottom: 10), confidence: 0.5)
    }
    builder.addMark(mark.utf8)
    return builder.finish()
  }

  private func spans(_ page: Page) -> [[Int]] { page.lines[0].words.map { [$0.box.left, $0.box.right] } }

  @Test("as many words as before keep their boxes")
  func sameCount() {
    var page = page([("ſein", 0, 40), ("Haus", 50, 90)])
    page.rewriteLine(0, text: Array("sein Haus".utf8))
    #expect(page.lines[0].text == "sein Haus")
    #expect(spans(page) == [[0, 40], [50, 90]])
  }

  @Test("a word made of several takes the union of their boxes")
  func merged() {
    var page = page([("Z", 0, 10), ("e", 20, 30), ("i", 40, 50), ("t", 60, 70), ("ist", 90, 120)])
    page.rewriteLine(0, text: Array("Zeit ist".utf8))
    #expect(spans(page) == [[0, 70], [90, 120]])
  }

  @Test("parts of a word that was cut have its box each")
  func cut() {
    var page = page([("inder", 0, 50), ("Stadt", 60, 110)])
    page.rewriteLine(0, text: Array("in der Stadt".utf8))
    #expect(spans(page) == [[0, 50], [0, 50], [60, 110]])
  }

  @Test("letters, not bytes, are counted, and a changed number of them is scaled")
  func scaled() {
    var page = page([("ﬁnden", 0, 50), ("die", 60, 90), ("Brüder", 100, 160)])
    page.rewriteLine(0, text: Array("findendie Brüder".utf8))
    #expect(spans(page) == [[0, 90], [100, 160]])
  }

  @Test("spaces around the text are not part of the line")
  func trimmed() {
    var page = page([("Zei", 0, 30)], mark: "-")
    page.rewriteLine(0, text: Array("  Zei-  ".utf8))
    #expect(page.lines[0].text == "Zei-")
    #expect(page.lines[0].markLength == 1)
  }

  @Test("the source's mark stays only while it is there")
  func marks() {
    var page = page([("Zei", 0, 30)], mark: "¬")
    #expect(page.lines[0].markLength == 2)
    page.rewriteLine(0, text: Array("Zei-".utf8))
    #expect(page.lines[0].markLength == 1)
    page.rewriteLine(0, text: Array("Zei".utf8))
    #expect(page.lines[0].markLength == 0)
    page.rewriteLine(0, text: Array("Zei-".utf8))
    #expect(page.lines[0].markLength == 0, "a mark that a stage made is not the source's")
  }

  @Test("a line may become empty and stays a line")
  func emptied() {
    var page = page([("x", 0, 10)])
    page.rewriteLine(0, text: [])
    #expect(page.lines.count == 1)
    #expect(page.lines[0].isEmpty)
    page.rewriteLine(0, text: Array("new".utf8))
    #expect(page.lines[0].words.map(\.text) == ["new"])
  }

  @Test("a copy of a page keeps its text when the other is edited")
  func copies() {
    var page = page([("old", 0, 10)])
    let before = page
    page.rewriteLine(0, text: Array("new".utf8))
    page.setLanguage("de", ofBlock: 0)
    #expect(before.lines[0].text == "old")
    #expect(before.blocks[0].language == nil)
    #expect(page.lines[0].text == "new")
    #expect(page.blocks[0].language == "de")
  }
}
