/// The headings and formulas of one language, as data.
///
/// In phrases `#` is a word that begins with a digit (`63`, `63d`), and `…` up to twelve words of any kind. Case and
/// punctuation do not matter; hyphens and apostrophes separate words.
struct NoticeWords: Sendable {
  /// Headings that stand for one kind.
  var headings: [NoticeKind: [String]]
  /// Headings of columns that hold births, marriages and deaths together.
  var registers: [String]
  /// Words that may stand in a heading beside those.
  var connectors: [String]
  /// Formulas that hardly stand anywhere else.
  var strong: [NoticeKind: [String]]
  /// Words that such notices have, but other articles too.
  var weak: [NoticeKind: [String]]
}
