import OffprintKit

/// Says what a unit seems to be, from its words and its setting alone.
enum UnitSigns {
  static func kind(of unit: ReadingUnit) -> ReadingUnit.Kind {
    if let notice = JumpSigns.notice(in: unit.scalars) { return .jump(notice) }
    if unit.lines.count <= 3, BylineSigns.isByline(unit.scalars, isUnspaced: unit.isUnspaced) { return .byline }
    if unit.lines.count <= 6, CaptionSigns.isCaption(unit.scalars, isUnspaced: unit.isUnspaced) { return .caption }
    return isHeading(unit) ? .heading : .text
  }

  /// Short and no sentence, or set larger, bolder or in capitals.
  private static func isHeading(_ unit: ReadingUnit) -> Bool {
    let lines = unit.lineLengths.count
    guard lines >= 1, lines <= 8, unit.length >= 2 else { return false }
    let letters = unit.scalars.count { $0.isAlphabetic }
    guard letters >= 2, letters * 2 >= unit.length else { return false }
    let end = Phrase.lastTelling(unit.scalars)
    let isOpen = end.map(Phrase.openEnds.contains) ?? false
    if unit.isUnspaced {
      return lines <= 4 && unit.length <= 48 && !unit.endsSentence && !isOpen && !unit.opensReport
    }
    if unit.relativeSize >= 1.3 { return unit.length <= 240 }
    if unit.isUpperCase { return lines <= 5 && unit.length <= 180 && !isOpen }
    if unit.isBold || unit.relativeSize >= 1.15 { return lines <= 4 && unit.length <= 140 && !isOpen }
    guard lines <= 3, unit.length <= 90, !isOpen else { return false }
    let words = unit.scalars.split(separator: " ")
    guard let first = words.first?.first(where: { $0.isAlphabetic }) else { return false }
    guard first.isUppercase, words.count <= 14 else { return false }
    // A single short sentence set apart may be a headline in old papers, which put a full stop after it.
    return !unit.endsSentence || (lines == 1 && words.count <= 7 && unit.emptyLinesBefore > 0)
  }
}
