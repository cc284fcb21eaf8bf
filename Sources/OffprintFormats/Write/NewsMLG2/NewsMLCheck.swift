import OffprintXML

/// Checks what no schema sees of a newsItem or packageItem that we wrote. It needs no schema and no network.
public enum NewsMLCheck {
  /// A rule that does not hold, and where.
  public struct Problem: Hashable, Sendable {
    public var rule: Rule
    /// What is wrong, as a sentence without a full stop.
    public var text: String
  }

  public enum Rule: String, Hashable, Sendable, CaseIterable {
    case notWellFormed = "not-well-formed"
    /// A QCode whose alias neither the item nor IPTC's catalogue declares.
    case aliasUndeclared = "alias-undeclared"
    case aliasRetired = "alias-retired"
    case idDoubled = "id-doubled"
    /// An IDREF without its target; libxml2's schema check does not report it.
    case idMissing = "id-missing"
    case extensionWithoutRel = "extension-without-rel"
    case publishedUnnamed = "published-unnamed"
    case payloadMissing = "payload-missing"
    case countWrong = "count-wrong"
    /// A package names an item that is not there.
    case itemMissing = "item-missing"
  }

  /// What does not hold in one item, in the order of the file.
  ///
  /// - Parameter items: the guids of the items that there are, for a package; nil if they are not known.
  public static func problems(in bytes: [UInt8], items: Set<String>? = nil) -> [Problem] {
    var handler = NewsMLCheckHandler(items: items)
    guard let scrubbing = try? XMLReader.read(bytes, file: "item", into: &handler), scrubbing.isEmpty else {
      return [Problem(rule: .notWellFormed, text: "the item is not well-formed XML")]
    }
    return handler.problems
  }
}
