import OffprintXML

/// Checks what no schema sees of a newsItem, a packageItem or a newsMessage that we wrote. It needs no schema and no network.
public enum NewsMLCheck {
  /// A rule that does not hold, and where.
  public struct Problem: Hashable, Sendable {
    public var rule: Rule
    /// What is wrong, as a sentence without a full stop.
    public var text: String
  }

  public enum Rule: String, Hashable, Sendable, CaseIterable {
    case notWellFormed = "not-well-formed"
    /// A control character or another that no XML may hold.
    case controlCharacter = "control-character"
    /// A QCode whose alias neither the item nor IPTC's catalogue declares.
    case aliasUndeclared = "alias-undeclared"
    case aliasRetired = "alias-retired"
    case idDoubled = "id-doubled"
    /// An IDREF without its target; libxml2's schema check does not report it.
    case idMissing = "id-missing"
    case extensionWithoutRel = "extension-without-rel"
    case publishedUnnamed = "published-unnamed"
    case payloadMissing = "payload-missing"
    /// The inline text is not NITF as it must be; the schema of NewsML-G2 does not look into it.
    case payloadWrong = "payload-wrong"
    case countWrong = "count-wrong"
    /// A package names an item that is not there.
    case itemMissing = "item-missing"
    /// The header of a message must begin with the time, the package be its first item, and each guid stand once.
    case messageOrder = "message-order"
  }

  /// What does not hold in one item, in the order of the file.
  ///
  /// - Parameter items: the guids of the items that there are, for a package; nil if they are not known.
  public static func problems(in bytes: [UInt8], items: Set<String>? = nil) -> [Problem] {
    var handler = NewsMLCheckHandler(items: items)
    guard let scrubbing = try? XMLReader.read(bytes, file: "item", into: &handler) else {
      return [Problem(rule: .notWellFormed, text: "the item is not well-formed XML")]
    }
    guard scrubbing.isEmpty else {
      return [Problem(rule: .controlCharacter, text: "the item has characters that no XML may hold")]
    }
    return handler.problems
  }
}
