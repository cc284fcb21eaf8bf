import OffprintDiagnostics

/// Tells in which of a few languages a text is written.
///
/// One value serves many threads at once, and answers the same on all of them.
public protocol LanguageGuessing: Sendable {
  /// The language (BCP 47, as it was asked for) of a text in UTF-8; nil if it cannot say.
  func language(of text: [UInt8]) -> String?
}

/// Where languages are told apart: a library of the system that a machine may or may not have.
///
/// A plugin registers one; stages are handed it with their settings, and see neither the library nor the plugin.
public protocol LanguageSource: Sendable {
  /// What the machine has of it, for `offprint list`.
  var library: LibraryReport { get }

  /// What tells these languages (BCP 47) apart.
  ///
  /// - Throws: `OP312` without the library, `OP104` for a language that it does not know.
  func guesser(among languages: [String]) throws -> any LanguageGuessing
}
