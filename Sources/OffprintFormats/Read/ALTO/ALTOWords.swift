import OffprintModel
import OffprintXML

extension ALTOHandler {
  mutating func beginLine(_ attributes: XMLAttributes) {
    line.begin(style: styles.number(attributes[.styleRefs], inherited: blockStyle, in: &builder))
    unplaced = .textLine
    builder.beginLine(box: box(attributes), style: line.style, sourceID: attributes[.id]?.bytes)
  }

  mutating func endLine() {
    if line.words > 0 {
      if !line.mark.isEmpty { builder.addMark(line.mark, isAssumed: line.isMarkAssumed) }
      if let whole = line.firstHalf { builder.addHalf(.first, wholeWord: whole.isEmpty ? nil : whole) }
      builder.setLineStyle(line.prevailingStyle)
    }
    line.begin(style: blockStyle)
  }

  mutating func word(_ attributes: XMLAttributes) {
    guard let content = attributes[.content], !content.isEmpty else {
      // An empty word may still carry the hyphenation of the one before it.
      if line.words > 0, attributes[.subsType] != nil { half(attributes) }
      return
    }
    let box = box(attributes)
    let confidence = description.confidence(attributes[.wc])
    let style = styles.number(
      attributes[.style], over: styles.number(attributes[.styleRefs], inherited: line.style, in: &builder),
      in: &builder)
    if !line.mark.isEmpty {
      // A mark inside a line: the source does not vouch for the line's end, but its text is kept.
      builder.addWord(line.mark, box: line.lastBox, style: style, spaces: 0)
      line.mark = []
      line.isMarkAssumed = false
    }
    let isClosed = line.touches(box, inFileWithSpaces: hasSpaces)
    if content.bytes.contains(where: { $0 <= 0x20 }) {
      addParts(of: content, box: box, confidence: confidence, style: style, spaces: isClosed ? 0 : 1)
    } else {
      builder.addWord(content.bytes, box: box, confidence: confidence, style: style, spaces: isClosed ? 0 : 1)
    }
    // An outline behind this is the word's, and no more the line's.
    unplaced = box.isKnown ? nil : .string
    line.count(style: style)
    half(attributes)
    line.words += 1
    line.lastBox = box
    line.hasSpace = false
  }

  /// What the source says of a broken word. The first half counts only at the line's end, the second at its start.
  private mutating func half(_ attributes: XMLAttributes) {
    if line.firstHalf != nil { line.firstHalf = nil }
    guard let type = attributes[.subsType] else { return }
    if isHalf(type, "HypPart1") {
      line.firstHalf = attributes[.subsContent].map { Array($0.bytes) } ?? []
    } else if isHalf(type, "HypPart2"), line.words == 0 {
      builder.addHalf(.second)
    }
  }

  /// True if a SUBS_TYPE is that of a half, in any case of its letters.
  private func isHalf(_ type: XMLBytes, _ half: StaticString) -> Bool {
    type.equals(half) || (type.count == 8 && type.string.lowercased() == "\(half)".lowercased())
  }

  /// A CONTENT with spaces inside is several words; each gets the share of the box that its bytes have.
  private mutating func addParts(of content: XMLBytes, box: Box, confidence: Double?, style: Int, spaces: Int) {
    var at = 0
    var gap = spaces
    while at < content.count {
      let end = content.bytes[at...].firstIndex { $0 <= 0x20 } ?? content.count
      if end > at {
        let part = UnsafeBufferPointer(rebasing: content.bytes[at..<end])
        let share =
          box.isKnown
          ? Box(
            left: box.left + box.width * at / content.count, top: box.top,
            right: box.left + box.width * end / content.count, bottom: box.bottom) : box
        builder.addWord(part, box: share, confidence: confidence, style: style, spaces: gap)
        gap = 1
      }
      at = end + 1
    }
  }

  /// The mark of a HYP element; of several in a row all. One program writes the name of a schema type where it had none.
  mutating func mark(_ content: XMLBytes?) {
    if let content, !content.isEmpty, !content.equals("anySimpleType") {
      if line.isMarkAssumed { line.mark = [] }
      line.mark += content.bytes.filter { $0 > 0x20 }
      line.isMarkAssumed = false
    } else if line.mark.isEmpty {
      line.mark = [UInt8(ascii: "-")]
      line.isMarkAssumed = true
    }
  }
}
