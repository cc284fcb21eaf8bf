import OffprintXML

/// The ReadingOrder of a page: groups inside each other that name regions.
struct PAGEReadingOrder {
  struct Item {
    /// The region that is named, or that the group stands for.
    var region: String?
    var index: Int?
    var fileLine: Int
    var isOrdered = false
    var items: [Item] = []
  }

  /// The outermost groups that are closed, and those that are open.
  private var closed: [Item] = []
  private var open: [Item] = []

  mutating func begin(_ name: PAGEName, _ attributes: XMLAttributes) {
    guard name != .readingOrder else { return }
    let item = Item(
      region: attributes.string(.regionRef), index: attributes.value(.index)?.int, fileLine: attributes.line,
      isOrdered: name == .orderedGroup || name == .orderedGroupIndexed)
    guard name == .regionRefElement || name == .regionRefIndexed else {
      open.append(item)
      return
    }
    if open.isEmpty { closed.append(item) } else { open[open.count - 1].items.append(item) }
  }

  mutating func end(_ name: PAGEName) {
    guard name != .readingOrder, let group = open.popLast() else { return }
    if open.isEmpty { closed.append(group) } else { open[open.count - 1].items.append(group) }
  }

  /// All references in their order: by index in ordered groups, else as they stand in the file.
  var references: [Item] { closed.flatMap(Self.references) }

  private static func references(_ item: Item) -> [Item] {
    var all: [Item] = []
    if item.region != nil {
      var own = item
      own.items = []
      all.append(own)
    }
    // Without an index an item stays behind the one that stands before it.
    var key = Int.min
    let keyed = item.items.enumerated().map { place, inner in
      key = inner.index ?? key
      return (key: item.isOrdered ? key : 0, place: place, item: inner)
    }
    for inner in keyed.sorted(by: { ($0.key, $0.place) < ($1.key, $1.place) }) { all += references(inner.item) }
    return all
  }

  /// True if the order is one list with an index for each region, as Transkribus writes it.
  var isList: Bool {
    guard closed.count == 1, closed[0].isOrdered else { return false }
    return closed[0].items.allSatisfy { $0.items.isEmpty && $0.index != nil && $0.region != nil }
  }
}
