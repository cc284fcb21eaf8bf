import OffprintKit

/// Which column each piece of a text page stands in.
///
/// A piece at the start of a column stands in it. What was pushed may belong to any column that starts at its place or
/// to the left of it, also to that of the piece before it, where two lines of one column fell into one row. Such rows
/// are weighed as a whole: how many lines each column is due, how well each piece goes on with what is above it in its
/// column and, when all were placed once, with what is below.
struct TextPlacing {
  private let pieces: TextPieces
  private let columns: TextColumns
  private var links: TextLinks
  /// For each piece its column in its band; -1 as long as nobody knows.
  private(set) var columnOf: [Int]
  /// For each piece the number of its column in all bands.
  private(set) var trackOf: [Int]

  /// Sentences of a line are set two spaces apart.
  private var spacesSentences = false

  /// How far left of its column's start a line may begin, and how far right it does as a rule.
  static let jitter = 3
  private static let indent = 4
  /// Rows after which nobody asks whether a line goes on with another.
  private static let farApart = 6

  init(_ page: Page, _ pieces: TextPieces, _ columns: TextColumns) {
    self.pieces = pieces
    self.columns = columns
    links = TextLinks(page, pieces)
    columnOf = Array(repeating: -1, count: pieces.all.count)
    trackOf = columnOf
    let open = pieces.rows.filter { !placePlainly($0) }
    guard !open.isEmpty else { return }
    for pass in 0..<2 {
      links.learn(from: neighbours())
      place(open, withBelow: pass > 0)
    }
    spacesSentences = findsSpacedSentences()
  }

  /// Places the pieces of a row if each stands at the start of a column of its own.
  private mutating func placePlainly(_ row: Range<Int>) -> Bool {
    let number = pieces.all[row.lowerBound].row
    let own = columns.columns(inRow: number)
    guard !own.isEmpty else { return true }
    let shift = columns.tilt.shift(inRow: number)
    var found: [Int] = []
    for piece in row {
      let left = pieces.all[piece].left - shift
      let column = max(0, own.count { $0.start <= left + Self.jitter } - 1)
      guard column > found.last ?? -1, (-Self.jitter - 1...Self.indent).contains(left - own[column].start) else {
        return false
      }
      found.append(column)
    }
    set(found, row, own)
    return true
  }

  private mutating func set(_ found: [Int], _ row: Range<Int>, _ own: [TextColumns.Column]) {
    for (piece, column) in zip(row, found) {
      columnOf[piece] = column
      trackOf[piece] = own[column].track
    }
  }

  /// The pieces that stand next to each other in their columns, in rows not far apart.
  private func neighbours() -> [(Int, Int)] {
    var last = [Int](repeating: -1, count: columns.trackCount)
    var found: [(Int, Int)] = []
    for piece in pieces.all.indices where trackOf[piece] >= 0 {
      let above = last[trackOf[piece]]
      if above >= 0, pieces.all[piece].row - pieces.all[above].row <= 3 { found.append((above, piece)) }
      last[trackOf[piece]] = piece
    }
    return found
  }

  /// Weighs the rows given, from top to bottom.
  private mutating func place(_ open: [Range<Int>], withBelow: Bool) {
    let below = withBelow ? firstBelow(open) : [:]
    var above = [Int](repeating: -1, count: columns.trackCount)
    var filledTo = [Double?](repeating: nil, count: columns.trackCount)
    var height = 0.0
    var next = 0
    for row in pieces.rows {
      let number = pieces.all[row.lowerBound].row
      let own = columns.columns(inRow: number)
      guard !own.isEmpty else {
        if next < open.count, open[next] == row { next += 1 }
        continue
      }
      let step = Double(row.count) / Double(own.count)
      height += step
      if next < open.count, open[next] == row {
        next += 1
        let due = own.map { column in
          min(height - (filledTo[column.track] ?? height - step - 0.5), step + TextRhythm.mostOverdue)
        }
        let over = own.map { column in
          let piece = above[column.track]
          return piece >= 0 && number - pieces.all[piece].row <= Self.farApart ? piece : -1
        }
        let shift = columns.tilt.shift(inRow: number)
        let weighing = TextRowWeighing(
          pieces: pieces, row: row, starts: own.map { $0.start + shift }, due: due, above: over,
          below: below[row.lowerBound] ?? own.map { _ in -1 }, links: links)
        set(weighing.columns(), row, own)
      }
      for piece in row {
        above[trackOf[piece]] = piece
        filledTo[trackOf[piece]] = height
      }
    }
  }

  /// For each of the rows given, under its first piece, the first piece below it in each column; -1 for none.
  private func firstBelow(_ open: [Range<Int>]) -> [Int: [Int]] {
    var below: [Int: [Int]] = [:]
    var first = [Int](repeating: -1, count: columns.trackCount)
    var next = open.count - 1
    for row in pieces.rows.reversed() {
      let number = pieces.all[row.lowerBound].row
      if next >= 0, open[next] == row {
        next -= 1
        below[row.lowerBound] = columns.columns(inRow: number).map { column in
          let piece = first[column.track]
          return piece >= 0 && pieces.all[piece].row - number <= Self.farApart ? piece : -1
        }
      }
      for piece in row.reversed() where trackOf[piece] >= 0 { first[trackOf[piece]] = piece }
    }
    return below
  }

  /// The lines of one column that fell into one row, in the order in which they are read.
  ///
  /// They were printed from left to right, and where one begins a little further right says little about which is the
  /// upper one; so the words decide, and the print where they do not.
  func inReadingOrder(_ group: Range<Int>, after above: Int?, before below: Int?) -> [Int] {
    guard (2...4).contains(group.count), group.dropFirst().allSatisfy({ pieces.all[$0].isPushed }) else {
      return Array(group)
    }
    func cost(_ order: [Int]) -> Double {
      var sum = 0.0
      for (a, b) in zip(order, order.dropFirst()) { sum += links.cost(a, b) + (a > b ? 0.3 : 0) }
      if let above, isNear(above, group.lowerBound) { sum += links.cost(above, order[0]) }
      if let below, isNear(group.lowerBound, below) { sum += links.cost(order[order.count - 1], below) }
      return sum
    }
    var best = (cost: cost(Array(group)), order: Array(group))
    for order in Self.orders(of: Array(group)) {
      let cost = cost(order)
      if cost < best.cost - 1e-9 { best = (cost, order) }
    }
    return best.order
  }

  private func isNear(_ a: Int, _ b: Int) -> Bool { pieces.all[b].row - pieces.all[a].row <= 4 }

  private static func orders(of items: [Int]) -> [[Int]] {
    guard items.count > 1 else { return [items] }
    return items.indices.flatMap { index in
      var rest = items
      let first = rest.remove(at: index)
      return orders(of: rest).map { [first] + $0 }
    }
  }

  /// True if a piece begins a sentence in the line of the piece before it, two spaces after that one's end.
  func isInSentenceSpacing(_ piece: Int) -> Bool {
    spacesSentences && isInColumnOfLast(piece) && links.endsSentence(piece - 1)
  }

  /// Two spaces in the middle of a column are mostly two lines that fell into one row, at any word; on a page where
  /// they stand mostly after sentences, they are how it was set.
  private func findsSpacedSentences() -> Bool {
    var all = 0
    var sentences = 0
    for row in pieces.rows {
      for piece in row.dropFirst() where isInColumnOfLast(piece) {
        all += 1
        if links.endsSentence(piece - 1) { sentences += 1 }
      }
    }
    return sentences * 2 > all && sentences * 15 > pieces.all.count
  }

  private func isInColumnOfLast(_ piece: Int) -> Bool {
    pieces.all[piece].isPushed && trackOf[piece] == trackOf[piece - 1]
  }
}
