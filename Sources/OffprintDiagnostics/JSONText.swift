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

  /// Appends a quoted and escaped string to bytes; the fast way for long texts.
  public static func append(_ value: some Sequence<UInt8>, to out: inout [UInt8]) {
    out.append(UInt8(ascii: "\""))
    for byte in value {
      switch byte {
      case UInt8(ascii: "\""): out += [UInt8(ascii: "\\"), UInt8(ascii: "\"")]
      case UInt8(ascii: "\\"): out += [UInt8(ascii: "\\"), UInt8(ascii: "\\")]
      case 0x0A: out += Array("\\n".utf8)
      case 0x0D: out += Array("\\r".utf8)
      case 0x09: out += Array("\\t".utf8)
      case 0..<0x20, 0x7F:
        let digits = Array("0123456789abcdef".utf8)
        out += Array("\\u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      default: out.append(byte)
      }
    }
    out.append(UInt8(ascii: "\""))
  }
}
