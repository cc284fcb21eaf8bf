/// What speaks for an article being a notice of one kind.
struct Evidence {
  var headings: [String] = []
  private var phrases: [(text: String, count: Int)] = []
  /// The share of doubt that is left.
  private var headingDoubt = 1.0
  private var weights: [Double] = []
  /// How often formulas and common words stand there. Kept apart, since a formula is often made of common words.
  private var formulas = 0
  private var commonWords = 0

  mutating func add(heading: String, weight: Double) {
    guard !headings.contains(heading) else { return }
    headings.append(heading)
    headingDoubt *= 1 - weight
  }

  mutating func add(phrase: PhraseBook.Phrase, count: Int) {
    phrases.append((phrase.text, count))
    weights.append(phrase.weight)
    if phrase.weight == Weights.weak { commonWords += count } else { formulas += count }
  }

  /// 0...1, in hundredths. `words` is the length of the article.
  func confidence(words: Int) -> Double {
    let density = min(1, Double(max(formulas, commonWords)) * Weights.wordsPerPhrase / Double(max(1, words)))
    let doubt = weights.reduce(headingDoubt) { $0 * (1 - $1 * density) }
    return ((1 - doubt) * 100).rounded() / 100
  }

  var isEmpty: Bool { headings.isEmpty && phrases.isEmpty }

  /// Names what was found, in the order of the tables.
  var reason: String {
    let found = phrases.map { "'\($0.text)'" + ($0.count > 1 ? " \($0.count) times" : "") }
    var parts: [String] = []
    if !headings.isEmpty { parts.append("heading " + headings.map { "'\($0)'" }.joined(separator: ", ")) }
    if !found.isEmpty { parts.append("the text has " + found.joined(separator: ", ")) }
    return parts.joined(separator: "; ")
  }
}
