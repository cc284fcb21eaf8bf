import OffprintModel
import Testing

@Suite("Building pages")
struct PageBuilderTests {
  private func line(_ build: (inout PageBuilder) -> Void) -> Line {
    var builder = PageBuilder(name: "p")
    builder.beginBlock(id: "B")
    builder.beginLine()
    build(&builder)
    return builder.finish().lines[0]
  }

  @Test("words stand with one space between them, and empty ones are not added")
  func words() {
    let line = line {
      $0.addWord("".utf8)
      $0.addWord("Der".utf8)
      $0.addWord("".utf8)
      $0.addWord("Kaiser".utf8)
    }
    #expect(line.text == "Der Kaiser")
    #expect(line.words.map(\.text) == ["Der", "Kaiser"])
  }

  @Test("a mark of its own element is added to the last word")
  func markAdded() {
    let line = line {
      $0.addWord("Zei".utf8)
      $0.addMark("-".utf8)
    }
    #expect(line.text == "Zei-")
    #expect(line.words.map(\.text) == ["Zei-"])
    #expect(line.markLength == 1)
  }

  @Test("a mark that the word ends with already is not doubled", arguments: ["-", "¬", "\u{AD}", "⸗", "=", "--"])
  func markNotDoubled(mark: String) {
    let line = line {
      $0.addWord("Zei\(mark)".utf8)
      $0.addMark(mark.utf8)
    }
    #expect(line.text == "Zei\(mark)")
    #expect(line.markLength == mark.utf8.count)
  }

  @Test("a mark behind another one is kept, and both are the line's", arguments: ["¬", "\u{AD}", "⸗", "="])
  func markBehindMark(mark: String) {
    let line = line {
      $0.addWord("Zei\(mark)".utf8)
      $0.addMark("-".utf8)
    }
    #expect(line.text == "Zei\(mark)-")
    #expect(line.markLength == mark.utf8.count + 1)
    let assumed = self.line {
      $0.addWord("Zei\(mark)".utf8)
      $0.addMark("-".utf8, isAssumed: true)
    }
    #expect(assumed.text == "Zei\(mark)" && assumed.markLength == mark.utf8.count)
  }

  @Test("of several marks at a word's end none is doubled, and another one joins them")
  func severalMarks() {
    let there = line {
      $0.addWord("Zei-\u{AD}".utf8)
      $0.addMark("-".utf8)
    }
    #expect(there.text == "Zei-\u{AD}" && there.markLength == 2)
    let other = line {
      $0.addWord("Zei-\u{AD}".utf8)
      $0.addMark("=".utf8)
    }
    #expect(other.text == "Zei-\u{AD}=" && other.markLength == 4)
  }

  @Test("what is no sign of a broken word is text, whatever the word ends with")
  func letterForMark() {
    let line = line {
      $0.addWord("Zei".utf8)
      $0.addMark("i".utf8)
    }
    #expect(line.text == "Zeii" && line.markLength == 1)
    let dash = self.line {
      $0.addWord("Zei–".utf8)
      $0.addMark("–".utf8)
    }
    #expect(dash.text == "Zei–" && dash.markLength == 3)
  }

  @Test("a mark that another word follows is not at the line's end")
  func markInside() {
    let line = line {
      $0.addWord("Zei".utf8)
      $0.addMark("-".utf8)
      $0.addWord("tung".utf8)
    }
    #expect(line.text == "Zei- tung")
    #expect(line.markLength == 0)
  }

  @Test("a mark without a word before it is not kept")
  func markAlone() { #expect(line { $0.addMark("-".utf8) }.isEmpty) }

  @Test("the whole word of the source is kept beside the text")
  func wholeWord() {
    let line = line {
      $0.addWord("Zei".utf8)
      $0.addHalf(.first, wholeWord: "Zeitung".utf8)
      $0.addMark("-".utf8)
    }
    #expect(line.text == "Zei-")
    #expect(line.wholeWord == "Zeitung")
    #expect(line.halves == .first)
  }

  @Test("confidence is kept in hundredths, within 0 and 1, and only if there was one")
  func confidence() {
    let line = line {
      $0.addWord("a".utf8, confidence: 0.934)
      $0.addWord("b".utf8, confidence: 7)
      $0.addWord("c".utf8, confidence: .nan)
      $0.addWord("d".utf8)
    }
    #expect(line.words.map(\.confidence) == [0.93, 1, nil, nil])
  }

  @Test("repeated block ids get a suffix that no other block has")
  func repeatedIDs() {
    var builder = PageBuilder(name: "p")
    for id in ["B", "B~2", "B", "B"] {
      builder.beginBlock(id: id)
      builder.beginLine()
      builder.addWord("x".utf8)
    }
    #expect(builder.repeatedIDs == ["B", "B"])
    let page = builder.finish()
    #expect(page.blocks.map(\.id) == ["B", "B~2", "B~3", "B~4"])
    #expect(Set(page.lines.indices.map(page.lineName)).count == 4)
  }

  @Test("boxes of lines and blocks come from their words where the source has none")
  func boxes() {
    var builder = PageBuilder(name: "p")
    builder.addWord("a".utf8, box: Box(x: 0, y: 0, width: 10, height: 10))
    builder.addWord("b".utf8, box: Box(x: 20, y: 5, width: 10, height: 10))
    let page = builder.finish()
    #expect(page.lines[0].box == Box(left: 0, top: 0, right: 30, bottom: 15))
    #expect(page.blocks[0].box == page.lines[0].box)
    #expect(page.lineName(0) == "p#_anon0#0")
  }

  @Test("a page does not change when its builder goes on")
  func builderAfterwards() {
    var builder = PageBuilder(name: "p")
    builder.addWord("first".utf8)
    let page = builder.finish()
    builder.addWord("second".utf8)
    #expect(page.lines.map(\.text) == ["first"])
    #expect(builder.finish().lines.map(\.text) == ["second"])
  }

  @Test("equal styles share a number")
  func styles() {
    var builder = PageBuilder(name: "p")
    let bold = builder.style(TextStyle(size: 12, isBold: true))
    #expect(builder.style(TextStyle(size: 12, isBold: true)) == bold)
    #expect(builder.style(TextStyle()) == 0)
    builder.beginLine(style: bold)
    builder.addWord("x".utf8, style: bold)
    #expect(builder.finish().lines[0].words.first?.style.isBold == true)
  }
}
