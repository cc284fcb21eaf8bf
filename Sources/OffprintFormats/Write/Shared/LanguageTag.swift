import OffprintKit

/// BCP 47 tags as XML and JSON readers take them.
enum LanguageTag {
  /// The tag, if it has the shape of one and says more than `und`.
  static func usable(_ tag: String?) -> String? {
    guard let tag, !tag.isEmpty, tag.lowercased() != "und", ValueForm.isLanguageTag(tag) else { return nil }
    return tag
  }
}
