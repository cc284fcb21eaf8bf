/// Cuts text into words, at spaces and controls of ASCII and at the no-break space.
enum WhiteSpace {
  static func parts(of text: [UInt8]) -> [ArraySlice<UInt8>] {
    var found: [ArraySlice<UInt8>] = []
    forEachPart(of: text, in: text.indices) { found.append(text[$0]) }
    return found
  }

  /// Calls `body` with the place of each word in a part of the bytes.
  @inline(__always)
  static func forEachPart(of bytes: [UInt8], in part: Range<Int>, _ body: (Range<Int>) -> Void) {
    var start = part.lowerBound
    var at = start
    while at < part.upperBound {
      let width = width(bytes, at, part.upperBound)
      guard width > 0 else {
        at += 1
        continue
      }
      if at > start { body(start..<at) }
      at += width
      start = at
    }
    if start < part.upperBound { body(start..<part.upperBound) }
  }

  /// True if the text begins with white space.
  static func isFirst(_ text: [UInt8]) -> Bool { !text.isEmpty && width(text, 0, text.count) > 0 }

  /// True if the text ends with white space.
  static func isLast(_ text: [UInt8]) -> Bool {
    guard let last = text.last else { return false }
    return last <= 0x20 || (text.count > 1 && width(text, text.count - 2, text.count) == 2)
  }

  @inline(__always)
  private static func width(_ text: [UInt8], _ at: Int, _ end: Int) -> Int {
    if text[at] <= 0x20 { return 1 }
    return text[at] == 0xC2 && at + 1 < end && text[at + 1] == 0xA0 ? 2 : 0
  }
}
