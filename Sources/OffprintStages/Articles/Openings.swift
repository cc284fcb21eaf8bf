/// How texts of a kind begin, in small letters. Nearly all lines begin otherwise, and their first three characters
/// tell that without making a string of them.
struct Openings {
  private let words: [String]
  /// The first three scalars of each, or all of a shorter one, packed 21 bits each.
  private let firsts: Set<UInt64>
  private let initials: SignSet

  init(_ words: [String]) {
    self.words = words
    firsts = Set(words.map { Self.packed($0.unicodeScalars.prefix(3)) })
    initials = SignSet(words.compactMap(\.unicodeScalars.first))
  }

  /// False if none of the openings can begin a text, whatever its case.
  func mayOpen(_ scalars: some Collection<Unicode.Scalar>) -> Bool {
    guard let first = scalars.first, let small = Unicode.Scalar(Letters.lower(first.value)), initials.contains(small)
    else { return false }
    return firsts.contains(Self.packed(scalars.prefix(3))) || firsts.contains(Self.packed(scalars.prefix(2)))
  }

  /// The first of the openings that a text in small letters begins with.
  func first(of text: String) -> String? {
    guard let initial = text.unicodeScalars.first else { return nil }
    return words.first { $0.unicodeScalars.first == initial && text.hasPrefix($0) }
  }

  private static func packed(_ scalars: some Collection<Unicode.Scalar>) -> UInt64 {
    scalars.reduce(0) { $0 << 21 | UInt64(Letters.lower($1.value)) }
  }
}
