import CXXHash
import OffprintJSON

/// A line of the journal: a JSON object whose last member, `seal`, sums up the bytes before it. A line that was cut
/// off when a machine died, or damaged since, shows it.
enum JournalLine {
  private static let member = Array(#","seal":""#.utf8)
  private static let tail = 16 + 3

  /// The line with its line end.
  static func sealed(_ json: JSONValue) -> [UInt8] {
    var bytes: [UInt8] = []
    json.append(to: &bytes)
    bytes.removeLast()
    let sum = seal(of: bytes[...])
    bytes += member + sum
    bytes += Array("\"}\n".utf8)
    return bytes
  }

  /// True if the line, its end included, is as it was written.
  static func isWhole(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.count > member.count + tail, line.last == 0x0A else { return false }
    let sealed = line.dropLast(member.count + tail)
    let rest = line.suffix(member.count + tail)
    return rest.starts(with: member) && rest.dropFirst(member.count).prefix(16).elementsEqual(seal(of: sealed))
  }

  /// What a whole line says; nil if it is no JSON after all.
  static func value(_ line: ArraySlice<UInt8>) -> JSONValue? { try? JSONValue(Array(line.dropLast())) }

  /// The JSON string, quotes and escapes as they are, that is the value of the first key; nil if that is another.
  static func first(_ key: String, in line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    let head = Array("{\"\(key)\":\"".utf8)
    guard line.starts(with: head) else { return nil }
    var at = line.startIndex + head.count
    while at < line.endIndex, line[at] != UInt8(ascii: "\"") {
      at += line[at] == UInt8(ascii: "\\") ? 2 : 1
    }
    return at < line.endIndex ? line[(line.startIndex + head.count - 1)...at] : nil
  }

  /// 64 bits (XXH3) as 16 hexadecimal digits.
  private static func seal(of bytes: ArraySlice<UInt8>) -> [UInt8] {
    let sum = bytes.withUnsafeBytes { XXH3_64bits($0.baseAddress, $0.count) }
    let digits = String(sum, radix: 16)
    return Array((String(repeating: "0", count: 16 - digits.utf8.count) + digits).utf8)
  }
}
