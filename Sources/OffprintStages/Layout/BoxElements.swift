import OffprintKit

/// A block, a part of one, a picture or a rule, as the search for the reading order sees it.
struct BoxElement {
  var box: Box
  /// Indices into the page's lines, from top to bottom; none for rules, pictures and what else only takes up space.
  var lines: [Int]
  var region: PageRegion
  /// A horizontal rule: it only keeps apart what is above and below it.
  var isRule = false
  var isTakenApart = false
  var isFirstOfBlock = true
  /// How the column leans: units sideways for each unit down.
  var slope = 0.0
}

/// Makes elements of the blocks of a page.
struct BoxElements {
  let page: Page
  /// Height of a usual line.
  let lineHeight: Int
  /// The places of the page's lines.
  let boxes: [Box]

  /// Lines of a column of text are wider than this many line heights.
  private static let cellWidth = 7

  init(page: Page) {
    self.page = page
    boxes = page.lines.map(\.box)
    let heights = page.lines.lazy.filter { $0.box.isKnown && !$0.isEmpty }.map(\.box.height).sorted()
    lineHeight = max(1, heights.isEmpty ? 1 : heights[heights.count / 2])
  }

  func elements() -> [BoxElement] {
    var found: [BoxElement] = []
    var empty: [BoxElement] = []
    let tables = tables
    for block in page.blocks {
      let blank = BoxElement(box: block.box, lines: [], region: block.region)
      switch block.kind {
      case .table where !block.lines.isEmpty:
        let table = tables[block.index] ?? [block.index]
        if table.first == block.index { found.append(element(ofTable: table)) }
      case _ where !block.lines.isEmpty:
        found += elements(of: block)
      case .separator:
        if block.box.isKnown, block.box.width > 8 * max(1, block.box.height), block.box.width > 4 * lineHeight {
          empty.append(BoxElement(box: block.box, lines: [], region: block.region, isRule: true))
        }
      case .text, .table, .illustration:
        if block.box.isKnown, block.box.area > 0 { empty.append(blank) }
      }
    }
    return found + empty.filter { $0.isRule ? !crosses($0.box, found) : !holds($0.box, found) }
  }

  /// For each block of a table that the source cuts into several those of it that have lines, by their order.
  private var tables: [Int: [Int]] {
    var tables: [Int: [Int]] = [:]
    for table in page.tables {
      let own = table.filter { page.blocks[$0].kind == .table && !page.blocks[$0].lines.isEmpty }.sorted()
      for block in own { tables[block] = own }
    }
    return tables
  }

  /// A table is one thing, in rows, whatever stands beside what in it: in those of the source, or else those that its
  /// places show.
  private func element(ofTable blocks: [Int]) -> BoxElement {
    let lines = blocks.flatMap { Array(page.blocks[$0].lines.indices) }
    let known = lines.filter { boxes[$0].isKnown && boxes[$0].width > 0 }
    let box =
      known.isEmpty
      ? blocks.reduce(Box.unknown) { $0.union(page.blocks[$1].box) }
      : known.reduce(Box.unknown) { $0.union(boxes[$1]) }
    let ordered =
      TableCellOrder(page: page, boxes: boxes).ordered(lines)
      ?? (areUpright(known) ? lines : TableLines(boxes: boxes).ordered(lines))
    return BoxElement(box: box, lines: ordered, region: page.blocks[blocks[0]].region)
  }

  /// True for a rule that runs through text: a fold of the paper, a thread on the scan.
  private func crosses(_ rule: Box, _ texts: [BoxElement]) -> Bool {
    texts.contains { text in
      text.box.isKnown && text.box.overlapX(rule) > 2 * lineHeight && rule.centreY > text.box.top + lineHeight
        && rule.centreY < text.box.bottom - lineHeight
    }
  }

  /// True for a picture or an empty block with text in it: a frame, which takes up no space of its own.
  private func holds(_ frame: Box, _ texts: [BoxElement]) -> Bool {
    texts.contains { $0.box.isKnown && $0.box.overlapX(frame) * $0.box.overlapY(frame) * 2 > $0.box.area }
  }

  private func elements(of block: Block) -> [BoxElement] {
    let lines = Array(block.lines.indices)
    guard !lines.isEmpty else { return [] }
    let known = lines.filter { boxes[$0].isKnown && boxes[$0].width > 0 }
    // Lines without a place go with the block.
    guard !known.isEmpty else { return [BoxElement(box: block.box, lines: lines, region: block.region)] }
    let box = known.reduce(Box.unknown) { $0.union(boxes[$1]) }
    guard !areUpright(known) else { return [BoxElement(box: box, lines: lines, region: block.region)] }
    guard block.kind == .text, standSideBySide(known), !areCells(known) else {
      return [BoxElement(box: box, lines: sorted(lines, known), region: block.region)]
    }
    var groups = BoxTables(boxes: boxes, lineHeight: lineHeight, cellWidth: Self.cellWidth).merged(columns(of: known))
    let isKnown = Set(known)
    let lost = lines.filter { !isKnown.contains($0) }
    if !lost.isEmpty { groups[groups.count - 1] += lost }
    return groups.enumerated().map { rank, group in
      let box = group.reduce(Box.unknown) { $0.union(boxes[$1]) }
      return BoxElement(
        box: box, lines: group, region: block.region, isTakenApart: true, isFirstOfBlock: rank == 0)
    }
  }

  /// True if most lines run up or down the page. Which way they are read cannot be told, so they keep their order.
  private func areUpright(_ lines: [Int]) -> Bool {
    lines.count { boxes[$0].height > 3 * boxes[$0].width && page.lines[$0].utf8.count > 3 } * 2
      > lines.count
  }

  /// True if most lines, by far, are so short that they are cells of a table, which is read in rows, and no columns of
  /// text.
  private func areCells(_ lines: [Int]) -> Bool {
    let widths = lines.map { boxes[$0].width }.sorted()
    return widths[widths.count * 3 / 4] < Self.cellWidth * lineHeight
  }

  /// True if at least a quarter of the lines have another on their left or right.
  private func standSideBySide(_ lines: [Int]) -> Bool {
    guard lines.count >= 6 else { return false }
    let byTop = lines.map { boxes[$0] }.sorted { ($0.top, $0.left) < ($1.top, $1.left) }
    var isBeside = [Bool](repeating: false, count: byTop.count)
    for (rank, box) in byTop.enumerated() {
      for other in byTop.indices[(rank + 1)...] {
        if byTop[other].top >= box.bottom { break }
        if self.isBeside(byTop[other], box) {
          isBeside[rank] = true
          isBeside[other] = true
        }
      }
    }
    return isBeside.count(where: \.self) * 4 >= lines.count
  }

  private func isBeside(_ a: Box, _ b: Box) -> Bool {
    a.overlapY(b) * 2 > min(a.height, b.height) && a.overlapX(b) == 0
      && max(a.left, b.left) - min(a.right, b.right) > lineHeight / 3
  }

  /// Groups of lines that stand under each other: a line joins the group whose last line is nearest above it, has
  /// most of its width in common with it and is of about the same size.
  private func columns(of lines: [Int]) -> [[Int]] {
    let byTop = lines.sorted {
      let (a, b) = (boxes[$0], boxes[$1])
      return (a.top, a.left, $0) < (b.top, b.left, $1)
    }
    let widths = lines.map { boxes[$0].width }.sorted()
    let usual = widths[widths.count / 2]
    var groups: [[Int]] = []
    var extents: [Box] = []
    // Groups that a line may still join, with their last lines.
    var open: [(number: Int, above: Box)] = []
    for line in byTop {
      let box = boxes[line]
      open.removeAll { box.top - $0.above.bottom >= lineHeight / 2 }
      var best: (group: Int, distance: Int)?
      for (number, above) in open {
        let distance = box.top - above.bottom
        guard distance > -above.height * 2 / 3 else { continue }
        guard box.overlapX(extents[number]) * 10 >= min(box.width, extents[number].width) * 6 else { continue }
        let reach = max(extents[number].width + lineHeight, usual + 2 * lineHeight)
        let similar = extents[number].union(box).width <= reach
        let sameSize = max(box.height, above.height) * 10 <= min(box.height, above.height) * 17
        guard similar, sameSize, distance < best?.distance ?? .max else { continue }
        best = (number, distance)
      }
      if let best {
        groups[best.group].append(line)
        extents[best.group] = extents[best.group].union(box)
        open.removeAll { $0.number == best.group }
        open.append((best.group, box))
      } else {
        open.append((groups.count, box))
        groups.append([line])
        extents.append(box)
      }
    }
    return groups
  }

  /// From top to bottom; lines on one row from left to right. Lines without a place keep theirs after the line before.
  private func sorted(_ lines: [Int], _ known: [Int]) -> [Int] {
    let isOrdered = zip(known, known.dropFirst()).allSatisfy { a, b in
      boxes[a].centreY <= boxes[b].centreY
    }
    if isOrdered { return lines }
    var rows: [[Int]] = []
    for line in known.sorted(by: { (boxes[$0].centreY, $0) < (boxes[$1].centreY, $1) }) {
      let box = boxes[line]
      if let last = rows.last?.first,
        boxes[last].overlapY(box) * 2 > min(box.height, boxes[last].height)
      {
        rows[rows.count - 1].append(line)
      } else {
        rows.append([line])
      }
    }
    let sortedKnown = rows.flatMap { $0.sorted { (boxes[$0].left, $0) < (boxes[$1].left, $1) } }
    return UnplacedLines.inserted(lines, among: sortedKnown)
  }
}
