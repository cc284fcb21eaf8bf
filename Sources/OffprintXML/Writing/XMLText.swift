/// The one gate for text on its way into an XML file: what XML 1.0 cannot hold never gets through.
///
/// XML 1.0 (fifth edition, production 2, Char) has no C0 control characters but tab, line feed and carriage return,
/// no surrogates, and neither U+FFFE nor U+FFFF. Each of them, and each run of bytes that is not UTF-8, becomes
/// U+FFFD, one for one, and is counted.
public enum XMLText {
  /// How many characters of `bytes` XML cannot hold; runs of bytes that are not UTF-8 count as the Unicode standard
  /// has them replaced (maximal subparts).
  @inlinable
  public static func faults(in bytes: some Sequence<UInt8>) -> Int {
    bytes.withContiguousStorageIfAvailable { count(in: $0) } ?? Array(bytes).withUnsafeBufferPointer(count(in:))
  }

  /// `text` as XML can hold it, and how many characters had to be replaced.
  public static func cleaned(_ text: some Sequence<UInt8>) -> (bytes: [UInt8], replaced: Int) {
    let all = Array(text)
    let faults = all.withUnsafeBufferPointer(count(in:))
    guard faults > 0 else { return (all, 0) }
    var out: [UInt8] = []
    out.reserveCapacity(all.count + 2 * faults)
    for scalar in String(decoding: all, as: UTF8.self).unicodeScalars {
      out.append(contentsOf: UTF8.encode(isAllowed(scalar) ? scalar : "\u{FFFD}") ?? replacement)
    }
    return (out, faults)
  }

  static let replacement = UTF8.EncodedScalar("\u{FFFD}".utf8)

  static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: true
    case 0..<0x20, 0xFFFE, 0xFFFF: false
    default: true
    }
  }

  /// Plain ASCII goes by in words of eight bytes; all else is decoded and looked at.
  @usableFromInline
  static func count(in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var at = 0
    var faults = 0
    while at < bytes.count {
      at = endOfPlain(bytes, from: at)
      guard at < bytes.count else { break }
      let byte = bytes[at]
      if byte < 0x80 {
        if byte < 0x20, byte != 0x09, byte != 0x0A, byte != 0x0D { faults += 1 }
        at += 1
        continue
      }
      let step = UTF8Step(bytes, at: at)
      if !step.isValid || step.value == 0xFFFE || step.value == 0xFFFF { faults += 1 }
      at += step.length
    }
    return faults
  }

  /// The first byte from `start` on that is a control character or not ASCII.
  private static func endOfPlain(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var at = start
    let raw = UnsafeRawBufferPointer(bytes)
    while at + 8 <= bytes.count {
      let word = raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)
      // A byte below 0x20 borrows from its top bit; a byte above 0x7F has it set.
      if (word | (word &- 0x2020_2020_2020_2020)) & 0x8080_8080_8080_8080 != 0 { break }
      at += 8
    }
    while at < bytes.count, bytes[at] >= 0x20, bytes[at] < 0x80 { at += 1 }
    return at
  }
}

/// One step through bytes that may or may not be UTF-8 (Unicode 15, table 3-7 and section 3.9 on maximal subparts).
struct UTF8Step {
  var value: UInt32 = 0
  var length = 1
  var isValid = false

  init(_ bytes: UnsafeBufferPointer<UInt8>, at start: Int) {
    let lead = bytes[start]
    let (count, low, high): (Int, UInt8, UInt8)
    switch lead {
    case 0xC2...0xDF: (count, low, high) = (1, 0x80, 0xBF)
    case 0xE0: (count, low, high) = (2, 0xA0, 0xBF)
    case 0xED: (count, low, high) = (2, 0x80, 0x9F)
    case 0xE1...0xEF: (count, low, high) = (2, 0x80, 0xBF)
    case 0xF0: (count, low, high) = (3, 0x90, 0xBF)
    case 0xF1...0xF3: (count, low, high) = (3, 0x80, 0xBF)
    case 0xF4: (count, low, high) = (3, 0x80, 0x8F)
    default: return
    }
    value = UInt32(lead) & (0x3F >> UInt32(count))
    for step in 1...count {
      guard start + step < bytes.count else { return }
      let byte = bytes[start + step]
      guard byte >= (step == 1 ? low : 0x80), byte <= (step == 1 ? high : 0xBF) else { return }
      value = value << 6 | UInt32(byte & 0x3F)
      length = step + 1
    }
    isValid = true
  }
}
