import OffprintModel

/// Rectangles of areas (SHAPE and COORDS), in the unit that the page's ALTO file measures in.
enum METSPlaces {
  /// True if the middle of a line lies in a rectangle. A line without a place lies in all of them.
  static func holds(_ rectangle: [Double], _ ref: LineRef, in issue: Issue) -> Bool {
    let box = issue[line: ref].box
    guard box.isKnown, rectangle.count == 4 else { return true }
    let scale = unitsInPixel(of: issue.pages[ref.page])
    let (x, y) = (Double(box.centreX) * scale, Double(box.centreY) * scale)
    return (rectangle[0]...max(rectangle[0], rectangle[2])).contains(x)
      && (rectangle[1]...max(rectangle[1], rectangle[3])).contains(y)
  }

  /// The COORDS of a box: left, top, right and bottom, rounded so that the middle of its lines stays inside.
  static func coordinates(of box: Box, on page: Page) -> String? {
    guard box.isKnown else { return nil }
    let scale = unitsInPixel(of: page)
    let low = [box.left, box.top].map { Int((Double($0) * scale).rounded(.down)) }
    let high = [box.right, box.bottom].map { Int((Double($0) * scale).rounded(.up)) }
    return (low + high).map(String.init).joined(separator: ",")
  }

  private static func unitsInPixel(of page: Page) -> Double {
    switch page.unit {
    case .mm10: 254 / (page.resolution ?? 300)
    case .inch1200: 1200 / (page.resolution ?? 300)
    case .point: 72 / (page.resolution ?? 300)
    case .pixel, .character: 1
    }
  }
}
