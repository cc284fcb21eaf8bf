import OffprintModel

/// How figures of an ALTO file become pixels.
struct ALTOScale {
  /// Pixels for one unit of the file.
  let factor: Double
  /// Figures above are of no page.
  let largest: Double
  private let largestWhole: Int

  init(factor: Double = 1) {
    self.factor = factor
    largest = 1e9 / factor
    largestWhole = Int(max(0, min(1e9, largest)))
  }

  /// A figure of the file in pixels; what is beyond any page is cut off.
  func pixels(_ value: Double) -> Int {
    let cut = max(-1e9, min(1e9, value * factor))
    // Halves go away from 0, as in `rounded()`, which is a call of a C function for each figure.
    return cut < 0 ? -Int(0.5 - cut) : Int(cut + 0.5)
  }

  /// A place of whole numbers, as nearly all are; nil for one that is beyond any page.
  func box(_ left: Int, _ top: Int, _ width: Int, _ height: Int) -> Box? {
    guard max(left, top, width, height) <= largestWhole else { return nil }
    if factor == 1 { return Box(left: left, top: top, right: left + width, bottom: top + height) }
    return Box(
      left: pixels(Double(left)), top: pixels(Double(top)), right: pixels(Double(left + width)),
      bottom: pixels(Double(top + height)))
  }
}
