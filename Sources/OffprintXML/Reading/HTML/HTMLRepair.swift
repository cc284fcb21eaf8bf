import CLibXML2

/// Makes text of what looks like markup and cannot be any.
///
/// Programs that write HTML by hand forget to write `<` as `&lt;`, and OCR finds `<` wherever a page has a speck. An
/// HTML parser takes such a `<` for the begin of a comment, an instruction or an unknown element, and what follows up
/// to the next `>`, or the whole rest of the file, is gone.
enum HTMLRepair {
  /// The file with `&lt;` for each `<` that begins no markup, and how many there were.
  static func repaired(_ bytes: [UInt8]) -> (bytes: [UInt8], marks: Int) {
    var strays: [Int] = []
    bytes.withUnsafeBufferPointer { input in
      var at = 0
      while let found = input[at...].firstIndex(of: mark) {
        let end = endOfMarkup(input, found)
        if let end {
          at = end
        } else {
          strays.append(found)
          at = found + 1
        }
      }
    }
    guard !strays.isEmpty else { return (bytes, 0) }
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count + 3 * strays.count)
    var kept = 0
    for stray in strays {
      out += bytes[kept..<stray]
      out += Array("&lt;".utf8)
      kept = stray + 1
    }
    out += bytes[kept...]
    return (out, strays.count)
  }

  private static let mark = UInt8(ascii: "<")
  private static let close = UInt8(ascii: ">")

  /// The place behind the tag, comment or instruction that begins here; nil if none does.
  private static func endOfMarkup(_ input: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
    guard start + 1 < input.count else { return nil }
    let next = input[start + 1]
    switch next {
    case UInt8(ascii: "!"):
      if starts(input, start, "<!--") { return end(input, from: start + 4, "-->") }
      // Before the first element only: a DOCTYPE. It may have a `>` inside of brackets.
      guard starts(input, start, "<!DOCTYPE") || starts(input, start, "<!doctype") else { return nil }
      return input[start...].firstIndex(of: close).map { $0 + 1 }
    case UInt8(ascii: "?"):
      guard start + 2 < input.count, isLetter(input[start + 2]),
        let end = end(input, from: start + 2, "?>"), !input[(start + 1)..<end].contains(mark)
      else { return nil }
      return end
    case UInt8(ascii: "/"):
      guard let name = name(input, start + 2) else { return nil }
      var at = name
      while at < input.count, input[at] <= 0x20 { at += 1 }
      // A tag that the file ends in is one that was cut off.
      if at == input.count { return at }
      return input[at] == close && isKnown(input, start + 2, name) ? at + 1 : nil
    default:
      guard let name = name(input, start + 1), let (end, hasValue) = endOfTag(input, name),
        hasValue || end == input.count || isKnown(input, start + 1, name)
      else { return nil }
      return end
    }
  }

  /// The place behind an element's name, if white space, `/` or `>` stands there.
  private static func name(_ input: UnsafeBufferPointer<UInt8>, _ start: Int) -> Int? {
    guard start < input.count, isLetter(input[start]) else { return nil }
    var at = start
    while at < input.count, isLetter(input[at]) || (0x30...0x3A).contains(input[at]) || input[at] == 0x2D { at += 1 }
    guard at < input.count else { return at }
    guard input[at] <= 0x20 || input[at] == close || input[at] == UInt8(ascii: "/") else {
      return nil
    }
    return at
  }

  /// The place behind a start tag, from behind its name on, and whether it has an attribute with a value in quotes.
  private static func endOfTag(_ input: UnsafeBufferPointer<UInt8>, _ start: Int) -> (end: Int, hasValue: Bool)? {
    var at = start
    var last: UInt8 = 0
    var hasValue = false
    while at < input.count {
      let byte = input[at]
      if byte == close { return (at + 1, hasValue) }
      if byte == mark { return nil }
      if (byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")) && last == UInt8(ascii: "=") {
        guard let end = input[(at + 1)...].firstIndex(of: byte) else {
          return input[at...].contains(mark) ? nil : (input.count, hasValue)
        }
        hasValue = true
        at = end
      }
      if byte > 0x20 { last = byte }
      at += 1
    }
    return (input.count, hasValue)
  }

  /// True if HTML has an element of that name.
  private static func isKnown(_ input: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
    let name = String(decoding: input[start..<end], as: UTF8.self).lowercased()
    return htmlTagLookup(name) != nil || newer.contains(name)
  }

  /// Elements of the HTML Living Standard that libxml2, which knows HTML 4, does not.
  private static let newer: Set<String> = [
    "article", "aside", "audio", "bdi", "canvas", "data", "datalist", "details", "dialog", "figcaption", "figure",
    "footer", "header", "hgroup", "main", "mark", "meter", "nav", "output", "picture", "progress", "rb", "rp", "rt",
    "rtc", "ruby", "search", "section", "slot", "source", "summary", "template", "time", "track", "video", "wbr",
  ]

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  private static func starts(_ input: UnsafeBufferPointer<UInt8>, _ at: Int, _ text: StaticString) -> Bool {
    text.withUTF8Buffer { text in
      at + text.count <= input.count && input[at..<at + text.count].elementsEqual(text)
    }
  }

  private static func end(_ input: UnsafeBufferPointer<UInt8>, from start: Int, _ text: StaticString) -> Int? {
    var at = start
    while let found = input[min(at, input.count)...].firstIndex(where: { $0 == text.utf8Start.pointee }) {
      if starts(input, found, text) { return found + text.utf8CodeUnitCount }
      at = found + 1
    }
    return nil
  }
}
