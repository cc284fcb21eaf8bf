import OffprintKit

/// The parts of a text page that was cut into columns, and the order in which they are read.
struct TextParts {
  private let page: Page
  /// For each line the columns that it takes up.
  private let reaches: [ClosedRange<Int>]
  private let boxes: [Box]
  /// Rows from a line to the next one in its column, usually.
  let pitch: Int

  /// - Parameter names: for each line of the page, cut already, the column it begins in.
  init(_ page: Page, _ columns: TextColumns, _ names: [Int]) {
    self.page = page
    let lines = page.lines
    let width = page.size.isKnown ? page.size.right : 0
    reaches = lines.indices.map { index in
      let isFollowed = index + 1 < lines.count && lines[index + 1].number == lines[index].number
      return columns.reach(
        of: lines[index].box, from: names[index], next: isFollowed ? names[index + 1] : nil, width: width)
    }
    // The place of a part is its columns', not that of its letters: those may have been pushed aside.
    boxes = zip(lines, reaches).map { line, reach in
      let right = reach.upperBound + 1 < columns.starts.count ? columns.starts[reach.upperBound + 1] : width + 1
      let left = columns.starts[reach.lowerBound]
      return Box(left: left, top: line.number, right: right - 1, bottom: line.number + 1)
    }
    var rows: [Int: Int] = [:]
    var steps: [Int: Int] = [:]
    for (line, reach) in zip(lines, reaches) {
      if let last = rows[reach.lowerBound] { steps[line.number - last, default: 0] += 1 }
      rows[reach.lowerBound] = line.number
    }
    pitch = max(1, steps.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key ?? 1)
  }

  /// Lines that stand under each other in one column with nothing over several columns between them, in reading order.
  func runsInOrder() -> [[Int]] {
    var elements: [BoxElement] = []
    var open: [Int: Int] = [:]
    for line in page.lines.indices {
      let reach = reaches[line]
      let box = boxes[line]
      if reach.count == 1, let element = open[reach.lowerBound], elements[element].box.bottom + pitch > box.top {
        elements[element].lines.append(line)
        elements[element].box = elements[element].box.union(box)
        continue
      }
      elements.append(BoxElement(box: box, lines: [line], region: .printSpace))
      for column in reach { open[column] = reach.count == 1 ? elements.count - 1 : nil }
    }
    var order = BoxOrder(elements: elements, slack: 1, height: pitch, bands: [4, 2, 2])
    return order.order().map { elements[$0].lines }
  }

  /// The column a line begins in; nil if it spans several.
  func column(of line: Int) -> Int? { reaches[line].count == 1 ? reaches[line].lowerBound : nil }

  /// True if a line stands under another one in the same column.
  func followsOn(_ line: Int, after other: Int?) -> Bool {
    guard let other else { return true }
    return reaches[other] == reaches[line] && boxes[other].top < boxes[line].top
  }
}
