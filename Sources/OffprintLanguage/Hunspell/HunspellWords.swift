import OffprintKit

/// The dictionaries of hunspell, through its own library.
public final class HunspellWords: WordSource {
  public let name = "hunspell"

  private struct State {
    /// Nil until somebody asks for it.
    var library: Guarded<HunspellLibrary>??
    var dictionaries: [DictionaryFiles: HunspellDictionary] = [:]
  }

  private let names: [String]
  private let folders: [String]
  private let state = Guarded(State())

  /// The library and the dictionaries of the system.
  public convenience init() { self.init(library: Self.libraryNames, folders: DictionaryFiles.systemFolders) }

  /// - Parameters:
  ///   - library: file names or paths under which the library may be found, the first that can be loaded is taken.
  ///   - folders: where dictionaries are looked for, the first that has one of a name is taken.
  public init(library: [String], folders: [String]) {
    names = library
    self.folders = folders
  }

  public var library: LibraryReport {
    let path = try? state.withLock { try loaded(&$0).withLock(\.path) }
    let names = DictionaryFiles.all(in: folders).map(\.name)
    let languages = Set(names.map { String($0.prefix { $0 != "_" }) }).sorted().joined(separator: " ")
    let found = path.map { "\($0), " + (names.isEmpty ? "no dictionaries" : "dictionaries of \(languages)") }
    return LibraryReport(name: name, found: found, remedy: "apt-get install \(Self.package)")
  }

  public func check() throws {
    _ = try state.withLock { try loaded(&$0) }
    if DictionaryFiles.all(in: folders).isEmpty { throw Self.noDictionary("any language", nil, folders) }
  }

  public func words(of language: String) throws -> any WordKnowledge {
    try state.withLock { state in
      let library = try loaded(&state)
      guard let files = DictionaryFiles.matching(language, among: DictionaryFiles.all(in: folders)) else {
        throw Self.noDictionary("'\(language)'", language, folders)
      }
      if let known = state.dictionaries[files] { return known }
      guard let dictionary = HunspellDictionary(files: files, library: library) else {
        throw Self.unusable(files)
      }
      state.dictionaries[files] = dictionary
      return dictionary
    }
  }

  private func loaded(_ state: inout State) throws -> Guarded<HunspellLibrary> {
    let library = state.library ?? HunspellLibrary(anyOf: names).map(Guarded.init)
    state.library = .some(library)
    guard let library else { throw Self.noLibrary(names) }
    return library
  }

  /// The names under which systems have the library.
  public static let libraryNames = HunspellLibrary.names

  private static let package = "libhunspell-1.7-0"

  /// Debian's packages; most are called after the language alone.
  private static func dictionaryPackage(of language: String) -> String? {
    switch language.prefix(while: { $0 != "-" && $0 != "_" }).lowercased() {
    case "de": "hunspell-de-de"
    case "en": "hunspell-en-us"
    case "nb", "nn", "no": "hunspell-no"
    case "pt": "hunspell-pt-pt"
    case let primary where ["cs", "da", "es", "fr", "it", "nl", "pl", "sv"].contains(primary): "hunspell-\(primary)"
    default: nil
    }
  }

  fileprivate static func noLibrary(_ names: [String]) -> Diagnostic {
    Diagnostic(
      .libraryMissing, "'hunspell' needs the library libhunspell, which this machine does not have",
      fix: "apt-get install \(package), and a dictionary such as hunspell-de-de",
      notes: [.init("searched", names.joined(separator: ", ")), .init("more", "offprint list libraries")])
  }

  fileprivate static func noDictionary(_ what: String, _ language: String?, _ folders: [String]) -> Diagnostic {
    let package = language.map { dictionaryPackage(of: $0) } ?? "hunspell-de-de"
    return Diagnostic(
      .dictionaryMissing, "there is no hunspell dictionary of \(what)",
      fix: package.map { "apt-get install \($0)" } ?? "put its .aff and .dic into a folder and name that in $DICPATH",
      notes: [.init("searched", folders.joined(separator: ", ")), .init("more", "offprint list libraries")])
  }

  fileprivate static func unusable(_ files: DictionaryFiles) -> Diagnostic {
    Diagnostic(
      .dictionaryMissing, "the hunspell dictionary '\(files.name)' is in an encoding that this system does not know",
      at: SourcePlace(file: files.affixes), fix: "install another dictionary of the language")
  }
}
