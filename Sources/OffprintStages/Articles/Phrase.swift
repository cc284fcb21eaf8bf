/// Small operations on short texts given as scalars.
enum Phrase {
  static func string(_ scalars: some Sequence<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  static func lowercased(_ scalars: some Sequence<Unicode.Scalar>) -> String { string(scalars).lowercased() }

  /// The last scalar that is no space and no closing quote or bracket.
  static func lastTelling(_ scalars: [Unicode.Scalar]) -> Unicode.Scalar? {
    scalars.last { !closing.contains($0) }
  }

  private static let closing: Set<Unicode.Scalar> = [
    " ", "\u{3000}", "\"", "'", "”", "’", "»", "›", "」", "』", ")", "）", "]", "】", "》", "〉",
  ]

  /// Marks that end a sentence.
  static let sentenceEnds: Set<Unicode.Scalar> = [".", "!", "?", "。", "！", "？", "…", "．"]
  /// Marks after which the text goes on.
  static let openEnds: Set<Unicode.Scalar> = [",", ";", ":", "，", "；", "：", "、", "-", "\u{AD}", "¬", "⸗", "—", "–"]
}
