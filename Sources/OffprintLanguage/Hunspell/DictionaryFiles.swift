#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The two files of a dictionary, and how the one that suits a language is found.
struct DictionaryFiles: Hashable, Sendable {
  /// `de_DE`.
  let name: String
  let affixes: String
  let words: String

  /// `$DICPATH`, then where distributions put them.
  static var systemFolders: [String] {
    let own = getenv("DICPATH").map { String(cString: $0) } ?? ""
    return own.split(separator: ":").map(String.init) + [
      "/usr/share/hunspell", "/usr/share/myspell", "/usr/share/myspell/dicts", "/usr/local/share/hunspell",
      "/Library/Spelling", "/opt/homebrew/share/hunspell",
    ]
  }

  /// Every dictionary in the folders by name, in the order of their bytes; the first folder that has a name wins.
  static func all(in folders: [String]) -> [DictionaryFiles] {
    var found: [String: DictionaryFiles] = [:]
    for folder in folders {
      for file in names(in: folder) where file.hasSuffix(".aff") {
        let name = String(file.dropLast(4))
        let files = DictionaryFiles(
          name: name, affixes: "\(folder)/\(file)", words: "\(folder)/\(name).dic")
        if found[name] == nil, access(files.affixes, R_OK) == 0, access(files.words, R_OK) == 0 { found[name] = files }
      }
    }
    return found.values.sorted { $0.name < $1.name }
  }

  /// The dictionary `wanted`. With `_` it is the name of one (`fr_FR`); else a language (BCP 47), for which the one of
  /// its region is taken, the one without a region, that of the region where most of its readers live, or the first.
  static func matching(_ wanted: String, among all: [DictionaryFiles]) -> DictionaryFiles? {
    func named(_ name: String) -> DictionaryFiles? { all.first { $0.name.lowercased() == name.lowercased() } }
    if wanted.contains("_") { return named(wanted) }
    let parts = wanted.split(separator: "-").map(String.init)
    guard let primary = parts.first?.lowercased() else { return nil }
    let language = primary == "no" ? "nb" : primary
    for region in parts.dropFirst() {
      if let files = named("\(language)_\(region)") { return files }
    }
    return named(language) ?? regions[language].flatMap { named("\(language)_\($0)") }
      ?? all.first { $0.name.lowercased().hasPrefix(language + "_") }
  }

  /// Unicode CLDR, likely subtags.
  private static let regions = [
    "cs": "CZ", "da": "DK", "de": "DE", "en": "US", "es": "ES", "fi": "FI", "fr": "FR", "it": "IT", "lb": "LU",
    "nb": "NO", "nl": "NL", "nn": "NO", "pl": "PL", "pt": "BR", "sv": "SE",
  ]

  private static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: MemoryLayout.size(ofValue: $0.pointee)) { String(cString: $0) }
      }
      names.append(name)
    }
    return names
  }
}
