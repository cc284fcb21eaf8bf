import OffprintKit
import Testing

@testable import OffprintStages

@Suite("What is set like a heading")
struct HeadingLookTests {
  private func look(_ text: String, _ shape: (inout MeasuredUnit) -> Void = { _ in }) -> Double {
    var units = Units()
    units.text()
    units.add(text, shape: shape)
    units.text()
    return units.marked[1].look
  }

  @Test("each sign adds to it: size, bold type, capitals, the middle, space, a block of its own")
  func signs() {
    let plain = look("The flood at night")
    #expect(look("The flood at night") { $0.height = 2 } > plain)
    #expect(look("The flood at night") { $0.isBold = true } > plain)
    #expect(look("THE FLOOD AT NIGHT") > plain)
    #expect(look("The flood at night") { ($0.leftMargin, $0.rightMargin) = (0.2, 0.2) } > plain)
    #expect(look("The flood at night") { $0.gapAbove = 2 } > plain)
    #expect(look("The flood at night") { $0.isWholeBlock = true } > plain)
    #expect(look("The flood at night.") < plain)
    let larger = look("The flood at night") { $0.height = 1.2 }
    #expect(larger > plain && look("The flood at night") { $0.height = 1.5 } > larger)
  }

  @Test("what goes on in the middle of a sentence, is long or has no letters is no heading")
  func none() {
    for text in [
      "and the bridge fell", "The mayor said:", "The old bridge,", "1881", String(repeating: "Flood ", count: 40),
    ] {
      #expect(look(text) { $0.height = 2 } == 0, "\(text)")
    }
  }

  @Test("long lines of the text's own type are running text, short ones in capitals are not")
  func text() {
    var units = Units()
    units.text(6)
    units.add("THE FLOOD AT NIGHT")
    units.add("and the bridge fell over")
    units.add("The mayor was seen at the window.") { $0.width = 0.9 }
    units.add("The mayor was seen at the window.") { ($0.width, $0.isBold) = (0.9, true) }
    units.add("THE WHOLE OF", "THIS WAS SET", "IN CAPITALS") { $0.height = 1.5 }
    units.add("", "")
    #expect(units.marked.map(\.isText) == [true, false, true, true, false, false, false])
  }

  @Test("lines set off one under the other make a run, and it knows its strongest")
  func runs() {
    var units = Units()
    units.text()
    units.add("FROM THE VALLEY") { $0.gapAbove = 2 }
    units.add("THE FLOOD AT NIGHT") { ($0.height, $0.isBold) = (2.5, true) }
    units.add("Three Bridges Gone") { $0.leftMargin = 0 }
    units.text()
    units.add("A COW ON THE ROOF") { $0.gapAbove = 2 }
    let marked = units.marked
    #expect(marked.map(\.run.place) == [-1, 0, 1, 2, -1, 0])
    #expect(marked.map(\.run.length) == [0, 3, 3, 3, 0, 1])
    #expect(marked[1...3].allSatisfy { $0.run.look == marked[2].look && $0.run.hasText })
    #expect(marked[1].run.before == -1 && marked[2].run.before == marked[1].look)
    #expect(marked[1].run.after == marked[2].look && marked[3].run.after == -1)
    #expect(!marked[5].run.hasText && marked[1].run.isFirst && !marked[2].run.isFirst)
  }

  @Test("a run ends with its page and its column, and a list makes several")
  func endsOfRuns() {
    var units = Units()
    units.add("ONE LINE")
    units.add("THE NEXT COLUMN") { $0.beginsColumn = true }
    units.add("THE NEXT PAGE", page: 1)
    #expect(units.marked.map(\.run.place) == [0, 0, 0])
    var list = Units()
    for number in 1...10 { list.add("ITEM OF THE LIST \(number)") }
    #expect(list.marked.map(\.run.place) == [0, 1, 2, 3, 4, 5, 6, 7, 0, 1])
  }

  @Test("a short line at the right under a text is its signature, and stands in no run")
  func signatures() {
    func signature(_ text: String, _ shape: (inout MeasuredUnit) -> Void) -> MeasuredUnit {
      var units = Units()
      units.text()
      units.add(text, shape: shape)
      units.add("A COW ON THE ROOF") { $0.height = 2 }
      units.text()
      return units.marked[1]
    }
    let signed = signature("J. Quill") { ($0.leftMargin, $0.gapAbove, $0.gapBelow) = (0.6, 0, 1) }
    #expect(signed.signature > 0 && signed.run.place == -1)
    #expect(
      signature("J. Quill") { ($0.leftMargin, $0.rightMargin, $0.gapAbove, $0.gapBelow) = (0.3, 0.3, 1, 0) }.signature
        == 0)
    #expect(
      signature("THE FLOOD") { ($0.leftMargin, $0.gapAbove, $0.gapBelow, $0.height) = (0.6, 2, 0.2, 1.6) }.signature
        == 0)
    #expect(signature("J. Quill") { ($0.leftMargin, $0.beginsColumn) = (0.6, true) }.signature == 0)
  }

  @Test("nothing is known of no units")
  func nothing() {
    var units: [MeasuredUnit] = []
    HeadingLook.mark(&units)
    #expect(units.isEmpty)
  }
}
