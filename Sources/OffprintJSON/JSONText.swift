/// Writes JSON in the order in which it is told to: keys keep their order, so that equal values give equal bytes.
///
/// Control characters, the quote and the backslash are escaped (RFC 8259, section 7); all else stays as it is.
public enum JSONText {

  /// `{"key":value,…}` from values that are JSON already.
  public static func object(_ members: [(String, String)]) -> String {
    "{" + members.map { string($0.0) + ":" + $0.1 }.joined(separator: ",") + "}"
  }

  /// `[value,…]` from values that are JSON already.
  public static func array(_ values: some Sequence<String>) -> String {
    "[" + values.joined(separator: ",") + "]"
  }

  /// A quoted and escaped string.
  public static func string(_ value: String) -> String {
    var out = [UInt8]()
    out.reserveCapacity(value.utf8.count + 2)
    append(value.utf8, to: &out)
    return String(decoding: out, as: UTF8.self)
  }

  /// The shortest number that reads back as the same value; `null` for what is no number.
  public static func number(_ value: Double) -> String {
    guard value.isFinite else { return "null" }
    return value == value.rounded() && abs(value) < 1e15 ? "\(Int(value))" : "\(value)"
  }

  /// Appends a quoted and escaped string to bytes; the fast way for long texts.
  @inlinable
  public static func append(_ value: some Sequence<UInt8>, to out: inout [UInt8]) {
    out.append(quote)
    if value.withContiguousStorageIfAvailable({ appendRuns(of: $0, to: &out) }) == nil {
      Array(value).withUnsafeBufferPointer { appendRuns(of: $0, to: &out) }
    }
    out.append(quote)
  }

  /// Copies what stays as it is in one piece up to the next byte that is escaped.
  @usableFromInline
  static func appendRuns(of bytes: UnsafeBufferPointer<UInt8>, to out: inout [UInt8]) {
    var start = 0
    for index in bytes.indices {
      let byte = bytes[index]
      guard byte < 0x20 || byte == quote || byte == backslash || byte == 0x7F else { continue }
      out.append(contentsOf: bytes[start..<index])
      start = index + 1
      out.append(backslash)
      switch byte {
      case quote, backslash: out.append(byte)
      case 0x0A: out.append(UInt8(ascii: "n"))
      case 0x0D: out.append(UInt8(ascii: "r"))
      case 0x09: out.append(UInt8(ascii: "t"))
      default: out += [UInt8(ascii: "u"), UInt8(ascii: "0"), UInt8(ascii: "0"), digit(byte >> 4), digit(byte & 15)]
      }
    }
    out.append(contentsOf: bytes[start...])
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }

  @usableFromInline static let quote = UInt8(ascii: "\"")
  private static let backslash = UInt8(ascii: "\\")
}
