import OffprintKit

/// How the lines of an element are set, the tilt of the scan put aside.
struct ColumnSetting {
  /// Usual left and right edge, at the height of the first line.
  let left: Int
  let right: Int
  /// Usual height of a line.
  let height: Int
  /// Usual distance from a line to the next, centre to centre.
  let leading: Int
  /// Enough lines for indents to mean something; the lines of a headline are centred.
  let isText: Bool
  private let slope: Double

  var width: Int { max(1, right - left) }

  init(_ element: BoxElement, _ page: Page) {
    slope = element.slope
    let boxes = element.lines.lazy.map { page.lines[$0].box }.filter(\.isKnown)
    var lefts: [Int] = []
    var rights: [Int] = []
    var heights: [Int] = []
    var steps: [Int] = []
    var above: Int?
    for box in boxes {
      let aside = Int(element.slope * Double(box.centreY))
      lefts.append(box.left - aside)
      rights.append(box.right - aside)
      heights.append(box.height)
      if let above, box.centreY > above { steps.append(box.centreY - above) }
      above = box.centreY
    }
    lefts.sort()
    rights.sort()
    heights.sort()
    steps.sort()
    left = lefts.isEmpty ? 0 : lefts[lefts.count / 4]
    right = rights.isEmpty ? 0 : rights[rights.count * 3 / 4]
    height = max(1, heights.isEmpty ? 1 : heights[heights.count / 2])
    isText = heights.count >= 5
    leading = steps.isEmpty ? height : steps[steps.count / 2]
  }

  /// How far a line is set in from the left, and how far it stops before the right edge.
  func margins(of box: Box) -> (left: Double, right: Double) {
    let aside = slope * Double(box.centreY)
    return (Double(box.left - left) - aside, Double(right - box.right) + aside)
  }
}
