import Foundation
import OffprintKit

/// How well one line of a text page goes on with another, as the page itself has it: how lines begin after full and
/// after short lines that end with a broken word, a sentence, a comma or a letter, and which words follow each other inside its lines.
///
/// Costs are negative logarithms of odds: 0 is chance, less than 0 better than that.
struct TextLinks {
  /// How a line ends.
  enum End: Int, CaseIterable { case brokenWord, sentence, pause, digit, letter, other }
  /// What a line begins with.
  enum Start: Int, CaseIterable { case small, capital, digit, other }

  private let ends: [End]
  /// For each piece whether it is shorter than a line usually is.
  private let areShort: [Bool]
  private let starts: [Start]
  private let words: TextWordPairs
  private var costs = [Double](repeating: 0, count: 2 * End.allCases.count * Start.allCases.count)

  /// A line that does not reach this share of the measure is short.
  private static let full = 0.8
  /// As many lines as are taken for granted before those of the page are counted.
  private static let granted = 10.0

  init(_ page: Page, _ pieces: TextPieces) {
    words = TextWordPairs(page, pieces)
    var ends: [End] = []
    var starts: [Start] = []
    for piece in pieces.all {
      let words = page.lines[piece.line].words
      let first = words.startIndex + piece.firstWord
      ends.append(Self.end(words[first + piece.wordCount - 1].utf8))
      starts.append(Self.start(words[first].utf8))
    }
    self.ends = ends
    self.starts = starts
    areShort = pieces.all.map { Double($0.width) < Self.full * Double(pieces.measure) }
  }

  /// Learns from lines that follow each other in their columns, given as indices of pieces.
  mutating func learn(from pairs: [(Int, Int)]) {
    let width = Start.allCases.count
    var seen = [Double](repeating: 0, count: costs.count)
    var seenEnd = [Double](repeating: 0, count: 2 * End.allCases.count)
    var seenStart = [Double](repeating: 2, count: width)
    for (a, b) in pairs {
      seen[end(of: a) * width + starts[b].rawValue] += 1
      seenEnd[end(of: a)] += 1
      seenStart[starts[b].rawValue] += 1
    }
    let total = seenStart.reduce(0, +)
    for end in seenEnd.indices {
      for start in Start.allCases {
        let usual = seenStart[start.rawValue] / total
        let place = end * width + start.rawValue
        let expected = Self.expected(start, after: End.allCases[end / 2], isShort: end % 2 == 1)
        let share = (seen[place] + Self.granted * expected * usual) / (seenEnd[end] + Self.granted)
        costs[place] = max(-1.5, min(3, -log(share / usual)))
      }
    }
  }

  private func end(of piece: Int) -> Int { ends[piece].rawValue * 2 + (areShort[piece] ? 1 : 0) }

  /// What it costs that the piece `b` goes on where `a` ends.
  func cost(_ a: Int, _ b: Int) -> Double {
    costs[end(of: a) * Start.allCases.count + starts[b].rawValue] - words.odds(a, b, isBroken: isBroken(a))
  }

  func isBroken(_ piece: Int) -> Bool { ends[piece] == .brokenWord }
  func endsSentence(_ piece: Int) -> Bool { ends[piece] == .sentence }

  /// How much more often than others such a line follows, in any language with small letters.
  private static func expected(_ start: Start, after end: End, isShort: Bool) -> Double {
    let short = !isShort || end == .brokenWord ? 1 : start == .small ? 0.5 : 1.3
    switch (end, start) {
    case (.brokenWord, .small): return 4
    case (.brokenWord, .capital): return 0.3
    case (.sentence, .small): return 0.6 * short
    case (.sentence, .capital): return 1.6 * short
    default: return short
    }
  }

  private static func end(_ word: ArraySlice<UInt8>) -> End {
    var rest = word
    while let last = Letters.last(rest), closing.contains(last) {
      rest = rest.dropLast(last < 0x80 ? 1 : last < 0x800 ? 2 : 3)
    }
    guard let last = Letters.last(rest) else { return .other }
    if rest.count > 1, BreakMark.length(atEndOf: rest) > 0 { return .brokenWord }
    switch last {
    case 0x2E, 0x21, 0x3F, 0x3002, 0xFF01, 0xFF1F: return .sentence
    case 0x2C, 0x3B, 0x3A, 0xFF0C, 0xFF1B, 0xFF1A, 0x3001: return .pause
    default: return Letters.isDigit(last) ? .digit : Letters.isLetter(last) ? .letter : .other
    }
  }

  private static func start(_ word: ArraySlice<UInt8>) -> Start {
    word.withUnsafeBufferPointer { bytes in
      var index = 0
      for _ in 0..<3 where index < bytes.count {
        let (value, length) = Letters.scalar(bytes, index)
        if Letters.isLetter(value) { return Letters.isCapital(value) ? .capital : .small }
        if Letters.isDigit(value) { return .digit }
        index += length
      }
      return .other
    }
  }

  /// Quotes and brackets after the mark that ends a sentence.
  private static let closing: Set<UInt32> = [0x22, 0x27, 0x29, 0xBB, 0x2019, 0x201C, 0x201D, 0x203A]
}
