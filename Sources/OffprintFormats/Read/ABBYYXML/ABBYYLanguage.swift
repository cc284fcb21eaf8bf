/// Languages as FineReader names its dictionaries.
enum ABBYYLanguage {
  /// `FrenchStandard`, `GermanNewSpelling`, `OldGerman`, `EnglishUnitedStates`, `ChinesePRC`: BCP 47, or nil for what
  /// names no language, such as `Digits`.
  static func bcp47(_ written: String) -> String? {
    switch written {
    case "ChinesePRC", "ChineseSimplified": return "zh-Hans"
    case "ChineseTaiwan", "ChineseTraditional": return "zh-Hant"
    case "NorwegianBokmal": return "nb"
    case "NorwegianNynorsk": return "nn"
    default: break
    }
    var words = words(of: written)
    if words.first == "Old" { words.removeFirst() }
    guard let name = words.first, name.utf8.count > 3 || words.count == 1 else { return nil }
    return LanguageCode.bcp47(name)
  }

  /// The words of a name in which each begins with a capital.
  private static func words(of name: String) -> [String] {
    var words: [String] = []
    for character in name.prefix(60) {
      if character.isUppercase || words.isEmpty {
        words.append(String(character))
      } else {
        words[words.count - 1].append(character)
      }
    }
    return words
  }
}

/// How many letters of each language a text has.
struct LanguageCount {
  private var counts: [(language: String, letters: Int)] = []

  mutating func add(_ letters: Int, _ language: String?) {
    guard let language, letters > 0 else { return }
    if let index = counts.firstIndex(where: { $0.language == language }) {
      counts[index].letters += letters
    } else {
      counts.append((language, letters))
    }
  }

  mutating func add(_ other: LanguageCount) {
    for entry in other.counts { add(entry.letters, entry.language) }
  }

  /// The language of at least `share` of at least `letters` letters.
  func language(of share: Double, atLeast letters: Int) -> String? {
    let all = counts.reduce(0) { $0 + $1.letters }
    guard all >= letters, let most = counts.max(by: { $0.letters < $1.letters }) else { return nil }
    return Double(most.letters) >= share * Double(all) ? most.language : nil
  }
}
