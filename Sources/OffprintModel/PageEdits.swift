/// The ways in which a stage may change a page. None of them can lose a line.
extension Page {
  private mutating func own() {
    if !isKnownUniquelyReferenced(&storage) { storage = PageStorage(copying: storage) }
  }

  /// Gives a line a new text, for example its normalised form. The line keeps its name, its box and its source's word
  /// on broken words. Words are found anew at spaces; each takes the boxes of the old words that its letters were in.
  public mutating func rewriteLine(_ index: Int, text: some Collection<UInt8>) {
    own()
    let old = storage.lines[index]
    let oldWords = old.words.map { storage.words[Int($0)] }
    let added = storage.append(text)
    let pieces = Self.words(in: storage.text, added)
    let span = Self.span(of: pieces)
    let mark = BreakMark.length(atEndOf: storage.text[span.range])
    let boxes = Self.spread(oldWords, of: storage.text, over: pieces)
    let from = UInt32(storage.words.count)
    for (piece, like) in zip(pieces, boxes) {
      storage.words.append(
        WordRecord(text: piece, box: like.box, confidence: like.confidence, style: like.style))
    }
    storage.lines[index].text = span
    storage.lines[index].words = from..<UInt32(storage.words.count)
    storage.lines[index].markLength = old.markLength > 0 ? UInt8(mark) : 0
  }

  /// The page with all boxes moved, such as one whose columns run the other way; to be looked at and given to nobody.
  public func withBoxes(_ moved: (Box) -> Box) -> Page {
    var page = self
    page.own()
    func move(_ box: inout Box) { if box.isKnown { box = moved(box) } }
    move(&page.size)
    for index in page.storage.words.indices { move(&page.storage.words[index].box) }
    for index in page.storage.lines.indices { move(&page.storage.lines[index].box) }
    for index in page.storage.blocks.indices { move(&page.storage.blocks[index].box) }
    return page
  }

  /// The page as of a source that marks no tables; what is said to be one is a text like any other.
  public func withoutTables() -> Page {
    var page = self
    page.own()
    page.tables = []
    for index in page.storage.lines.indices { page.storage.lines[index].cell = -1 }
    for index in page.storage.blocks.indices where page.storage.blocks[index].kind == .table {
      page.storage.blocks[index].kind = .text
    }
    return page
  }

  /// Says what a block's language is, where the source did not.
  public mutating func setLanguage(_ language: String, ofBlock index: Int) {
    own()
    storage.blocks[index].language = language
  }

  /// Cuts lines of a text page where columns meet. `cuts` has, for each line to be cut, the words (0-based in the
  /// line) that start a part; every cut line is named by parts from then on, also one with a single part.
  ///
  /// - Precondition: the page is a text page, and no reading order was found yet, since indices of lines change.
  public mutating func split(_ cuts: [Int: [Int]]) {
    precondition(unit == .character && flow == nil, "lines are cut before their order is found")
    own()
    var lines: [LineRecord] = []
    lines.reserveCapacity(storage.lines.count + cuts.count)
    var starts: [UInt32] = []
    for (index, line) in storage.lines.enumerated() {
      starts.append(UInt32(lines.count))
      guard let firstWords = cuts[index] else {
        lines.append(line)
        continue
      }
      lines.append(contentsOf: parts(of: line, startingAt: firstWords))
    }
    starts.append(UInt32(lines.count))
    storage.lines = lines
    for block in storage.blocks.indices {
      let range = storage.blocks[block].lines
      storage.blocks[block].lines = starts[Int(range.lowerBound)]..<starts[Int(range.upperBound)]
    }
  }

  private func parts(of line: LineRecord, startingAt firstWords: [Int]) -> [LineRecord] {
    let firsts = Set(firstWords).union([0]).filter { $0 >= 0 && $0 < line.words.count }.sorted()
    guard !firsts.isEmpty else { return [line] }
    var lastName: Int32 = -1
    return firsts.enumerated().map { rank, first in
      let end = rank + 1 < firsts.count ? firsts[rank + 1] : line.words.count
      let range = line.words.lowerBound + UInt32(first)..<line.words.lowerBound + UInt32(end)
      let words = storage.words[Int(range.lowerBound)..<Int(range.upperBound)]
      var part = line
      part.words = range
      part.box = words.reduce(.unknown) { $0.union($1.box) }
      // Words that came of one printed word have its box; the names must differ all the same.
      part.part = max(Int32(clamping: part.box.left), lastName + 1)
      lastName = part.part
      part.isLaterPart = line.isLaterPart || rank > 0
      part.text = Self.span(of: words.map(\.text))
      if end < line.words.count {
        part.markLength = 0
        part.wholeWord = .empty
        part.halves.remove(.first)
      }
      if rank > 0 { part.halves.remove(.second) }
      return part
    }
  }

  /// From the first word to the last.
  private static func span(of words: [TextSpan]) -> TextSpan {
    guard let head = words.first, let tail = words.last else { return .empty }
    return TextSpan(start: head.start, count: tail.start + tail.count - head.start)
  }

  /// The runs of bytes between spaces.
  static func words(in text: [UInt8], _ span: TextSpan) -> [TextSpan] {
    var found: [TextSpan] = []
    var start: Int?
    for index in span.range {
      if text[index] == 0x20 {
        if let from = start { found.append(TextSpan(start: UInt32(from), count: UInt32(index - from))) }
        start = nil
      } else if start == nil {
        start = index
      }
    }
    if let from = start { found.append(TextSpan(start: UInt32(from), count: UInt32(span.range.upperBound - from))) }
    return found
  }

  /// For each new word the union of the old words it shares letters with, letters counted from the line's start and
  /// scaled when their number changed.
  private static func spread(_ old: [WordRecord], of text: [UInt8], over pieces: [TextSpan]) -> [WordRecord] {
    guard let first = old.first else {
      return pieces.map { WordRecord(text: $0, box: .unknown, confidence: 255, style: 0) }
    }
    if old.count == pieces.count { return old }
    func letters(_ span: TextSpan) -> Int { text[span.range].count { $0 & 0xC0 != 0x80 } }
    let oldTotal = max(1, old.reduce(0) { $0 + letters($1.text) })
    let newTotal = max(1, pieces.reduce(0) { $0 + letters($1) })
    // In halves of a letter. Up to one is the rounding of a changed number of letters, and no letter in common.
    func ahead(_ oldEnd: Int, of newEnd: Int) -> Double {
      Double(2 * (oldEnd * newTotal - newEnd * oldTotal)) / Double(newTotal)
    }
    var result: [WordRecord] = []
    var at = 0
    var newCount = 0
    var oldCount = 0
    for piece in pieces {
      let end = newCount + letters(piece)
      var word = at < old.count ? old[at] : old.last ?? first
      while at < old.count, ahead(oldCount + letters(old[at].text), of: end) <= 1 {
        word.box = word.box.union(old[at].box)
        oldCount += letters(old[at].text)
        at += 1
      }
      if at < old.count, ahead(oldCount, of: end) < -1 { word.box = word.box.union(old[at].box) }
      newCount = end
      result.append(word)
    }
    return result
  }
}
