import OffprintKit

/// Where things stand on the drawing of a page: pixels as they are, cells of text pages as large as letters are.
struct PageScale {
  let isText: Bool
  /// The whole page in units of the drawing.
  let frame: Box
  private let x: Int
  private let y: Int

  init(_ page: Page) {
    isText = page.unit == .character
    // Chinese letters are as wide as they are high, so that rows of them stand closer.
    let isWide = isText && Self.isUnspaced(page)
    x = isText ? (isWide ? 20 : 10) : 1
    y = isText ? 22 : 1
    let known = page.size.isKnown && page.size.area > 0 ? page.size : .unknown
    let all = page.lines.reduce(known) { $0.union($1.box) }
    let size = all.isKnown && all.area > 0 ? all : Box(x: 0, y: 0, width: 1000, height: 1000)
    // Sources without a page size say where lines are and no more: a margin makes a page of it, and leaves room for
    // the numbers.
    let isWhole = known.isKnown && !isText
    let aside = isText ? 3 : isWhole ? 0 : max(1, size.width / 40)
    let above = isText ? 1 : aside
    frame = Box(
      left: (size.left - aside) * x, top: (size.top - above) * y, right: (size.right + aside) * x,
      bottom: (size.bottom + above) * y)
  }

  /// nil for what has no known place.
  func box(_ box: Box) -> Box? {
    guard box.isKnown else { return nil }
    return Box(left: box.left * x, top: box.top * y, right: box.right * x, bottom: box.bottom * y)
  }

  /// The height of the numbers at articles.
  var numberSize: Int { max(isText ? 15 : 1, frame.width / 54) }

  /// True if most letters are of a script without spaces.
  private static func isUnspaced(_ page: Page) -> Bool {
    var unspaced = 0
    var all = 0
    for line in page.lines {
      for scalar in line.text.unicodeScalars where !scalar.properties.isWhitespace {
        all += 1
        if Script.isUnspaced(scalar) { unspaced += 1 }
      }
    }
    return unspaced * 2 > all
  }
}
