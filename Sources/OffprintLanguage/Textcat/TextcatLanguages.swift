#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif
import OffprintKit

/// The languages that libexttextcat tells apart.
public final class TextcatLanguages: LanguageSource {
  private struct State {
    /// Nil until somebody asks for it.
    var library: TextcatLibrary??
    var guessers: [[String]: TextcatGuesser] = [:]
  }

  private let names: [String]
  private let folders: [String]
  private let state = Guarded(State())

  /// The names under which systems have the library.
  public static let libraryNames = TextcatLibrary.names
  /// Where systems have its fingerprints of languages.
  public static let systemFolders = [
    "/usr/share/libexttextcat", "/usr/local/share/libexttextcat", "/opt/homebrew/share/libexttextcat",
  ]

  /// The library and the fingerprints of the system.
  public convenience init() { self.init(library: Self.libraryNames, folders: Self.systemFolders) }

  /// - Parameters:
  ///   - library: file names or paths under which the library may be found, the first that can be loaded is taken.
  ///   - folders: where fingerprints (`de.lm`) are looked for; the first folder that has English is taken.
  public init(library: [String], folders: [String]) {
    names = library
    self.folders = folders
  }

  public var library: LibraryReport {
    let path = try? state.withLock { try loaded(&$0).path }
    let found = path.flatMap { path in folder.map { "\(path), languages in \($0)" } }
    return LibraryReport(name: "libexttextcat", found: found, remedy: "apt-get install \(Self.packages)")
  }

  public func guesser(among languages: [String]) throws -> any LanguageGuessing {
    try state.withLock { state in
      let library = try loaded(&state)
      guard let folder else { throw Self.notThere("the fingerprints of", searched: folders) }
      if let known = state.guessers[languages] { return known }
      let files = try languages.map { language in
        guard let file = Self.file(of: language, in: folder) else { throw Self.unknown(language, folder) }
        return file
      }
      let guesser = TextcatGuesser(languages: languages, library: library) {
        library.handle(fingerprints: files, in: folder)
      }
      guard let guesser else { throw Self.unusable(folder) }
      state.guessers[languages] = guesser
      return guesser
    }
  }

  private var folder: String? { folders.first { access("\($0)/en.lm", R_OK) == 0 } }

  /// The fingerprint of a language (BCP 47): its own, or that of the language without script and region.
  private static func file(of language: String, in folder: String) -> String? {
    let primary = language.prefix { $0 != "-" }.lowercased()
    let names = [language, primary == "no" ? "nb" : primary]
    return names.lazy.filter { $0.utf8.allSatisfy { ($0 | 0x20) &- 0x61 < 26 || $0 == 0x2D } }.map { "\($0).lm" }
      .first { access("\(folder)/\($0)", R_OK) == 0 }
  }

  private func loaded(_ state: inout State) throws -> TextcatLibrary {
    let library = state.library ?? TextcatLibrary(anyOf: names)
    state.library = .some(library)
    guard let library else { throw Self.notThere("the library", searched: names) }
    return library
  }

  private static let packages = "libexttextcat-2.0-0 libexttextcat-data"

  fileprivate static func notThere(_ what: String, searched: [String]) -> Diagnostic {
    Diagnostic(
      .libraryMissing, "detecting languages needs \(what) libexttextcat, which this machine does not have",
      fix: "apt-get install \(packages)",
      notes: [.init("searched", searched.joined(separator: ", ")), .init("more", "offprint list libraries")])
  }

  fileprivate static func unknown(_ language: String, _ folder: String) -> Diagnostic {
    Diagnostic(
      .valueUnsuited, "'languages' has '\(language)', which libexttextcat does not know",
      fix: "take it out; the languages that it knows are the .lm files in \(folder)")
  }

  fileprivate static func unusable(_ folder: String) -> Diagnostic {
    Diagnostic(
      .libraryMissing, "libexttextcat cannot use its fingerprints in \(folder)",
      fix: "apt-get install --reinstall \(packages)")
  }
}
