import OffprintKit

/// What the text of a line tells of its place in a paragraph.
struct LineLook {
  /// Its last character that is no closing quote or bracket ends a sentence.
  private(set) var endsSentence = false
  /// Its first letter is a small one.
  private(set) var startsLowerCase = false
  /// It begins with a capital, a figure or a mark of a list.
  private(set) var beginsAnew = false
  /// Nearly all its letters are capitals.
  private(set) var isUpperCase = false
  /// It ends with a break mark right after a letter or digit; after a full stop that is a stain.
  private(set) var breaksWord = false
  /// Code points.
  private(set) var count = 0

  init(_ line: Line) {
    let text = line.utf8
    var capitals = 0
    var small = 0
    var isFirstLetter = true
    var last: UInt32 = 0
    text.withUnsafeBufferPointer { bytes in
      var index = 0
      while index < bytes.count {
        let (value, length) = Letters.scalar(bytes, index)
        index += length
        count += 1
        if Letters.isLetter(value) {
          let isSmall = Letters.isSmall(value)
          if isSmall { small += 1 } else if Letters.isCapital(value) { capitals += 1 }
          if isFirstLetter { startsLowerCase = isSmall }
          isFirstLetter = false
          last = value
        } else if value > 0x7F || value < 0x20 {
          if isFirstLetter, Letters.isUnspaced(value) { isFirstLetter = false }
          if !Self.closes(value) { last = value }
        } else if value != 0x20, value != 0x22, value != 0x27, value != 0x29, value != 0x5D {
          last = value
        }
      }
    }
    endsSentence = Unicode.Scalar(last).map(Phrase.sentenceEnds.contains) ?? false
    if let first = Letters.first(text) {
      beginsAnew = Letters.isCapital(first) || Letters.isDigit(first) || first == 0x2022 || first == 0x2014
    }
    isUpperCase = Phrase.areCapitals(capitals, small: small)
    let mark = BreakMark.length(atEndOf: text)
    if mark > 0, let stem = text.dropLast(mark).last {
      breaksWord = stem >= 0x80 || Letters.isLetter(UInt32(stem)) || Letters.isDigit(UInt32(stem))
    }
  }

  private static func closes(_ value: UInt32) -> Bool { Unicode.Scalar(value).map(Phrase.closes) ?? false }
}

/// How one line ends and the next begins.
struct LineEnds {
  let endsSentence: Bool
  let nextStartsLowerCase: Bool
  let changesCapitals: Bool
  /// Both are set in capitals.
  let areCapitals: Bool
  let breaksWord: Bool

  init(_ a: LineLook, _ b: LineLook) {
    endsSentence = a.endsSentence
    nextStartsLowerCase = b.startsLowerCase
    breaksWord = a.breaksWord
    areCapitals = a.isUpperCase && b.isUpperCase
    changesCapitals = a.isUpperCase != b.isUpperCase && min(a.count, b.count) >= 6
  }

  init(_ a: Line, _ b: Line) { self.init(LineLook(a), LineLook(b)) }
}
