import OffprintModel

/// Two lines that meet where the first ends with a break mark, or where the source says that a word is broken: the
/// words on both sides, cut into what the rules look at.
struct LineBreak {
  let first: LineRef
  let second: LineRef
  /// The first line's last word, without the mark.
  let word: ArraySlice<UInt8>
  /// Empty where the source marks a broken word that has lost its mark.
  let mark: ArraySlice<UInt8>
  /// The second line's first word; the one after a quotation mark that stands by itself.
  let next: ArraySlice<UInt8>
  /// Bytes of that quotation mark and the space after it: old prints set one at the start of each line of a
  /// quotation, also in the middle of a word.
  let repeatedMarkLength: Int
  /// The letters at the end of `word`, back to its last hyphen: `l'a-t` has `t`. Punctuation after them is left out.
  let head: ArraySlice<UInt8>
  /// The letters at the start of `next`, up to its first hyphen: `t-il,` has `t`. A character before them that is no
  /// letter is left out: a quotation mark that old prints repeat with each line, or a flaw.
  let tail: ArraySlice<UInt8>
  /// Bytes of a character that is no letter and stands before `tail`; 0 if there is none.
  let flaw: Int
  /// How surely the mark is a mark: as OCR or transcriber set it.
  let trust: Trust
  /// What the source gives as the whole word.
  let whole: Whole
  /// True if the source says that the word goes on, but not here.
  let goesOnElsewhere: Bool
  let joined: WordKey
  /// With a hyphen, case put aside as in a word list.
  let hyphenated: WordKey
  /// With a hyphen, as the issue has it before a capital or a small letter.
  let hyphenatedAsPrinted: WordKey
  /// The second half begins with a capital.
  let startsCapital: Bool

  enum Trust {
    /// A plain hyphen or `=` as it stands in the text.
    case literal
    /// A mark that the source set as such: an element of its own, U+00AD, `¬`, `⸗`.
    case marked
    /// The source also names the halves.
    case halves
  }

  enum Whole {
    case none
    /// The halves, joined without the mark.
    case joined
    /// The halves with a hyphen between them.
    case hyphenated
    /// Something that is not made of these halves.
    case other
  }

  /// - Returns: nil if the first line ends in no mark and the source does not say that its last word is broken.
  init?(first: LineRef, _ line: Line, second: LineRef, _ nextLine: Line) {
    let text = line.utf8
    let length = Self.markLength(of: line)
    let isHalf = line.halves.contains(.first)
    guard length > 0 || isHalf else { return nil }
    self.first = first
    self.second = second
    mark = text.suffix(length)
    let rest = text.dropLast(length)
    word = rest.lastIndex(of: 0x20).map { rest[($0 + 1)...] } ?? rest
    repeatedMarkLength = Self.repeatedMark(atStartOf: nextLine.utf8)
    let following = nextLine.utf8.dropFirst(repeatedMarkLength)
    next = following.firstIndex(of: 0x20).map { following[..<$0] } ?? following
    head = Self.lettersAtEnd(of: Self.withoutFlaws(atEndOf: word))
    flaw = Self.flaw(atStartOf: next)
    tail = Self.lettersAtStart(of: next.dropFirst(flaw))
    whole = Self.whole(line.wholeWord, word, next)
    if isHalf, nextLine.halves.contains(.second) || whole == .joined || whole == .hyphenated {
      trust = .halves
    } else {
      trust = line.markLength > 0 || BreakMark.isSoft(atEndOf: text) ? .marked : .literal
    }
    goesOnElsewhere = isHalf && !nextLine.halves.contains(.second) && whole == .other
    let headKey = WordKey(head)
    joined = headKey.adding(tail)
    startsCapital = Letters.first(tail).map(Letters.isCapital) ?? false
    hyphenated = headKey.hyphenated.adding(tail)
    hyphenatedAsPrinted = startsCapital ? headKey.hyphenatedBeforeCapital.adding(tail) : hyphenated
  }

  /// Two lines that meet without a mark, as they do where OCR lost the hyphen.
  ///
  /// - Returns: nil unless both sides are whole words in small letters, of two letters or more.
  init?(unmarked first: LineRef, _ line: ArraySlice<UInt8>, second: LineRef, _ nextLine: ArraySlice<UInt8>) {
    guard let last = line.last, last >= 0x61, last < 0x7B || last >= 0x80, let start = nextLine.first,
      start >= 0x61, start < 0x7B || start >= 0xC3
    else { return nil }
    word = line.lastIndex(of: 0x20).map { line[($0 + 1)...] } ?? line
    next = nextLine.firstIndex(of: 0x20).map { nextLine[..<$0] } ?? nextLine
    head = Self.lettersAtEnd(of: word)
    tail = Self.lettersAtStart(of: next)
    guard head.count >= 2, head.count == word.count, tail.count >= 2, next.count <= tail.count + 1,
      let letter = Letters.first(tail), !Letters.isCapital(letter)
    else { return nil }
    self.first = first
    self.second = second
    mark = []
    flaw = 0
    repeatedMarkLength = 0
    trust = .literal
    whole = .none
    goesOnElsewhere = false
    let headKey = WordKey(head)
    joined = headKey.adding(tail)
    startsCapital = false
    hyphenated = headKey.hyphenated.adding(tail)
    hyphenatedAsPrinted = hyphenated
  }

  /// Bytes of the mark at the end of `line`: the source's own, or one that it ends with. A soft mark after another
  /// mark is the same mark set twice.
  static func markLength(of line: Line) -> Int {
    let text = line.utf8
    var length = max(line.markLength, BreakMark.length(atEndOf: text))
    // Only the source's word for it makes a dash a misread hyphen.
    if length == 0, line.halves.contains(.first), let last = Letters.last(text), last == 0x2013 || last == 0x2014 {
      length = 3
    }
    guard length > 0, length <= text.count else { return 0 }
    if BreakMark.isSoft(atEndOf: text) { length += BreakMark.length(atEndOf: text.dropLast(length)) }
    return length
  }

  /// What is left of `word` without what stands after its last letter.
  private static func withoutFlaws(atEndOf word: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    word.withUnsafeBufferPointer { bytes in
      var index = 0
      var end = 0
      while index < bytes.count {
        let (value, length) = Letters.scalar(bytes, index)
        index += length
        if Letters.isLetter(value) { end = index }
      }
      return word.prefix(end)
    }
  }

  /// Bytes of up to three characters before a small letter that are no letters and no figures.
  private static func flaw(atStartOf next: ArraySlice<UInt8>) -> Int {
    next.withUnsafeBufferPointer { bytes in
      var index = 0
      for count in 0...3 where index < bytes.count {
        let (value, length) = Letters.scalar(bytes, index)
        if Letters.isLetter(value) { return count > 0 && !Letters.isCapital(value) ? index : 0 }
        if Letters.isDigit(value) { return 0 }
        index += length
      }
      return 0
    }
  }

  /// Bytes of a lone quotation mark and the space after it, before a letter.
  private static func repeatedMark(atStartOf line: ArraySlice<UInt8>) -> Int {
    guard let space = line.firstIndex(of: 0x20), let after = Letters.first(line[(space + 1)...]),
      Letters.isLetter(after), !Letters.isCapital(after)
    else { return 0 }
    let isQuotation = line[..<space].withUnsafeBufferPointer { bytes in
      var index = 0
      while index < bytes.count {
        let (value, length) = Letters.scalar(bytes, index)
        guard quotationMarks.contains(value) || value == 0x2C || value == 0x27 else { return false }
        index += length
      }
      // A comma or an apostrophe may be a stain; two of them are a quotation mark.
      return bytes.count > 1 || bytes.first == 0x22
    }
    return isQuotation ? space + 1 - line.startIndex : 0
  }

  static let quotationMarks: [UInt32] = [0x22, 0xAB, 0xBB, 0x201C, 0x201D, 0x201E]

  /// The letters from the start of `bytes`.
  static func lettersAtStart(of bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    bytes.withUnsafeBufferPointer { buffer in
      var index = 0
      while index < buffer.count {
        let (value, length) = Letters.scalar(buffer, index)
        guard Letters.isLetter(value) else { break }
        index += length
      }
      return bytes.prefix(index)
    }
  }

  /// The letters up to the end of `bytes`.
  static func lettersAtEnd(of bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    bytes.withUnsafeBufferPointer { buffer in
      var index = 0
      var start = 0
      while index < buffer.count {
        let (value, length) = Letters.scalar(buffer, index)
        index += length
        if !Letters.isLetter(value) { start = index }
      }
      return bytes.dropFirst(start)
    }
  }

  private static func whole(_ word: String?, _ first: ArraySlice<UInt8>, _ second: ArraySlice<UInt8>) -> Whole {
    guard let word else { return .none }
    let whole = plain(Array(word.utf8)[...])
    let first = plain(first)
    let second = plain(second)
    guard whole.starts(with: first), whole.count > first.count else { return .other }
    let rest = whole.dropFirst(first.count)
    if rest.elementsEqual(second) { return .joined }
    return rest.first == 0x2D && rest.dropFirst().elementsEqual(second) ? .hyphenated : .other
  }

  /// Letters, figures and the hyphens between them: sources give the whole of `„Speis-|ung“` with quotes or without.
  private static func plain(_ word: ArraySlice<UInt8>) -> ArraySlice<UInt32> {
    let all = word.withUnsafeBufferPointer { bytes in
      var all: [UInt32] = []
      var index = 0
      while index < bytes.count {
        let (value, length) = Letters.scalar(bytes, index)
        index += length
        if value == 0x2D || Letters.isLetter(value) || Letters.isDigit(value) { all.append(value) }
      }
      return all
    }
    return all.drop { $0 == 0x2D }.dropLast(all.reversed().prefix { $0 == 0x2D }.count)
  }
}
