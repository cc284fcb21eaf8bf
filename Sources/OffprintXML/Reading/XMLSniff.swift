/// Tells XML files apart by their first bytes.
public enum XMLSniff {
  /// The local name of the root element, if it stands in `head`; nil if these are not the first bytes of an XML file.
  ///
  /// Comments, processing instructions and a DOCTYPE before it are passed over. Files in UTF-16 are seen too.
  public static func rootElement(_ head: some Sequence<UInt8>) -> String? {
    var bytes = Array(head)
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) || bytes.prefix(2).contains(0) {
      bytes = bytes.filter { $0 != 0 && $0 < 0x80 }
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    var rest = bytes[...]
    while true {
      rest = rest.drop { $0 <= 0x20 }
      guard rest.first == UInt8(ascii: "<") else { return nil }
      rest = rest.dropFirst()
      if rest.starts(with: "!--".utf8) {
        guard let end = after("-->", in: rest) else { return nil }
        rest = end
      } else if rest.first == UInt8(ascii: "?") {
        guard let end = after("?>", in: rest) else { return nil }
        rest = end
      } else if rest.first == UInt8(ascii: "!") {
        guard let end = after(rest.prefix { $0 != UInt8(ascii: ">") }.contains(0x5B) ? "]>" : ">", in: rest) else {
          return nil
        }
        rest = end
      } else {
        let name = rest.prefix { $0 > 0x20 && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") }
        guard name.count < rest.count, !name.isEmpty else { return nil }
        return String(decoding: name, as: UTF8.self).split(separator: ":").last.map(String.init)
      }
    }
  }

  /// What stands behind the first place of a mark; nil if it has none.
  static func after(_ mark: StaticString, in bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    mark.withUTF8Buffer { mark in
      var at = bytes.startIndex
      while at + mark.count <= bytes.endIndex {
        if bytes[at..<at + mark.count].elementsEqual(mark) { return bytes[(at + mark.count)...] }
        at += 1
      }
      return nil
    }
  }
}
