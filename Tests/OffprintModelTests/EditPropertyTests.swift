import OffprintModel
import Testing

/// A linear congruential generator (Knuth, MMIX): the same documents in every run and on every machine.
struct SeededNumbers: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}

@Suite("Whatever the document, edits lose nothing")
struct EditPropertyTests {
  private static let alphabet = Array("aöß鐵\u{301}-¬\u{AD}=א \u{1F4F0}")

  private func randomPage(_ numbers: inout SeededNumbers) -> Page {
    var text = ""
    for _ in 0..<Int.random(in: 0...12, using: &numbers) {
      for _ in 0..<Int.random(in: 0...6, using: &numbers) {
        text += String(repeating: " ", count: Int.random(in: 0...5, using: &numbers))
        for _ in 0..<Int.random(in: 0...7, using: &numbers) {
          if let letter = Self.alphabet.randomElement(using: &numbers) { text.append(letter) }
        }
      }
      text += Bool.random(using: &numbers) ? "\n" : "\r\n"
    }
    return PageBuilder.textPage(name: "p", text: Array(text.utf8))
  }

  private func letters(_ page: Page) -> [UInt8] { page.lines.flatMap { $0.utf8.filter { $0 != 0x20 } } }

  @Test("split and rewriteLine keep the letters, their order, the number of source lines and different names")
  func edits() {
    var numbers = SeededNumbers(state: 7)
    for _ in 0..<400 {
      var page = randomPage(&numbers)
      let (before, count) = (letters(page), page.sourceLineCount)
      for _ in 0..<6 {
        if Bool.random(using: &numbers), let line = page.lines.indices.randomElement(using: &numbers) {
          let words = page.lines[line].words
          let text = words.map(\.text).joined(separator: Bool.random(using: &numbers) ? " " : "")
          page.rewriteLine(line, text: Array((Bool.random(using: &numbers) ? " \(text) " : text).utf8))
        } else {
          var cuts: [Int: [Int]] = [:]
          for line in page.lines.indices where Bool.random(using: &numbers) {
            cuts[line] = (0..<3).map { _ in Int.random(in: -1...8, using: &numbers) }
          }
          page.split(cuts)
        }
        #expect(letters(page) == before)
        #expect(page.sourceLineCount == count)
        #expect(Set(page.lines.indices.map(page.lineName)).count == page.lines.count)
        for line in page.lines {
          #expect(line.words.allSatisfy { $0.box.isKnown })
          #expect(line.markLength <= line.utf8.count)
          #expect(line.words.flatMap { $0.utf8 } == line.utf8.filter { $0 != 0x20 })
        }
      }
      #expect(page.blocks.reduce(0) { $0 + $1.lines.count } == page.lines.count)
    }
  }
}
