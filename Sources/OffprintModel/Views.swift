/// A word as it stands on the page.
public struct Word: Sendable {
  @usableFromInline let storage: PageStorage
  public let index: Int

  @inlinable
  init(storage: PageStorage, index: Int) {
    self.storage = storage
    self.index = index
  }

  @inlinable var record: WordRecord { storage.words[index] }

  @inlinable public var text: String { storage.string(record.text) }
  @inlinable public var utf8: ArraySlice<UInt8> { storage.text[record.text.range] }
  @inlinable public var box: Box { record.box }
  /// The OCR engine's own figure, 0...1; nil if it gave none.
  @inlinable public var confidence: Double? { record.confidence == 255 ? nil : Double(record.confidence) / 100 }
  @inlinable public var style: TextStyle { storage.styles[Int(record.style)] }
}

/// A line as it stands on the page.
public struct Line: Sendable {
  @usableFromInline let storage: PageStorage
  public let index: Int

  @inlinable
  init(storage: PageStorage, index: Int) {
    self.storage = storage
    self.index = index
  }

  @inlinable var record: LineRecord { storage.lines[index] }

  /// The words with a space between them, the break mark at the end included; no space around.
  @inlinable public var text: String { storage.string(record.text) }
  @inlinable public var utf8: ArraySlice<UInt8> { storage.text[record.text.range] }
  @inlinable public var isEmpty: Bool { record.text.count == 0 }
  @inlinable public var box: Box { record.box }
  @inlinable public var words: Words {
    Words(storage: storage, indices: Int(record.words.lowerBound)..<Int(record.words.upperBound))
  }
  @inlinable public var block: Block { Block(storage: storage, index: Int(record.block)) }
  @inlinable public var style: TextStyle { storage.styles[Int(record.style)] }
  /// 0-based place in its block, or the 1-based line of a text page.
  @inlinable public var number: Int { Int(record.number) }
  /// Bytes at the end of `utf8` that are a break mark which the source itself vouches for; 0 if none.
  @inlinable public var markLength: Int { Int(record.markLength) }
  @inlinable public var halves: SourceHalves { record.halves }
  /// The whole of the word broken at this line's end, as the source has it (ALTO SUBS_CONTENT).
  @inlinable public var wholeWord: String? { record.wholeWord.count == 0 ? nil : storage.string(record.wholeWord) }
  @inlinable public var sourceID: String? { record.sourceID.count == 0 ? nil : storage.string(record.sourceID) }
  /// Empty lines before this one on a text page, at most 255.
  @inlinable public var emptyLinesBefore: Int { Int(record.emptyLinesBefore) }
  /// Where it stands in a table, if the source says so.
  @inlinable public var cell: TableCell? { record.cell < 0 ? nil : storage.cells[Int(record.cell)] }
  /// True for a part of a text line that was cut where columns meet.
  @inlinable public var isPart: Bool { record.part >= 0 }
}

/// A block as the source cut it.
public struct Block: Sendable {
  @usableFromInline let storage: PageStorage
  public let index: Int

  @inlinable
  init(storage: PageStorage, index: Int) {
    self.storage = storage
    self.index = index
  }

  @inlinable public var id: String { storage.blocks[index].id }
  @inlinable public var kind: BlockKind { storage.blocks[index].kind }
  @inlinable public var region: PageRegion { storage.blocks[index].region }
  @inlinable public var box: Box { storage.blocks[index].box }
  @inlinable public var style: TextStyle { storage.styles[Int(storage.blocks[index].style)] }
  @inlinable public var language: String? { storage.blocks[index].language }
  @inlinable public var label: String? { storage.blocks[index].label }
  @inlinable public var lines: Lines {
    let range = storage.blocks[index].lines
    return Lines(storage: storage, indices: Int(range.lowerBound)..<Int(range.upperBound))
  }
}

/// The words of a line or a page. Indices are those of the page.
public struct Words: RandomAccessCollection, Sendable {
  @usableFromInline let storage: PageStorage
  public let indices: Range<Int>

  @inlinable
  init(storage: PageStorage, indices: Range<Int>) {
    self.storage = storage
    self.indices = indices
  }

  @inlinable public var startIndex: Int { indices.lowerBound }
  @inlinable public var endIndex: Int { indices.upperBound }
  @inlinable public subscript(index: Int) -> Word { Word(storage: storage, index: index) }
}

/// The lines of a block or a page. Indices are those of the page.
public struct Lines: RandomAccessCollection, Sendable {
  @usableFromInline let storage: PageStorage
  public let indices: Range<Int>

  @inlinable
  init(storage: PageStorage, indices: Range<Int>) {
    self.storage = storage
    self.indices = indices
  }

  @inlinable public var startIndex: Int { indices.lowerBound }
  @inlinable public var endIndex: Int { indices.upperBound }
  @inlinable public subscript(index: Int) -> Line { Line(storage: storage, index: index) }
}

/// The blocks of a page, in the order of the file.
public struct Blocks: RandomAccessCollection, Sendable {
  @usableFromInline let storage: PageStorage

  @inlinable
  init(storage: PageStorage) { self.storage = storage }

  @inlinable public var startIndex: Int { 0 }
  @inlinable public var endIndex: Int { storage.blocks.count }
  @inlinable public subscript(index: Int) -> Block { Block(storage: storage, index: index) }
}
