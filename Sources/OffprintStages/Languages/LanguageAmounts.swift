/// How many letters are in which language, the languages in the order in which they first occur.
struct LanguageAmounts {
  private(set) var all: [(language: String, letters: Int)] = []

  /// Letters whose language is not known do not count.
  init(_ amounts: [(String?, Int)]) {
    for case (let language?, let letters) in amounts {
      if let known = all.firstIndex(where: { $0.language == language }) {
        all[known].letters += letters
      } else {
        all.append((language, letters))
      }
    }
  }

  /// The language of most letters, the first of several.
  var most: String? {
    let most = all.map(\.letters).max()
    return all.first { $0.letters == most }?.language
  }

  /// The languages with at least a twentieth of the letters, in the order of their names.
  var considerable: [String] {
    let sum = all.reduce(0) { $0 + $1.letters }
    return all.filter { $0.letters * 20 >= sum }.map(\.language).sorted()
  }
}
