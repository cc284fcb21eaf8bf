extension Page {
  /// The page as plain values. `try Page(page.snapshot)` is the same page again.
  public var snapshot: PageSnapshot {
    var snapshot = PageSnapshot(name: name, number: number)
    snapshot.label = label
    snapshot.size = size
    snapshot.unit = unit
    snapshot.resolution = resolution
    snapshot.image = image
    snapshot.language = language
    snapshot.file = file
    snapshot.flow = flow
    snapshot.sourceOrder = sourceOrder
    snapshot.tables = tables
    snapshot.cells = storage.cells
    snapshot.text = storage.text
    snapshot.styles = storage.styles
    snapshot.words = storage.words.map(PageSnapshot.Word.init)
    snapshot.lines = storage.lines.map(PageSnapshot.Line.init)
    snapshot.blocks = storage.blocks.map(PageSnapshot.Block.init)
    return snapshot
  }

  /// The page that a snapshot describes.
  ///
  /// - Throws: `PageSnapshot.Fault` if anything in it points to what is not there.
  public init(_ snapshot: PageSnapshot) throws {
    try snapshot.check()
    let storage = PageStorage(
      text: snapshot.text, words: snapshot.words.map(WordRecord.init), lines: snapshot.lines.map(LineRecord.init),
      blocks: snapshot.blocks.map(BlockRecord.init), styles: snapshot.styles, cells: snapshot.cells)
    self.init(name: snapshot.name, number: snapshot.number, storage: storage)
    label = snapshot.label
    size = snapshot.size
    unit = snapshot.unit
    resolution = snapshot.resolution
    image = snapshot.image
    language = snapshot.language
    file = snapshot.file
    flow = snapshot.flow
    sourceOrder = snapshot.sourceOrder
    tables = snapshot.tables
  }
}

extension PageSnapshot {
  /// Sees to it that all records hold together, so that no view of the page can reach beyond it.
  fileprivate func check() throws {
    guard text.count <= Int(UInt32.max) else { throw Fault("a page has at most 4 GB of text") }
    guard (1...Int(UInt16.max)).contains(styles.count) else { throw Fault("a page has 1 to 65535 styles") }
    for (index, word) in words.enumerated() {
      guard isText(word.text) else { throw Fault("word \(index) names text that is not there") }
      guard styles.indices.contains(word.style) else { throw Fault("word \(index) names a style that is not there") }
      guard (0...100).contains(word.confidence ?? 0) else {
        throw Fault("word \(index) has a confidence that is not from 0 to 100")
      }
    }
    for (index, line) in lines.enumerated() { try check(line, index) }
    for (index, block) in blocks.enumerated() {
      guard block.lines.lowerBound >= 0, block.lines.upperBound <= lines.count else {
        throw Fault("block \(index) names lines that are not there")
      }
      guard styles.indices.contains(block.style) else { throw Fault("block \(index) names a style that is not there") }
    }
    if let cell = cells.firstIndex(where: { !$0.isPossible }) {
      throw Fault("cell \(cell) stands in a row or column that no table has")
    }
    if let line = flow?.lines.first(where: { !lines.indices.contains($0) }) {
      throw Fault("the reading order names line \(line), and there are \(lines.count)")
    }
    if let block = sourceOrder?.first(where: { !blocks.indices.contains($0) }) {
      throw Fault("the source's order names block \(block), and there are \(blocks.count)")
    }
    if let block = tables.joined().first(where: { !blocks.indices.contains($0) }) {
      throw Fault("a table names block \(block), and there are \(blocks.count)")
    }
  }

  private func check(_ line: Line, _ index: Int) throws {
    guard isText(line.text), isText(line.wholeWord), isText(line.sourceID) else {
      throw Fault("line \(index) names text that is not there")
    }
    guard line.words.lowerBound >= 0, line.words.upperBound <= words.count else {
      throw Fault("line \(index) names words that are not there")
    }
    guard blocks.indices.contains(line.block), blocks[line.block].lines.contains(index) else {
      throw Fault("line \(index) does not stand in the block that it names")
    }
    guard styles.indices.contains(line.style) else { throw Fault("line \(index) names a style that is not there") }
    guard line.cell.map(cells.indices.contains) ?? true else {
      throw Fault("line \(index) names a cell that is not there")
    }
    guard line.markLength >= 0, line.markLength <= line.text.count else {
      throw Fault("line \(index) has a mark that is longer than its text")
    }
    guard line.number >= 0, line.number <= Int(UInt32.max), (0...255).contains(line.emptyLinesBefore),
      (0...Int(Int32.max)).contains(line.part ?? 0), line.markLength <= 255
    else { throw Fault("line \(index) has a number that is out of range") }
  }

  private func isText(_ range: Range<Int>) -> Bool { range.lowerBound >= 0 && range.upperBound <= text.count }
}

extension TextSpan {
  fileprivate init(_ range: Range<Int>) {
    self.init(start: UInt32(range.lowerBound), count: UInt32(range.count))
  }
}

extension PageSnapshot.Word {
  fileprivate init(_ record: WordRecord) {
    text = record.text.range
    box = record.box
    confidence = record.confidence == 255 ? nil : Int(record.confidence)
    style = Int(record.style)
  }
}

extension WordRecord {
  fileprivate init(_ word: PageSnapshot.Word) {
    self.init(
      text: TextSpan(word.text), box: word.box, confidence: word.confidence.map { UInt8($0) } ?? 255,
      style: UInt16(word.style))
  }
}

extension PageSnapshot.Line {
  fileprivate init(_ record: LineRecord) {
    self.init(
      text: record.text.range, words: Int(record.words.lowerBound)..<Int(record.words.upperBound),
      block: Int(record.block), number: Int(record.number))
    box = record.box
    part = record.part < 0 ? nil : Int(record.part)
    isLaterPart = record.isLaterPart
    style = Int(record.style)
    markLength = Int(record.markLength)
    halves = record.halves
    // Wherever an empty text stands, there is none.
    wholeWord = record.wholeWord.count == 0 ? 0..<0 : record.wholeWord.range
    sourceID = record.sourceID.count == 0 ? 0..<0 : record.sourceID.range
    emptyLinesBefore = Int(record.emptyLinesBefore)
    cell = record.cell < 0 ? nil : Int(record.cell)
  }
}

extension LineRecord {
  fileprivate init(_ line: PageSnapshot.Line) {
    self.init(
      text: TextSpan(line.text), words: UInt32(line.words.lowerBound)..<UInt32(line.words.upperBound), box: line.box,
      block: UInt32(line.block), number: UInt32(line.number), part: line.part.map { Int32($0) } ?? -1,
      isLaterPart: line.isLaterPart, style: UInt16(line.style), markLength: UInt8(line.markLength),
      halves: line.halves, wholeWord: TextSpan(line.wholeWord), sourceID: TextSpan(line.sourceID),
      emptyLinesBefore: UInt8(line.emptyLinesBefore),
      cell: line.cell.map { Int32($0) } ?? -1)
  }
}

extension PageSnapshot.Block {
  fileprivate init(_ record: BlockRecord) {
    self.init(id: record.id, lines: Int(record.lines.lowerBound)..<Int(record.lines.upperBound))
    kind = record.kind
    region = record.region
    box = record.box
    style = Int(record.style)
    language = record.language
    label = record.label
  }
}

extension BlockRecord {
  fileprivate init(_ block: PageSnapshot.Block) {
    self.init(
      id: block.id, kind: block.kind, region: block.region,
      lines: UInt32(block.lines.lowerBound)..<UInt32(block.lines.upperBound), box: block.box,
      style: UInt16(block.style), language: block.language, label: block.label)
  }
}
