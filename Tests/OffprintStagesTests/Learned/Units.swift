import OffprintKit

@testable import OffprintStages

extension UnitText {
  /// What the signs of some lines tell.
  init(_ texts: String...) { self.init(Self.lines(texts)) }

  static func lines(_ texts: [String]) -> [Line] {
    var builder = PageBuilder(name: "p")
    builder.beginBlock(id: "B")
    for text in texts {
      builder.beginLine()
      for word in text.split(separator: " ") { builder.addWord(word.utf8) }
    }
    return Array(builder.finish().lines)
  }
}

extension MeasuredUnit {
  /// A unit of lines that nothing is known of but its text and what is said here.
  init(_ texts: [String], page: Int = 0, line: Int = 0, _ shape: (inout MeasuredUnit) -> Void = { _ in }) {
    let lines = UnitText.lines(texts)
    self.init(
      page: page, lines: texts.indices.map { LineRef(page: page, line: line + $0) },
      text: UnitText(lines.filter { !$0.isEmpty }))
    textLines = lines.count { !$0.isEmpty }
    blockLines = texts.count
    OwnPhrases().look(at: lines.filter { !$0.isEmpty }, &self)
    shape(&self)
  }
}

/// Units of an issue, one line of which follows the other.
struct Units {
  private(set) var all: [MeasuredUnit] = []
  private var next: [Int: Int] = [:]

  mutating func add(_ texts: String..., page: Int = 0, shape: (inout MeasuredUnit) -> Void = { _ in }) {
    add(texts, page: page, shape)
  }

  /// Running text of so many lines.
  mutating func text(_ count: Int = 5, page: Int = 0, _ shape: (inout MeasuredUnit) -> Void = { _ in }) {
    add(SetPage.prose(count), page: page, shape)
  }

  private mutating func add(_ texts: [String], page: Int, _ shape: (inout MeasuredUnit) -> Void) {
    let line = next[page, default: 0]
    next[page] = line + texts.count
    all.append(
      MeasuredUnit(texts, page: page, line: line) {
        $0.block = all.count
        $0.lastBlock = all.count
        shape(&$0)
      })
  }

  /// With their looks and runs.
  var marked: [MeasuredUnit] {
    var units = all
    HeadingLook.mark(&units)
    return units
  }
}
