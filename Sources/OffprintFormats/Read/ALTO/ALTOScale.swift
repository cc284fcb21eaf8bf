import OffprintModel

/// How figures of an ALTO file become pixels.
struct ALTOScale {
  /// Pixels for one unit of the file.
  var factor = 1.0

  /// A figure of the file in pixels; what is beyond any page is cut off.
  func pixels(_ value: Double) -> Int {
    let cut = max(-1e9, min(1e9, value * factor))
    // Halves go away from 0, as in `rounded()`, which is a call of a C function for each figure.
    return cut < 0 ? -Int(0.5 - cut) : Int(cut + 0.5)
  }

  /// A place of whole numbers, as nearly all are; nil for one that is beyond any page.
  func box(_ left: Int, _ top: Int, _ width: Int, _ height: Int) -> Box? {
    guard Double(max(left, top, width, height)) <= largest else { return nil }
    if factor == 1 { return Box(left: left, top: top, right: left + width, bottom: top + height) }
    return Box(
      left: pixels(Double(left)), top: pixels(Double(top)), right: pixels(Double(left + width)),
      bottom: pixels(Double(top + height)))
  }

  /// Figures above are of no page.
  var largest: Double { 1e9 / factor }
}
