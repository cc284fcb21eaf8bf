/// What stands in what in the NITF of our items, for the check of a payload that the schema of NewsML-G2 does not look
/// into. It is the part of NITF 3.6 that the writer uses.
enum NITFShape {
  /// Element by element, what it may hold; an element that holds only text has an empty list.
  private static let children: KeyValuePairs<String, [String]> = [
    "nitf": ["head", "body"],
    "head": ["title", "docdata", "pubdata"],
    "docdata": ["doc-id", "date.issue", "du-key", "doc.rights", "key-list"],
    "key-list": ["keyword"],
    "body": ["body.head", "body.content"],
    "body.head": ["hedline", "byline", "dateline"],
    "hedline": ["hl1", "hl2"],
    "body.content": ["block"],
    "block": ["hl2", "p", "table", "media"],
    "table": ["tr"],
    "tr": ["td"],
    "media": ["media-reference", "media-caption"],
    "title": [], "doc-id": [], "date.issue": [], "du-key": [], "doc.rights": [], "keyword": [], "pubdata": [],
    "byline": [], "dateline": [], "hl1": [], "hl2": [], "p": [], "td": [], "media-reference": [], "media-caption": [],
  ]

  static let names = children.map(\.key)

  /// Texts that a reader of the item looks for: empty ones say that something went wrong.
  static let texts: Set<Int> = Set(["hl1", "hl2", "p", "byline", "dateline", "media-caption"].compactMap(number))

  static let root = number("nitf") ?? 0
  static let body = number("body") ?? 0

  /// True if an element may stand directly in another, by their numbers in `names`.
  static func allows(_ child: Int, in parent: Int) -> Bool { allowed.contains(parent * names.count + child) }

  private static let allowed: Set<Int> = {
    var pairs: Set<Int> = []
    for (parent, entry) in children.enumerated() {
      for child in entry.value.compactMap(number) { pairs.insert(parent * names.count + child) }
    }
    return pairs
  }()

  private static func number(_ name: String) -> Int? { names.firstIndex(of: name) }
}
