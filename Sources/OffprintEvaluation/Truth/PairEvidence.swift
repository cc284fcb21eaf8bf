import OffprintKit

/// What the rest of an issue says of a broken word, to tell a program's whole word from a true one.
struct PairEvidence {
  private let head: String
  private let tail: String
  private let hyphenated: Int
  private let joined: Int
  private let headAlone: Int
  private let tailAlone: Int

  init(_ halves: WordHalves, words: InnerWords) {
    head = Self.lastPart(of: halves.head)
    tail = Self.firstPart(of: halves.tail)
    hyphenated = words.count(of: "\(head)-\(tail)")
    joined = words.count(of: head + tail)
    headAlone = words.count(of: head)
    tailAlone = words.count(of: tail)
  }

  /// Why a kept hyphen is not believed; nil if the issue itself shows it, or the way the word is made does.
  var againstKeeping: String? {
    if hyphenated > 0 { return nil }
    if joined > 0 { return "the issue has '\(head)\(tail)' inside a line" }
    if joinsNames || isPronoun { return nil }
    if headAlone == 0 { return "'\(head)' is no word of the issue" }
    if tailAlone == 0 { return "'\(tail)' is no word of the issue" }
    return min(head.count, tail.count) >= 3 ? nil : "halves of one or two letters prove nothing"
  }

  /// Why a joined word is not believed; nil if nothing speaks against it.
  var againstJoining: String? {
    if joined > 0 { return nil }
    if hyphenated > 0 { return "the issue has '\(head)-\(tail)' inside a line" }
    if followsSmall { return "a capital follows a small letter" }
    let isTwoWords = headAlone > 0 && tailAlone > 0 && min(head.count, tail.count) >= 2
    return isTwoWords ? "'\(head)' and '\(tail)' are words of the issue, '\(head)\(tail)' is none" : nil
  }

  /// A capital after a small letter. In a word all in capitals it would say nothing.
  private var followsSmall: Bool {
    guard let last = head.unicodeScalars.last, let first = tail.unicodeScalars.first else { return false }
    return WordForm.isSmall(last) && WordForm.isCapital(first)
  }

  /// `Waldeck-Rousseau`, `sous-Préfet`: a capital begins a second word, if what stands before it is one. After the
  /// fragment of a word it is more likely misread.
  private var joinsNames: Bool {
    guard followsSmall, let first = head.unicodeScalars.first else { return false }
    return WordForm.isCapital(first) || headAlone > 0
  }

  /// French `a-t-il`: after the linking t only a pronoun can follow.
  private var isPronoun: Bool {
    let verb = head.lowercased()
    return Self.pronouns.contains(WordForm.letters(of: tail)) && (verb == "t" || verb.hasSuffix("-t"))
  }

  private static let pronouns: Set<String> = ["il", "ils", "elle", "elles", "on"]

  /// What stands before an apostrophe or a dot is another word: `l'arrière` gives `arrière`.
  private static func lastPart(of word: String) -> String { parts(of: word).last ?? "" }
  private static func firstPart(of word: String) -> String { parts(of: word).first ?? "" }

  private static func parts(of word: String) -> [String] {
    word.unicodeScalars.split { !WordForm.isLetter($0) && !WordForm.isHyphen($0) }.map { String($0) }
  }
}
