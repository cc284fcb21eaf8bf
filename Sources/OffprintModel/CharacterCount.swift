extension Page {
  /// How many characters each line has, spaces left out: what is between words is not printed, and goes where lines
  /// are cut or joined.
  public var characterCounts: [Int] {
    storage.text.withUnsafeBufferPointer { text in storage.lines.map { Self.characters(of: text, in: $0.text.range) } }
  }

  /// How many characters all lines have together.
  public var characterCount: Int {
    storage.text.withUnsafeBufferPointer { text in
      storage.lines.reduce(0) { $0 + Self.characters(of: text, in: $1.text.range) }
    }
  }

  /// Bytes that begin a character and are no space. Summed without a branch, so that many are counted at once.
  private static func characters(of text: UnsafeBufferPointer<UInt8>, in range: Range<Int>) -> Int {
    var count = 0
    for byte in text[range] { count &+= (byte & 0xC0 != 0x80 ? 1 : 0) & (byte != 0x20 ? 1 : 0) }
    return count
  }
}
