import OffprintKit

/// The halves of a broken word: the last word of a line without its mark, the first of the next, both without the
/// punctuation around them.
struct WordHalves: Sendable {
  var head: String
  var tail: String

  /// nil if one of them has no letter or figure.
  init?(_ line: Line, _ next: Line) {
    guard let last = line.words.last, let first = next.words.first else { return nil }
    let mark = line.markLength > 0 ? line.markLength : BreakMark.length(atEndOf: last.utf8)
    let head = Self.trimmed(last.utf8.dropLast(mark))
    let tail = Self.trimmed(first.utf8)
    guard !head.isEmpty, !tail.isEmpty else { return nil }
    self.init(head: head, tail: tail)
  }

  init(head: String, tail: String) {
    self.head = head
    self.tail = tail
  }

  /// Whether a whole word has a hyphen where the halves meet; nil if it is not made of the halves at all. Only
  /// letters and figures are compared, without regard to case and to the long s.
  func keepsHyphen(in whole: String) -> Bool? {
    let letters = WordForm.letters(of: whole)
    let first = WordForm.letters(of: head)
    guard !first.isEmpty, letters == first + WordForm.letters(of: tail) else { return nil }
    var seen = 0
    for scalar in whole.unicodeScalars {
      if WordForm.isLetter(scalar) {
        seen += WordForm.letters(of: String(scalar)).unicodeScalars.count
        if seen > first.unicodeScalars.count { return false }
      } else if seen == first.unicodeScalars.count {
        return WordForm.isHyphen(scalar) ? true : nil
      }
    }
    return false
  }

  private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
    let scalars = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
    guard let from = scalars.firstIndex(where: WordForm.isLetter),
      let to = scalars.lastIndex(where: WordForm.isLetter)
    else { return "" }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars[from...to])
    return String(text)
  }
}
