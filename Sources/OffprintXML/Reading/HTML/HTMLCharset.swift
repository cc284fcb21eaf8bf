/// The encoding of an HTML file.
struct HTMLCharset {
  /// As libxml2 knows it.
  var name: String
  var kind: InputEncoding
  /// True if an XML parser would find the same.
  var isXMLs: Bool

  /// Looks for a byte order mark, an XML declaration, and a `meta` in the first kilobytes, in this order.
  init(of bytes: [UInt8]) {
    let head = bytes.prefix(4096)
    if head.starts(with: [0xFF, 0xFE]) || head.starts(with: [0xFE, 0xFF]) || head.prefix(2).contains(0) {
      self.init(name: "UTF-16", kind: .untouchable, isXMLs: true)
      return
    }
    let isMarked = head.starts(with: [0xEF, 0xBB, 0xBF])
    // As bytes, since a search among characters takes as long as a page.
    let text = head.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
    let declaration: ArraySlice<UInt8> = text.starts(with: "<?xml".utf8) ? text.prefix { $0 != UInt8(ascii: ">") } : []
    if !isMarked, let named = Self.value(behind: "encoding", in: declaration) {
      self.init(named, isXMLs: true)
    } else if !isMarked, let named = Self.value(behind: "charset", in: Self.head(of: text)) {
      self.init(named, isXMLs: InputEncoding.named(named) == .utf8)
    } else {
      self.init(name: "UTF-8", kind: .utf8, isXMLs: true)
    }
  }

  private init(name: String, kind: InputEncoding, isXMLs: Bool) {
    self.name = name
    self.kind = kind
    self.isXMLs = isXMLs
  }

  /// Files that say Latin-1 are read as windows-1252, as browsers do: only control characters are others in it.
  private init(_ written: String, isXMLs: Bool) {
    let isLatin = ["iso-8859-1", "iso8859-1", "latin1", "latin-1", "us-ascii", "ascii"].contains(written)
    let name = isLatin && !isXMLs ? "windows-1252" : written
    self.init(name: name, kind: InputEncoding.named(name), isXMLs: isXMLs)
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
