/// A word as the vocabulary knows it: a 64-bit hash of its letters with case, long s and ligatures put aside.
///
/// FNV-1a (Fowler, Noll, Vo) over code points. A key can go on where another ended, so that `peut`, `peut-` and
/// `peut-être` need one pass. Two words of one issue share a key about once in 10^10 issues.
struct WordKey: Hashable, Sendable {
  private(set) var hash: UInt64 = 0xCBF2_9CE4_8422_2325

  init() {}

  /// The key of a word written out, hyphens included.
  init(_ word: String) { self = WordKey().adding(Array(word.utf8)[...]) }

  init(_ letters: ArraySlice<UInt8>) { self = WordKey().adding(letters) }

  /// The key of `self` and then a hyphen.
  var hyphenated: WordKey {
    var key = self
    key.step(0x2D)
    return key
  }

  /// The same before a capital: `Adler-Orden` says nothing of `Adler-` `orden`, nor the other way round.
  var hyphenatedBeforeCapital: WordKey {
    var key = hyphenated
    key.step(0x5E)
    return key
  }

  /// The key of `self` and then `letters`.
  func adding(_ letters: ArraySlice<UInt8>) -> WordKey {
    var key = self
    letters.withUnsafeBufferPointer { buffer in
      var index = 0
      while index < buffer.count {
        let (value, length) = Letters.scalar(buffer, index)
        key.add(value)
        index += length
      }
    }
    return key
  }

  @inline(__always)
  mutating func add(_ value: UInt32) {
    if let plain = Self.plain(value) {
      for letter in plain.utf8 { step(UInt32(letter)) }
    } else {
      step(Letters.isHyphen(value) ? 0x2D : Letters.lower(value))
    }
  }

  @inline(__always)
  private mutating func step(_ value: UInt32) {
    hash = (hash ^ UInt64(value)) &* 0x0000_0100_0000_01B3
  }

  /// The key of a word in the spelling of `spelling`: a capital after a hyphen counts.
  init(spelled word: ArraySlice<UInt8>) {
    var key = WordKey()
    word.withUnsafeBufferPointer { bytes in
      var index = 0
      var isAfterHyphen = false
      while index < bytes.count {
        let (value, length) = Letters.scalar(bytes, index)
        if isAfterHyphen, Letters.isCapital(value) { key.step(0x5E) }
        key.add(value)
        isAfterHyphen = Letters.isHyphen(value)
        index += length
      }
    }
    self = key
  }

  /// A word in the spelling that its key stands for: small letters save after a hyphen, `s` for `ſ`, ligatures taken
  /// apart, plain hyphens.
  static func spelling(_ word: some Collection<UInt8>) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(word.count)
    for scalar in String(decoding: word, as: UTF8.self).unicodeScalars {
      let value = scalar.value
      if out.last == 0x2D, Letters.isCapital(value) {
        out += String(scalar).utf8
        continue
      }
      if value == 0x17F {
        out.append(0x73)
      } else if value >= 0xFB00, value - 0xFB00 < 7 {
        out += ligatures[Int(value - 0xFB00)].utf8
      } else {
        let folded = Letters.isHyphen(value) ? 0x2D : Letters.lower(value)
        out += String(Unicode.Scalar(folded) ?? scalar).utf8
      }
    }
    return out
  }

  /// What long s and the ligatures of metal type stand for; nil for any other letter.
  @inline(__always)
  static func plain(_ value: UInt32) -> String? {
    if value == 0x17F { return "s" }
    return value &- 0xFB00 < 7 ? ligatures[Int(value - 0xFB00)] : nil
  }

  /// U+FB00 to U+FB06.
  private static let ligatures: [String] = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"]
}
