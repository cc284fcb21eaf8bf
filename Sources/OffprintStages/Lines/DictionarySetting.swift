import OffprintKit

/// Where the words come from that `dehyphenate` asks for: a file of the operator's, or a dictionary of the system.
public enum DictionarySetting: SettingValue, Hashable {
  case file(String)
  /// A source of words by its name, and which of its dictionaries: without one, that of each line's language.
  case source(String, dictionary: String?)

  /// The sources that a pipeline file may name; a file of that name is written `./hunspell`.
  private static let sources = ["hunspell"]

  public static var settingType: SettingType { .pathOr(words: sources) }

  public static func parse(_ input: SettingInput) throws -> DictionarySetting {
    guard case .scalar(let text, _) = input else {
      throw SettingFault(rule: "is \(settingType.words)", place: input.place)
    }
    if settingType.isPath(text) { return .file(text) }
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    if parts.count == 2, parts[1].isEmpty {
      throw SettingFault(
        rule: "is '\(parts[0])', or '\(parts[0]):' and a language such as fr or fr_FR", place: input.place)
    }
    return .source(String(parts[0]), dictionary: parts.count == 2 ? String(parts[1]) : nil)
  }

  public var written: String {
    switch self {
    case .file(let path): path
    case .source(let name, let dictionary): name + (dictionary.map { ":\($0)" } ?? "")
    }
  }
}
