import OffprintKit

/// The words of a text as a set of hashes, to see how many of them another text has too.
///
/// A word is a run of at least four letters, cut to its first six so that endings do not matter; in writing without
/// spaces it is each pair of neighbouring characters, as is usual for matching Chinese and Japanese text.
struct WordSet {
  private(set) var hashes: Set<UInt32> = []

  static let shortest = 4
  static let longest = 6

  init() {}

  init(_ scalars: [Unicode.Scalar]) {
    var word: [UInt32] = []
    var previousHan: Unicode.Scalar?
    func close() {
      if word.count >= Self.shortest { hashes.insert(Self.hash(word.prefix(Self.longest))) }
      word.removeAll(keepingCapacity: true)
    }
    for scalar in scalars {
      if Script.isHan(scalar) || Script.isKana(scalar) {
        close()
        if let previousHan { hashes.insert(Self.hash([previousHan.value, scalar.value])) }
        previousHan = scalar
        continue
      }
      previousHan = nil
      if Self.isLetter(scalar) {
        word.append(Self.folded(scalar))
      } else {
        close()
      }
    }
    close()
  }

  mutating func formUnion(_ other: WordSet) { hashes.formUnion(other.hashes) }

  /// The share of these words that `other` has too; 0 if there are none.
  func share(in other: WordSet) -> Double {
    guard !hashes.isEmpty else { return 0 }
    return Double(hashes.count { other.hashes.contains($0) }) / Double(hashes.count)
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isAlphabetic && (scalar.isASCII || scalar.value >= 0xC0)
  }

  /// Lower case, and the long s as s: headlines and text differ in these.
  private static func folded(_ scalar: Unicode.Scalar) -> UInt32 {
    scalar.value == 0x17F ? 0x73 : scalar.lowercased.value
  }

  /// FNV-1a, 32 bits: the same on every machine and in every run.
  private static func hash(_ values: some Sequence<UInt32>) -> UInt32 {
    var hash: UInt32 = 2_166_136_261
    for value in values {
      hash = (hash ^ (value & 0xFF)) &* 16_777_619
      hash = (hash ^ (value >> 8 & 0xFF)) &* 16_777_619
      hash = (hash ^ (value >> 16 & 0xFF)) &* 16_777_619
      hash = (hash ^ (value >> 24)) &* 16_777_619
    }
    return hash
  }
}
