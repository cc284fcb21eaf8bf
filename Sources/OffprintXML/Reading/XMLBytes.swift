#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The bytes of a text or of an attribute's value, in UTF-8. They are lent for the time of the call that hands them
/// over, and are not to be kept.
public struct XMLBytes {
  public let bytes: UnsafeBufferPointer<UInt8>

  @inlinable
  public init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  @inlinable public var isEmpty: Bool { bytes.isEmpty }
  @inlinable public var count: Int { bytes.count }

  /// A copy as a string.
  public var string: String { String(decoding: bytes, as: UTF8.self) }

  /// True if the bytes are those of `text`.
  ///
  /// Inlined, since names are told by long rows of such questions: nearly all are answered by the length alone.
  @inlinable @inline(__always)
  public func equals(_ text: StaticString) -> Bool {
    text.utf8CodeUnitCount == bytes.count && text.withUTF8Buffer(isSame)
  }

  /// True if the bytes are those of a string made elsewhere. It has a label, or each literal would be such a string.
  public func equals(string text: String) -> Bool {
    text.utf8.withContiguousStorageIfAvailable(isSame) ?? text.utf8.elementsEqual(bytes)
  }

  /// True if the bytes are the same.
  public func equals(_ others: [UInt8]) -> Bool { others.withUnsafeBufferPointer(isSame) }

  /// True if the bytes end with those of `text`.
  public func hasSuffix(_ text: StaticString) -> Bool {
    text.withUTF8Buffer { text in
      text.count <= count && XMLBytes(UnsafeBufferPointer(rebasing: bytes.suffix(text.count))).isSame(text)
    }
  }

  /// True if `word`, in small letters of ASCII, stands anywhere in the bytes, in small letters or capitals.
  public func mentions(_ word: StaticString) -> Bool {
    word.withUTF8Buffer { word in
      guard count >= word.count else { return false }
      return (0...count - word.count).contains { start in
        word.indices.allSatisfy { bytes[start + $0] | 0x20 == word[$0] }
      }
    }
  }

  @usableFromInline
  func isSame(_ others: UnsafeBufferPointer<UInt8>) -> Bool {
    guard others.count == bytes.count else { return false }
    guard let own = bytes.baseAddress, let other = others.baseAddress else { return true }
    return memcmp(own, other, bytes.count) == 0
  }

  /// The value of at most eight digits and nothing else, as nearly all places on a page are written; nil for all else.
  @inlinable @inline(__always)
  public var digits: Int? {
    guard !bytes.isEmpty, bytes.count <= 8 else { return nil }
    var value = 0
    return digits(from: 0, into: &value) == bytes.count ? value : nil
  }

  /// The value as a whole number; nil if it is anything else. Spaces around are allowed.
  public var int: Int? {
    guard let value = double, value == value.rounded(), abs(value) < 9e15 else { return nil }
    return Int(value)
  }

  /// The value as a decimal number such as `12`, `-0.5` or `1.2e3`; nil if it is anything else, `NaN` and `INF`
  /// among it. Spaces around are allowed. Digits are read here, since the C functions heed the locale.
  public var double: Double? { plainDouble ?? anyDouble }

  /// The value of what is only digits, with or without a full stop among them, as nearly all figures are; nil for
  /// other spellings, and for more than fifteen digits, which a `Double` could round on the way.
  private var plainDouble: Double? {
    guard bytes.count <= 16 else { return nil }
    var value = 0
    let whole = digits(from: 0, into: &value)
    if whole == bytes.count { return whole > 0 && whole <= 15 ? Double(value) : nil }
    guard bytes[whole] == UInt8(ascii: ".") else { return nil }
    let end = digits(from: whole + 1, into: &value)
    guard end == bytes.count, end > 1 else { return nil }
    var scale = 1.0
    for _ in whole + 1..<end { scale *= 10 }
    return Double(value) / scale
  }

  /// Reads digits from a place on, onto the number that is there already, and gives the place after the last one.
  @inlinable @inline(__always)
  public func digits(from start: Int, into value: inout Int) -> Int {
    var at = start
    while at < bytes.count {
      let digit = bytes[at] &- 0x30
      guard digit < 10 else { break }
      value = value &* 10 &+ Int(digit)
      at += 1
    }
    return at
  }

  private var anyDouble: Double? {
    var at = 0
    var end = bytes.count
    while at < end, bytes[at] <= 0x20 { at += 1 }
    while end > at, bytes[end - 1] <= 0x20 { end -= 1 }
    guard at < end else { return nil }
    let isNegative = bytes[at] == UInt8(ascii: "-")
    if isNegative || bytes[at] == UInt8(ascii: "+") { at += 1 }
    var value = 0.0
    var digits = 0
    while at < end, let digit = digit(at) {
      value = value * 10 + digit
      digits += 1
      at += 1
    }
    if at < end, bytes[at] == UInt8(ascii: ".") {
      at += 1
      var scale = 1.0
      while at < end, let digit = digit(at) {
        scale *= 10
        value = value * 10 + digit
        digits += 1
        at += 1
      }
      value /= scale
    }
    guard digits > 0 else { return nil }
    if at < end, bytes[at] | 0x20 == UInt8(ascii: "e") {
      guard let power = exponent(from: at + 1, to: end) else { return nil }
      value *= power
      at = end
    }
    guard at == end, value.isFinite else { return nil }
    return isNegative ? -value : value
  }

  private func digit(_ index: Int) -> Double? {
    let byte = bytes[index]
    return byte >= 0x30 && byte <= 0x39 ? Double(byte - 0x30) : nil
  }

  /// The power of ten that an exponent stands for; nil if it is none, or beyond what a coordinate could mean.
  private func exponent(from start: Int, to end: Int) -> Double? {
    guard let exponent = Int(String(decoding: bytes[start..<end], as: UTF8.self)), abs(exponent) < 300 else {
      return nil
    }
    var power = 1.0
    for _ in 0..<abs(exponent) { power *= 10 }
    return exponent < 0 ? 1 / power : power
  }
}
