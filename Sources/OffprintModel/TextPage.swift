extension PageBuilder {
  /// A text page: one block, a line for each line of the text that is not empty, words with the cells they stand in.
  ///
  /// Lines end with LF, CR LF or CR. Their numbers are 1-based and count the empty ones. A tab and the
  /// ideographic space are one cell of space each, since cells are the code points of the source.
  public static func textPage(name: String, number: Int = 1, text: [UInt8]) -> Page {
    var builder = PageBuilder(name: name)
    builder.unit = .character
    builder.beginBlock(id: "text")
    var lineNumber = 0
    var empty = 0
    var at = 0
    var rows = 0
    var columns = 0
    while at < text.count {
      var end = at
      while end < text.count, text[end] != 0x0A, text[end] != 0x0D { end += 1 }
      lineNumber += 1
      var previousEnd = 0
      text.withUnsafeBufferPointer { text in
        cells(of: UnsafeBufferPointer(rebasing: text[at..<end])) { word, left, right in
          if previousEnd == 0 { builder.beginLine(number: lineNumber, emptyLinesBefore: empty) }
          builder.addWord(
            word, box: Box(left: left, top: lineNumber, right: right, bottom: lineNumber + 1),
            spaces: max(1, left - previousEnd))
          previousEnd = right
        }
      }
      if previousEnd == 0 { empty += 1 } else { empty = 0 }
      columns = max(columns, previousEnd)
      rows = lineNumber
      at = end + (end + 1 < text.count && text[end] == 0x0D && text[end + 1] == 0x0A ? 2 : 1)
    }
    builder.size = Box(left: 0, top: 1, right: columns, bottom: rows + 1)
    return builder.finish(number: number)
  }

  /// The words of a line, each with the code points before it and up to its end. A space is U+0020, a tab, U+00A0 or
  /// U+3000.
  private static func cells(
    of line: UnsafeBufferPointer<UInt8>, _ word: (UnsafeBufferPointer<UInt8>, _ left: Int, _ right: Int) -> Void
  ) {
    var cell = 0
    var start: (byte: Int, cell: Int)?
    var at = 0
    while at < line.count {
      let byte = line[at]
      // Up to the next byte that begins a code point: also in text that is not UTF-8 a space stays a space.
      var end = at + 1
      while end < line.count, line[end] & 0xC0 == 0x80 { end += 1 }
      let isSpace =
        end == at + 1
        ? byte == 0x20 || byte == 0x09
        : end == at + 2
          ? byte == 0xC2 && line[at + 1] == 0xA0
          : end == at + 3 && byte == 0xE3 && line[at + 1] == 0x80 && line[at + 2] == 0x80
      if isSpace, let from = start {
        word(UnsafeBufferPointer(rebasing: line[from.byte..<at]), from.cell, cell)
        start = nil
      } else if !isSpace, start == nil {
        start = (at, cell)
      }
      cell += 1
      at = end
    }
    if let from = start { word(UnsafeBufferPointer(rebasing: line[from.byte..<at]), from.cell, cell) }
  }
}
