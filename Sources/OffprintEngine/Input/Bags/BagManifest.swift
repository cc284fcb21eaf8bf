import OffprintArchives

/// A list of checksums: lines of a sum, white space, and a path from the bag's folder on (RFC 8493, section 2.1.3).
struct BagManifest: Sendable {
  let kind: ChecksumKind
  /// Sums in lower case, by path.
  private(set) var sums: [String: String] = [:]
  /// Lines that say nothing.
  private(set) var unread = 0

  init(_ bytes: [UInt8], kind: ChecksumKind) {
    self.kind = kind
    for line in bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
      let sum = line.prefix { $0 > 0x20 }
      let path = line[sum.endIndex...].drop { $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: "*") }
      guard sum.count == kind.digits, !path.isEmpty else {
        unread += 1
        continue
      }
      sums[Self.path(path)] = String(decoding: sum, as: UTF8.self).lowercased()
    }
  }

  /// `%0A`, `%0D` and `%25` stand for what a line could not hold; some programs begin paths with `./`.
  private static func path(_ bytes: ArraySlice<UInt8>) -> String {
    var path = String(decoding: bytes, as: UTF8.self)
    if path.utf8.contains(UInt8(ascii: "%")) {
      for (escape, character) in [("%0A", "\n"), ("%0a", "\n"), ("%0D", "\r"), ("%0d", "\r"), ("%25", "%")] {
        path = path.replacing(escape, with: character)
      }
    }
    return path.hasPrefix("./") ? String(path.dropFirst(2)) : path
  }
}
