import Foundation
import OffprintKit
import OffprintLanguage
import Testing

/// A folder of a test's own with dictionaries in it, gone when the test is over.
final class DictionaryFolder {
  let path = FileManager.default.temporaryDirectory.path + "/offprint-" + UUID().uuidString

  /// - Parameter dictionaries: words by the dictionary's name, and the encoding they are written in.
  init(_ dictionaries: [String: (words: [String], encoding: String)]) throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for (name, dictionary) in dictionaries {
      let encoding: String.Encoding = dictionary.encoding == "UTF-8" ? .utf8 : .isoLatin1
      let list = (["\(dictionary.words.count)"] + dictionary.words).joined(separator: "\n") + "\n"
      try Data("SET \(dictionary.encoding)\n".utf8).write(to: URL(filePath: "\(path)/\(name).aff"))
      try #require(list.data(using: encoding)).write(to: URL(filePath: "\(path)/\(name).dic"))
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Hunspell over this folder alone.
  var source: HunspellWords { HunspellWords(library: HunspellWords.libraryNames, folders: [path]) }
}

/// Whether this machine has the library; tests that need it are skipped, visibly, where it has not.
enum Machine {
  static let hasHunspell = HunspellWords().library.found != nil
  static let hasTextcat = TextcatLanguages().library.found != nil
}
