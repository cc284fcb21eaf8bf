/// All phrases and headings that a stage looks for, made ready for finding them in one pass over the words.
struct PhraseBook: Sendable {
  struct Phrase: Sendable {
    var kind: NoticeKind
    var text: String
    var weight: Double
    /// Words between gaps of up to twelve words.
    var parts: [[Int32]]
  }

  struct Heading: Sendable {
    var kinds: [NoticeKind]
    var words: [Int32]
  }

  static let longestGap = 12

  private(set) var phrases: [Phrase] = []
  private var vocabulary: [UInt64: Int32] = [:]
  /// Indices into `phrases` by their first word.
  private var byFirstWord: [Int32: [Int]] = [:]
  private var headings: [Int32: [Heading]] = [:]
  private var connectors: Set<Int32> = [WordStream.number]

  init(_ tables: [NoticeWords]) {
    for table in tables {
      for kind in NoticeKind.allCases {
        table.headings[kind]?.forEach { addHeading($0, [kind]) }
        table.strong[kind]?.forEach { add($0, kind, weight: Weights.strong) }
        table.weak[kind]?.forEach { add($0, kind, weight: Weights.weak) }
      }
      table.registers.forEach { addHeading($0, [.birth, .marriage, .death]) }
      for word in table.connectors { connectors.formUnion(define(word)) }
    }
  }

  /// Adds a phrase; one that is there already is not counted twice.
  mutating func add(_ text: String, _ kind: NoticeKind, weight: Double) {
    let parts = text.split(separator: "…").map { define(String($0)) }.filter { !$0.isEmpty }
    guard let first = parts.first?.first, !phrases.contains(where: { $0.kind == kind && $0.parts == parts }) else {
      return
    }
    byFirstWord[first, default: []].append(phrases.count)
    phrases.append(Phrase(kind: kind, text: text, weight: weight, parts: parts))
  }

  private mutating func addHeading(_ text: String, _ kinds: [NoticeKind]) {
    let words = define(text)
    guard let first = words.first else { return }
    headings[first, default: []].append(Heading(kinds: kinds, words: words))
  }

  private mutating func define(_ text: String) -> [Int32] {
    text.split(separator: " ").flatMap { piece -> [Int32] in
      if piece == "#" { return [WordStream.number] }
      var words: [Int32] = []
      WordStream.words(in: piece.utf8) { hash, isNumber in
        let next = Int32(vocabulary.count) + 1
        words.append(isNumber ? WordStream.number : vocabulary[hash, default: next])
        if !isNumber, vocabulary[hash] == nil { vocabulary[hash] = next }
      }
      return words
    }
  }

  /// The words of a text as numbers.
  func words(of text: String) -> [Int32] {
    var words: [Int32] = []
    WordStream.words(in: text.utf8) { hash, isNumber in
      words.append(isNumber ? WordStream.number : vocabulary[hash] ?? WordStream.unknown)
    }
    return words
  }

  /// How often each phrase stands in the words, by its index in `phrases`.
  func occurrences(in words: [Int32]) -> [Int: Int] {
    var found: [Int: Int] = [:]
    for (index, word) in words.enumerated() where word >= 0 {
      for phrase in byFirstWord[word] ?? [] where stands(phrases[phrase].parts, in: words, at: index) {
        found[phrase, default: 0] += 1
      }
    }
    return found
  }

  private func stands(_ parts: [[Int32]], in words: [Int32], at start: Int) -> Bool {
    var at = start
    for (number, part) in parts.enumerated() {
      let last = number == 0 ? at : at + Self.longestGap
      var place = at
      while !words[min(place, words.count)...].starts(with: part) {
        guard place < last, place < words.count, words[place] != WordStream.boundary else { return false }
        place += 1
      }
      at = place + part.count
    }
    return true
  }

  /// The kinds that a heading stands for; empty if any of its words has no place in such a heading.
  func kinds(ofHeading text: String) -> [NoticeKind] {
    let words = words(of: text)
    var kinds: [NoticeKind] = []
    var at = 0
    while at < words.count {
      let here = (headings[words[at]] ?? []).filter { words[at...].starts(with: $0.words) }
      if let longest = here.map(\.words.count).max() {
        kinds += here.filter { $0.words.count == longest }.flatMap(\.kinds)
        at += longest
      } else if connectors.contains(words[at]) {
        at += 1
      } else {
        return []
      }
    }
    return NoticeKind.allCases.filter(kinds.contains)
  }
}
