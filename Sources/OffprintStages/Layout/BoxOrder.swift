import OffprintKit

/// Orders elements as a person reads them, whatever their order in the file.
///
/// After Breuel, High Performance Document Layout Analysis (2003): an element comes before another if it stands above
/// it in the same column, or further left, unless something stands between the two that reaches over both. The
/// partial order is then walked so that a column is read on downwards as long as it can be.
struct BoxOrder {
  let elements: [BoxElement]
  let page: Page

  /// Two elements share a column if they have this share of the narrower one's width in common.
  static let sharedColumn = 0.2

  func order() -> [Int] {
    let ranks: [PageRegion: Int] = [.topMargin: 0, .leftMargin: 1, .printSpace: 2, .rightMargin: 3, .bottomMargin: 4]
    var result: [Int] = []
    for rank in 0...4 {
      result += walk(elements.indices.filter { (ranks[elements[$0].region] ?? 2) == rank })
    }
    return result
  }

  private func sharesColumn(_ a: Box, _ b: Box) -> Bool {
    Double(a.overlapX(b)) > Self.sharedColumn * Double(max(1, min(a.width, b.width)))
  }

  /// For each of `members` those that come before it.
  private func predecessors(_ members: [Int]) -> [[Int]] {
    let boxes = members.map { elements[$0].box }
    let widths = boxes.map(\.width).sorted()
    let usual = widths.isEmpty ? 0 : widths[widths.count / 2]
    let wide = boxes.indices.filter { boxes[$0].width * 10 > usual * 13 || elements[members[$0]].isRule }
    var before = [[Int]](repeating: [], count: members.count)
    for b in boxes.indices {
      for a in boxes.indices where a != b {
        if sharesColumn(boxes[a], boxes[b]) {
          let isAbove = (boxes[a].centreY, boxes[a].left, a) < (boxes[b].centreY, boxes[b].left, b)
          if isAbove { before[b].append(a) }
        } else if boxes[a].centreX < boxes[b].centreX, !isKeptApart(boxes[a], boxes[b], boxes, wide) {
          before[b].append(a)
        }
      }
    }
    return before
  }

  /// True if something that reaches over both stands between them in height.
  private func isKeptApart(_ a: Box, _ b: Box, _ boxes: [Box], _ wide: [Int]) -> Bool {
    let (upper, lower) = a.centreY < b.centreY ? (a, b) : (b, a)
    return wide.contains { index in
      let c = boxes[index]
      return c.centreY > upper.centreY && c.centreY < lower.centreY && c != a && c != b && sharesColumn(c, a)
        && sharesColumn(c, b)
    }
  }

  private func walk(_ members: [Int]) -> [Int] {
    guard members.count > 1 else { return members }
    let before = predecessors(members)
    var waiting = before.map(\.count)
    var after = [[Int]](repeating: [], count: members.count)
    for (b, list) in before.enumerated() { for a in list { after[a].append(b) } }
    var isPlaced = [Bool](repeating: false, count: members.count)
    var result: [Int] = []
    var last: Int?
    while result.count < members.count {
      let next = choose(members, waiting, isPlaced, last)
      isPlaced[next] = true
      for b in after[next] { waiting[b] -= 1 }
      result.append(members[next])
      last = next
    }
    return result
  }

  /// Of those that wait for nothing the one next below the last; else the leftmost, then the topmost. If all wait for
  /// each other (boxes that overlap), the one that waits for the fewest.
  private func choose(_ members: [Int], _ waiting: [Int], _ isPlaced: [Bool], _ last: Int?) -> Int {
    var best = -1
    var bestKey = (Int.max, Int.max, Int.max, Int.max)
    let lastBox = last.map { elements[members[$0]].box }
    for index in members.indices where !isPlaced[index] {
      let box = elements[members[index]].box
      let isBelow = lastBox.map { sharesColumn($0, box) && box.centreY >= $0.centreY } ?? false
      let key =
        isBelow && waiting[index] == 0
        ? (0, box.top - (lastBox?.bottom ?? 0), box.left, index)
        : (1 + max(0, waiting[index]), box.left, box.top, index)
      if key < bestKey {
        bestKey = key
        best = index
      }
    }
    return best
  }
}
