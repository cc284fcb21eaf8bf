/// The elements at the beginning of an XML or HTML file, however broken it is: names, attributes and the text behind
/// each start tag. It is for telling what a file is; reading one is libxml2's work.
struct XMLGlance {
  struct Element {
    /// Without its prefix.
    var name: String
    var prefix: String
    /// Names with their prefixes.
    var attributes: [String: String]
    /// Up to the next tag, trimmed.
    var text: String
  }

  private(set) var elements: [Element] = []
  /// What the XML declaration says.
  private(set) var encoding: String?
  private(set) var hasDoctype = false
  /// True if something, such as an empty line, stands before `<?xml`.
  private(set) var startsLate = false

  var root: Element { elements[0] }

  /// nil if it does not begin as XML or HTML does.
  init?(_ text: [UInt8], atMost count: Int = 4000) {
    var rest = text.drop { $0 <= 0x20 }
    startsLate = rest.startIndex > text.startIndex && rest.starts(with: "<?xml".utf8)
    guard rest.first == UInt8(ascii: "<") else { return nil }
    while elements.count < count, let open = rest.firstIndex(of: UInt8(ascii: "<")) {
      rest = rest[open...]
      if rest.starts(with: "<!--".utf8) {
        guard let end = Self.index(after: "-->", in: rest) else { break }
        rest = rest[end...]
      } else if rest.starts(with: "<![CDATA[".utf8) {
        guard let end = Self.index(after: "]]>", in: rest) else { break }
        rest = rest[end...]
      } else if rest.starts(with: "<!".utf8) || rest.starts(with: "<?".utf8) || rest.starts(with: "</".utf8) {
        guard let close = rest.firstIndex(of: UInt8(ascii: ">")) else { break }
        let tag = rest[...close]
        if tag.starts(with: "<?xml ".utf8) { encoding = Self.attributes(tag)["encoding"] }
        if String(decoding: tag.prefix(9), as: UTF8.self).uppercased() == "<!DOCTYPE" { hasDoctype = true }
        rest = rest[rest.index(after: close)...]
      } else {
        guard let close = Self.end(ofTag: rest) else { break }
        let tag = rest[...close]
        rest = rest[rest.index(after: close)...]
        guard let name = Self.name(tag) else { continue }
        let parts = name.split(separator: ":", maxSplits: 1)
        let words = rest.prefix { $0 != UInt8(ascii: "<") }.prefix(200)
        elements.append(
          Element(
            name: parts.last.map(String.init) ?? name, prefix: parts.count > 1 ? String(parts[0]) : "",
            attributes: Self.attributes(tag), text: Self.trimmed(words)))
      }
    }
    guard !elements.isEmpty else { return nil }
  }

  /// The namespace that the root element is in.
  var namespace: String? { root.attributes[root.prefix.isEmpty ? "xmlns" : "xmlns:\(root.prefix)"] }

  /// The first element of a name, in any case of letters.
  func first(_ name: String) -> Element? { elements.first { $0.name.lowercased() == name.lowercased() } }

  func has(_ name: String) -> Bool { first(name) != nil }

  /// The values of an attribute, of all elements of a name.
  func values(_ attribute: String, of name: String) -> [String] {
    elements.filter { $0.name == name }.compactMap { $0.attributes[attribute] }
  }

  private static func name(_ tag: ArraySlice<UInt8>) -> String? {
    let name = tag.dropFirst().prefix { $0 > 0x20 && $0 != UInt8(ascii: ">") && $0 != UInt8(ascii: "/") }
    guard let first = name.first, first >= 0x80 || (0x41...0x5A).contains(first & 0xDF) || first == 0x5F else {
      return nil
    }
    return String(decoding: name, as: UTF8.self)
  }

  /// The `>` that ends a tag, past those in quotes.
  private static func end(ofTag rest: ArraySlice<UInt8>) -> Int? {
    var quote: UInt8 = 0
    for at in rest.indices.prefix(20_000) {
      let byte = rest[at]
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if byte == UInt8(ascii: ">") {
        return at
      }
    }
    return nil
  }

  private static func attributes(_ tag: ArraySlice<UInt8>) -> [String: String] {
    var found: [String: String] = [:]
    var rest = tag.dropFirst()
    while let equals = rest.firstIndex(of: UInt8(ascii: "=")) {
      let name = rest[..<equals].reversed().drop { $0 <= 0x20 }.prefix { $0 > 0x20 }
      rest = rest[rest.index(after: equals)...].drop { $0 <= 0x20 }
      guard let quote = rest.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { continue }
      rest = rest.dropFirst()
      guard let end = rest.firstIndex(of: quote) else { break }
      found[String(decoding: name.reversed(), as: UTF8.self)] = String(decoding: rest[..<end], as: UTF8.self)
      rest = rest[rest.index(after: end)...]
    }
    return found
  }

  private static func trimmed(_ bytes: some Sequence<UInt8>) -> String {
    let kept = Array(bytes.drop { $0 <= 0x20 })
    return String(decoding: kept.prefix((kept.lastIndex { $0 > 0x20 } ?? -1) + 1), as: UTF8.self)
  }

  private static func index(after mark: String, in bytes: ArraySlice<UInt8>) -> Int? {
    let mark = Array(mark.utf8)
    var at = bytes.startIndex
    while at + mark.count <= bytes.endIndex {
      if bytes[at] == mark[0], bytes[at..<at + mark.count].elementsEqual(mark) { return at + mark.count }
      at += 1
    }
    return nil
  }
}
