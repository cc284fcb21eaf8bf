import OffprintKit

/// Puts the lines of a table that the source marks in rows, whatever their order in the file: from top to bottom, and
/// in each row from left to right.
///
/// Sources have the lines of a table cell by cell, column by column or row by row. A table is wide and its rows lie
/// close, so that on a scan that was laid a little askew the end of a row stands as high as the start of another: the
/// slope is measured first, by how much lower each line stands than the next one on its left.
struct TableLines {
  /// The places of the page's lines.
  let boxes: [Box]

  /// The lines in rows; those without a place stand behind the one before them.
  func ordered(_ lines: [Int]) -> [Int] {
    let known = lines.filter { boxes[$0].isKnown && boxes[$0].width > 0 }
    return UnplacedLines.inserted(lines, among: rows(known).flatMap { $0 })
  }

  private func rows(_ lines: [Int]) -> [[Int]] {
    let slope = slope(of: lines)
    let level = lines.reduce(into: [Int: Box]()) { level, line in
      let box = boxes[line]
      let down = Int((slope * Double(box.centreX)).rounded())
      level[line] = Box(left: box.left, top: box.top - down, right: box.right, bottom: box.bottom - down)
    }
    func box(_ line: Int) -> Box { level[line] ?? .unknown }
    var rows: [[Int]] = []
    for line in lines.sorted(by: { (box($0).centreY, box($0).left, $0) < (box($1).centreY, box($1).left, $1) }) {
      if let row = rows.last, row.allSatisfy({ !standsUnder(box(line), box($0)) }), areBeside(box(row[0]), box(line)) {
        rows[rows.count - 1].append(line)
      } else {
        rows.append([line])
      }
    }
    return rows.map { $0.sorted { (box($0).left, box($0).centreY, $0) < (box($1).left, box($1).centreY, $1) } }
  }

  private func areBeside(_ a: Box, _ b: Box) -> Bool { a.overlapY(b) * 2 > min(a.height, b.height) }

  /// Lines of one column are none of one row, however close they stand.
  private func standsUnder(_ a: Box, _ b: Box) -> Bool {
    a.overlapX(b) * 2 > min(a.width, b.width) && a.centreY != b.centreY
  }

  /// Fewer neighbours say nothing of a slope.
  private static let leastNeighbours = 6

  /// How much lower lines stand for each unit that they stand further to the right: the middle one of all figures, since
  /// letters reach up and down.
  private func slope(of lines: [Int]) -> Double {
    let byLeft = lines.sorted { (boxes[$0].left, $0) < (boxes[$1].left, $1) }
    var slopes: [Double] = []
    for (rank, line) in byLeft.enumerated() {
      let own = boxes[line]
      let next = byLeft[(rank + 1)...].first { boxes[$0].left >= own.right && areBeside(boxes[$0], own) }
      guard let next else { continue }
      slopes.append(Double(boxes[next].centreY - own.centreY) / Double(max(1, boxes[next].centreX - own.centreX)))
    }
    guard slopes.count >= Self.leastNeighbours else { return 0 }
    slopes.sort()
    return max(-BoxTilt.steepest, min(BoxTilt.steepest, slopes[slopes.count / 2]))
  }
}
