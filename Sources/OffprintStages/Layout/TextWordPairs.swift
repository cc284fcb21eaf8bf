import Foundation
import OffprintKit

/// Which words follow which on a page, and which kinds of words: counted inside its lines, and asked where one line
/// might go on with another.
///
/// Words are looked at as kinds (how long, with which mark at the end, with a capital or not), and those that come
/// again and again as themselves too: after `of the` no page goes on with `of`.
struct TextWordPairs {
  /// Kinds of a first and of a second word, and the number of each if it comes often; 0 if not.
  private struct Ends {
    var lastKind = 0
    var lastWord = 0
    var firstKind = 0
    var firstWord = 0
    /// The letters of the last word: half a word, if the line ends with a broken one.
    var tail = WordKey()
  }

  /// A word of the page.
  private struct Seen {
    var key: WordKey
    var hasLetters: Bool
    /// No mark stands after its letters.
    var isOpen: Bool
    var lastKind: Int
    var firstKind: Int
  }

  private var ends: [Ends] = []
  /// For each piece the letters of its first word.
  private var heads: [ArraySlice<UInt8>] = []
  private var pairs: [UInt16]
  private var lefts: [UInt32]
  private var rights: [UInt32]
  private var total = 0.0
  private var counts = [UInt16](repeating: 0, count: Self.slots)

  /// Words are told apart by so many values of their keys. Two that share one are taken for the same: little is lost.
  private static let slots = 1 << 15
  /// From how many times on a word counts as itself; as many such words at most.
  private static let often = 4
  private static let mostWords: UInt8 = 255
  private static let lastKinds = 40
  private static let firstKinds = 16
  private static let width = firstKinds + Int(mostWords) + 1
  /// How many pairs are taken for granted, and how far single words are trusted.
  private static let granted = 4.0
  private static let trust = 0.6
  private static let most = 4.0
  /// What it counts that two halves make a word that stands elsewhere on the page.
  private static let wordFound = 1.2

  init(_ page: Page, _ pieces: TextPieces) {
    pairs = Array(repeating: 0, count: (Self.lastKinds + Int(Self.mostWords) + 1) * Self.width)
    lefts = Array(repeating: 0, count: Self.lastKinds + Int(Self.mostWords) + 1)
    rights = Array(repeating: 0, count: Self.width)
    var seen: [Seen] = []
    for piece in pieces.all {
      let words = page.lines[piece.line].words
      for index in words.startIndex + piece.firstWord..<words.startIndex + piece.firstWord + piece.wordCount {
        let bytes = words[index].utf8
        let core = Self.core(bytes)
        let key = WordKey(core)
        let isWhole = !core.isEmpty && core.endIndex == bytes.endIndex
        let word = Seen(
          key: key, hasLetters: !core.isEmpty, isOpen: isWhole, lastKind: Self.lastKind(bytes, core, isOpen: isWhole),
          firstKind: Self.firstKind(bytes, core))
        if word.hasLetters, counts[Self.slot(key)] < .max { counts[Self.slot(key)] += 1 }
        if index == words.startIndex + piece.firstWord { heads.append(core) }
        seen.append(word)
      }
    }
    var numbers = [UInt8](repeating: 0, count: Self.slots)
    var known: UInt8 = 0
    var next = 0
    for piece in pieces.all {
      var own = Ends()
      for rank in 0..<piece.wordCount {
        let word = seen[next]
        next += 1
        let slot = Self.slot(word.key)
        if word.hasLetters, numbers[slot] == 0, counts[slot] >= Self.often, known < Self.mostWords {
          known += 1
          numbers[slot] = known
        }
        let number = word.hasLetters ? Int(numbers[slot]) : 0
        if rank == 0 {
          (own.firstKind, own.firstWord) = (word.firstKind, number)
        } else {
          count((own.lastKind, own.lastWord), (word.firstKind, number))
        }
        // A word before a mark does not go on as it does without.
        (own.lastKind, own.lastWord, own.tail) = (word.lastKind, word.isOpen ? number : 0, word.key)
      }
      ends.append(own)
    }
  }

  private mutating func count(_ a: (kind: Int, word: Int), _ b: (kind: Int, word: Int)) {
    total += 1
    countAfter(a.kind, b)
    if a.word > 0 { countAfter(Self.lastKinds + a.word, b) }
    rights[b.kind] += 1
    if b.word > 0 { rights[Self.firstKinds + b.word] += 1 }
  }

  private mutating func countAfter(_ left: Int, _ b: (kind: Int, word: Int)) {
    lefts[left] += 1
    pairs[left * Self.width + b.kind] &+= 1
    if b.word > 0 { pairs[left * Self.width + Self.firstKinds + b.word] &+= 1 }
  }

  /// The logarithm of how much more often than by chance the first word of the piece `b` follows the last of `a`.
  func odds(_ a: Int, _ b: Int, isBroken: Bool) -> Double {
    let (first, second) = (ends[a], ends[b])
    if isBroken { return counts[Self.slot(first.tail.adding(heads[b]))] > 0 ? Self.wordFound : 0 }
    guard total > 0 else { return 0 }
    var ratio = odds(first.lastKind, second.firstKind)
    if second.firstWord > 0 { ratio *= odds(first.lastKind, Self.firstKinds + second.firstWord) }
    if first.lastWord > 0 {
      ratio *= odds(Self.lastKinds + first.lastWord, second.firstKind)
      if second.firstWord > 0 { ratio *= odds(Self.lastKinds + first.lastWord, Self.firstKinds + second.firstWord) }
    }
    return max(-Self.most, min(Self.most, Self.trust * log(ratio)))
  }

  private func odds(_ left: Int, _ right: Int) -> Double {
    let chance = Double(lefts[left]) * Double(rights[right]) / total
    return (Double(pairs[left * Self.width + right]) + Self.granted) / (chance + Self.granted)
  }

  private static func slot(_ key: WordKey) -> Int { Int((key.hash ^ key.hash >> 32) & UInt64(slots - 1)) }

  /// The word from its first letter to its last; empty if it has none.
  private static func core(_ word: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    word.withUnsafeBufferPointer { bytes in
      var (start, end, index) = (-1, 0, 0)
      while index < bytes.count {
        let (value, length) = Letters.scalar(bytes, index)
        if Letters.isLetter(value) {
          if start < 0 { start = index }
          end = index + length
        }
        index += length
      }
      return start < 0 ? [] : word[word.startIndex + start..<word.startIndex + end]
    }
  }

  /// Length in three steps, with a capital or not, and what stands after the letters.
  private static func lastKind(_ word: ArraySlice<UInt8>, _ core: ArraySlice<UInt8>, isOpen: Bool) -> Int {
    let mark: Int
    if isOpen {
      mark = 0
    } else {
      switch word.last ?? 0 {
      case 0x2E, 0x21, 0x3F: mark = 1
      case 0x2C, 0x3A, 0x3B: mark = 2
      case 0x30...0x39: mark = 3
      default: mark = 4
      }
    }
    let isCapital = Letters.first(word).map(Letters.isCapital) ?? false
    return (mark * 2 + (isCapital ? 1 : 0)) * 4 + min(core.count, 6) / 2
  }

  private static func firstKind(_ word: ArraySlice<UInt8>, _ core: ArraySlice<UInt8>) -> Int {
    let start: Int
    if let letter = Letters.first(core) {
      start = Letters.isCapital(letter) ? 1 : 0
    } else {
      start = Letters.first(word).map(Letters.isDigit) ?? false ? 2 : 3
    }
    return start * 4 + min(core.count, 6) / 2
  }
}
