import OffprintXML

/// Finds what does not hold in an item, in one pass through it.
struct NewsMLCheckHandler: XMLHandler {
  typealias Problem = NewsMLCheck.Problem

  let items: Set<String>?
  private var codes = NewsMLCodes()
  /// Ids of the whole file count, those of the inline text too.
  private var ids: Set<String> = []
  private var doubled: [Problem] = []
  private var references: [(attribute: NewsMLName, element: String, ids: String)] = []
  private var shapes: [Problem] = []
  private var payload: NewsMLPayload?
  private var depth = 0

  static let vocabulary = NewsMLName.allCases.map { "\($0)" }

  init(items: Set<String>?) { self.items = items }

  /// All that was found, rule after rule.
  var problems: [Problem] {
    var missing: [Problem] = []
    for reference in references {
      for id in reference.ids.utf8.split(separator: 0x20).map({ String(Substring($0)) }) where !ids.contains(id) {
        let text = "\(reference.attribute) of \(reference.element) names '\(id)', which is not there"
        missing.append(Problem(rule: .idMissing, text: text))
      }
    }
    return codes.problems + doubled + missing + shapes
  }

  mutating func start(_ element: Int, _ attributes: XMLAttributes) {
    depth += 1
    let name = NewsMLName(rawValue: element)
    if let id = attributes[NewsMLName.id] { note(id: id.string) }
    if let id = attributes[.partid] { note(id: id.string) }
    if attributes.elementNamespace.equals(NewsMLDocument.namespace) {
      look(at: attributes, of: name)
      look(atShapeOf: name, attributes)
    }
    payload?.start(name, depth: depth)
  }

  mutating func end(_ element: Int) {
    payload?.end(depth: depth)
    if let done = payload, done.depth == depth {
      shapes.insert(contentsOf: done.problems, at: done.place)
      payload = nil
    }
    depth -= 1
  }

  mutating func text(_ text: XMLBytes) { payload?.text(text) }

  private mutating func note(id: String) {
    if !ids.insert(id).inserted { doubled.append(Problem(rule: .idDoubled, text: "the id '\(id)' stands twice")) }
  }

  private mutating func look(at attributes: XMLAttributes, of element: NewsMLName?) {
    if element == .scheme, let alias = attributes[.alias] { codes.declare(alias.string) }
    if element == .catalogRef, attributes[.href]?.equals(NewsMLSchemes.catalogue) == true { codes.declareCatalogue() }
    for place in 0..<attributes.count {
      guard let (number, value) = attributes.attribute(at: place), let name = NewsMLName(rawValue: number) else {
        continue
      }
      if name.holdsCodes { codes.use(value, of: attributes.elementName) }
      if name.holdsReferences || (name == .root && element == .groupSet) {
        references.append((name, attributes.elementName.string, value.string))
      }
    }
  }

  private mutating func look(atShapeOf element: NewsMLName?, _ attributes: XMLAttributes) {
    switch element {
    case nil where attributes[.rel] == nil && attributes.elementName.hasSuffix("ExtProperty"):
      shapes.append(Problem(rule: .extensionWithoutRel, text: "\(attributes.elementName.string) has no rel"))
    case .published where attributes[.qcode] == nil && attributes[.uri] == nil:
      shapes.append(Problem(rule: .publishedUnnamed, text: "published has neither qcode nor uri"))
    case .itemRef:
      guard let items, let name = attributes[.residref]?.string, !items.contains(name) else { return }
      shapes.append(Problem(rule: .itemMissing, text: "the package names '\(name)', which is not there"))
    case .inlineXML where payload == nil:
      payload = NewsMLPayload(
        depth: depth, place: shapes.count, words: attributes[.wordcount]?.string,
        characters: attributes[.charcount]?.string)
    default: break
    }
  }
}

extension XMLAttributes {
  /// The value of an attribute that the check looks at.
  fileprivate subscript(name: NewsMLName) -> XMLBytes? { self[name.rawValue] }
}
