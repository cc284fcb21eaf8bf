import OffprintModel

/// What of a block says its language: its letters, small and in modern forms, with a space for all else.
struct BlockLetters {
  let page: Int
  let index: Int
  let firstLine: LineRef
  /// What the source says.
  let language: String?
  let text: [UInt8]
  let letters: Int

  init(_ block: Block, onPage page: Int) {
    self.page = page
    index = block.index
    firstLine = LineRef(page: page, line: block.lines.startIndex)
    language = block.language
    var text: [UInt8] = []
    var letters = 0
    for line in block.lines {
      line.utf8.withUnsafeBufferPointer { Self.add($0, to: &text, &letters) }
      Self.addSpace(to: &text)
    }
    self.text = text
    self.letters = letters
  }

  private static func add(_ bytes: UnsafeBufferPointer<UInt8>, to text: inout [UInt8], _ letters: inout Int) {
    var index = 0
    while index < bytes.count {
      let (value, length) = Letters.scalar(bytes, index)
      let small = Letters.lower(value)
      if value < 0x80 {
        if Letters.isLetter(value) { text.append(UInt8(small)) } else { addSpace(to: &text) }
      } else if let plain = WordKey.plain(value) {
        text += plain.utf8
      } else if value == 0xFFFD || !(Letters.isLetter(value) || Letters.isUnspaced(value)) {
        addSpace(to: &text)
      } else if small != value, let scalar = Unicode.Scalar(small), let encoded = UTF8.encode(scalar) {
        text += encoded
      } else {
        text += bytes[index..<index + length]
      }
      index += length
      if text.last != 0x20, !text.isEmpty { letters += 1 }
    }
  }

  private static func addSpace(to text: inout [UInt8]) {
    if text.last ?? 0x20 != 0x20 { text.append(0x20) }
  }
}
