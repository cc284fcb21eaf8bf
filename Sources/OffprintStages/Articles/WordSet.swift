import OffprintKit

/// The words of a text as a set of hashes, to see how many of them another text has too.
///
/// A word is a run of at least four letters, cut to its first six so that endings do not matter; in writing without
/// spaces it is each pair of neighbouring characters, as is usual for matching Chinese and Japanese text.
struct WordSet {
  /// Ascending, each once.
  private(set) var hashes: [UInt32] = []

  static let shortest = 4
  static let longest = 6

  init() {}

  init(_ scalars: [Unicode.Scalar]) {
    var word = WordHash()
    var length = 0
    var previousHan: Unicode.Scalar?
    func close() {
      if length >= Self.shortest { hashes.append(word.value) }
      (word, length) = (WordHash(), 0)
    }
    for scalar in scalars {
      if Script.isHan(scalar) || Script.isKana(scalar) {
        close()
        if let previousHan {
          var pair = WordHash()
          pair.take(previousHan.value)
          pair.take(scalar.value)
          hashes.append(pair.value)
        }
        previousHan = scalar
        continue
      }
      previousHan = nil
      if Self.isLetter(scalar) {
        if length < Self.longest { word.take(Self.folded(scalar)) }
        length += 1
      } else {
        close()
      }
    }
    close()
    settle()
  }

  /// The words of several texts.
  init(union sets: some Sequence<WordSet>) {
    for set in sets { hashes += set.hashes }
    settle()
  }

  /// The share of these words that `other` has too; 0 if there are none.
  func share(in other: WordSet) -> Double {
    guard !hashes.isEmpty else { return 0 }
    var common = 0
    forEachPlace(of: other) { _ in common += 1 }
    return Double(common) / Double(hashes.count)
  }

  /// Calls `found` with the place among these words of each that `other` has too.
  func forEachPlace(of other: WordSet, _ found: (Int) -> Void) {
    var at = 0
    for hash in other.hashes {
      while at < hashes.count, hashes[at] < hash { at += 1 }
      guard at < hashes.count else { return }
      if hashes[at] == hash { found(at) }
    }
  }

  private mutating func settle() {
    guard hashes.count > 1 else { return }
    hashes.sort()
    var kept = 1
    for index in 1..<hashes.count where hashes[index] != hashes[kept - 1] {
      hashes[kept] = hashes[index]
      kept += 1
    }
    hashes.removeLast(hashes.count - kept)
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isAlphabetic && (scalar.isASCII || scalar.value >= 0xC0)
  }

  /// Lower case, and the long s as s: headlines and text differ in these.
  private static func folded(_ scalar: Unicode.Scalar) -> UInt32 {
    scalar.value == 0x17F ? 0x73 : scalar.lowercased.value
  }
}

/// FNV-1a, 32 bits, over the four bytes of each character: the same on every machine and in every run.
private struct WordHash {
  private(set) var value: UInt32 = 2_166_136_261

  @inline(__always)
  mutating func take(_ character: UInt32) {
    value = (value ^ (character & 0xFF)) &* 16_777_619
    value = (value ^ (character >> 8 & 0xFF)) &* 16_777_619
    value = (value ^ (character >> 16 & 0xFF)) &* 16_777_619
    value = (value ^ (character >> 24)) &* 16_777_619
  }
}
