import OffprintKit

/// Orders elements as a person reads them, whatever their order in the file, by cutting the page again and again.
///
/// - A row of running heads above everything else comes first.
/// - Where white space runs down the whole of a region, its left side is read before its right side; but where it
///   holds three columns or more and white space also runs across all of them, as above a serial at the foot of the
///   page, what is above is read before what is below.
/// - Where something reaches over that white space (a headline over several columns, a rule), it ends what is read
///   above it: the columns above, then it, then the columns below.
/// - What is left is read in rows.
///
/// This is the recursive X-Y cut of Nagy and Seth (1984) with spanning elements taken out of the way, which the cut
/// alone cannot do: on a newspaper page a clean cut is rare.
struct BoxOrder {
  let elements: [BoxElement]
  /// Where the elements are; without the scan's tilt, if that is known.
  private var boxes: [Box]
  /// How the columns of each element lean.
  private(set) var slopes: [Double]
  /// For the elements that begin a part of the page, what parted it.
  private(set) var reasons: [Int: OrderReason] = [:]
  private let tilt: BoxTilt?
  /// How far elements may reach into each other sideways, in the page's unit: boxes are tilted and padded.
  let slack: Int
  /// Height of a usual line.
  let height: Int

  /// From how many line heights on white space across two, three, and more columns parts what is above from what is
  /// below. Two columns side by side often have gaps at the same height, three hardly ever.
  let bands: [Double]

  init(
    elements: [BoxElement], slack: Int, height: Int, bands: [Double] = [3, 0.9, 0.7], tilt: BoxTilt? = nil
  ) {
    self.elements = elements
    self.slack = slack
    self.height = height
    self.bands = bands
    self.tilt = tilt
    boxes = elements.map(\.box)
    slopes = Array(repeating: 0, count: elements.count)
  }

  /// Indices of the elements in reading order: running heads first, feet last. Elements without a place follow the
  /// one before them in the file.
  mutating func order() -> [Int] {
    straighten(elements.indices.filter { elements[$0].box.isKnown })
    let regions: [PageRegion] = [.topMargin, .leftMargin, .printSpace, .rightMargin, .bottomMargin]
    var placed: [Int] = []
    for region in regions {
      placed += read(elements.indices.filter { elements[$0].region == region && elements[$0].box.isKnown })
    }
    guard placed.count < elements.count else { return placed }
    var followers: [Int: [Int]] = [:]
    var last = -1
    for index in elements.indices {
      if elements[index].box.isKnown { last = index } else { followers[last, default: []].append(index) }
    }
    return followers[-1, default: []] + placed.flatMap { [$0] + followers[$0, default: []] }
  }

  /// Puts elements where they would be without the tilt of their region.
  private mutating func straighten(_ members: [Int]) {
    guard let tilt else { return }
    let slope = tilt.slope(of: members)
    for member in members {
      boxes[member] = tilt.straightened(member, slope)
      slopes[member] = slope
    }
  }

  private mutating func read(_ members: [Int]) -> [Int] {
    var rest = members
    var heads: [Int] = []
    // Of few elements only a lone one is a running head: the rest may be the heads of columns.
    while rest.count > 2, let row = topRow(of: rest), rest.count > 4 || row.count == 1 {
      heads += row
      for element in row { reasons[element] = .runningHead }
      rest.removeAll(where: row.contains)
    }
    return heads + cut(rest, depth: 0)
  }

  /// The elements at the top that nothing stands beside, from left to right, if they are no higher than a headline.
  private func topRow(of members: [Int]) -> [Int]? {
    guard let first = members.min(by: { (box($0).top, $0) < (box($1).top, $1) }) else { return nil }
    let row = members.filter {
      let (a, b) = (box($0), box(first))
      return $0 == first || a.overlapY(b) * 2 > min(a.height, b.height)
    }
    let bottom = row.map { box($0).bottom }.max() ?? 0
    guard bottom - box(first).top <= 3 * height else { return nil }
    guard members.allSatisfy({ row.contains($0) || box($0).top * 5 >= bottom * 5 - height * 2 }) else { return nil }
    guard row.count < members.count, !areHeadings(row, among: members) else { return nil }
    return row.sorted { (box($0).left, $0) < (box($1).left, $1) }
  }

  /// True for headings that happen to stand at one height, each in the middle of its own column. Of a running head
  /// (folio, title, date) at most the title does.
  private func areHeadings(_ row: [Int], among members: [Int]) -> Bool {
    let centred = row.count { member in
      guard 1...4 ~= elements[member].lines.count else { return false }
      let below = members.filter {
        !row.contains($0) && !elements[$0].isRule && box($0).overlapX(box(member)) > slack
          && box($0).top >= box(member).bottom - slack
      }
      guard let column = below.map(box).min(by: { $0.top < $1.top }) else { return false }
      let isLarge = box(member).height * 5 >= 7 * height * elements[member].lines.count
      let isNarrow = box(member).width * 10 <= column.width * 9
      return column.top - box(member).bottom < 3 * height && abs(column.centreX - box(member).centreX) <= height
        && (isNarrow || isLarge && box(member).width <= column.width + 2 * slack)
    }
    return centred > 1 && centred * 3 >= row.count * 2
  }

  /// Deeper than any page is cut; a guard against boxes that cannot be parted.
  private static let deepest = 100

  private mutating func cut(_ members: [Int], depth: Int) -> [Int] {
    guard members.count > 1, depth < Self.deepest, let cut = BoxCut(members, boxes, slack: slack, height: height)
    else { return rows(members).flatMap { $0 } }
    if cut.spanning.isEmpty {
      if let level = band(of: members) {
        let (above, below) = parted(members, at: level)
        return self.cut(above, depth: depth + 1) + part(below, .band, depth)
      }
      straighten(cut.left)
      straighten(cut.right)
      return self.cut(cut.left, depth: depth + 1) + part(cut.right, .column, depth)
    }
    // All are parted before any part is read, since reading moves them.
    var rest = cut.left + cut.right
    var parts: [(above: [Int], spanning: [Int])] = []
    for var group in rows(cut.spanning) {
      let beside = rest.filter { standsInRow(with: group, $0) && isSpanning($0, among: members) }
      group += beside
      let level = group.reduce(0) { $0 + box($1).centreY } / group.count
      let row = group.reduce(Box.unknown) { $0.union(box($1)) }
      let others = rest.filter { !beside.contains($0) }
      let above = others.filter { isAbove($0, row, level) }
      let below = others.filter { !isAbove($0, row, level) }
      parts.append((above, group))
      rest = below
    }
    var result: [Int] = []
    for (number, (above, group)) in parts.enumerated() {
      result += part(above, number > 0 ? .underSpanning : nil, depth)
      result += part(group, .spanning, group.count < members.count ? depth : Self.deepest)
    }
    return result + part(rest, .underSpanning, depth)
  }

  /// The order within a part of a region, the reason noted at its first element.
  private mutating func part(_ members: [Int], _ reason: OrderReason?, _ depth: Int) -> [Int] {
    let order = cut(members, depth: depth + 1)
    if let first = order.first, let reason { reasons[first] = reason }
    return order
  }

  private func parted(_ members: [Int], at level: Int) -> (above: [Int], below: [Int]) {
    (members.filter { box($0).centreY < level }, members.filter { box($0).centreY >= level })
  }

  private func box(_ index: Int) -> Box { boxes[index] }

  /// From top to bottom; what stands on one row from left to right.
  private func rows(_ members: [Int]) -> [[Int]] {
    var rows: [[Int]] = []
    for member in members.sorted(by: { (box($0).centreY, box($0).left, $0) < (box($1).centreY, box($1).left, $1) }) {
      let isSameRow = rows.last?.contains { other in
        let (a, b) = (box(other), box(member))
        return a.overlapY(b) * 2 > min(a.height, b.height) && a.overlapX(b) <= slack
      }
      if isSameRow ?? false { rows[rows.count - 1].append(member) } else { rows.append([member]) }
    }
    return rows.map { $0.sorted { (box($0).left, box($0).top, $0) < (box($1).left, box($1).top, $1) } }
  }

  /// True for what is read before a row that reaches over columns. What stands beside the row is read by its side, be
  /// it higher or lower.
  private func isAbove(_ member: Int, _ row: Box, _ level: Int) -> Bool {
    let box = box(member)
    guard box.overlapY(row) > slack else { return box.centreY < level }
    if box.left >= row.right - slack { return false }
    return box.right <= row.left + slack || box.centreY < level
  }

  private func standsInRow(with group: [Int], _ member: Int) -> Bool {
    let row = group.reduce(Box.unknown) { $0.union(box($1)) }
    return row.overlapY(box(member)) * 2 > max(row.height, box(member).height)
  }

  /// True if it reaches over two elements that stand side by side.
  private func isSpanning(_ member: Int, among members: [Int]) -> Bool {
    let under = members.filter { $0 != member && box($0).overlapX(box(member)) > slack }.map(box)
    return under.contains { a in under.contains { b in a.right <= b.left + slack && a.overlapY(b) > 0 } }
  }

  /// The height at which white space runs across all columns of a region; nil if there is none that is wide enough.
  private func band(of members: [Int]) -> Int? {
    let boxes = members.filter { !elements[$0].isRule }.map(box)
    var columns = 1
    var edge = Int.min
    for box in boxes.sorted(by: { ($0.left, $0.right) < ($1.left, $1.right) }) {
      if edge != .min, box.left > edge { columns += 1 }
      edge = max(edge, box.right - slack)
    }
    guard columns > 1 else { return nil }
    var widest = (gap: 0, level: 0)
    var bottom = boxes.map(\.top).min() ?? 0
    for box in boxes.sorted(by: { ($0.top, $0.bottom) < ($1.top, $1.bottom) }) {
      if box.top - bottom > widest.gap { widest = (box.top - bottom, (box.top + bottom) / 2) }
      bottom = max(bottom, box.bottom)
    }
    let enough = bands[min(columns, 4) - 2] * Double(height)
    guard widest.gap > 0, Double(widest.gap) >= enough else { return nil }
    let last = members.filter { box($0).centreY < widest.level && box($0).bottom > widest.level - 2 * height }
    return areHeadings(last, among: members) ? nil : widest.level
  }
}
