import OffprintModel

/// The texts, words and styles of a file, in rows that its lines and words know places in: no word has memory of its
/// own.
struct PAGEContent {
  /// In UTF-8, one text behind the other.
  var bytes: [UInt8] = []
  /// The ids of lines, one behind the other.
  var ids: [UInt8] = []
  var words: [PAGEWord] = []
  private(set) var styles: [TextStyle] = []

  /// The place of a style; equal ones share one.
  mutating func place(of style: TextStyle) -> Int {
    if let known = styles.firstIndex(of: style) { return known }
    styles.append(style)
    return styles.count - 1
  }

  /// True for white space and nothing else.
  func isBlank(_ text: Range<Int>) -> Bool { !text.contains { bytes[$0] > 0x20 } }

  /// The places of the words in a text.
  func words(in text: Range<Int>) -> [Range<Int>] {
    var found: [Range<Int>] = []
    WhiteSpace.forEachPart(of: bytes, in: text) { found.append($0) }
    return found
  }

  /// The places of those lines of a text that have any.
  func lines(of text: PAGEText) -> [Range<Int>] {
    guard let text = text.chosen?.text else { return [] }
    return bytes[text].split { $0 == 0x0A || $0 == 0x0D }.map(\.indices).filter { !isBlank($0) }
  }

  /// True if two texts have the same bytes.
  func areSame(_ one: Range<Int>, _ other: Range<Int>) -> Bool {
    one.count == other.count && zip(one, other).allSatisfy { bytes[$0] == bytes[$1] }
  }

  /// True if two rows of words have the same letters, wherever they are cut.
  func haveSameLetters(_ some: some Sequence<Range<Int>>, _ others: some Sequence<Range<Int>>) -> Bool {
    some.lazy.map { bytes[$0] }.joined().elementsEqual(others.lazy.map { bytes[$0] }.joined())
  }

  /// True if a line has no text, and no word of it has any.
  func isEmpty(_ line: PAGELine) -> Bool { line.text.isEmpty && words[line.words].allSatisfy(\.isEmpty) }
}
