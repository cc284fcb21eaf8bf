import OffprintModel

/// Finds in which order a page's source reads its regions; they become blocks with the same indices.
struct PAGESourceOrder {
  private let regions: [PAGERegion]
  private var byID: [String: Int] = [:]
  private var children: [Int: [Int]] = [:]

  init(_ regions: [PAGERegion]) {
    self.regions = regions
    for (index, region) in regions.enumerated() {
      if let id = region.id, byID[id] == nil { byID[id] = index }
      if let parent = region.parent { children[parent, default: []].append(index) }
    }
  }

  /// Indices of regions in the order of the ReadingOrder; without one that leads to any, in that of their own indices
  /// in `custom`. nil if there is neither.
  func order(_ tree: PAGEReadingOrder, _ findings: inout PAGEFindings) -> [Int]? {
    let references = tree.references
    var named: [(index: Int, region: Int)] = []
    for item in references {
      if let region = item.region.flatMap({ byID[$0] }) {
        named.append((item.index ?? 0, region))
      } else {
        findings.count(.badReference, item.fileLine)
      }
    }
    guard !named.isEmpty else { return orderOfCustom() }
    if tree.isList { named = withUnnamed(named) }
    return whole(withFurniture(named.map(\.region)))
  }

  /// Transkribus leaves tables out of its ReadingOrder, and their indices with them: they stand in `custom` alone. Where
  /// the two agree on all regions that both have, the others find their place by it, if it is one that was left free: a
  /// table that was drawn later has an index beyond the last, which says nothing.
  private func withUnnamed(_ named: [(index: Int, region: Int)]) -> [(index: Int, region: Int)] {
    guard named.allSatisfy({ regions[$0.region].custom.readingOrder == $0.index }) else { return named }
    let taken = (regions: Set(named.map(\.region)), indices: Set(named.map(\.index)))
    let last = taken.indices.max() ?? 0
    let others = regions.indices.compactMap { region -> (index: Int, region: Int)? in
      guard !taken.regions.contains(region), regions[region].parent == nil, hasLines(region),
        let index = regions[region].custom.readingOrder, !taken.indices.contains(index),
        index <= last + 1
      else { return nil }
      return (index, region)
    }
    return (named + others).sorted { ($0.index, $0.region) < ($1.index, $1.region) }
  }

  /// Page numbers, running heads and the like are mostly left out of a ReadingOrder, which need not name all regions.
  /// They stand before the rest if they stand above the middle of the page, else behind it.
  private func withFurniture(_ named: [Int]) -> [Int] {
    let known = Set(whole(named))
    let middle = known.reduce(Box.unknown) { $0.union(regions[$1].place.box) }.centreY
    let others = regions.indices.filter { region in
      !known.contains(region) && regions[region].parent == nil && hasLines(region)
        && regions[region].type.map(Self.furniture.contains) == true
    }
    let isAbove = { (region: Int) in regions[region].place.box.isKnown && regions[region].place.box.centreY < middle }
    return others.filter(isAbove) + named + others.filter { !isAbove($0) }
  }

  /// Of PAGE's types of text regions those that are no part of the text.
  private static let furniture: Set<String> = ["header", "footer", "page-number", "signature-mark", "catch-word"]

  private func orderOfCustom() -> [Int]? {
    let indexed = regions.indices.filter { regions[$0].parent == nil }.compactMap { region in
      regions[region].custom.readingOrder.map { (index: $0, region: region) }
    }
    // The same index everywhere is no order.
    guard Set(indexed.map(\.index)).count > 1 else { return nil }
    return whole(indexed.sorted { ($0.index, $0.region) < ($1.index, $1.region) }.map(\.region))
  }

  /// Each region with those inside of it that have no place of their own, once.
  private func whole(_ order: [Int]) -> [Int] {
    let named = Set(order)
    var seen: Set<Int> = []
    var all: [Int] = []
    func add(_ region: Int) {
      guard seen.insert(region).inserted else { return }
      all.append(region)
      for child in children[region] ?? [] where !named.contains(child) { add(child) }
    }
    order.forEach(add)
    return all
  }

  private func hasLines(_ region: Int) -> Bool {
    !regions[region].lines.isEmpty || (children[region] ?? []).contains(where: hasLines)
  }
}
