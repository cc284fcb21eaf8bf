import OffprintKit

/// Asks a dictionary about the line ends of one issue; each form once.
final class Speller {
  private let words: any WordKnowledge
  private var answers: [[UInt8]: Bool] = [:]

  init(_ words: any WordKnowledge) { self.words = words }

  func knowsJoined(_ line: LineBreak) -> Bool { knows(Array(line.head) + line.tail) }
  func knowsHyphenated(_ line: LineBreak) -> Bool { knows(Array(line.head) + [0x2D] + line.tail) }
  func knows(_ letters: ArraySlice<UInt8>) -> Bool { knows(Array(letters)) }

  private func knows(_ letters: [UInt8]) -> Bool {
    if let answer = answers[letters] { return answer }
    let answer = words.knows(Self.modern(letters))
    answers[letters] = answer
    return answer
  }

  /// With long s and ligatures, which no dictionary has, as the letters they stand for.
  private static func modern(_ letters: [UInt8]) -> String {
    var out = ""
    for scalar in String(decoding: letters, as: UTF8.self).unicodeScalars {
      if let plain = WordKey.plain(scalar.value) { out += plain } else { out.unicodeScalars.append(scalar) }
    }
    return out
  }
}

/// The dictionaries for the lines of one issue, by language.
final class Spellers {
  private let source: any WordSource
  /// Set if one dictionary serves all lines.
  private let name: String?
  private var found: [String: Speller?] = [:]
  /// How many line ends had no dictionary, by language; the empty text where none is known.
  private(set) var unanswered: [String: Int] = [:]

  init(source: any WordSource, name: String?) {
    self.source = source
    self.name = name
  }

  func speller(for language: String?) -> Speller? {
    let wanted = name ?? language ?? ""
    let speller = found[wanted] ?? (wanted.isEmpty ? nil : (try? source.words(of: wanted)).map(Speller.init))
    found[wanted] = .some(speller)
    if speller == nil { unanswered[wanted, default: 0] += 1 }
    return speller
  }
}
