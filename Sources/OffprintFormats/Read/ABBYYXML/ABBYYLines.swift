import OffprintModel
import OffprintXML

/// What is to be remembered of the open line until its end.
struct ABBYYLine {
  var isOpen = false
  var box = Box.unknown
  var styles = PrevailingStyle()
  var words = 0
  /// True if a space was met in it; else words are told by what FineReader says of their starts.
  var hasSpaces = false
  /// Text that comes without its characters' places.
  var plain = ABBYYPlainText()

  mutating func begin(_ box: Box) {
    isOpen = true
    self.box = box
    styles.removeAll()
    words = 0
    hasSpaces = false
    plain.removeAll()
  }
}

extension ABBYYHandler {
  mutating func openLine(_ box: Box) {
    if builder.blockCount == 0 || block?.isBegun != true { beginModelBlock() }
    builder.setCell(block?.table.cell)
    builder.beginLine(box: box)
    line.begin(box)
    word.begin()
  }

  mutating func endLine() {
    guard line.isOpen else { return }
    endWord()
    flushPlain()
    line.isOpen = false
    builder.vouchForSoftMark()
    if let style = line.styles.style { builder.setLineStyle(style) }
  }

  mutating func beginFormatting(_ attributes: XMLAttributes) {
    isInFormatting = true
    fileLine = attributes.line
    style = styles.number(attributes, in: &builder)
    languages.beginText(attributes[abbyy: .lang])
    line.plain.begin(style)
    raised =
      attributes.isTrue(abbyy: .superscript) ? .raised : attributes.isTrue(abbyy: .subscript) ? .lowered : nil
    if attributes.isTrue(abbyy: .base64encoded) { findings.count(.encoded, fileLine) }
  }

  mutating func addCharacter(_ text: XMLBytes) {
    guard let raised else { return addCharacter(of: text.bytes) }
    addCharacter(of: raised.written(text.bytes))
  }

  private mutating func addCharacter(of bytes: some Collection<UInt8>) {
    for byte in bytes where byte > 0x20 {
      if character.isEmpty { beginCharacter() }
      word.bytes.append(byte)
    }
  }

  /// The first byte of a character that can be seen.
  private mutating func beginCharacter() {
    if !line.isOpen { openLooseLine() }
    if !line.plain.isEmpty { flushPlain() }
    if character.startsWord, !line.hasSpaces, word.isApart(from: character) { endWord() }
    if word.bytes.isEmpty { word.style = style }
    character.isEmpty = false
  }

  /// A character of white space, and one that white space was taken from on the way, ends a word.
  mutating func endCharacter() {
    isInCharacter = false
    let isHardSpace = word.bytes.count == 2 && word.bytes[0] == 0xC2 && word.bytes[1] == 0xA0
    if character.isEmpty || isHardSpace {
      if isHardSpace { word.bytes.removeAll(keepingCapacity: true) }
      endWord()
      line.hasSpaces = true
    } else {
      languages.letters += 1
      word.extend(character)
    }
  }

  mutating func endWord() {
    guard !word.bytes.isEmpty else { return word.begin() }
    builder.addWord(word.bytes, box: word.box, confidence: word.confidence, style: word.style)
    noteWord(word.style)
    word.begin()
  }

  private mutating func noteWord(_ style: Int) {
    line.words += 1
    line.styles.count(style)
  }

  /// Text of a formatting that has no characters of its own, or text in none.
  mutating func addPlain(_ text: XMLBytes) {
    // White space in front is of no effect, and stands between the characters of every line.
    if line.plain.isEmpty, !text.bytes.contains(where: { $0 > 0x20 }) { return }
    if !line.isOpen {
      openLooseLine()
      line.plain.begin(isInFormatting ? style : 0)
    }
    line.plain.bytes.append(contentsOf: text.bytes)
    for byte in text.bytes where byte > 0x20 && byte & 0xC0 != 0x80 { languages.letters += 1 }
  }

  /// Makes words of the text without places. They have shares of the line's place if they are all there is.
  private mutating func flushPlain() {
    guard !line.plain.isEmpty else { return }
    endWord()
    let texts = WhiteSpace.parts(of: line.plain.bytes)
    let boxes = PageWords.shares(texts, line.words == 0 ? line.box : .unknown)
    for (text, box) in zip(texts, boxes) {
      let style = line.plain.style(at: text.startIndex)
      builder.addWord(text, box: box, style: style)
      noteWord(style)
    }
    line.plain.removeAll()
    line.plain.begin(style)
  }

  private mutating func openLooseLine() {
    findings.count(.outsideLine, fileLine)
    openLine(.unknown)
  }
}

/// Text of a line that comes without its characters' places, with the style of each piece.
struct ABBYYPlainText {
  var bytes: [UInt8] = []
  /// Where each style begins.
  private var styles: [(at: Int, style: Int)] = []

  mutating func begin(_ style: Int) { styles.append((bytes.count, style)) }

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    styles.removeAll(keepingCapacity: true)
  }

  var isEmpty: Bool { bytes.isEmpty }

  func style(at place: Int) -> Int { styles.last { $0.at <= place }?.style ?? 0 }
}
