import OffprintKit

/// Puts columns of cells together that are one table, so that it is read in rows.
///
/// Where a block is a whole page, the columns of a table come out as columns of lines like those of text. They are
/// narrow, stand close side by side, and their lines stand in rows. Two tables side by side are told apart by the
/// columns of text that they stand under.
struct BoxTables {
  let boxes: [Box]
  /// Height of a usual line.
  let lineHeight: Int
  /// Lines of a column of text are wider than this many line heights.
  let cellWidth: Int

  /// Groups of lines, those of one table put together row by row.
  func merged(_ groups: [[Int]]) -> [[Int]] {
    let extents = groups.map { $0.reduce(Box.unknown) { $0.union(boxes[$1]) } }
    let isCell = groups.map { areCells($0) }
    let cells = groups.indices.filter { isCell[$0] }.sorted { (extents[$0].left, $0) < (extents[$1].left, $1) }
    guard cells.count > 1 else { return groups }
    let texts = groups.indices.filter { !isCell[$0] && groups[$0].count > 1 }
    let roofs = cells.reduce(into: [Int: Int]()) { $0[$1] = roof(of: extents[$1], texts, extents) }
    var table = Array(groups.indices)
    func root(_ group: Int) -> Int { table[group] == group ? group : root(table[group]) }
    for (rank, a) in cells.enumerated() {
      for b in cells[(rank + 1)...] where roofs[a] == roofs[b] && root(a) != root(b) {
        guard extents[b].left - extents[a].right < Self.reach * lineHeight else { continue }
        if standInRows(groups[a], groups[b], extents[a], extents[b]) { table[root(b)] = root(a) }
      }
    }
    var members: [Int: [Int]] = [:]
    for group in groups.indices { members[root(group), default: []].append(group) }
    return groups.indices.compactMap { group in
      guard let own = members[group] else { return nil }
      return own.count > 1 ? rows(own.flatMap { groups[$0] }) : groups[group]
    }
  }

  /// Cells of one table are at most this many line heights apart.
  private static let reach = 12

  private func areCells(_ lines: [Int]) -> Bool {
    let widths = lines.map { boxes[$0].width }.sorted()
    return widths[widths.count / 2] < cellWidth * lineHeight
  }

  /// The lowest column of text that stands over a group.
  private func roof(of extent: Box, _ texts: [Int], _ extents: [Box]) -> Int? {
    texts.filter { extents[$0].bottom <= extent.top + lineHeight && extents[$0].overlapX(extent) * 2 > extent.width }
      .max { (extents[$0].bottom, $0) < (extents[$1].bottom, $1) }
  }

  /// True if most lines of the shorter group have a line of the other at their height.
  private func standInRows(_ a: [Int], _ b: [Int], _ extentA: Box, _ extentB: Box) -> Bool {
    guard extentA.overlapX(extentB) == 0, extentA.overlapY(extentB) > 0 else { return false }
    let (few, many) = a.count <= b.count ? (a, b) : (b, a)
    let shared = few.count { line in
      many.contains { abs(boxes[$0].centreY - boxes[line].centreY) * 2 < lineHeight }
    }
    return shared * 10 >= few.count * 6
  }

  /// Lines by rows from top to bottom, each from left to right.
  private func rows(_ lines: [Int]) -> [Int] {
    var rows: [[Int]] = []
    for line in lines.sorted(by: { (boxes[$0].centreY, $0) < (boxes[$1].centreY, $1) }) {
      if let first = rows.last?.first, abs(boxes[first].centreY - boxes[line].centreY) * 2 < lineHeight {
        rows[rows.count - 1].append(line)
      } else {
        rows.append([line])
      }
    }
    return rows.flatMap { $0.sorted { (boxes[$0].left, $0) < (boxes[$1].left, $1) } }
  }
}
