/// What some words say of a text: that it is dated, that it offers something, which language it is in.
///
/// The lists are short and of words that papers of all kinds have. Languages are those that the words are known of; a
/// text in another shows none of these signs, and is told by its setting alone.
struct WordSignals {
  /// Names of months.
  private(set) var months = 0
  /// Words for money after a figure.
  private(set) var prices = 0
  /// Words of addresses and of offers.
  private(set) var offers = 0
  /// Words of imprints: who prints and who answers for the paper.
  private(set) var imprints = 0
  /// Small words, by language in the order of `languages`.
  private(set) var small = [Int](repeating: 0, count: Self.languages.count)
  /// The first letters of a long word; room for the one who counts.
  var stem = WordKey()
  /// The language that most of the small words are of; nil if they are few.
  private(set) var language: Int?

  mutating func add(_ word: WordKey, afterFigure: Bool) {
    guard let kinds = Self.kinds[word] else { return }
    if kinds & Self.month != 0 { months += 1 }
    if kinds & Self.money != 0, afterFigure { prices += 1 }
    if kinds & Self.offer != 0 { offers += 1 }
    if kinds & Self.imprint != 0 { imprints += 1 }
    for language in small.indices where kinds & (Self.firstLanguage << UInt16(language)) != 0 { small[language] += 1 }
  }

  mutating func settle() { language = Self.language(of: small) }

  /// The language of most small words, if there are four and more.
  static func language(of small: [Int]) -> Int? {
    guard let most = small.max(), most >= 4 else { return nil }
    return small.firstIndex(of: most)
  }

  private static let month: UInt16 = 1
  private static let money: UInt16 = 2
  private static let offer: UInt16 = 4
  private static let imprint: UInt16 = 8
  private static let firstLanguage: UInt16 = 16

  private static let monthNames = [
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "aout", "septembre", "octobre",
    "novembre", "décembre", "januar", "februar", "märz", "april", "juni", "juli", "august", "september", "oktober",
    "november", "dezember", "january", "february", "march", "may", "june", "july", "october", "december", "januari",
    "februari", "maart", "mei", "augustus", "jan", "feb", "febr", "fév", "févr", "avr", "apr", "juil", "jul", "jun",
    "aug", "sept", "sep", "oct", "okt", "nov", "déc", "dec", "dez", "decemb", "novemb", "hornung",
  ]

  private static let moneyNames = [
    "fr", "francs", "franc", "c", "ct", "cts", "cent", "centimes", "mk", "mark", "m", "pf", "pfg", "thlr", "thl",
    "fl", "gulden", "gld", "s", "d", "sh", "kr", "kreuzer", "sgr", "rthlr", "dollars", "cents",
  ]

  private static let offerWords = [
    "rue", "boulevard", "avenue", "place", "adresser", "vente", "vendre", "louer", "demande", "pharmacie",
    "strasse", "straße", "verkaufen", "verkauf", "vermiethen", "street", "apply", "sale", "let",
    "sold", "straat", "koop", "huur", "verkopen", "verkocht", "bureau", "prix", "preis", "price", "magasin",
  ]

  private static let imprintWords = [
    "gérant", "cogérant", "imprimeur", "imprimerie", "imprimé", "imp", "rédacteur", "redacteur", "printed",
    "published", "printer", "publisher", "proprietor", "druck", "verlag", "druckerei", "redakteur", "redaktion",
    "verantwortlicher", "verantwortlich", "herausgeber", "drukker", "drukkerij", "gedrukt", "uitgever", "uitgegeven",
  ]

  static let languages = [
    "le la les de des du et que qui dans une un pour par est sur au aux ce plus ne pas son sa ses il en",
    "der die das und den von zu in mit ist ein eine des dem auf nicht für sich als auch daß werden bei aus",
    "de het een van en in te dat is op aen met zyn voor door der den naar ook by",
    "the of and to in a that is was for his on with as by be at which it had from not",
  ]

  private static let kinds: [WordKey: UInt16] = {
    var kinds: [WordKey: UInt16] = [:]
    for word in monthNames { kinds[WordKey(word), default: 0] |= month }
    for word in moneyNames { kinds[WordKey(word), default: 0] |= money }
    for word in offerWords { kinds[WordKey(word), default: 0] |= offer }
    for word in imprintWords { kinds[WordKey(word), default: 0] |= imprint }
    for (number, words) in languages.enumerated() {
      for word in words.split(separator: " ") {
        kinds[WordKey(String(word)), default: 0] |= firstLanguage << UInt16(number)
      }
    }
    return kinds
  }()
}
