import OffprintKit

/// How often an issue has a word inside its lines, where nothing broke it.
///
/// Words end at anything that is neither letter nor figure nor hyphen, so `l'arrière-garde` gives `l` and
/// `arrière-garde`. The last word of a line that ends with a mark and the first of the line below it are left out:
/// what happened to them is the question.
struct InnerWords: Sendable {
  private var counts: [String: Int] = [:]

  init(of issue: Issue) {
    for page in issue.pages {
      var continues = false
      for line in page.lines where !line.isEmpty {
        let isBroken =
          line.markLength > 0 || line.halves.contains(.first) || BreakMark.length(atEndOf: line.utf8) > 0
        let words = line.words
        for word in words {
          if word.index == words.startIndex, continues || line.halves.contains(.second) { continue }
          if word.index == words.endIndex - 1, isBroken { continue }
          count(word.utf8)
        }
        continues = isBroken
      }
    }
  }

  /// How often the word stands there by itself; hyphens inside it are part of it.
  func count(of word: String) -> Int { counts[Self.key(word)] ?? 0 }

  private mutating func count(_ word: ArraySlice<UInt8>) {
    Self.forms(in: String(decoding: word, as: UTF8.self).unicodeScalars) { counts[$0, default: 0] += 1 }
  }

  private static func key(_ word: String) -> String {
    var key = ""
    forms(in: word.unicodeScalars) { key = $0 }
    return key
  }

  private static func forms(in scalars: String.UnicodeScalarView, _ take: (String) -> Void) {
    var form = String.UnicodeScalarView()
    var hyphen = false
    for scalar in scalars {
      if WordForm.isLetter(scalar) {
        if hyphen, !form.isEmpty { form.append("-") }
        hyphen = false
        form.append(contentsOf: WordForm.small(scalar))
      } else if WordForm.isHyphen(scalar) {
        hyphen = true
      } else {
        if !form.isEmpty { take(String(form)) }
        form = String.UnicodeScalarView()
        hyphen = false
      }
    }
    if !form.isEmpty { take(String(form)) }
  }
}
