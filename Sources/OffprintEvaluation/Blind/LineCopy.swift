import OffprintKit

/// Copies lines into a new page, with or without what the source says of broken words.
struct LineCopy {
  var hyphens: HyphenMarks

  func add(_ line: Line, to builder: inout PageBuilder) {
    builder.setCell(line.cell)
    builder.beginLine(box: line.box, style: builder.style(line.style), emptyLinesBefore: line.emptyLinesBefore)
    let words = line.words
    for word in words.dropLast() {
      builder.addWord(
        word.utf8, box: word.box, confidence: word.confidence, style: builder.style(word.style))
    }
    if let last = words.last { addLast(last, of: line, to: &builder) }
    guard hyphens == .source else { return }
    if line.halves.contains(.second) { builder.addHalf(.second) }
    if line.halves.contains(.first) { builder.addHalf(.first, wholeWord: line.wholeWord.map { Array($0.utf8) }) }
  }

  private func addLast(_ word: Word, of line: Line, to builder: inout PageBuilder) {
    let style = builder.style(word.style)
    func add(_ bytes: some Sequence<UInt8>) {
      builder.addWord(bytes, box: word.box, confidence: word.confidence, style: style)
    }
    switch hyphens {
    case .bare: add(Self.bare(word.utf8, markLength: line.markLength))
    case .source:
      let mark = line.markLength
      guard mark > 0, mark < word.utf8.count else {
        add(word.utf8)
        // A mark that is a word by itself.
        if mark > 0 { builder.addMark(word.utf8) }
        return
      }
      add(word.utf8.dropLast(mark))
      builder.addMark(word.utf8.suffix(mark))
    }
  }

  /// The text with a plain hyphen in place of a mark that only the source can know to be one: it vouches for it, or
  /// it is a sign that no newspaper prints. What the OCR read as `=` stays what it is.
  static func bare(_ text: ArraySlice<UInt8>, markLength: Int) -> [UInt8] {
    let length =
      if markLength > 0 { min(markLength, text.count) } else if BreakMark.isSoft(atEndOf: text) {
        BreakMark.length(atEndOf: text)
      } else { 0 }
    return length == 0 ? Array(text) : text.dropLast(length) + [UInt8(ascii: "-")]
  }
}

extension PageBuilder {
  /// A builder for another page of the same paper, size and language.
  init(like page: Page) {
    self.init(name: page.name)
    size = page.size
    unit = page.unit
    resolution = page.resolution
    image = page.image
    label = page.label
    language = page.language
    file = page.file
  }
}
