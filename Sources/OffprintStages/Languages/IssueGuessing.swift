import OffprintKit
import OffprintModel

/// Tells the languages of the blocks of an issue: the long ones by themselves, the short ones by what the long ones
/// are in.
struct IssueGuessing: Sendable {
  struct Finding {
    enum Choice: String { case detected, likely, script, source, left }
    var choice: Choice
    var language: String?
    /// The languages it was compared with, if they were few.
    var among: [String] = []
  }

  /// Under so many letters a block does not even tell two languages apart.
  private static let fewest = 10

  private let languages: [String]
  /// Nil if only scripts are to be told apart, for which no library is needed.
  private let source: (any LanguageSource)?
  private let guesser: (any LanguageGuessing)?
  private let minLetters: Int

  /// - Throws: `OP312` without the library, `OP104` for languages that nobody knows.
  init(languages: [String], minLetters: Int, source: (any LanguageSource)?) throws {
    guard !languages.isEmpty else { throw Self.noLanguages() }
    self.languages = languages
    self.minLetters = minLetters
    let spelled = languages.filter { !Self.isKnownByScript($0) }
    guard !spelled.isEmpty else {
      (self.source, guesser) = (nil, nil)
      return
    }
    guard let source else { throw Self.noSource() }
    self.source = source
    guesser = try source.guesser(among: spelled)
  }

  func findings(for blocks: [BlockLetters], trustSource: Bool) throws -> [Finding] {
    var findings = blocks.map { long($0, trustSource) }
    var known = LanguageAmounts(zip(blocks, findings).map { ($1?.language, $0.letters) }).considerable
    if known.isEmpty, let whole = whole(blocks) { known = [whole] }
    for (index, block) in blocks.enumerated() {
      guard let finding = findings[index], finding.choice == .detected, let language = finding.language,
        !known.contains(language), !isConfirmed(language, block)
      else { continue }
      findings[index] = nil
    }
    let spelled = known.filter { !Self.isKnownByScript($0) && languages.contains($0) }
    let comparing = spelled.count > 1 ? try source?.guesser(among: spelled) : nil
    for (index, block) in blocks.enumerated() where findings[index] == nil {
      guard block.letters >= Self.fewest else { continue }
      if spelled.count == 1 {
        findings[index] = Finding(choice: .likely, language: spelled[0])
      } else if let language = comparing?.language(of: block.text) {
        findings[index] = Finding(choice: .likely, language: language, among: spelled)
      }
    }
    return findings.map { $0 ?? Finding(choice: .left) }
  }

  private func long(_ block: BlockLetters, _ trustSource: Bool) -> Finding? {
    if trustSource, let language = block.language { return Finding(choice: .source, language: language) }
    // No letter of those scripts begins with a lower byte (U+1100 is E1 84 80).
    if block.text.contains(where: { $0 >= 0xE1 }), let script = Script.language(of: [block.text]),
      let language = languages.first(where: { Self.primary($0) == script })
    {
      return Finding(choice: .script, language: language)
    }
    guard block.letters >= minLetters else { return nil }
    return guesser?.language(of: block.text).map { Finding(choice: .detected, language: $0) }
  }

  /// True if both halves of a block are in its language: misread letters look like some language as a whole, but
  /// seldom like one all along.
  private func isConfirmed(_ language: String, _ block: BlockLetters) -> Bool {
    var middle = block.text.count / 2
    while middle < block.text.count, block.text[middle] != 0x20 { middle += 1 }
    return [block.text[..<middle], block.text[middle...]].allSatisfy { guesser?.language(of: Array($0)) == language }
  }

  /// The language of all blocks together, where none is long enough.
  private func whole(_ blocks: [BlockLetters]) -> String? {
    guard blocks.reduce(0, { $0 + $1.letters }) >= Self.fewest else { return nil }
    return guesser?.language(of: blocks.flatMap(\.text))
  }

  private static func primary(_ language: String) -> String { language.prefix { $0 != "-" }.lowercased() }
  private static func isKnownByScript(_ language: String) -> Bool { ["ja", "ko", "zh"].contains(primary(language)) }

  fileprivate static func noLanguages() -> Diagnostic {
    Diagnostic(.valueUnsuited, "'languages' names at least one language", fix: "leave it out for all that are known")
  }

  fileprivate static func noSource() -> Diagnostic {
    Diagnostic(
      .libraryMissing, "this command was built without anything that detects languages",
      fix: "register OffprintLanguage's SystemLibraries with it", notes: [.init("more", "offprint list libraries")])
  }
}

extension IssueGuessing.Finding {
  /// Put in order by how often each was right, not a probability.
  var confidence: Double? {
    switch choice {
    case .detected, .script: 0.98
    case .likely: 0.9
    case .source, .left: nil
    }
  }

  /// The reason in words, for a person who asks.
  func sentence(letters: Int) -> String {
    let language = language ?? "none"
    switch choice {
    case .detected: return "its \(letters) letters are most like '\(language)'"
    case .likely where among.isEmpty: return "'\(language)' is the only language that was found in the issue"
    case .likely: return "its \(letters) letters are most like '\(language)' of \(among.joined(separator: ", "))"
    case .script: return "it is in the script of '\(language)'"
    case .source: return "the delivery says '\(language)'"
    case .left: return "its \(letters) letters do not tell"
    }
  }
}
