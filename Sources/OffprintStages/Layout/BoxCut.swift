import OffprintKit

/// The cut that parts the elements of a region into a left and a right side with the least in its way.
struct BoxCut {
  var left: [Int] = []
  var right: [Int] = []
  /// What reaches over the cut.
  var spanning: [Int] = []

  /// nil if nothing in the region stands beside anything else.
  init?(_ members: [Int], _ boxes: [Box], slack: Int, height: Int) {
    let byTop = members.sorted { (boxes[$0].top, $0) < (boxes[$1].top, $1) }
    guard Self.anyStandSideBySide(byTop, boxes, slack) else { return nil }
    for place in Self.places(members, boxes, slack) {
      var found = (left: [Int](), right: [Int](), spanning: [Int]())
      for member in byTop {
        let box = boxes[member]
        if box.right <= place + slack && box.centreX < place {
          found.left.append(member)
        } else if box.left >= place - slack {
          found.right.append(member)
        } else {
          found.spanning.append(member)
        }
      }
      guard Self.standSideBySide(found.left, found.right, boxes, height) else { continue }
      (left, right, spanning) = found
      return
    }
    return nil
  }

  /// False for a column, of which every place to cut would be tried in vain.
  private static func anyStandSideBySide(_ byTop: [Int], _ boxes: [Box], _ slack: Int) -> Bool {
    for (rank, member) in byTop.enumerated() {
      let a = boxes[member]
      for other in byTop[(rank + 1)...] {
        let b = boxes[other]
        if b.top >= a.bottom { break }
        if a.overlapX(b) <= 2 * slack { return true }
      }
    }
    return false
  }

  /// The edges of elements, those first that the least height of elements reaches over.
  private static func places(_ members: [Int], _ boxes: [Box], _ slack: Int) -> [Int] {
    var changes: [(at: Int, height: Int)] = []
    var edges: [Int] = []
    for member in members {
      let box = boxes[member]
      edges += [box.left, box.right]
      guard box.width > 2 * slack else { continue }
      changes.append((box.left + slack, box.height))
      changes.append((box.right - slack, -box.height))
    }
    changes.sort { ($0.at, $0.height) < ($1.at, $1.height) }
    edges.sort()
    var places: [(cost: Int, at: Int)] = []
    var cost = 0
    var next = 0
    for edge in edges where places.last?.at != edge {
      // An element counts from one unit after its left edge up to, but not at, its right edge.
      while next < changes.count, changes[next].at < edge || (changes[next].at == edge && changes[next].height < 0) {
        cost += changes[next].height
        next += 1
      }
      places.append((cost, edge))
    }
    return places.sorted { ($0.cost, $0.at) < ($1.cost, $1.at) }.map(\.at)
  }

  /// True if something on the left stands at the same height as something on the right, by more than the foot of one
  /// line reaches into the head of the next. Both sides are sorted by their tops.
  private static func standSideBySide(
    _ left: [Int], _ right: [Int], _ boxes: [Box], _ height: Int
  ) -> Bool {
    var start = 0
    for member in left {
      let a = boxes[member]
      while start < right.count, boxes[right[start]].bottom <= a.top { start += 1 }
      for other in right[start...] {
        let b = boxes[other]
        if b.top >= a.bottom { break }
        if a.overlapY(b) * 10 > height * 3 { return true }
      }
    }
    return false
  }
}
