import OffprintKit

/// A line of a text page as the search for paragraphs sees it.
struct TextLineLook {
  /// Index in the page's lines.
  let index: Int
  /// In half-width units: a full-width sign counts two.
  let width: Int
  let letters: Int
  /// Most of its signs are Chinese or Japanese.
  let isUnspaced: Bool
  /// Nearly all its letters are capitals.
  let isUpperCase: Bool
  let startsLowerCase: Bool
  let endsSentence: Bool
  /// A sentence ends in the middle of it.
  let holdsSentenceEnd: Bool
  /// It ends with a comma, a dash or the like: the text goes on.
  let endsOpen: Bool
  let endsWithBreakMark: Bool
  /// It was spaced out to fill its column, so it is full whatever its letters measure.
  let wasSpaced: Bool
  var isByline: Bool
  let isJump: Bool
  var opensReport: Bool
  /// Its first signs, as many as a dateline may have; none of a line of spaced writing.
  let head: [Unicode.Scalar]
  /// How far right it starts, in cells from the left, or from the start of its column.
  let left: Int
  /// Empty lines before it; a change of column counts as one.
  var gap: Int

  /// It begins with a bracket of the kind that stands around datelines.
  var beginsWithBracket: Bool { head.first.map { DatelineSigns.closing(of: $0) != nil } ?? false }

  private static let wideInChinese: SignSet = "“”‘’—…"

  /// - Parameter indent: how far it starts from the start of its column, where columns stand side by side.
  init(_ line: Line, gap: Int, indent: Int? = nil) {
    let scalars = line.scalars
    index = line.index
    self.gap = gap
    var width = 0
    var unspaced = 0
    var signs = 0
    var capitals = 0
    var small = 0
    for scalar in scalars {
      let isWide = Script.isUnspaced(scalar)
      width += isWide ? 2 : 1
      if scalar == " " { continue }
      signs += 1
      if isWide {
        unspaced += 1
      } else if scalar.value < 0x180 {
        // Those of nearly all lines; the table of all letters takes its time.
        if Letters.isCapital(scalar.value) { capitals += 1 } else if Letters.isLetter(scalar.value) { small += 1 }
      } else if scalar.properties.isUppercase {
        capitals += 1
      } else if scalar.properties.isLowercase {
        small += 1
      }
    }
    isUnspaced = unspaced * 2 > signs
    // In Chinese texts quotes and dashes are set full width too.
    self.width = width + (isUnspaced ? scalars.count(where: Self.wideInChinese.contains) : 0)
    letters = capitals + small + unspaced
    isUpperCase = Phrase.areCapitals(capitals, small: small)
    let end = Phrase.lastTelling(scalars)
    endsSentence = end.map(Phrase.sentenceEnds.contains) ?? false
    endsOpen = end.map(Phrase.openEnds.contains) ?? false
    endsWithBreakMark = BreakMark.length(atEndOf: line.utf8) > 0
    holdsSentenceEnd = scalars.dropLast().contains { $0 == "。" || $0 == "！" || $0 == "？" }
    startsLowerCase = scalars.first { $0.isAlphabetic }?.properties.isLowercase == true
    left = indent ?? (line.box.isKnown ? line.box.left : 0)
    wasSpaced = isUnspaced && line.box.isKnown && line.box.width * 10 >= scalars.count * 13
    isByline = BylineSigns.isByline(scalars, isUnspaced: isUnspaced)
    isJump = JumpSigns.notice(in: scalars) != nil
    head = isUnspaced ? Array(scalars.prefix(30)) : []
    opensReport = DatelineSigns.opensReport(scalars, isUnspaced: isUnspaced)
  }
}
