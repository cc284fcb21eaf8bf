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
    guard let root = try? XMLReadBack.root(of: bytes) else {
      return [Problem(rule: .notWellFormed, text: "the item is not well-formed XML")]
    }
    let elements = root.all.filter { $0.namespace == NewsMLDocument.namespace }
    return aliases(elements) + references(root.all, elements) + elements.flatMap { shape($0, items) }
  }

  private static let codes: Set<String> = [
    "qcode", "role", "rel", "how", "why", "type", "mode", "rendition", "widthunit", "heightunit", "valueunit",
    "format", "scope", "aspect", "creator", "target", "encoding",
  ]

  private static func aliases(_ elements: [XMLReadBack.Element]) -> [Problem] {
    let own = Set(elements.filter { $0.name == "scheme" }.compactMap { $0["alias"] })
    let isCatalogued = elements.contains { $0.name == "catalogRef" && $0["href"] == NewsMLSchemes.catalogue }
    let known = isCatalogued ? own.union(NewsMLSchemes.iptc) : own
    var problems: [Problem] = []
    for element in elements {
      for (name, value) in element.attributes where codes.contains(name) {
        for code in value.split(separator: " ") {
          let alias = String(code.prefix { $0 != ":" })
          if NewsMLSchemes.retired.contains(alias) {
            problems.append(
              Problem(rule: .aliasRetired, text: "'\(code)' of \(element.name) is of a scheme that IPTC has retired"))
          } else if alias.count == code.count || !known.contains(alias) {
            problems.append(
              Problem(rule: .aliasUndeclared, text: "'\(code)' of \(element.name) is of a scheme not declared"))
          }
        }
      }
    }
    return problems
  }

  /// Ids of the whole file count, those of the inline text too.
  private static func references(
    _ all: [XMLReadBack.Element], _ elements: [XMLReadBack.Element]
  ) -> [Problem] {
    var ids: Set<String> = []
    var problems: [Problem] = []
    for element in all {
      for id in [element["id"], element["partid"]].compactMap({ $0 }) where !ids.insert(id).inserted {
        problems.append(Problem(rule: .idDoubled, text: "the id '\(id)' stands twice"))
      }
    }
    for element in elements {
      for (name, value) in element.attributes
      where ["idref", "idrefs", "contentrefs", "original"].contains(name)
        || (name, element.name) == ("root", "groupSet")
      {
        for id in value.split(separator: " ") where !ids.contains(String(id)) {
          problems.append(
            Problem(rule: .idMissing, text: "\(name) of \(element.name) names '\(id)', which is not there"))
        }
      }
    }
    return problems
  }

  private static func shape(_ element: XMLReadBack.Element, _ items: Set<String>?) -> [Problem] {
    switch element.name {
    case _ where element.name.hasSuffix("ExtProperty") && element["rel"] == nil:
      return [Problem(rule: .extensionWithoutRel, text: "\(element.name) has no rel")]
    case "published" where element["qcode"] == nil && element["uri"] == nil:
      return [Problem(rule: .publishedUnnamed, text: "published has neither qcode nor uri")]
    case "itemRef":
      guard let items, let name = element["residref"], !items.contains(name) else { return [] }
      return [Problem(rule: .itemMissing, text: "the package names '\(name)', which is not there")]
    case "inlineXML": return payload(element)
    default: return []
    }
  }

  private static func payload(_ element: XMLReadBack.Element) -> [Problem] {
    guard let body = element.child("nitf")?.child("body") else {
      return [Problem(rule: .payloadMissing, text: "inlineXML holds no NITF body")]
    }
    var count = TextCount()
    for leaf in body.all where leaf.children.isEmpty { count.add(leaf.text) }
    return [("wordcount", count.words), ("charcount", count.characters)].compactMap { name, counted in
      guard let stated = element[name], stated != String(counted) else { return nil }
      return Problem(rule: .countWrong, text: "\(name) says \(stated) and the text has \(counted)")
    }
  }
}
