/// What a language does with hyphens at line ends: lists of words, no code.
///
/// The lists hold what grammars and house styles name: conjunctions, pronouns, numerals and prefixes. They are not
/// word lists, and what an issue's own words say comes before most of them.
struct HyphenHabits: Sendable {
  /// Words after which a hyphen that stands before them is suspended (`Ein- oder Ausfuhr`), and which are never the
  /// second half of a word.
  var conjunctions: Set<WordKey> = []
  /// Such words that may also be the second half of a word: they count if the first half is a word of the issue and
  /// the joined form is not.
  var rareConjunctions: Set<WordKey> = []
  /// Short words that stand between the hyphens of a compound: `Châlons-sur-Marne`, `brother-in-law`.
  var links: Set<WordKey> = []
  /// Words that are joined to the one before by a hyphen, with the endings it then has (`ont-ils`); no endings mean
  /// any word of more than three letters.
  var clitics: [WordKey: [[UInt8]]] = [:]
  /// First parts that keep their hyphen (`vice-président`), unless the issue has the joined form.
  var prefixes: Set<WordKey> = []
  /// First parts that keep it before what is a word of the issue by itself.
  var rarePrefixes: Set<WordKey> = []
  /// First parts in `-o` of double adjectives (`franco-allemand`), which keep it before any word.
  var combiningForms: Set<WordKey> = []
  /// Second parts that take it after any word: `wine-coloured`, `cow-like`.
  var secondParts: Set<WordKey> = []
  /// Second parts that take it after a name: `Abingdon-street`.
  var placeParts: Set<WordKey> = []
  /// True if two words that are set side by side are written with a hyphen, and not as one word like in German.
  var hyphenatesCompounds = false
  /// Words that begin other words without a hyphen (`sur-prise`, `with-drawn`), and endings that are words too.
  var solidHeads: Set<WordKey> = []
  var solidTails: Set<WordKey> = []
  /// Ending of adjectives that are coupled with a hyphen: `schwedisch-norwegisch`.
  var coupledEnding: [UInt8] = []
  /// Compounds that are always written with a hyphen.
  var compounds: Set<WordKey> = []
  /// Numerals that are compounded with a hyphen: `twenty` and `three`.
  var tens: Set<WordKey> = []
  var units: Set<WordKey> = []
  /// First syllables that are no words: what follows is joined even if it was read as a capital.
  var syllables: Set<WordKey> = []
  /// True if `ck` is broken as `k-k`, as in German spelling before 1996.
  var breaksCk = false
  /// True if the language was set in Fraktur, whose hyphen is often read as `=`.
  var hasFraktur = false

  init(
    conjunctions: String = "", rareConjunctions: String = "", links: String = "",
    clitics: [(words: String, after: String)] = [], prefixes: String = "", rarePrefixes: String = "",
    combiningForms: String = "", secondParts: String = "", placeParts: String = "",
    hyphenatesCompounds: Bool = false, solidHeads: String = "", solidTails: String = "", coupledEnding: String = "",
    compounds: String = "", tens: String = "", units: String = "", syllables: String = "", breaksCk: Bool = false,
    hasFraktur: Bool = false
  ) {
    func keys(_ words: String) -> Set<WordKey> { Set(words.split(separator: " ").map { WordKey(String($0)) }) }
    self.conjunctions = keys(conjunctions)
    self.rareConjunctions = keys(rareConjunctions)
    self.links = keys(links)
    for (words, after) in clitics {
      for key in keys(words) { self.clitics[key] = after.split(separator: " ").map { Array($0.utf8) } }
    }
    self.prefixes = keys(prefixes)
    self.rarePrefixes = keys(rarePrefixes)
    self.combiningForms = keys(combiningForms)
    self.secondParts = keys(secondParts)
    self.placeParts = keys(placeParts)
    self.hyphenatesCompounds = hyphenatesCompounds
    self.solidHeads = keys(solidHeads)
    self.solidTails = keys(solidTails)
    self.coupledEnding = Array(coupledEnding.utf8)
    self.compounds = keys(compounds)
    self.tens = keys(tens)
    self.units = keys(units)
    self.syllables = keys(syllables)
    self.breaksCk = breaksCk
    self.hasFraktur = hasFraktur
  }

  /// The habits of a language by its BCP 47 tag or ISO 639-2 code; those common to all where it is not known.
  static func of(_ language: String?) -> HyphenHabits {
    guard let language else { return common }
    let primary = language.prefix { $0 != "-" && $0 != "_" }.lowercased()
    return table[primary] ?? common
  }
}
