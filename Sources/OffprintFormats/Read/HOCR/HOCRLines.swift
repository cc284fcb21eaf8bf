import OffprintModel
import OffprintXML

/// What is to be remembered of the open line until its end.
struct HOCRLine {
  var isOpen = false
  /// True if the file has no element for it.
  var isImplicit = false
  var box = Box.unknown
  var loose = HOCRLoose()
  /// Places of its characters, as the line itself has them.
  var characters: [Box] = []
  var styles = PrevailingStyle()
  var words = 0
  var lastBox = Box.unknown
  /// True if white space stands behind the last word.
  var hasSpace = false
  /// The label of the block that the line is in, and how many areas were open when that began.
  var blockLabel: String?
  var block = -1

  mutating func begin(_ box: Box, _ characters: [Box], isImplicit: Bool) {
    isOpen = true
    self.isImplicit = isImplicit
    self.box = box
    self.characters = characters
    loose.removeAll()
    styles.removeAll()
    words = 0
    lastBox = .unknown
    hasSpace = false
  }

  /// Notes the places of a character or several that follow, or of all characters of the line.
  mutating func add(_ places: [Box]) {
    guard isOpen, !places.isEmpty else { return }
    if places.count > 1, characters.isEmpty {
      characters = places
    } else if places.count == 1 {
      loose.places.append((loose.bytes.count, places[0]))
    }
  }
}

/// Text of a line that stands in no word of its own.
struct HOCRLoose {
  var bytes: [UInt8] = []
  /// True if there is more than white space.
  var hasText: Bool { bytes.contains { $0 > 0x20 } }
  /// Places of characters, with the bytes before each.
  var places: [(at: Int, box: Box)] = []

  mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
  }
}

/// The open word.
struct HOCRWord {
  /// How many words are open inside each other.
  var depth = 0
  var bytes: [UInt8] = []
  var box = Box.unknown
  var confidence: Double?
  var isBold = false
  var isItalic = false
  /// True if its text stands in elements of characters that have no place.
  var isOfPlacelessCharacters = false

  /// A character begins in it. White space before that is layout: a word has none.
  mutating func beginCharacter(_ title: HOCRTitle) {
    while let last = bytes.last, last <= 0x20 { bytes.removeLast() }
    if bytes.isEmpty { isOfPlacelessCharacters = !title.hasPlace }
  }

  /// True for a character without a place in a word that has its text already: what the program did not choose, as
  /// Tesseract writes it with `lstm_choice_mode`.
  func hasChosen(before title: HOCRTitle) -> Bool {
    depth > 0 && !title.hasPlace && !isOfPlacelessCharacters && bytes.contains { $0 > 0x20 }
  }

  mutating func begin(_ title: HOCRTitle) {
    isOfPlacelessCharacters = false
    bytes.removeAll(keepingCapacity: true)
    box = title.box
    confidence = title.confidence
    isBold = false
    isItalic = false
  }
}

extension HOCRHandler {
  mutating func beginLine(_ title: HOCRTitle, _ attributes: XMLAttributes, label: String? = nil) {
    endLine()
    let id = attributes[html: .id]
    place(label ?? areas.last?.label, id.flatMap { $0.isEmpty ? nil : $0.string })
    builder.beginLine(box: title.box, style: style, sourceID: id?.bytes)
    line.begin(title.box, title.characters, isImplicit: false)
  }

  /// Begins a line for text that is in none.
  mutating func beginImplicitLine() {
    findings.count(isInPage ? .outsideLine : .outsidePage, fileLine)
    place(areas.last?.label, nil)
    builder.beginLine(style: style)
    line.begin(
      areas.last.map { $0.hasBlock && !$0.hasOthersInside ? .unknown : $0.box } ?? .unknown, [], isImplicit: true)
  }

  /// Begins a block unless the line goes on in the one that is open.
  private mutating func place(_ label: String?, _ id: String?) {
    let isOfArea = areas.last.map { $0.hasBlock } ?? (builder.blockCount > 0 && line.block == 0)
    if !isOfArea || line.block != areas.count || line.blockLabel != label { beginBlock(label: label, id: id) }
  }

  mutating func endImplicitLine() {
    if line.isOpen, line.isImplicit { endLine() }
  }

  mutating func endLine() {
    guard line.isOpen else { return }
    if word.depth > 0 { endWord(style, all: true) }
    flush(isLast: true)
    line.isOpen = false
    builder.vouchForSoftMark()
    if let style = line.styles.style { builder.setLineStyle(style) }
  }

  mutating func beginWord(_ title: HOCRTitle) {
    if word.depth == 0 {
      if line.isOpen, line.isImplicit, startsLine(title.box) { endLine() }
      if !line.isOpen { beginImplicitLine() }
      flush(isLast: false)
      word.begin(title)
    }
    word.depth += 1
  }

  /// True if a word in no line stands below the last and not to its right.
  private func startsLine(_ box: Box) -> Bool {
    box.isKnown && line.lastBox.isKnown && box.left < line.lastBox.right && box.top >= line.lastBox.centreY
  }

  mutating func endWord(_ own: Int?, all: Bool = false) {
    guard word.depth > 0 else { return }
    word.depth = all ? 0 : word.depth - 1
    guard word.depth == 0 else { return }
    let base = own ?? style
    let number = HOCRFonts.emphasised(base, bold: word.isBold, italic: word.isItalic, in: &builder)
    // Nearly all words are that and nothing else.
    if !word.bytes.isEmpty, !word.bytes.contains(where: { $0 <= 0x20 || $0 == 0xC2 }) {
      return add(word.bytes[...], word.box, word.confidence, number, afterWord: true)
    }
    let texts = WhiteSpace.parts(of: word.bytes)
    if WhiteSpace.isFirst(word.bytes) { line.hasSpace = true }
    for (part, box) in zip(texts, PageWords.shares(texts, word.box)) {
      add(part, box, word.confidence, number, afterWord: true)
      line.hasSpace = true
    }
    line.hasSpace = texts.isEmpty ? line.hasSpace || !word.bytes.isEmpty : WhiteSpace.isLast(word.bytes)
  }

  /// Adds a word, without a space before it if nothing parts it from the last.
  private mutating func add(
    _ text: ArraySlice<UInt8>, _ box: Box, _ confidence: Double?, _ style: Int, afterWord: Bool
  ) {
    var isClosed = line.words > 0 && !line.hasSpace
    // Programs that write no white space at all between words mean one; then the places tell.
    if isClosed, afterWord, box.isKnown, line.lastBox.isKnown {
      isClosed = abs(box.left - line.lastBox.right) * 8 <= max(box.height, line.lastBox.height)
    }
    builder.addWord(text, box: box, confidence: confidence, style: style, spaces: isClosed ? 0 : 1)
    line.words += 1
    line.styles.count(style)
    line.lastBox = box
    line.hasSpace = false
  }

  /// Adds the text that stands in no word. It has the whole place of the line if there is nothing else in it.
  mutating func flush(isLast: Bool) {
    guard !line.loose.bytes.isEmpty else { return }
    if !line.loose.hasText {
      line.hasSpace = true
      line.loose.removeAll()
      return
    }
    let loose = line.loose
    line.loose.removeAll()
    let texts = WhiteSpace.parts(of: loose.bytes)
    if WhiteSpace.isFirst(loose.bytes) { line.hasSpace = true }
    guard !texts.isEmpty else { return }
    let boxes = PageWords.places(of: texts, loose, line, isWhole: isLast && line.words == 0)
    for (text, box) in zip(texts, boxes) {
      add(text, box, nil, style, afterWord: false)
      line.hasSpace = true
    }
    line.hasSpace = WhiteSpace.isLast(loose.bytes)
  }
}
