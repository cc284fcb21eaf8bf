import OffprintKit

/// The tilt of a scan, and the places that things would have without it.
///
/// A page that lay at an angle has columns that lean: at the foot of a tall page by more than the gutter is wide, so
/// that no upright cut parts them. The edges of lines tell by how much. For each of a range of slopes the left and
/// right edges are counted in narrow bins along lines of that slope; where columns are set flush, the counts pile up
/// at the right one (Postl's projection profile, 1986, on edges instead of pixels). Facing pages on one scan, and the
/// halves of a page that was folded, each lie at an angle of their own, so a region that was cut out is measured anew.
struct BoxTilt {
  /// For each element the places of its lines; of its own for what has none.
  private let lines: [[Box]]
  /// Height of a usual line.
  private let height: Int

  /// Slopes are sought up to this one: 4 units sideways in 100 down, about 2.3 degrees.
  static let steepest = 0.04
  /// Counts must pile up this many times as high as on upright columns before a tilt is believed.
  static let evidence = 1.08
  /// Lines narrower than this many line heights have edges anywhere.
  static let telling = 5

  init(_ elements: [BoxElement], _ page: Page, height: Int) {
    self.height = height
    lines = elements.map { element in
      let boxes = element.lines.compactMap { page.lines[$0].box.isKnown ? page.lines[$0].box : nil }
      return boxes.isEmpty ? [element.box] : boxes
    }
  }

  /// The slope of the columns of some elements: units sideways for each unit down.
  func slope(of members: [Int]) -> Double {
    let telling = members.flatMap { lines[$0] }.filter { $0.width > Self.telling * height }
    guard telling.count >= 12 else { return 0 }
    let edges = telling.map { Edges(left: $0.left, right: $0.right, centreY: $0.centreY) }
    let upright = pile(edges, 0)
    var best = (slope: 0.0, pile: upright)
    func seek(_ slope: Double) {
      let pile = pile(edges, slope)
      if pile > best.pile { best = (slope, pile) }
    }
    for step in 1...10 {
      seek(Self.steepest * Double(step) / 10)
      seek(-Self.steepest * Double(step) / 10)
    }
    let coarse = best.slope
    for step in [-3, -2, -1, 1, 2, 3] { seek(coarse + Self.steepest * Double(step) / 40) }
    return Double(best.pile) >= Self.evidence * Double(upright) ? best.slope : 0
  }

  /// Where elements would be if the columns of slope `slope` stood upright and their lines level.
  func straightened(_ member: Int, _ slope: Double) -> Box {
    lines[member].reduce(Box.unknown) { $0.union(Self.straightened($1, slope)) }
  }

  private static func straightened(_ box: Box, _ slope: Double) -> Box {
    guard box.isKnown, slope != 0 else { return box }
    let aside = Int((slope * Double(box.centreY)).rounded())
    let down = Int((-slope * Double(box.centreX)).rounded())
    return Box(left: box.left - aside, top: box.top - down, right: box.right - aside, bottom: box.bottom - down)
  }

  /// What counts of a line.
  private struct Edges {
    var left: Int
    var right: Int
    var centreY: Int
  }

  /// The sum of the squares of the counts of edges in bins of a third of a line's height.
  private func pile(_ lines: [Edges], _ slope: Double) -> Int {
    let bin = max(1, height / 3)
    // In 65,536ths, so that the loop is one multiplication a line.
    let step = Int(slope * 65_536)
    var least = Int.max
    var most = Int.min
    for line in lines {
      let aside = (step &* line.centreY) >> 16
      least = min(least, line.left &- aside)
      most = max(most, line.right &- aside)
    }
    let count = (most - least) / bin + 1
    guard count <= 1 << 14 else { return 0 }
    // What is divided is not negative and has 32 bits, as places on a page have: the shorter division is much faster.
    let divisor = UInt32(clamping: bin)
    return withUnsafeTemporaryAllocation(of: Int32.self, capacity: 2 * count) { counts in
      counts.initialize(repeating: 0)
      var sum = 0
      for line in lines {
        let aside = ((step &* line.centreY) >> 16) &+ least
        let left = Int(UInt32(truncatingIfNeeded: line.left &- aside) / divisor)
        let right = count &+ Int(UInt32(truncatingIfNeeded: line.right &- aside) / divisor)
        // A bin that goes from n to n + 1 adds 2n + 1 to the sum of squares.
        sum &+= 2 &* Int(counts[left]) &+ 1
        counts[left] &+= 1
        sum &+= 2 &* Int(counts[right]) &+ 1
        counts[right] &+= 1
      }
      return sum
    }
  }
}
