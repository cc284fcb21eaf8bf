import OffprintModel

/// BCP 47 tags as XML and JSON readers take them.
enum LanguageTag {
  /// The tag, if it has the shape of one (XML Schema part 2, 3.3.3) and says more than `und`.
  static func usable(_ tag: String?) -> String? {
    guard let tag, !tag.isEmpty, tag.lowercased() != "und" else { return nil }
    let parts = tag.split(separator: "-", omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() {
      guard (1...8).contains(part.utf8.count) else { return nil }
      let isGood = part.utf8.allSatisfy {
        (0x61...0x7A).contains($0 | 0x20) || (index > 0 && (0x30...0x39).contains($0))
      }
      guard isGood else { return nil }
    }
    return tag
  }
}
