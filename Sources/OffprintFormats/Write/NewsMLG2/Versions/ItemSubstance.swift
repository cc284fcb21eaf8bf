import OffprintXML

/// What an item says, without what tells one version from another: two items with equal substance are the same version.
///
/// Left out are the version, its times, note, signal and link, and which release of Offprint wrote the item.
struct ItemSubstance: Sendable {
  /// The parts of the item in words, each with all that it says.
  private let parts: [String: String]
  let isOfPackage: Bool

  init(_ root: XMLReadBack.Element) {
    var parts: [String: String] = [:]
    parts["description", default: ""] += Self.tag(of: root)
    for child in root.children {
      guard child.name == "itemMeta" else {
        parts[Self.words[child.name] ?? "description", default: ""] += Self.text(of: child)
        continue
      }
      for part in child.children where !Self.isOfVersion(part) {
        parts[Self.words[part.name] ?? "description", default: ""] += Self.text(of: part)
      }
    }
    self.parts = parts
    isOfPackage = root.name == "packageItem"
  }

  /// What differs, in words and in a fixed order; empty if nothing does.
  func changes(from other: ItemSubstance) -> [String] {
    Set(parts.keys).union(other.parts.keys).sorted().filter { parts[$0] != other.parts[$0] }
  }

  /// How the parts of an item are called in the note of a version.
  private static let words = [
    "contentSet": "text", "partMeta": "places on the page", "groupSet": "items", "rightsInfo": "rights",
    "pubHistory": "publication", "hopHistory": "history", "catalog": "vocabularies", "catalogRef": "vocabularies",
    "provider": "provider", "title": "title", "itemMetaExtProperty": "withdrawn items",
  ]

  private static func isOfVersion(_ element: XMLReadBack.Element) -> Bool {
    switch element.name {
    case "versionCreated", "firstCreated", "pubStatus": true
    case "edNote": element["role"] == ItemVersion.noteRole
    case "signal": element["qcode"] == "sig:correction"
    case "link": element["rel"] == ItemVersion.previous
    case "generator": element["role"] == "oprole:item-writing"
    default: false
    }
  }

  private static func text(of element: XMLReadBack.Element) -> String {
    var text = tag(of: element)
    if element.children.isEmpty { text += element.text }
    // The head of NITF says over again what the item says of itself.
    for child in element.children where element.name != "nitf" || child.name != "head" { text += self.text(of: child) }
    return text + "</>"
  }

  private static func tag(of element: XMLReadBack.Element) -> String {
    var text = "<\(element.name)"
    for (name, value) in element.attributes {
      switch (element.name, name) {
      case ("newsItem", "version"), ("packageItem", "version"), ("du-key", "version"), ("inlineXML", "generator"),
        ("inlineXML", "generated"):
        continue
      case ("party", "literal") where value.hasPrefix("Offprint "): text += " \(name)=Offprint"
      default: text += " \(name)=\(value)\u{0}"
      }
    }
    return text + ">"
  }
}
