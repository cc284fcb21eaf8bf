/// The IDs of what is added to a METS file: each begins with `OFFPRINT` and stands once in the file.
struct METSIdentifiers {
  /// `OFFPRINT_`, or with the first number behind the word that no ID of the file begins with.
  let prefix: String
  private var taken: Set<String> = []

  /// - Parameter ids: those that the file has already.
  init(besides ids: Set<String> = []) {
    var prefix = "\(Self.word)_"
    var number = 2
    while ids.contains(where: { $0.hasPrefix(prefix) }) {
      prefix = "\(Self.word)\(number)_"
      number += 1
    }
    self.prefix = prefix
  }

  /// An ID that ends in a name, or in the first number that makes it new.
  mutating func fresh(_ name: String) -> String {
    var id = prefix + name
    var number = 2
    while !taken.insert(id).inserted {
      id = "\(prefix)\(name)_\(number)"
      number += 1
    }
    return id
  }

  private static let word = "OFFPRINT"

  /// True for the ID of a part that Offprint has added.
  static func isOwn(_ id: String?) -> Bool { id?.hasPrefix(word) ?? false }
}
