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
      let words = cells(of: text[at..<end])
      if words.isEmpty {
        empty += 1
      } else {
        builder.beginLine(number: lineNumber, emptyLinesBefore: empty)
        var previousEnd = 0
        for word in words {
          builder.addWord(
            text[word.bytes],
            box: Box(
              left: word.cells.lowerBound, top: lineNumber, right: word.cells.upperBound, bottom: lineNumber + 1),
            spaces: max(1, word.cells.lowerBound - previousEnd))
          previousEnd = word.cells.upperBound
        }
        empty = 0
        columns = max(columns, previousEnd)
      }
      rows = lineNumber
      at = end + (end + 1 < text.count && text[end] == 0x0D && text[end + 1] == 0x0A ? 2 : 1)
    }
    builder.size = Box(left: 0, top: 1, right: columns, bottom: rows + 1)
    return builder.finish(number: number)
  }

  /// The words of a line with the code points they span. A space is U+0020, a tab, U+00A0 or U+3000.
  private static func cells(of line: ArraySlice<UInt8>) -> [(bytes: Range<Int>, cells: Range<Int>)] {
    var found: [(Range<Int>, Range<Int>)] = []
    var cell = 0
    var start: (byte: Int, cell: Int)?
    var at = line.startIndex
    while at < line.endIndex {
      let byte = line[at]
      // Up to the next byte that begins a code point: also in text that is not UTF-8 a space stays a space.
      var end = at + 1
      while end < line.endIndex, line[end] & 0xC0 == 0x80 { end += 1 }
      let isSpace =
        byte == 0x20 || byte == 0x09 || line[at..<end].elementsEqual([0xC2, 0xA0])
        || line[at..<end].elementsEqual([0xE3, 0x80, 0x80])
      if isSpace, let from = start {
        found.append((from.byte..<at, from.cell..<cell))
        start = nil
      } else if !isSpace, start == nil {
        start = (at, cell)
      }
      cell += 1
      at = end
    }
    if let from = start { found.append((from.byte..<at, from.cell..<cell)) }
    return found
  }
}
