import OffprintDiagnostics

/// Knows which words a language has: a spelling dictionary.
///
/// One value serves many threads at once, and answers the same on all of them.
public protocol WordKnowledge: Sendable {
  /// True if the word is written so. Capitals count as they do at the start of a sentence and in a name.
  func knows(_ word: String) -> Bool
}

/// Where the dictionaries of languages come from: a library of the system that a machine may or may not have.
///
/// A plugin registers one; stages are handed it with their settings, and see neither the library nor the plugin.
public protocol WordSource: Sendable {
  /// The word by which a pipeline file asks for it: `hunspell`.
  var name: String { get }

  /// What the machine has of it, for `offprint list`.
  var library: LibraryReport { get }

  /// Throws a `Diagnostic` (`OP312`, `OP313`) with the next step if the library or every dictionary is missing.
  func check() throws

  /// The dictionary of that name (`fr_FR`), or the one that suits a language best (`fr`, `fr-CH`).
  ///
  /// - Throws: `OP312` without the library, `OP313` if there is no such dictionary or it cannot be used.
  func words(of language: String) throws -> any WordKnowledge
}

/// A library that is used if the machine has it.
public struct LibraryReport: Hashable, Sendable {
  public var name: String
  /// Where it was found and what came with it; nil if it is not there.
  public var found: String?
  /// How to get it, in words that follow "not found:".
  public var remedy: String

  public init(name: String, found: String?, remedy: String) {
    self.name = name
    self.found = found
    self.remedy = remedy
  }
}

/// What a command has for its stages besides their settings.
public struct StageAids: Sendable {
  /// By the name that a pipeline file uses.
  public internal(set) var words: [String: any WordSource] = [:]
  /// Nil if the command was built without any.
  public internal(set) var languages: (any LanguageSource)?

  public init() {}

  /// What the machine has of each.
  public var libraries: [LibraryReport] {
    (words.values.map(\.library) + [languages?.library].compactMap(\.self)).sorted { $0.name < $1.name }
  }
}
