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
    guard !isWord else { return nil }
    let count = rules.vocabulary[line.joined].all
    if count >= rules.minEvidence { return Verdict(.joined, .lostHyphen(count), 0.85) }
    if rules.wordList?.contains(line.joined) ?? false {
      return Verdict(.joined, count > 0 ? .lostHyphen(count) : .inWordList, 0.85)
    }
    guard let batch = rules.batch, batch[line.joined] >= rules.minEvidence, !halves.contains(where: { batch[$0] > 0 })
    else { return nil }
    return Verdict(.joined, .lostHyphenInBatch(batch[line.joined]), 0.85)
  }
}
