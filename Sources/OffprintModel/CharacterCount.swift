extension Page {
  /// How many characters each line has, spaces left out: what is between words is not printed, and goes where lines
  /// are cut or joined.
  public var characterCounts: [Int] {
    storage.text.withUnsafeBufferPointer { text in
      storage.lines.map { line in
        var count = 0
        for byte in text[line.text.range] where byte & 0xC0 != 0x80 && byte != 0x20 { count += 1 }
        return count
      }
    }
  }
}
