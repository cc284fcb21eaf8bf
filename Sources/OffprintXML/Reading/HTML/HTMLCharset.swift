/// The encoding of an HTML file.
struct HTMLCharset {
  /// As the file says, in lower case.
  var name: String
  /// As iconv has it, with the bytes of its smallest characters; nil for UTF-8.
  var other: (name: String, unit: Int)?
  /// Bytes of the mark at the beginning, if that is not for UTF-8.
  var markLength = 0

  /// Looks for a byte order mark, an XML declaration, and a `meta` in the first kilobytes, in this order.
  init(of bytes: [UInt8]) {
    let head = bytes.prefix(4096)
    if let first = head.first, head.count > 1, let wide = Self.wide(first, head[1]) {
      (name, other, markLength) = ("utf-16", (wide.name, 2), wide.hasMark ? 2 : 0)
      return
    }
    name = Self.said(in: head) ?? "utf-8"
    switch InputEncoding.named(name) {
    case .utf8: other = nil
    case .legacy(let name): other = (name, 1)
    // What says that it is UTF-16, in letters of a byte each, is not.
    case .untouchable: other = name.hasPrefix("utf-16") || name.hasPrefix("ucs") ? nil : (name, 1)
    }
  }

  private static func wide(_ first: UInt8, _ second: UInt8) -> (name: String, hasMark: Bool)? {
    switch (first, second) {
    case (0xFF, 0xFE): ("UTF-16LE", true)
    case (0xFE, 0xFF): ("UTF-16BE", true)
    case (_, 0): ("UTF-16LE", false)
    case (0, _): ("UTF-16BE", false)
    default: nil
    }
  }

  private static func said(in head: ArraySlice<UInt8>) -> String? {
    guard !head.starts(with: [0xEF, 0xBB, 0xBF]) else { return nil }
    // As bytes, since a search among characters takes as long as a page.
    let text = head.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    let declaration: ArraySlice<UInt8> = text.starts(with: "<?xml".utf8) ? text.prefix { $0 != UInt8(ascii: ">") } : []
    return value(behind: "encoding", in: declaration) ?? value(behind: "charset", in: Self.head(of: text))
  }

  /// What stands before the body.
  private static func head(of text: [UInt8]) -> ArraySlice<UInt8> {
    XMLSniff.after("<body", in: text[...]).map { text[..<($0.startIndex - "<body".utf8.count)] } ?? text[...]
  }

  private static func value(behind key: StaticString, in text: ArraySlice<UInt8>) -> String? {
    guard let rest = XMLSniff.after(key, in: text) else { return nil }
    let value = rest.drop { isSpace($0) || $0 == UInt8(ascii: "=") || isQuote($0) }
      .prefix { !isSpace($0) && !isQuote($0) && !"/?>;".utf8.contains($0) }
    return value.isEmpty ? nil : String(decoding: value, as: UTF8.self)
  }

  /// White space, and what is no ASCII: that names no encoding.
  private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) || byte >= 0x80 }

  private static func isQuote(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") }
}
