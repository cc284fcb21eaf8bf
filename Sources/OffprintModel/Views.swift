/// A word as it stands on the page.
public struct Word: Sendable {
  let storage: PageStorage
  public let index: Int
  private var record: WordRecord { storage.words[index] }

  public var text: String { storage.string(record.text) }
  public var utf8: ArraySlice<UInt8> { storage.text[record.text.range] }
  public var box: Box { record.box }
  /// The OCR engine's own figure, 0...1; nil if it gave none.
  public var confidence: Double? { record.confidence == 255 ? nil : Double(record.confidence) / 100 }
  public var style: TextStyle { storage.styles[Int(record.style)] }
}

/// A line as it stands on the page.
public struct Line: Sendable {
  let storage: PageStorage
  public let index: Int
  private var record: LineRecord { storage.lines[index] }

  /// The words with a space between them, the break mark at the end included; no space around.
  public var text: String { storage.string(record.text) }
  public var utf8: ArraySlice<UInt8> { storage.text[record.text.range] }
  public var isEmpty: Bool { record.text.count == 0 }
  public var box: Box { record.box }
  public var words: Words {
    Words(storage: storage, indices: Int(record.words.lowerBound)..<Int(record.words.upperBound))
  }
  public var block: Block { Block(storage: storage, index: Int(record.block)) }
  public var style: TextStyle { storage.styles[Int(record.style)] }
  /// 0-based place in its block, or the 1-based line of a text page.
  public var number: Int { Int(record.number) }
  /// Bytes at the end of `utf8` that are a break mark which the source itself vouches for; 0 if none.
  public var markLength: Int { Int(record.markLength) }
  public var halves: SourceHalves { record.halves }
  /// The whole of the word broken at this line's end, as the source has it (ALTO SUBS_CONTENT).
  public var wholeWord: String? { record.wholeWord.count == 0 ? nil : storage.string(record.wholeWord) }
  public var sourceID: String? { record.sourceID.count == 0 ? nil : storage.string(record.sourceID) }
  /// Empty lines before this one on a text page, at most 255.
  public var emptyLinesBefore: Int { Int(record.emptyLinesBefore) }
  /// True for a part of a text line that was cut where columns meet.
  public var isPart: Bool { record.part >= 0 }
}

/// A block as the source cut it.
public struct Block: Sendable {
  let storage: PageStorage
  public let index: Int
  private var record: BlockRecord { storage.blocks[index] }

  public var id: String { record.id }
  public var kind: BlockKind { record.kind }
  public var region: PageRegion { record.region }
  public var box: Box { record.box }
  public var style: TextStyle { storage.styles[Int(record.style)] }
  public var language: String? { record.language }
  public var label: String? { record.label }
  public var lines: Lines {
    Lines(storage: storage, indices: Int(record.lines.lowerBound)..<Int(record.lines.upperBound))
  }
}

/// The words of a line or a page. Indices are those of the page.
public struct Words: RandomAccessCollection, Sendable {
  let storage: PageStorage
  public let indices: Range<Int>
  public var startIndex: Int { indices.lowerBound }
  public var endIndex: Int { indices.upperBound }
  public subscript(index: Int) -> Word { Word(storage: storage, index: index) }
}

/// The lines of a block or a page. Indices are those of the page.
public struct Lines: RandomAccessCollection, Sendable {
  let storage: PageStorage
  public let indices: Range<Int>
  public var startIndex: Int { indices.lowerBound }
  public var endIndex: Int { indices.upperBound }
  public subscript(index: Int) -> Line { Line(storage: storage, index: index) }
}

/// The blocks of a page, in the order of the file.
public struct Blocks: RandomAccessCollection, Sendable {
  let storage: PageStorage
  public var startIndex: Int { 0 }
  public var endIndex: Int { storage.blocks.count }
  public subscript(index: Int) -> Block { Block(storage: storage, index: index) }
}
