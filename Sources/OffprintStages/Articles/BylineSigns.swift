import OffprintKit

/// Tells a line that names the writer. Word lists by language; no names of papers or people.
enum BylineSigns {
  /// Signs that Chinese papers set before the name.
  private static let bullets: SignSet = "■□◆◇●○▲△★☆◎▇█"

  /// Words for a writer or photographer in Chinese and Japanese bylines.
  private static let unspacedWords = [
    "记者", "通讯员", "实习生", "评论员", "特约", "撰文", "文/", "文／", "图/", "图／", "摄影", "作者", "记者/", "記者", "通訊員", "撰稿",
    "特派員", "編集委員",
  ]

  /// How those words begin: to look for one of these is much faster.
  private static let beginnings = SignSet(unspacedWords.compactMap(\.unicodeScalars.first))

  /// How bylines begin, lower case, with the space that follows.
  private static let openings = Openings([
    "by ", "from our ", "from a correspondent", "from the special", "par ", "de notre ", "d'un correspondant", "von ",
    "door ", "van onze ", "por ", "di ", "dal nostro ", "dalla nostra ", "af ", "av ", "fra vor ", "från vår ",
  ])

  /// Openings after which any text may follow, because they name the writer themselves.
  private static let sure = ["from our ", "from a correspondent", "de notre ", "van onze ", "dal nostro "]

  static func isByline(_ scalars: [Unicode.Scalar], isUnspaced: Bool) -> Bool {
    isUnspaced ? isUnspacedByline(scalars) : isSpacedByline(scalars)
  }

  private static func isUnspacedByline(_ scalars: [Unicode.Scalar]) -> Bool {
    let trimmed = scalars.filter { $0 != " " && $0 != "\u{3000}" }
    guard trimmed.count >= 2, trimmed.count <= 48 else { return false }
    guard !trimmed.contains(where: marks.contains) else { return false }
    let hasBullet = trimmed.first.map(bullets.contains) ?? false
    let mayHoldWord = trimmed.contains(where: beginnings.contains)
    guard hasBullet || mayHoldWord else { return false }
    let text = Phrase.string(trimmed)
    guard hasBullet || !isRunningText(trimmed, text) else { return false }
    if mayHoldWord, let found = unspacedWords.first(where: text.contains) {
      // A headline may speak of reporters; a byline begins with the word, or with a newsroom and the word.
      let before = text.split(separator: found, omittingEmptySubsequences: false).first?.unicodeScalars.count ?? 0
      let after = trimmed.count - before - found.unicodeScalars.count
      return hasBullet || (before <= 14 && (1...32).contains(after))
    }
    return hasBullet && trimmed.count <= 13
  }

  /// What a reporter does, or when, right after the word for reporter, begins a sentence; a name ends the line. A byline
  /// is no part of a dateline either: it does not begin like one, and its brackets close, at its end if it begins
  /// with one.
  private static func isRunningText(_ scalars: [Unicode.Scalar], _ text: String) -> Bool {
    if DatelineSigns.beginsWithAgency(text) { return true }
    for word in ["记者", "記者"] where text.hasPrefix(word) {
      if let next = scalars.dropFirst(2).first, afterReporter.contains(next) { return true }
    }
    let opened = scalars.count { $0 == "（" || $0 == "(" }
    let closed = scalars.count { $0 == "）" || $0 == ")" }
    guard opened == closed else { return true }
    // `…5月3日电（记者 …）`: brackets behind other text belong to a dateline.
    for (bracket, next) in zip(scalars.dropFirst(), scalars.dropFirst(2)) where bracket == "（" || bracket == "(" {
      if next == "记" || next == "記" { return true }
    }
    guard let bracket = scalars.first, let closing = DatelineSigns.closing(of: bracket) else { return false }
    return scalars.last != closing
  }

  /// How what is said of a reporter goes on: `记者从…获悉`, `记者昨日…`, `记者3日…`.
  private static let afterReporter: SignSet = "从從在昨今近日获獲了看采採走来來发發注随隨就跟前也们們0123456789"

  /// Marks that a sentence has and a byline has not.
  private static let marks: SignSet = "，。！？；,!?;"
  private static let spacedMarks: SignSet = ",;:!?"

  /// False if the text cannot begin like a byline in spaced writing.
  static func mayOpen(_ scalars: [Unicode.Scalar]) -> Bool { openings.mayOpen(bare(scalars)) }

  private static func bare(_ scalars: [Unicode.Scalar]) -> ArraySlice<Unicode.Scalar> {
    scalars.drop { $0 == " " || $0 == "(" || $0 == "[" || $0 == "—" || $0 == "–" || $0 == "-" }
  }

  private static func isSpacedByline(_ scalars: [Unicode.Scalar]) -> Bool {
    let bare = bare(scalars)
    guard bare.count >= 5, bare.count <= 70, openings.mayOpen(bare) else { return false }
    let text = Phrase.lowercased(bare)
    if sure.contains(where: text.hasPrefix) { return true }
    guard let opening = openings.first(of: text) else { return false }
    let rest = bare.dropFirst(opening.unicodeScalars.count)
    let words = rest.split(separator: " ")
    guard (1...7).contains(words.count), let initial = rest.first else { return false }
    // Names are capitalised: at least the first word, and all but particles such as `de` and `van`.
    let capitals = words.count { $0.first?.properties.isUppercase == true }
    return initial.properties.isUppercase && capitals * 2 > words.count
      && !rest.contains(where: spacedMarks.contains)
  }
}
