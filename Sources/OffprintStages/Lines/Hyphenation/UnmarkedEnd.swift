import OffprintModel

/// Line ends without a mark that still do not simply meet with a space.
enum UnmarkedEnd {
  /// Closed if either side is in writing without spaces, or if a number was cut within such writing.
  static func unspaced(_ line: ArraySlice<UInt8>, _ next: ArraySlice<UInt8>) -> Verdict? {
    guard let last = line.last, let first = next.first else { return nil }
    if last < 0x80, first < 0x80 {
      guard Letters.isDigit(UInt32(last)), Letters.isDigit(UInt32(first)), hasUnspaced(line), hasUnspaced(next)
      else { return nil }
      return Verdict(.closed, .unspacedNumber, 0.9)
    }
    let sides = [Letters.last(line), Letters.first(next)]
    return sides.contains { $0.map(Letters.isUnspaced) ?? false } ? Verdict(.closed, .unspaced, 0.95) : nil
  }

  private static func hasUnspaced(_ line: ArraySlice<UInt8>) -> Bool {
    line.withUnsafeBufferPointer { bytes in
      var index = 0
      while index < bytes.count {
        let (value, length) = Letters.scalar(bytes, index)
        if value >= 0x2E80, Letters.isUnspaced(value) { return true }
        index += length
      }
      return false
    }
  }

  /// Joined if the word that the two sides would make is one of the issue, the word list or the batch, and neither
  /// side is one or is ever found inside a line, where no halves are.
  static func lostHyphen(_ line: LineBreak, _ rules: BreakRules) -> Verdict? {
    let halves = [WordKey(line.head), WordKey(line.tail)]
    let isWord = halves.contains { rules.vocabulary[$0].inside > 0 || rules.wordList?.contains($0) ?? false }
    let count = rules.vocabulary[line.joined].all
    let isListed = rules.wordList?.contains(line.joined) ?? false
    if count >= rules.minEvidence || isListed {
      return isWord ? nil : Verdict(.joined, count > 0 ? .lostHyphen(count) : .inWordList, 0.85)
    }
    if !isWord, let batch = rules.batch, batch[line.joined] >= rules.minEvidence,
      !halves.contains(where: { batch[$0] > 0 })
    {
      return Verdict(.joined, .lostHyphenInBatch(batch[line.joined]), 0.85)
    }
    return spelled(line, rules)
  }

  /// Joined if the dictionary has the word that the two sides would make, and one of the sides is no word, neither of
  /// the dictionary nor inside a line of the issue.
  private static func spelled(_ line: LineBreak, _ rules: BreakRules) -> Verdict? {
    guard let speller = rules.speller else { return nil }
    let isHalf = [line.head, line.tail].contains { half in
      rules.vocabulary[WordKey(half)].inside == 0 && !speller.knows(half)
    }
    return isHalf && speller.knowsJoined(line) ? Verdict(.joined, .inDictionary, 0.8) : nil
  }
}
