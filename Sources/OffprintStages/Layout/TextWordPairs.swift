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
    /// The last word without its mark, if the line ends with a broken one.
    var tail = WordKey()
    var head: ArraySlice<UInt8> = []
  }

  private var ends: [Ends] = []
  private var pairs: [UInt16]
  private var lefts: [UInt32]
  private var rights: [UInt32]
  private var total = 0.0
  private var counts = [UInt16](repeating: 0, count: Self.slots)

  /// Words are told apart by so many values of their keys. Two that share one are taken for the same: little is lost.
  private static let slots = 1 << 15
  /// From how many times on a word counts as itself; as many such words at most.
  private static let often = 4
  private static let mostWords = 255
  private static let lastKinds = 40
  private static let firstKinds = 16
  private static let width = firstKinds + mostWords + 1
  /// How many pairs are taken for granted, and how far single words are trusted.
  private static let granted = 4.0
  private static let trust = 0.6
  private static let most = 4.0
  /// What it counts that two halves make a word that stands elsewhere on the page.
  private static let wordFound = 1.2

  init(_ page: Page, _ pieces: TextPieces) {
    pairs = Array(repeating: 0, count: (Self.lastKinds + Self.mostWords + 1) * Self.width)
    lefts = Array(repeating: 0, count: Self.lastKinds + Self.mostWords + 1)
    rights = Array(repeating: 0, count: Self.width)
    var slots: [Int] = []
    for piece in pieces.all {
      for word in Self.words(of: piece, page) {
        let slot = Self.slot(WordKey(Self.core(word.utf8)))
        counts[slot] &+= counts[slot] < .max ? 1 : 0
        slots.append(slot)
      }
    }
    var numbers = [UInt8](repeating: 0, count: Self.slots)
    var known = 0
    var at = 0
    for piece in pieces.all {
      var own = Ends()
      var last: (kind: Int, word: Int)?
      let words = Self.words(of: piece, page)
      for word in words {
        let slot = slots[at]
        at += 1
        let bytes = word.utf8
        let core = Self.core(bytes)
        if !core.isEmpty, numbers[slot] == 0, counts[slot] >= Self.often, known < Self.mostWords {
          known += 1
          numbers[slot] = UInt8(known)
        }
        let number = core.isEmpty ? 0 : Int(numbers[slot])
        let second = (kind: Self.firstKind(bytes, core), word: number)
        if let last {
          count(last, second)
        } else {
          (own.firstKind, own.firstWord, own.head) = (second.kind, number, core)
        }
        // A word before a mark does not go on as it does without.
        let isOpen = core.endIndex == bytes.endIndex
        last = (Self.lastKind(bytes, core), isOpen ? number : 0)
        (own.lastKind, own.lastWord, own.tail) = (last?.kind ?? 0, last?.word ?? 0, WordKey(core))
      }
      ends.append(own)
    }
  }

  private mutating func count(_ a: (kind: Int, word: Int), _ b: (kind: Int, word: Int)) {
    total += 1
    for left in [a.kind, Self.lastKinds + a.word] where left != Self.lastKinds {
      lefts[left] += 1
      for right in [b.kind, Self.firstKinds + b.word] where right != Self.firstKinds {
        pairs[left * Self.width + right] &+= 1
      }
    }
    rights[b.kind] += 1
    if b.word > 0 { rights[Self.firstKinds + b.word] += 1 }
  }

  /// The logarithm of how much more often than by chance the first word of the piece `b` follows the last of `a`.
  func odds(_ a: Int, _ b: Int, isBroken: Bool) -> Double {
    let (first, second) = (ends[a], ends[b])
    if isBroken { return counts[Self.slot(first.tail.adding(second.head))] > 0 ? Self.wordFound : 0 }
    guard total > 0 else { return 0 }
    var sum = 0.0
    for left in [first.lastKind, Self.lastKinds + first.lastWord] where left != Self.lastKinds {
      for right in [second.firstKind, Self.firstKinds + second.firstWord] where right != Self.firstKinds {
        let chance = Double(lefts[left]) * Double(rights[right]) / total
        sum += log((Double(pairs[left * Self.width + right]) + Self.granted) / (chance + Self.granted))
      }
    }
    return max(-Self.most, min(Self.most, Self.trust * sum))
  }

  private static func slot(_ key: WordKey) -> Int { Int((key.hash ^ key.hash >> 32) & UInt64(slots - 1)) }

  private static func words(of piece: TextPiece, _ page: Page) -> [Word] {
    let words = page.lines[piece.line].words
    let first = words.startIndex + piece.firstWord
    return (first..<first + piece.wordCount).map { words[$0] }
  }

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
  private static func lastKind(_ word: ArraySlice<UInt8>, _ core: ArraySlice<UInt8>) -> Int {
    let mark: Int
    if !core.isEmpty, core.endIndex == word.endIndex {
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
