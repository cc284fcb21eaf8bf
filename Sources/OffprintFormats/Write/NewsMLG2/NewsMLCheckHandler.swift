import OffprintXML

/// Finds what does not hold in an item, or in a message with several, in one pass through it.
struct NewsMLCheckHandler: XMLHandler {
  typealias Problem = NewsMLCheck.Problem

  /// The guids of the items that there are; nil if a message holds them, or if they are not known.
  let items: Set<String>?
  /// What belongs to the item in hand: each declares its own schemes, and references stay within it.
  private var own = NewsMLItemScope()
  /// Ids of the whole file count, those of the inline text too.
  private var ids: Set<String> = []
  private var found: [Problem] = []
  private var doubled: [Problem] = []
  private var shapes: [Problem] = []
  private var message = NewsMLMessageOrder()
  private var payload: NewsMLPayload?
  private var depth = 0

  private static let names = NewsMLName.allCases.map { "\($0)" }
  /// The names of NITF stand behind those of NewsML-G2, unless they are among them.
  static let vocabulary = names + NITFShape.names.filter { !names.contains($0) }
  /// The number in `NITFShape` of each name of the vocabulary, or -1.
  private static let nitfNumbers = vocabulary.map { NITFShape.names.firstIndex(of: $0) ?? -1 }

  init(items: Set<String>?) { self.items = items }

  /// All that was found, rule after rule.
  var problems: [Problem] { found + own.problems + doubled + shapes + message.problems(items: items) }

  mutating func start(_ element: Int, _ attributes: XMLAttributes) {
    depth += 1
    let name = NewsMLName(rawValue: element)
    let isNewsML = attributes.elementNamespace.equals(string: NewsMLDocument.namespace)
    if isNewsML, name?.isItem == true {
      found += own.problems
      own = NewsMLItemScope()
    }
    if let id = attributes[newsML: .id] { note(id: id.string) }
    if let id = attributes[newsML: .partid] { note(id: id.string) }
    if isNewsML {
      own.look(at: attributes, of: name)
      look(atShapeOf: name, attributes)
      message.start(name, attributes, depth: depth)
    }
    payload?.start(element < 0 ? -1 : Self.nitfNumbers[element], attributes, depth: depth)
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
    own.ids.insert(id)
    if !ids.insert(id).inserted { doubled.append(Problem(rule: .idDoubled, text: "the id '\(id)' stands twice")) }
  }

  private mutating func look(atShapeOf element: NewsMLName?, _ attributes: XMLAttributes) {
    switch element {
    case nil where attributes[newsML: .rel] == nil && attributes.elementName.hasSuffix("ExtProperty"):
      shapes.append(Problem(rule: .extensionWithoutRel, text: "\(attributes.elementName.string) has no rel"))
    case .published where attributes[newsML: .qcode] == nil && attributes[newsML: .uri] == nil:
      shapes.append(Problem(rule: .publishedUnnamed, text: "published has neither qcode nor uri"))
    case .inlineXML where payload == nil:
      payload = NewsMLPayload(
        depth: depth, place: shapes.count, words: attributes[newsML: .wordcount]?.string,
        characters: attributes[newsML: .charcount]?.string)
    default: break
    }
  }
}

/// What belongs to one item: its schemes, its ids, and what refers to them.
struct NewsMLItemScope {
  var ids: Set<String> = []
  private var codes = NewsMLCodes()
  private var references: [(attribute: NewsMLName, element: String, ids: String)] = []

  mutating func look(at attributes: XMLAttributes, of element: NewsMLName?) {
    if element == .scheme, let alias = attributes[newsML: .alias] { codes.declare(alias.string) }
    if element == .catalogRef, attributes[newsML: .href]?.equals(string: NewsMLSchemes.catalogue) == true {
      codes.declareCatalogue()
    }
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

  var problems: [NewsMLCheck.Problem] {
    var missing: [NewsMLCheck.Problem] = []
    for reference in references {
      for id in reference.ids.utf8.split(separator: 0x20).map({ String(Substring($0)) }) where !ids.contains(id) {
        let text = "\(reference.attribute) of \(reference.element) names '\(id)', which is not there"
        missing.append(.init(rule: .idMissing, text: text))
      }
    }
    return codes.problems + missing
  }
}

extension XMLAttributes {
  /// The value of an attribute that the check looks at.
  subscript(newsML name: NewsMLName) -> XMLBytes? { self[name.rawValue] }
}
