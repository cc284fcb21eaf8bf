import OffprintModel

/// What ALTO says of broken words in the lines of an issue.
struct ALTOPairs {
  /// The whole word, for the line in which it begins.
  private var begun: [LineRef: [UInt8]] = [:]
  /// The whole word, for the line in which it ends.
  private var ended: [LineRef: [UInt8]] = [:]
  /// Bytes of a quotation mark that is repeated before that end.
  private var repeated: [LineRef: Int] = [:]
  /// Bytes of the mark at a line's end that stand in a HYP element.
  private var marks: [LineRef: Int] = [:]

  init(of issue: Issue) {
    for join in issue.joins.values where join.seam == .joined || join.seam == .hyphenKept {
      guard let word = BrokenWord(join, in: issue), !word.first.isEmpty, !word.second.isEmpty else { continue }
      begun[join.first] = word.word
      ended[join.second] = word.word
      if join.repeatedMarkLength > 0 { repeated[join.second] = join.repeatedMarkLength }
      marks[join.first] = join.markLength
    }
  }

  /// Bytes at the end of a line's last word that are the mark. A word that is nothing else keeps it.
  func markLength(of line: Line, at ref: LineRef) -> Int {
    let length = max(marks[ref] ?? 0, line.markLength)
    return length < line.words.last?.utf8.count ?? 0 ? length : 0
  }

  /// The whole word that begins in a line, with its last word.
  func wholeWord(beginningAt ref: LineRef) -> [UInt8]? { begun[ref] }

  /// The whole word that ends in a line, if it does so with the word that the line has from a byte on: the first, or
  /// the one after a repeated quotation mark.
  ///
  /// - Parameters:
  ///   - start: the byte of the line at which the word stands.
  ///   - isFirst: whether it is the line's first word.
  func wholeWord(endingAt ref: LineRef, byte start: Int, isFirst: Bool) -> [UInt8]? {
    guard let mark = repeated[ref] else { return isFirst ? ended[ref] : nil }
    return start == mark ? ended[ref] : nil
  }
}
