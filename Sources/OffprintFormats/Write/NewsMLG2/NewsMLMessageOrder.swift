import OffprintXML

/// What must stand in which order in a newsMessage, and which items its packages may name.
struct NewsMLMessageOrder {
  private var isMessage = false
  private var hasSent = false
  private var guids: Set<String> = []
  private var named: [String] = []
  private var wrong: [String] = []

  mutating func start(_ element: NewsMLName?, _ attributes: XMLAttributes, depth: Int) {
    switch element {
    case .newsMessage where depth == 1: isMessage = true
    case .sent where isMessage: hasSent = true
    case .itemSet where isMessage && !hasSent: wrong.append("the header does not begin with sent")
    case .newsItem, .packageItem:
      if element == .packageItem, isMessage, !guids.isEmpty { wrong.append("the package is not the first item") }
      if let guid = attributes[newsML: .guid]?.string, !guids.insert(guid).inserted {
        wrong.append("two items have the guid '\(guid)'")
      }
    case .itemRef: if let guid = attributes[newsML: .residref]?.string { named.append(guid) }
    default: break
    }
  }

  /// - Parameter items: the guids that there are besides; nil if they are not known.
  func problems(items: Set<String>?) -> [NewsMLCheck.Problem] {
    let known = items.map { $0.union(guids) } ?? (isMessage ? guids : nil)
    let missing = known.map { known in named.filter { !known.contains($0) } } ?? []
    return wrong.map { .init(rule: .messageOrder, text: $0) }
      + missing.map { .init(rule: .itemMissing, text: "the package names '\($0)', which is not there") }
  }
}
