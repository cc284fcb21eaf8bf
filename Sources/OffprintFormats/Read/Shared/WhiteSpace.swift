/// Cuts text into words, at spaces and controls of ASCII and at the no-break space.
enum WhiteSpace {
  static func parts(of text: [UInt8]) -> [ArraySlice<UInt8>] { parts(of: text[...]) }

  static func parts(of text: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var found: [ArraySlice<UInt8>] = []
    var start = text.startIndex
    var at = start
    while at < text.endIndex {
      let width = width(text, at)
      guard width > 0 else {
        at += 1
        continue
      }
      if at > start { found.append(text[start..<at]) }
      at += width
      start = at
    }
    if start < text.endIndex { found.append(text[start...]) }
    return found
  }

  /// True if the text begins with white space.
  static func isFirst(_ text: [UInt8]) -> Bool { !text.isEmpty && width(text[...], 0) > 0 }

  /// True if the text ends with white space.
  static func isLast(_ text: [UInt8]) -> Bool {
    guard let last = text.last else { return false }
    return last <= 0x20 || (text.count > 1 && width(text[...], text.count - 2) == 2)
  }

  @inline(__always)
  private static func width(_ text: ArraySlice<UInt8>, _ at: Int) -> Int {
    if text[at] <= 0x20 { return 1 }
    return text[at] == 0xC2 && at + 1 < text.endIndex && text[at + 1] == 0xA0 ? 2 : 0
  }
}
