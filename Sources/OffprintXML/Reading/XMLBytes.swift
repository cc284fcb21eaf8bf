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
  @inlinable
  public func equals(_ text: StaticString) -> Bool {
    text.utf8CodeUnitCount == bytes.count && text.withUTF8Buffer { $0.elementsEqual(bytes) }
  }

  /// The value as a whole number; nil if it is anything else. Spaces around are allowed.
  public var int: Int? {
    guard let value = double, value == value.rounded(), abs(value) < 9e15 else { return nil }
    return Int(value)
  }

  /// The value as a decimal number such as `12`, `-0.5` or `1.2e3`; nil if it is anything else, `NaN` and `INF`
  /// among it. Spaces around are allowed. Digits are read here, since the C functions heed the locale.
  public var double: Double? {
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
