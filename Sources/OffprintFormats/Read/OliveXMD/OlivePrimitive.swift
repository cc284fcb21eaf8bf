import OffprintModel

/// A block of an entity, with its lines as they are put together from pieces of words.
///
/// A word stands in pieces: `W` is one, `Q`… and `q` are those of a word that is given whole as `QW` behind them, all
/// with the same QID. No space stands before what follows a `Q` or a piece with `NS="y"`, and none at a line's start.
struct OlivePrimitive {
  var id: String?
  var box: Box
  /// What it is, by the element it stands in, such as `HedLine_hl1`; nil for an element that is not known.
  var element: String?
  private(set) var lines: [OliveLine] = []
  private var groups: [String: [Place]] = [:]
  private var isClosed = true

  /// Where a piece stands.
  private struct Place {
    var line: Int
    var word: Int
  }

  init(id: String?, box: Box, element: String?) {
    self.id = id
    self.box = box
    self.element = element
  }

  /// That of most words.
  var style: Int? { OliveLine.prevailing(lines.flatMap { $0.words.map(\.style) }) }

  mutating func beginLine(box: Box, opensParagraph: Bool) {
    lines.append(OliveLine(box: box, opensParagraph: opensParagraph))
    isClosed = true
  }

  /// Adds a piece to the last line. A piece before the first `L` is in a line of its own.
  mutating func add(_ piece: OlivePiece) {
    if lines.isEmpty { beginLine(box: .unknown, opensParagraph: false) }
    let line = lines.count - 1
    for text in piece.text.split(whereSeparator: { $0 <= 0x20 }) {
      lines[line].add(text, piece, isClosed: isClosed)
      isClosed = false
    }
    guard !lines[line].words.isEmpty else { return }
    isClosed = piece.isClosed
    if let group = piece.group {
      groups[group, default: []].append(Place(line: line, word: lines[line].words.count - 1))
    }
  }

  /// The whole of a word whose pieces have stood already. Where they are the end of a line and the start of the next,
  /// these are its halves.
  mutating func end(_ group: String, whole: [UInt8]) {
    guard let places = groups.removeValue(forKey: group) else { return }
    for (first, second) in zip(places, places.dropFirst())
    where second.line == first.line + 1 && second.word == 0 && first.word == lines[first.line].words.count - 1 {
      lines[first.line].breaksWord = true
      lines[first.line].wholeWord = whole
      lines[second.line].continuesWord = true
    }
  }

  /// A word that is begun at the end of the block goes on in another block, where nothing says so.
  mutating func finish() {
    guard let last = lines.last, !last.words.isEmpty else { return }
    let isOpen = groups.values.contains { places in
      places.last.map { $0.line == lines.count - 1 && $0.word == last.words.count - 1 } ?? false
    }
    if isOpen { lines[lines.count - 1].breaksWord = true }
    groups = [:]
  }
}

/// A piece of a word: `W`, `Q` or `q`.
struct OlivePiece {
  var text: [UInt8] = []
  var box: Box
  /// Number in the gallery of styles.
  var style: Int
  /// True if no space follows.
  var isClosed: Bool
  /// QID
  var group: String?
}

struct OliveLine {
  struct Word {
    var text: [UInt8]
    var box: Box
    var style: Int
  }

  var box: Box
  /// The source says that a paragraph begins here.
  var opensParagraph: Bool
  private(set) var words: [Word] = []
  /// The last word is the first half of a broken one.
  var breaksWord = false
  /// Empty if the source does not give it.
  var wholeWord: [UInt8] = []
  /// The first word is the second half of a broken one.
  var continuesWord = false

  init(box: Box, opensParagraph: Bool) {
    self.box = box
    self.opensParagraph = opensParagraph
  }

  fileprivate mutating func add(_ text: ArraySlice<UInt8>, _ piece: OlivePiece, isClosed: Bool) {
    if isClosed, !words.isEmpty {
      words[words.count - 1].text += text
      words[words.count - 1].box = words[words.count - 1].box.union(piece.box)
    } else {
      words.append(Word(text: Array(text), box: piece.box, style: piece.style))
    }
  }

  /// That of most words.
  var style: Int? { Self.prevailing(words.map(\.style)) }

  /// The style that stands most often, of equally frequent ones the first.
  fileprivate static func prevailing(_ styles: [Int]) -> Int? {
    var counts: [Int: Int] = [:]
    for style in styles { counts[style, default: 0] += 1 }
    let most = counts.values.max()
    return styles.first { counts[$0] == most }
  }
}
